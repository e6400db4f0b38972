import os
import sys
from pathlib import Path

import pytest

from app.window.settings import RECENT_FILES, Settings


def test_what_was_set_is_read_again(tmp_path):
    file = tmp_path / "ponder.ini"
    settings = Settings(file)
    settings.theme, settings.device, settings.steps, settings.views = "dark", "cpu", 32, 4
    settings.speed, settings.pencil_marks = 2.0, True
    settings.threads, settings.font_scale, settings.picture_size = 3, 140, 2000
    settings.set_checkpoint("maze", Path("/one, two/mäze"))
    settings.add_recent(Path("/one, two/ü.ponder"))
    settings.sync()
    again = Settings(file)
    assert (again.theme, again.device, again.steps, again.views) == ("dark", "cpu", 32, 4)
    assert (again.speed, again.pencil_marks) == (2.0, True)
    assert (again.threads, again.font_scale, again.picture_size) == (3, 140, 2000)
    assert (again.checkpoint("maze"), again.checkpoint("sudoku")) == (Path("/one, two/mäze"), None)
    assert again.recent == [Path("/one, two/ü.ponder").absolute()]


def test_defaults(tmp_path):
    settings = Settings(tmp_path / "none.ini")
    assert (settings.theme, settings.device, settings.steps, settings.views) == ("system", "auto", 0, 0)
    assert settings.recent == []


@pytest.mark.parametrize("damage", ["999", "x", "-1", "", "@Invalid()", "a, b"])
def test_damaged_values_read_as_defaults(tmp_path, damage):
    file = tmp_path / "ponder.ini"
    file.write_text(
        f"[look]\ntheme={damage}\ntext_percent={damage}\n[solve]\ndevice={damage}\nsteps={damage}\nviews={damage}\nthreads={damage}\n"
        f"[playback]\nspeed={damage}\n[window]\ngeometry={damage}\nstate={damage}\n"
    )
    settings = Settings(file)
    assert (settings.theme, settings.device, settings.steps, settings.views) == ("system", "auto", 0, 0)
    assert (settings.speed, settings.threads, settings.font_scale) == (1.0, 0, 100)
    assert all(part.isEmpty() for part in settings.window)


def test_recent_files_are_few_and_the_newest_first(tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    for number in range(RECENT_FILES + 5):
        settings.add_recent(tmp_path / str(number))
    settings.add_recent(tmp_path / "10")
    assert settings.recent[0] == tmp_path / "10"
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_FILES
    settings.forget_recent()
    assert settings.recent == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_recent_files_come_back_exactly(tmp_path):
    file = tmp_path / "ponder.ini"
    names = [Path(os.fsdecode(name)) for name in (b"/a/no utf-8 \xff\xfe", b"/a/two\nlines", b"/a/50%20 off, ; = \\")]
    settings = Settings(file)
    for name in names:
        settings.add_recent(name)
    settings.sync()
    assert Settings(file).recent == names[::-1]
    settings.drop_recent(names[1])
    assert settings.recent == [names[2], names[0]]


def test_recent_files_of_older_versions_are_kept(tmp_path):
    file = tmp_path / "ponder.ini"
    file.write_text("[files]\nrecent=/a/old.ponder\n")
    settings = Settings(file)
    assert settings.recent == [Path("/a/old.ponder")]
    settings.add_recent(tmp_path / "new")
    assert settings.recent == [tmp_path / "new", Path("/a/old.ponder").absolute()]


def test_a_file_that_is_far_too_large_is_moved_away(tmp_path):
    file = tmp_path / "ponder.ini"
    file.write_bytes(b"[look]\ntheme=dark\n" + b"x" * (2 << 20))
    settings = Settings(file)
    assert settings.theme == "system"
    settings.theme = "light"
    settings.sync()
    assert Settings(file).theme == "light"
    assert (tmp_path / "ponder.ini.damaged").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("target", ["/dev/zero", "fifo"])
def test_a_file_that_is_none_is_left_alone(tmp_path, target):
    file = tmp_path / "ponder.ini"
    if target == "fifo":
        os.mkfifo(file)
    else:
        file.symlink_to(target)
    settings = Settings(file)
    settings.theme = "light"
    settings.sync()
    assert Settings(file).theme == "light"
