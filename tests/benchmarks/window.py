"""What a person waits for: the first painted window, the first painted refinement, a window that does not answer."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.documents.samples import FIRST, sample_entry
from app.window.main_window import MainWindow
from app.window.settings import Settings
from app.window.theme import apply_theme
from tests.traces import hopeless_sudoku

STARTS = 5
BEAT_MS = 1

START = """
import os, time
from app.window import main_window
def painted(window):
    print(time.time(), flush=True)
    os._exit(0)
show = main_window.MainWindow.show
main_window.MainWindow.show = lambda window: (window.painted.connect(lambda: painted(window)), show(window))
from app.__main__ import main
main([])
"""


class Beats:
    """A timer that beats every millisecond; how much later it beats is how long the event loop was kept."""

    def __init__(self) -> None:
        self.stalls: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.stalls.append((now - self._last) * 1000 - BEAT_MS)
        self._last = now

    def take(self) -> list[float]:
        """The stalls since last time, in milliseconds, shortest first."""
        stalls, self.stalls = sorted(self.stalls), []
        return stalls

    def stop(self) -> None:
        self._timer.stop()


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other."""
    starts = sorted(_start_seconds() for _ in range(STARTS))
    yield (
        "process start to painted window",
        f"{statistics.median(starts):.2f} s (slowest of {STARTS}: {starts[-1]:.2f})",
    )

    with open_window() as (window, _):
        beats = Beats()
        wait(window.solver.warmed)
        yield "longest stall while torch and the plot are imported", f"{beats.take()[-1]:.0f} ms"

        window.document.set_content(hopeless_sudoku(), "Benchmark")
        yield from _solve(window, beats)
        beats.stop()


@contextmanager
def open_window(**settings: object) -> Iterator[tuple[MainWindow, Path]]:
    """The program's window with the first sample, and a folder for files; `settings` are set before it opens."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        chosen = Settings(Path(folder) / "settings.ini")
        for name, value in settings.items():
            setattr(chosen, name, value)
        window = MainWindow(sample_entry(FIRST), chosen)
        window.show()
        yield window, Path(folder)
        window.document.settle()
        window.close()


def _start_seconds() -> float:
    began = time.time()
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    return float(done.stdout) - began


class FirstPaint(QObject):
    """Notes when the board is first painted with a refinement in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.at: float | None = None
        self._player = window.player
        window.board.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at is None and self._player.film.refinements:
            # After the event, so that the painting itself is counted.
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.at = self.at or time.perf_counter()


def _solve(window: MainWindow, beats: Beats) -> Iterator[tuple[str, str]]:
    """A whole budget of steps and views, on a puzzle that no network can solve."""
    first = FirstPaint(window)
    beats.take()
    began = time.perf_counter()
    window.actions_.solve.trigger()
    wait(window.solver.finished)
    seconds = time.perf_counter() - began
    stalls = beats.take()
    assert first.at is not None
    yield "Solve to first painted refinement, model loaded", f"{(first.at - began) * 1000:.0f} ms"
    assert window.document.trace is not None
    refinements = len(window.document.trace)
    yield (
        "event loop kept during a solve",
        f"{stall_figure(stalls)} ({refinements} refinements in {seconds:.1f} s)",
    )


def wait(signal: object) -> None:
    """Until `signal` comes."""
    loop = QEventLoop()
    signal.connect(lambda *_: loop.quit())  # type: ignore[attr-defined]
    loop.exec()


def stall_figure(stalls: list[float]) -> str:
    """What `Beats.take` gave, in words."""
    return f"p99 {stalls[int(0.99 * len(stalls))]:.0f} ms, longest {stalls[-1]:.0f} ms"
