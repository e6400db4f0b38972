"""What ends when the window closes: playing, solving, reading, and the threads that do it."""

import time

from app.batch.run import BatchRun
from app.comparing.systems import SystemsControl
from app.runtime.threads import Threads
from app.solving.solver import Solver
from app.window.parts import WindowParts


def end_work(window: WindowParts, patience: float | None) -> bool:
    """Tell everything to end, and wait for it, at most `patience` seconds; returns whether it has ended."""
    window.player.pause()
    # Threads end after their current evaluation; the window should be gone before that.
    window.hide()
    if window.batch is not None:
        window.batch.shut()
    window.comparing.close()
    window.systems.cancel()
    window.systems.ask_to_end()
    window.files.close()
    window.solver.ask_to_end()
    window.threads.ask_to_end()
    return _wait(window, patience)


def _wait(window: WindowParts, patience: float | None) -> bool:
    began, ended = time.monotonic(), True
    threads: list[Solver | BatchRun | Threads | SystemsControl] = [window.solver, window.threads, window.systems]
    if window.batch is not None:
        threads.append(window.batch.run)
    for each in threads:
        left = None if patience is None else max(patience - (time.monotonic() - began), 0.0)
        ended &= each.wait(left)
    return ended
