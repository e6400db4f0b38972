"""Runs before the app: pyqtgraph imports Qt's OpenGL classes, 9 MB, though it draws with them only when told to."""

import sys
import types

sys.modules["PySide6.QtOpenGL"] = types.ModuleType("PySide6.QtOpenGL", "Left out of the packaged app.")
