"""Whether playing a recorded solve of a maze is smooth: sixty steps a second are asked of the whole window."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer

from app.window.main_window import MainWindow
from solver.puzzles.maze.generator import generate_mazes
from tests.benchmarks.window import open_window, wait

MAZES = (("obstacles", 30), ("perfect", 101))
"""Style and side: Maze-Hard's, and the largest that there is."""
FRAMES = 1_200
ASKED_MS = 16
"""The whole milliseconds of a sixtieth of a second."""


class Frames(QObject):
    """Steps through the film at the asked rate, and notes what each frame cost and when it was on the screen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.costs: list[float] = []
        """Milliseconds of work: every panel's answer to the step, and the painting of what that changed."""
        self.processor: list[float] = []
        """As `costs`, in milliseconds of processor time, which other programs cannot lengthen by much."""
        self.gaps: list[float] = []
        """Milliseconds from one painted frame to the next."""
        self._window = window
        self._cost = self._processor = 0.0
        self._stepped = False
        self._painted_at = 0.0
        self._painting = False
        self._loop = QEventLoop()
        window.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(ASKED_MS)
        self._timer.timeout.connect(self._step)

    def play(self) -> None:
        """Until there are enough frames."""
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        self._window.removeEventFilter(self)

    def _step(self) -> None:
        began = time.perf_counter(), time.thread_time()
        player = self._window.player
        if player.film.at_end:
            player.go_first()
        else:
            player.step_forward()
        self._add(began)
        self._stepped = True

    def _add(self, began: tuple[float, float]) -> None:
        self._cost += time.perf_counter() - began[0]
        self._processor += time.thread_time() - began[1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest or self._painting:
            return super().eventFilter(watched, event)
        began = time.perf_counter(), time.thread_time()
        self._painting = True
        watched.event(event)
        self._painting = False
        self._add(began)
        now = time.perf_counter()
        if self._stepped:
            self._stepped = False
            self.costs.append(1000 * self._cost)
            self.processor.append(1000 * self._processor)
            self._cost = self._processor = 0.0
            if self._painted_at:
                self.gaps.append(1000 * (now - self._painted_at))
            self._painted_at = now
            if len(self.gaps) >= FRAMES:
                self._loop.quit()
        return True


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other."""
    with open_window(steps=64, views=1, paced=False) as (window, _):
        wait(window.solver.warmed)
        for style, side in MAZES:
            window.document.set_content(next(generate_mazes(1, 1, style, side, side)), "Benchmark")
            window.actions_.solve.trigger()
            wait(window.solver.finished)
            window.board.select((side // 2, side // 2))
            yield from _played(window, f"a {side}×{side} maze")


def _played(window: MainWindow, maze: str) -> Iterator[tuple[str, str]]:
    for cycles, overlay in ((False, ""), (True, ""), (True, "z")):
        window.player.inner_cycles = cycles
        window.board.set_overlay(overlay)
        # Whatever was dragged or drawn before, the loop is there too.
        assert window.docks.loop.isVisible()
        frames = Frames(window)
        frames.play()
        what = maze + (" with its inner cycles" if cycles else "") + (" and the overlay" if overlay else "")
        processor = f"(of the processor: {_figure(frames.processor)})"
        yield f"playing {what}, work of a frame", f"{_figure(frames.costs)} {processor}"
        rate = 1000 * len(frames.gaps) / sum(frames.gaps)
        yield f"playing {what}, from frame to frame", f"{_figure(frames.gaps)}, {rate:.0f} frames/s"


def _figure(times: list[float]) -> str:
    ordered = sorted(times)
    return f"p50 {ordered[len(ordered) // 2]:.1f} ms, p99 {ordered[int(0.99 * len(ordered))]:.1f} ms"
