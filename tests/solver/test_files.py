import errno
import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from solver.cancelling import Cancelled
from solver.files import (
    FileError,
    read_limited,
    read_stream,
    remove_leftovers,
    write_atomically,
    write_bytes,
    write_text,
)

ROOT = Path(__file__).parents[2]


def test_replaces_the_old_file_and_leaves_nothing_else(tmp_path):
    path = tmp_path / "trace.json"
    path.write_text("old")
    write_text(path, "naïve\r\n")
    assert path.read_bytes() == "naïve\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_whole(tmp_path, monkeypatch, moment):
    path = tmp_path / "trace.json"
    path.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if moment == "fsync" else (Path, "replace")), full)
    with pytest.raises(OSError, match="No space left"):
        write_bytes(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_an_error_and_is_not_made(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_bytes(tmp_path / "nowhere" / "trace.json", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_very_long_name_can_be_written(tmp_path):
    for name in ("n" * 250, "🂡" * 62):
        path = tmp_path / name
        write_bytes(path, b"new")
        assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither mode bits nor unprivileged links")
def test_permissions_and_links_survive(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_a_new_file_is_as_readable_as_any_other(tmp_path):
    (tmp_path / "other").write_bytes(b"")
    write_bytes(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_ponder_keeps_for_itself_gets_its_folder(tmp_path):
    write_atomically(tmp_path / "a" / "b", b"new")
    assert (tmp_path / "a" / "b").read_bytes() == b"new"


WRITER = """
import os, signal, sys
from pathlib import Path
from solver.files import write_bytes
os.fsync = lambda handle: (print("there", flush=True), signal.pause())
write_bytes(Path(sys.argv[1]), b"new")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to kill with at a chosen moment")
def test_what_a_killed_program_left_is_removed_but_not_what_is_being_written(tmp_path):
    path, kept = tmp_path / "a.ponder", tmp_path / ".hidden-0123456789ab.part.txt"
    path.write_bytes(b"old")
    kept.write_bytes(b"not ours")
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    with writer.stdout:
        assert writer.stdout.readline() == b"there\n"
        remove_leftovers(tmp_path)
        assert len(list(tmp_path.iterdir())) == 3, "what another program is writing stays"
        writer.kill()
        writer.wait()
    write_bytes(tmp_path / "b.ponder", b"another")
    assert len(list(tmp_path.iterdir())) == 4, "only its own leftovers go before a save"
    write_bytes(path, b"newer")
    assert sorted(tmp_path.iterdir()) == sorted([kept, path, tmp_path / "b.ponder"])


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(bytes(101))
    assert read_limited(path, 101) == bytes(101)
    with pytest.raises(FileError, match=r"a is larger than 100 bytes"):
        read_limited(path, 100)


def test_a_stream_that_never_ends_is_cut_off():
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, count=-1):
            assert count > 0
            self.taken += count
            return bytes(count)

    endless = Endless()
    with pytest.raises(FileError, match="larger than 3 MiB"):
        read_stream(endless, 3 << 20, "-")
    assert endless.taken == (3 << 20) + 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("target", ["fifo", "/dev/zero", "/dev/null"])
def test_what_is_not_a_file_is_refused_at_once(tmp_path, target):
    path = tmp_path / "a.ponder"
    if target == "fifo":
        os.mkfifo(path)
    else:
        path.symlink_to(target)
    with pytest.raises(FileError, match="a device, a pipe or a socket"):
        read_limited(path, 100)
    with pytest.raises(FileError, match="is a folder"):
        read_limited(tmp_path, 100)


def test_reading_tells_how_far_it_is_and_ends_when_asked(tmp_path):
    path, told = tmp_path / "a", []
    path.write_bytes(bytes(3 << 20))
    read_limited(path, 4 << 20, progress=told.append)
    assert told == [pytest.approx(1 / 3), pytest.approx(2 / 3), 1.0]
    with pytest.raises(Cancelled):
        read_limited(path, 4 << 20, cancelled=lambda: True)


def test_errors_of_writing_name_the_file_that_was_asked_for(tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    for path in (tmp_path / "missing" / "a.ponder", tmp_path / "b.ponder"):
        with pytest.raises(OSError, match=path.name) as caught:
            write_bytes(path, b"content")
        assert caught.value.filename == str(path)
        assert ".part" not in str(caught.value)
    assert not list(tmp_path.iterdir())
