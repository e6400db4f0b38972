"""`make soak`: a thousand solves of all kinds in the real window, with opening, comparing, exporting and branching.

Puzzles are closed now and then as a person does: those that are open keep their recordings, and undo keeps the latest.
Prints memory, threads and open files as it goes, and ends with status 1 if any of them is ever more than allowed after
the first hundred.
`--only` does one of these things after each solve, to find what grows.
"""

import argparse
import gc
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.documents.entry import Entry
from app.documents.samples import samples
from app.exporting.exports import export
from app.exporting.subject import Subject
from app.runtime.garbage import give_back_memory
from app.window.main_window import MainWindow
from app.window.settings import Settings
from app.window.theme import LIGHT
from solver.puzzles.arc.puzzle import ArcPuzzle
from tests.traces import sudoku_puzzle

FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
WARM = 100
"""Solves after which memory may not grow by more than `MOST_GROWTH`."""
MOST_GROWTH = 20 << 20
LONGEST = 120
"""Seconds that one solve may take on a busy machine."""
MOST_OPEN = 8
"""Puzzles in the list; once there are more, all but the shown one are closed."""
USES = ("export", "compare", "save", "branch")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.soak", description=__doc__)
    parser.add_argument("--solves", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=(*USES, "nothing"), help="what is done with each solve")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ponder-soak-") as home:
        os.environ.update(dict.fromkeys(FOLDERS, home))
        uses = USES if options.only is None else (options.only,)
        return _soak(Path(home), options.solves, random.Random(options.seed), uses)


def _soak(folder: Path, solves: int, chance: random.Random, uses: Sequence[str]) -> int:
    application = QApplication([])
    settings = Settings(folder / "ponder.ini")
    settings.steps, settings.views, settings.arc_seconds, settings.threads = 4, 2, 1, 1
    window = MainWindow(Entry("Soak", sudoku_puzzle()), settings)
    window.show()
    _wait(lambda: window.comparing.ready)
    files = [path for path in samples() if path.suffix != ".csv"]
    began, warm, most = time.perf_counter(), (0, 0, 0), (0, 0, 0)
    for number in range(1, solves + 1):
        # ARC tasks are fitted for a second each, so fewer of them.
        # Every sample once before the hundredth, for each takes what memory it needs the first time.
        fewer = [file for file in files if file.suffix != ".json"] if number % 10 else files
        path = files[number - 1] if number <= len(files) else chance.choice(fewer)
        window.document.settle()
        window.files.open(path)
        _wait(lambda: not window.threads.busy)
        window.solving.solve()
        _wait(lambda: not window.solving.running)
        _use(window, folder, chance, chance.choice(uses))
        if len(window.document.entries) > MOST_OPEN:
            window.closing_puzzles.close(_others(window))
        if number in (WARM, solves) or number % 100 == 0:
            gc.collect()
            # As the window does every few seconds, so that what is compared is what is kept.
            give_back_memory()
            now = _memory(), threading.active_count() + _threads(), len(list(Path("/proc/self/fd").iterdir()))
            if number == WARM:
                warm = most = now
            most = max(most[0], now[0]), max(most[1], now[1]), max(most[2], now[2])
            print(
                f"{number} solves, {time.perf_counter() - began:.0f} s: {now[0] / 2**20:.1f} MiB, {now[1]} threads, "
                f"{now[2]} files; {len(window.document.entries)} puzzles open, "
                f"{window.document.undo_stack.count()} steps to undo, {len(QApplication.allWidgets())} widgets",
                flush=True,
            )
    window.document.settle()
    window.close()
    del application
    grown, threads, files = (high - low for high, low in zip(most, warm, strict=True))
    print(f"since the {WARM}th, at most {grown / 2**20:.1f} MiB, {threads} threads and {files} files more")
    return int(solves > WARM and (grown > MOST_GROWTH or threads > 0 or files > 0))


def _others(window: MainWindow) -> list[int]:
    return [index for index in range(len(window.document.entries)) if index != window.document.index]


def _use(window: MainWindow, folder: Path, chance: random.Random, what: str) -> None:
    """What a person does with a solve."""
    trace, content = window.document.trace, window.document.content
    if trace is None or not len(trace):
        return
    for position in range(0, window.film.length, 3):
        window.film.go_to(position)
    if what == "export":
        suffix = chance.choice((".json", ".png", ".txt", ".svg"))
        export(folder / f"export{suffix}", Subject(content, trace.refinements[-1], trace, LIGHT, size=200))
    elif what == "compare":
        window.comparing.compare("again", trace)
        QTest.qWait(20)
        window.comparing.close()
    elif what == "save":
        file = folder / "soak.ponder"
        window.files.save_to(file)
        _wait(lambda: not window.threads.busy)
        # Else it is only shown again, and never read.
        sheet = window.document.sheet
        window.closing_puzzles.close(
            [n for n in range(len(window.document.entries)) if window.document.sheet_of(n) is sheet]
        )
        window.files.open(file)
        _wait(lambda: not window.threads.busy)
    elif what == "branch" and not isinstance(content, ArcPuzzle) and window.solving.can_go_on:
        window.solving.keep_thinking()
        _wait(lambda: not window.solving.running)


def _wait(done, seconds: float = LONGEST) -> None:
    end = time.monotonic() + seconds
    while not done():
        QApplication.processEvents()
        QTest.qWait(5)
        if time.monotonic() > end:
            raise TimeoutError("the window does not get ready")


def _memory() -> int:
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _threads() -> int:
    return len(list(Path("/proc/self/task").iterdir())) - threading.active_count()


if __name__ == "__main__":
    sys.exit(main())
