import subprocess
import sys

SCRIPT = """
import importlib, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.documents.entry import Entry
from app.window.main_window import MainWindow
from app.runtime.qt_classes import unmade
from app.window.settings import Settings
from tests.traces import sudoku_puzzle

app = QApplication([])
before = len(list(unmade()))
imported = importlib.import_module

def listen(name):
    if name == "app.panels.confidence_plot":
        print(before, len(list(unmade())), threading.current_thread() is not threading.main_thread())
        QTimer.singleShot(0, app, app.quit)
    return imported(name)

importlib.import_module = listen
window = MainWindow(Entry("Test", sudoku_puzzle()), Settings(Path(sys.argv[1])))
window.show()
app.exec()
window.close()
"""


def test_the_thread_that_imports_the_plot_finds_every_class_made(tmp_path):
    # In a process of its own, since the classes that were made for other tests stay made.
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "ponder.ini")], capture_output=True, text=True, timeout=100
    )
    before, at_import, in_thread = run.stdout.split()
    assert int(before) > 0
    assert at_import == "0", run.stderr
    assert in_thread == "True"
