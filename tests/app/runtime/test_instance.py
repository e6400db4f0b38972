"""A second start hands its file to the first, and whatever else knocks does no harm."""

import pickle
import subprocess
import sys
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from app.runtime.instance import DONE, Instance, default_address, hand_over
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import SUDOKU, maze_puzzle, sudoku_puzzle

ROOT = Path(__file__).parents[3]


@pytest.fixture
def address():
    return default_address()


@pytest.fixture
def instance(qapp, address):
    instance = Instance(address)
    yield instance
    instance.close()


def test_nobody_there(address):
    assert not hand_over(address, [])


def test_a_second_start_opens_its_file_in_the_first(qtbot, tmp_path, instance):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), maze_puzzle())
    instance.asked.connect(window.open_all_asked)
    window.showMinimized()
    (tmp_path / "handed.sdm").write_text(SUDOKU)
    with qtbot.waitSignal(window.document.entriesChanged, timeout=60_000):
        second = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "import sys; sys.path.insert(0, sys.argv.pop(1)); from app.__main__ import main;sys.exit(main())",
                str(ROOT),
                "handed.sdm",
            ],
            cwd=tmp_path,
        )
    assert second.wait(60) == 0
    assert window.document.content == sudoku_puzzle()
    assert not window.isMinimized()


def test_after_the_first_has_ended_the_next_is_the_first(qapp, address):
    Instance(address).close()
    assert not hand_over(address, [])
    again = Instance(address)
    assert hand_over(address, [])
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe goes with its program")
def test_what_a_killed_program_left_is_no_hindrance(qapp, address):
    code = "import sys, os; from multiprocessing.connection import Listener; left = Listener(sys.argv[1]); os._exit(9)"
    subprocess.run([sys.executable, "-c", code, address], check=False)
    assert Path(address).exists()
    assert not hand_over(address, [])
    instance = Instance(address)
    assert hand_over(address, [])
    instance.close()


@pytest.mark.parametrize("message", [b"", b"{", b'{"a": 1}', b"[1]", pickle.dumps(print), b"\xff"])
def test_nonsense_is_not_heard(qtbot, instance, address, message):
    heard = []
    instance.asked.connect(heard.append)
    with Client(address) as connection:
        connection.send_bytes(message)
        with pytest.raises((EOFError, OSError)):
            assert connection.recv_bytes() != DONE
    assert hand_over(address, [Path("good")])
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [[str(Path("good").absolute())]]


def test_a_file_that_the_system_hands_over_is_heard_of():
    """In a process of its own, for there is one QApplication in each."""
    code = """
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from app.runtime.instance import Application
app = Application([])
heard = []
app.fileAsked.connect(heard.append)
app.postEvent(app, QFileOpenEvent(QUrl.fromLocalFile("/some/file.ponder")))
app.processEvents()
print(heard)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=100
    )
    assert "/some/file.ponder" in done.stdout
