"""Replaces PyInstaller's hook for pyqtgraph, which takes the colour maps as well, and imports all of it to ask."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("pyqtgraph", includes=["icons/**/*"])
# The first is wanted by PyInstaller's own runtime hook, the others by pyqtgraph, by name, whatever it draws with.
hiddenimports = ["pyqtgraph.multiprocess.bootstrap", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"]
excludedimports = ["PyQt5", "PyQt6", "PySide2"]
