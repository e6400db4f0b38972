"""Settings that outlive the program, in an ini file in the user's configuration folder."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal, cast
from urllib.parse import quote_from_bytes, unquote_to_bytes

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from app.window.theme import PALETTES, ThemeName
from app.words.language import LANGUAGES

RECENT_FILES = 10
LARGEST_FILE = 1 << 20
"""Bytes of the ini file; a usual one has 2,000."""
LONGEST_DIGITS = 20
MOST_THREADS = 256
SMALLEST_TEXT, LARGEST_TEXT = 50, 300
SMALLEST_PICTURE, USUAL_PICTURE, LARGEST_PICTURE = 64, 1024, 16_384


class Settings:
    """Typed access to the ini file; a missing, foreign or damaged value reads as the default."""

    def __init__(self, file: Path | None = None) -> None:
        file = file or platformdirs.user_config_path("Ponder", appauthor=False) / "ponder.ini"
        self._store = QSettings(str(_usable(file)), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeName:
        """Which colours."""
        name = self._text("look/theme", "system")
        return cast(ThemeName, name) if name in PALETTES else "system"

    @theme.setter
    def theme(self, theme: ThemeName) -> None:
        self._store.setValue("look/theme", theme)

    @property
    def pencil_marks(self) -> bool:
        """Whether boards show the model's runner-up values."""
        return self._text("look/pencil_marks", "false") == "true"

    @pencil_marks.setter
    def pencil_marks(self, shown: bool) -> None:
        self._store.setValue("look/pencil_marks", "true" if shown else "false")

    @property
    def arc_digits(self) -> bool:
        """Whether the cells of ARC grids show their numbers."""
        return self._text("look/arc_digits", "false") == "true"

    @arc_digits.setter
    def arc_digits(self, shown: bool) -> None:
        self._store.setValue("look/arc_digits", "true" if shown else "false")

    @property
    def arc_safe_colours(self) -> bool:
        """Whether ARC grids are painted in colours that colour-blind people can distinguish, whatever the theme."""
        return self._text("look/arc_safe_colours", "false") == "true"

    @arc_safe_colours.setter
    def arc_safe_colours(self, safe: bool) -> None:
        self._store.setValue("look/arc_safe_colours", "true" if safe else "false")

    @property
    def overlay(self) -> Literal["", "y", "z"]:
        """Which latent's movement boards show in each cell; none by default."""
        name = self._text("look/overlay", "")
        return cast(Literal["", "y", "z"], name) if name in ("y", "z") else ""

    @overlay.setter
    def overlay(self, latent: Literal["", "y", "z"]) -> None:
        self._store.setValue("look/overlay", latent)

    @property
    def hidden_curves(self) -> tuple[str, ...]:
        """Names of the confidence plot's curves that are switched off."""
        return tuple(name for name in self._text("look/hidden_curves", "").split("|") if name)

    @hidden_curves.setter
    def hidden_curves(self, names: tuple[str, ...]) -> None:
        self._store.setValue("look/hidden_curves", "|".join(names))

    @property
    def flash(self) -> bool:
        """Whether changed cells light up for a moment."""
        return self._text("look/flash", "true") != "false"

    @flash.setter
    def flash(self, flash: bool) -> None:
        self._store.setValue("look/flash", "true" if flash else "false")

    @property
    def device(self) -> str:
        """`auto`, `cpu`, `cuda` or `mps`."""
        name = self._text("solve/device", "auto")
        return name if name in ("auto", "cpu", "cuda", "mps") else "auto"

    @device.setter
    def device(self, device: str) -> None:
        self._store.setValue("solve/device", device)

    @property
    def steps(self) -> int:
        """Refinements of each view; 0 leaves it to the puzzle's kind and size."""
        return self._number("solve/steps", 0, 0, 512)

    @steps.setter
    def steps(self, steps: int) -> None:
        self._store.setValue("solve/steps", steps)

    @property
    def views(self) -> int:
        """Views tried in all; 0 leaves it to the puzzle's kind."""
        return self._number("solve/views", 0, 0, 64)

    @views.setter
    def views(self, views: int) -> None:
        self._store.setValue("solve/views", views)

    @property
    def threads(self) -> int:
        """On the processor; 0 is one for each core but one."""
        return self._number("solve/threads", 0, 0, MOST_THREADS)

    @threads.setter
    def threads(self, threads: int) -> None:
        self._store.setValue("solve/threads", threads)

    def checkpoint(self, kind: str) -> Path | None:
        """The folder of the imported checkpoint that answers puzzles of `kind`; None for the bundled one."""
        folder = self._text(f"checkpoints/{kind}", "")
        return Path(folder) if folder else None

    def set_checkpoint(self, kind: str, folder: Path | None) -> None:
        """Let the checkpoint in `folder` answer puzzles of `kind`; None is the bundled one."""
        self._store.setValue(f"checkpoints/{kind}", str(folder or ""))

    @property
    def picture_size(self) -> int:
        """Pixels of the longer side of exported pictures."""
        return self._number("export/picture_size", USUAL_PICTURE, SMALLEST_PICTURE, LARGEST_PICTURE)

    @picture_size.setter
    def picture_size(self, pixels: int) -> None:
        self._store.setValue("export/picture_size", pixels)

    @property
    def language(self) -> str:
        """Its code; empty for that of the desktop."""
        name = self._text("look/language", "")
        return name if name in LANGUAGES else ""

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("look/language", language)

    @property
    def font_scale(self) -> int:
        """Of the window's text, in per cent of the desktop's."""
        return self._number("look/text_percent", 100, SMALLEST_TEXT, LARGEST_TEXT)

    @font_scale.setter
    def font_scale(self, percent: int) -> None:
        self._store.setValue("look/text_percent", percent)

    @property
    def arc_seconds(self) -> int:
        """About how long a network is fitted to an ARC task, its views' vote included."""
        return self._number("solve/arc_seconds", 120, 1, 3600)

    @arc_seconds.setter
    def arc_seconds(self, seconds: int) -> None:
        self._store.setValue("solve/arc_seconds", seconds)

    @property
    def speed(self) -> float:
        """Of playback; 1 is normal."""
        try:
            speed = float(self._text("playback/speed", "1"))
        except ValueError:
            return 1.0
        return speed if 0.25 <= speed <= 8.0 else 1.0

    @speed.setter
    def speed(self, speed: float) -> None:
        self._store.setValue("playback/speed", speed)

    @property
    def tour_seen(self) -> bool:
        """Whether the tour was taken or turned down."""
        return self._text("help/tour_seen", "false") == "true"

    @tour_seen.setter
    def tour_seen(self, seen: bool) -> None:
        self._store.setValue("help/tour_seen", "true" if seen else "false")

    @property
    def paced(self) -> bool:
        """Whether each refinement of a solve is shown long enough to be read, however fast it is computed."""
        return self._text("playback/paced", "true") != "false"

    @paced.setter
    def paced(self, paced: bool) -> None:
        self._store.setValue("playback/paced", "true" if paced else "false")

    @property
    def recent(self) -> list[Path]:
        """Files opened or saved last, the newest first; exactly, whatever bytes their names have."""
        names = [
            unquote_to_bytes(line)
            for line in self._text("files/recent_names", "").split()
            if line and "%00" not in line
        ]
        # A newer list takes the place of what older versions wrote, names as plain text.
        older = [] if self._store.contains("files/recent_names") else self._text("files/recent", "").split("\n")
        return [Path(os.fsdecode(name)) for name in names] + [Path(line) for line in older if line]

    def add_recent(self, path: Path) -> None:
        """Put `path` first."""
        path = path.absolute()
        self._set_recent([path, *(other for other in self.recent if other != path)])

    def drop_recent(self, path: Path) -> None:
        """Leave out `path`, which is gone."""
        path = path.absolute()
        if path in self.recent:
            self._set_recent([other for other in self.recent if other != path])

    def _set_recent(self, paths: list[Path]) -> None:
        names = [quote_from_bytes(os.fsencode(path)) for path in paths[:RECENT_FILES]]
        self._store.setValue("files/recent_names", " ".join(names))
        self._store.remove("files/recent")

    def forget_recent(self) -> None:
        """Empty the list."""
        self._store.remove("files/recent")
        self._store.remove("files/recent_names")

    @property
    def window(self) -> tuple[QByteArray, QByteArray]:
        """The main window's geometry and state, empty at first."""
        return self._bytes("window/geometry"), self._bytes("window/state")

    @window.setter
    def window(self, window: tuple[QByteArray, QByteArray]) -> None:
        self._store.setValue("window/geometry", window[0])
        self._store.setValue("window/state", window[1])

    @property
    def right_side_moved(self) -> bool:
        """Whether a person has moved the border between the panels on the right."""
        return self._text("window/right_side_moved", "false") == "true"

    @right_side_moved.setter
    def right_side_moved(self, moved: bool) -> None:
        self._store.setValue("window/right_side_moved", "true" if moved else "false")

    @property
    def panels_gathered(self) -> bool:
        """Whether the window was so low that the panels below the board became tabs of one place."""
        return self._text("window/panels_gathered", "false") == "true"

    @panels_gathered.setter
    def panels_gathered(self, gathered: bool) -> None:
        self._store.setValue("window/panels_gathered", "true" if gathered else "false")

    @property
    def panels_before(self) -> QByteArray:
        """Where the panels were before the window became too narrow for that; empty where it is not."""
        return self._bytes("window/panels_before")

    @panels_before.setter
    def panels_before(self, state: QByteArray) -> None:
        self._store.setValue("window/panels_before", state)

    @property
    def has_run(self) -> bool:
        """Whether Ponder was ever closed before."""
        return not self.window[0].isEmpty()

    def sync(self) -> None:
        """Write to the file now."""
        self._store.sync()

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else default

    def _number(self, key: str, default: int, least: int, most: int) -> int:
        try:
            number = int(self._text(key, str(default))[:LONGEST_DIGITS])
        except ValueError:
            return default
        return number if least <= number <= most else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _usable(file: Path) -> Path:
    """`file`, unless Qt must not be let read it: then it is moved out of the way, or another name is used beside it."""
    try:
        found = file.stat()
    except OSError:
        return file
    if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST_FILE:
        return file
    if stat.S_ISREG(found.st_mode):
        with suppress(OSError):
            file.replace(file.with_name(f"{file.name}.damaged"))
            return file
    return file.with_name(f"{file.stem}-2{file.suffix}")
