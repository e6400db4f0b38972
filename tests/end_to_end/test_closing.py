"""Closing ends the process, whatever hangs in it, and lets the next start be the first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.documents.ponder_file import read_ponder

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys, threading, time
from pathlib import Path
from PySide6.QtCore import QTimer
from app import __main__
from app.documents import opening, ponder_file
from app.runtime.instance import default_folder, join_or_lead
from app.window.main_window import MainWindow

hung = threading.Event()

def hang(*_, **__):
    hung.set()
    time.sleep(600)

def read(path, *arguments, **options):
    return hang() if path.name == "a.ponder" else read_limited(path, *arguments, **options)

def freed():
    print("freed", type(join_or_lead(default_folder(), [])).__name__, flush=True)

def slowly(*arguments, **options):
    hung.set()
    time.sleep(3)
    return write(*arguments, **options)

write, read_limited = ponder_file.write_ponder, opening.read_limited
what = sys.argv[2]
opening.read_limited = read
ponder_file.write_ponder = slowly

def close_once_it_hangs(window):
    if hung.is_set():
        window.close()
    else:
        QTimer.singleShot(50, window, lambda: close_once_it_hangs(window))

def close(window):
    window.closing.connect(freed)
    if what == "save":
        window.files.save_to(Path(sys.argv[1]))
    elif what == "solver":
        QTimer.singleShot(0, window.solver._worker, hang)
    close_once_it_hangs(window)

shown = MainWindow.showEvent
def show_event(self, event):
    self.painted.connect(lambda: close(self))
MainWindow.showEvent = show_event
print(__main__.main([sys.argv[1]] if what == "read" else []), flush=True)
"""


@pytest.mark.parametrize("what", ["read", "solver", "save"])
def test_the_process_ends_whatever_hangs(tmp_path, what):
    file = tmp_path / "a.ponder"
    if what == "read":
        file.write_text("0" * 81)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file), what],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "freed QLockFile" in done.stdout, "the socket was not free before the wait"
    if what == "save":
        assert read_ponder(file)[0], "a save that was under way was lost"
