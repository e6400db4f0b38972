"""How long *Why this value?* takes, and whether the window still answers while that or the fan is computed."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.documents.samples import FIRST, sample_entry
from app.window.main_window import MainWindow
from app.window.settings import Settings
from app.window.theme import apply_theme
from tests.benchmarks.window import Beats, wait

CELLS = 20
"""Cells that are asked about, one after the other."""
IDLE_MS = 3_000


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.paced = False
        window = MainWindow(sample_entry(FIRST), settings)
        window.show()
        wait(window.solver.warmed)
        window.actions_.solve.trigger()
        wait(window.solver.finished)
        beats = Beats()
        _rest(IDLE_MS)
        yield "event loop kept while nothing is asked, for comparison", _figure(beats.take())

        free = np.argwhere(window.document.content.free).tolist()
        window.influence.wanted = True
        seconds, processor = [], []
        for row, column in free[:: max(len(free) // CELLS, 1)][:CELLS]:
            began = time.perf_counter(), time.process_time()
            window.board.select((row, column))
            wait(window.solver.answered)
            seconds.append(time.perf_counter() - began[0])
            processor.append(time.process_time() - began[1])
        stalls = beats.take()
        yield "why this value, from click to answer", f"{_seconds(seconds)} (of the processors: {_seconds(processor)})"
        yield "event loop kept while that is asked", _figure(stalls)

        window.influence.wanted = False
        beats.take()
        window.actions_.try_starts.trigger()
        while window.fan.asking:
            wait(window.fan.changed)
        yield "event loop kept while 16 starts are tried", _figure(beats.take())
        beats.stop()
        window.document.undo_stack.setClean()
        window.close()


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _figure(stalls: list[float]) -> str:
    return f"p99 {stalls[int(0.99 * len(stalls))]:.0f} ms, longest {stalls[-1]:.0f} ms"


def _seconds(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {ordered[len(ordered) // 2]:.2f} s, longest {ordered[-1]:.2f} s"
