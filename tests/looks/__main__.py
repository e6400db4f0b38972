"""`make looks`: pictures of everything in every size, theme and language, and what is cut off or overlaps in them."""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.window.settings import Settings
from tests.looks.states import DIALOGS, STATES
from tests.looks.walk import LANGUAGES, SIZES, TEXTS, THEMES, walk


def main() -> int:
    """Returns 1 if anything is wrong."""
    parser = argparse.ArgumentParser(prog="make looks", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/looks"), help="where the pictures go")
    parser.add_argument("--quick", action="store_true", help="the light theme and the default size alone")
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="this one alone; may be repeated")
    parser.add_argument("--text", type=int, choices=TEXTS, action="append", help="this size of text, in per cent")
    parser.add_argument("--size", choices=list(map(_size, SIZES)), action="append", help="this size of the window")
    parser.add_argument("--theme", choices=THEMES, action="append", help="this theme")
    parser.add_argument("--state", choices=list(STATES), action="append", help="these states alone, and no dialogs")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    sizes, themes = (SIZES[1:2], THEMES[:1]) if options.quick else (SIZES, THEMES)
    app = QApplication(sys.argv[:1])
    count, faulty, began = 0, 0, time.monotonic()
    told: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        looks = walk(
            app,
            Settings(Path(folder) / "ponder.ini"),
            languages=options.language or LANGUAGES,
            texts=options.text or TEXTS,
            sizes=[size for size in sizes if not options.size or _size(size) in options.size],
            themes=options.theme or themes,
            states=options.state or STATES,
            dialogs=() if options.state else DIALOGS,
            pictures=options.out,
        )
        for look in looks:
            count += 1
            faulty += bool(look.faults)
            for fault in look.faults:
                told[fault] += 1
                if told[fault] == 1:
                    print(f"{look.name}: {fault}", flush=True)
    print(f"{count} pictures in {options.out}, {faulty} with faults, {time.monotonic() - began:.0f} s")
    return 1 if faulty else 0


def _size(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


if __name__ == "__main__":
    sys.exit(main())
