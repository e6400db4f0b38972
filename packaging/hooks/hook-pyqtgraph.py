"""Replaces PyInstaller's hook for pyqtgraph, which takes the colour maps as well, and imports all of it to ask."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("pyqtgraph", includes=["icons/*.svg"])
# The first is wanted by PyInstaller's own runtime hook; the other by pyqtgraph, by name.
hiddenimports = ["pyqtgraph.multiprocess.bootstrap", "PySide6.QtOpenGLWidgets"]
excludedimports = ["PyQt5", "PyQt6", "PySide2"]
