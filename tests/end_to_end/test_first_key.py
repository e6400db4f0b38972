"""The first key after the start reaches the board, also on an X server that has no window manager."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication
from app.documents.entry import Entry
from app.window.main_window import MainWindow
from app.window.settings import Settings
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

app = QApplication(sys.argv[:1])
window = MainWindow(Entry("Empty", SudokuPuzzle((0,) * 81), passing=True), Settings(Path(sys.argv[1])))
window.show()
clock = QElapsedTimer()
clock.start()
while QApplication.focusWidget() is None and clock.elapsed() < 20_000:
    app.processEvents()
print(QApplication.focusWidget() is window.board)
window.close()
"""


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
@pytest.mark.timeout(90)
def test_without_a_window_manager_the_board_has_the_keyboard(tmp_path):
    reading, writing = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(arguments, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            display = told.readline().strip()
        if not display:
            pytest.skip("Xvfb does not start here")
        environment = os.environ | {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        arguments = [sys.executable, "-c", PROGRAM, str(tmp_path / "ponder.ini")]
        done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    finally:
        server.terminate()
        server.wait()
    if "xcb" in done.stderr and done.returncode:
        pytest.skip("Qt finds no libraries for X here")
    assert done.stdout.splitlines()[-1:] == ["True"], done.stderr
