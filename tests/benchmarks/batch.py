"""Whether the window still answers while a batch of a thousand puzzles is solved beside it."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.documents.samples import FIRST, sample_entry
from app.window.main_window import MainWindow
from app.window.settings import Settings
from app.window.theme import apply_theme
from solver.puzzles.sudoku.generator import generate
from tests.benchmarks.window import Beats, wait

PUZZLES = 1_000
IDLE_MS = 5_000


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "puzzles.sdm"
        path.write_text("".join(p.format_answer(p.grid) + "\n" for p in generate(PUZZLES, 1, "easy")))
        window = MainWindow(sample_entry(FIRST), Settings(Path(folder) / "settings.ini"))
        window.show()
        wait(window.solver.warmed)
        window.actions_.solve_many.trigger()
        assert window.batch is not None
        batch = window.batch
        beats = Beats()
        QTimer.singleShot(IDLE_MS, batch, batch.run.progressChanged.emit)
        wait(batch.run.progressChanged)
        yield "event loop kept while nothing is done, for comparison", _figure(beats.take())
        began = time.perf_counter()
        batch.solve_path(path)
        while not batch.run.total or batch.run.state != "idle":
            wait(batch.run.progressChanged)
        seconds = time.perf_counter() - began
        stalls = beats.take()
        beats.stop()
        verified = f"({batch.run.verified:,} verified in {seconds:.0f} s)"
        yield f"event loop kept during a batch of {PUZZLES:,} puzzles", f"{_figure(stalls)} {verified}"
        window.close()


def _figure(stalls: list[float]) -> str:
    return f"p99 {stalls[int(0.99 * len(stalls))]:.0f} ms, longest {stalls[-1]:.0f} ms"
