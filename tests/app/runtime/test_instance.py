"""A second start hands its file to the first, and whatever else knocks does no harm."""

import os
import pickle
import signal
import socket
import stat
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from app.runtime.instance import DONE, MOST_CALLERS, Instance, default_folder, hand_over, join_or_lead
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import SUDOKU, maze_puzzle, sudoku_puzzle

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder():
    return default_folder()


def lead(folder, files=()) -> Instance:
    lock = join_or_lead(folder, files)
    assert isinstance(lock, QLockFile)
    return Instance(folder, lock)


@pytest.fixture
def instance(qapp, folder):
    instance = lead(folder)
    yield instance
    instance.close()


@contextmanager
def another(code: str, *arguments: object):
    """A program of its own, once it has said that it is ready; killed at the end."""
    code = f"import sys, signal, time\nfrom app.runtime.instance import *\nsys.argv.pop(0)\n{code}"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "-", *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        with process.stdout:
            assert process.stdout.readline() == "ready\n"
            yield process
    finally:
        process.kill()
        process.wait()


LEADER = """
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
folder = default_folder()
instance = Instance(folder, join_or_lead(folder, []))
print("ready", flush=True)
app.exec()
"""


def test_nobody_there(folder):
    assert not hand_over(folder, [])


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


def knocked(qtbot, folder, files=()) -> bool:
    """What `hand_over` in a thread says, while this one answers."""
    said = []
    thread = threading.Thread(target=lambda: said.append(hand_over(folder, files, 30)))
    thread.start()
    qtbot.waitUntil(lambda: bool(said), timeout=40_000)
    thread.join()
    return said[0]


def test_after_the_first_has_ended_the_next_is_the_first(qtbot, folder):
    lead(folder).close()
    assert not hand_over(folder, [])
    again = lead(folder)
    assert knocked(qtbot, folder)
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe goes with its program")
def test_what_a_killed_program_left_is_no_hindrance(qtbot, folder):
    with another(LEADER) as first:
        first.kill()
        first.wait()
        assert (folder / "instance").exists()
        instance = lead(folder)
        assert knocked(qtbot, folder)
        instance.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot stop a program")
def test_a_first_program_that_is_stopped_is_left_alone(qapp, folder):
    with another(LEADER) as first:
        first.send_signal(signal.SIGSTOP)
        assert join_or_lead(folder, []) is False
        assert (folder / "instance").exists()
        first.send_signal(signal.SIGCONT)
        assert hand_over(folder, [], 30), "its socket was not removed"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes instead")
def test_a_socket_that_lets_nobody_in_holds_nobody_up(folder):
    with socket.socket(socket.AF_UNIX) as door, ExitStack() as callers:
        door.bind(str(folder / "instance"))
        door.listen(0)
        with suppress(BlockingIOError):
            while True:
                caller = callers.enter_context(socket.socket(socket.AF_UNIX))
                caller.setblocking(False)
                caller.connect(str(folder / "instance"))
        assert hand_over(folder, [], 0.1) is False


def test_two_starts_at_once_end_with_one_window(qapp, folder):
    """The first has its lock, but listens only a moment later."""
    starting = """
folder = default_folder()
lock = join_or_lead(folder, [])
print("ready", flush=True)
time.sleep(0.5)
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
instance = Instance(folder, lock)
app.exec()
"""
    with another(starting):
        assert join_or_lead(folder, []) is True


def test_a_window_that_hangs_or_closes_swallows_no_files(qapp, instance, folder):
    assert not hand_over(folder, [Path("a")], 0.2), "nobody runs the event loop here"
    instance.close()
    assert isinstance(join_or_lead(folder, []), QLockFile)


def test_closing_removes_only_its_own_socket(qtbot, folder):
    first = lead(folder)
    first.close()
    second = lead(folder)
    first.close()
    assert knocked(qtbot, folder)
    second.close()


def test_half_a_message_holds_up_nobody(qtbot, instance, folder):
    sockets = []
    for _ in range(MOST_CALLERS - 1):
        sockets.append(socket.socket(socket.AF_UNIX))
        sockets[-1].connect(str(folder / "instance"))
        sockets[-1].sendall(b"\0\0\0\x20half")
    assert knocked(qtbot, folder)
    for each in sockets:
        each.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
@pytest.mark.parametrize("mask", [0o000, 0o077, 0o777])
def test_only_the_user_can_reach_the_folder(mask, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    before = os.umask(mask)
    try:
        folder = default_folder()
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links")
def test_a_folder_that_is_a_link_is_not_used(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "Ponder").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError):
        default_folder()


@pytest.mark.parametrize("message", [b"", b"{", b'{"a": 1}', b"[1]", pickle.dumps(print), b"\xff"])
def test_nonsense_is_not_heard(qtbot, instance, folder, message):
    heard = []
    instance.asked.connect(heard.append)
    with Client(str(folder / "instance")) as connection:
        connection.send_bytes(message)
        with pytest.raises((EOFError, OSError)):
            assert connection.recv_bytes() != DONE
    assert knocked(qtbot, folder, [Path("good")])
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
