"""How long *Why this value?* takes, and whether the window still answers while that or the fan is computed."""

import time
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer

from tests.benchmarks.window import Beats, open_window, stall_figure, wait

CELLS = 20
"""Cells that are asked about, one after the other."""
IDLE_MS = 3_000


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other."""
    with open_window(paced=False) as (window, _):
        wait(window.solver.warmed)
        window.actions_.solve.trigger()
        wait(window.solver.finished)
        beats = Beats()
        _rest(IDLE_MS)
        yield "event loop kept while nothing is asked, for comparison", stall_figure(beats.take())

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
        yield "event loop kept while that is asked", stall_figure(stalls)

        window.influence.wanted = False
        beats.take()
        window.actions_.try_starts.trigger()
        while window.fan.asking:
            wait(window.fan.changed)
        yield "event loop kept while 16 starts are tried", stall_figure(beats.take())
        beats.stop()


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _seconds(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {ordered[len(ordered) // 2]:.2f} s, longest {ordered[-1]:.2f} s"
