"""Whether the window still answers while a batch of a thousand puzzles is solved beside it."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QTimer

from solver.puzzles.sudoku.generator import generate
from tests.benchmarks.window import Beats, open_window, stall_figure, wait

PUZZLES = 1_000
IDLE_MS = 5_000


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other."""
    with open_window() as (window, folder):
        path = folder / "puzzles.sdm"
        path.write_text("".join(p.format_answer(p.grid) + "\n" for p in generate(PUZZLES, 1, "easy")))
        wait(window.solver.warmed)
        window.actions_.solve_many.trigger()
        assert window.batch is not None
        batch = window.batch
        beats = Beats()
        QTimer.singleShot(IDLE_MS, batch, batch.run.progressChanged.emit)
        wait(batch.run.progressChanged)
        yield "event loop kept while nothing is done, for comparison", stall_figure(beats.take())
        began = time.perf_counter()
        batch.solve_path(path)
        while not batch.run.total or batch.run.state != "idle":
            wait(batch.run.progressChanged)
        seconds = time.perf_counter() - began
        stalls = beats.take()
        beats.stop()
        verified = f"({batch.run.verified:,} verified in {seconds:.0f} s)"
        yield f"event loop kept during a batch of {PUZZLES:,} puzzles", f"{stall_figure(stalls)} {verified}"
