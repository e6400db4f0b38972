"""What ends when the window closes: playing, solving, reading, and the threads that do it."""

import time
from collections.abc import Callable

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
    waits: list[Callable[[float | None], bool]] = [window.solver.wait, window.threads.wait, window.systems.wait]
    if window.batch is not None:
        waits.append(window.batch.run.wait)
    for wait in waits:
        left = None if patience is None else max(patience - (time.monotonic() - began), 0.0)
        ended &= wait(left)
    return ended
