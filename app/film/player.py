"""The playhead: which refinement of a film is shown, and the clock that moves it; no widgets, no torch."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.film.intermediate import Intermediate, intermediate
from app.words.messages import worded
from solver.trace import Refinement, ViewName

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
FRAME_MS = 600
"""How long one refinement stays at speed 1."""
PUZZLE = -1
"""The position that shows the puzzle itself, before any refinement."""


class Player(QObject):
    """Holds the film and the playhead; a timer exists only while it plays.

    While `following`, an appended refinement takes the playhead along: that is how a running solve is
    watched.
    As soon as a person moves the playhead it stays where they put it, until they go to the last refinement.
    """

    filmReset = Signal()  # noqa: N815
    refinementAppended = Signal(int)  # noqa: N815
    positionChanged = Signal(int)  # noqa: N815
    playingChanged = Signal(bool)  # noqa: N815
    speedChanged = Signal(float)  # noqa: N815
    loopChanged = Signal(bool)  # noqa: N815
    innerCyclesChanged = Signal(bool)  # noqa: N815

    film: list[Refinement]
    views: tuple[ViewName, ...]
    """What was done to the puzzle in each view, as `Trace.views` has them; set before the film."""
    expected: int
    """How many refinements a running solve may take, so that what is drawn needn't move; 0 when unknown."""
    following: bool

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.film = []
        self.views = (ViewName(),)
        self.expected = 0
        self.following = True
        self._inner_cycles = False
        self._position = PUZZLE
        self._cycle = 0
        self._intermediate: Intermediate | None = None
        self._speed = 1.0
        self._loop = False
        self._clock: QTimer | None = None
        self._until: int | None = None

    @property
    def position(self) -> int:
        """-1 for the puzzle itself, else an index into `film`."""
        return self._position

    @property
    def cycle(self) -> int:
        """0 where the refinement itself is shown, else 1…T - 1: the answer after that many of its cycles."""
        return self._cycle

    @property
    def at_end(self) -> bool:
        """Whether nothing comes after what is shown."""
        return self._position == self.last and not self._cycle

    @property
    def last(self) -> int:
        """The last position there is."""
        return len(self.film) - 1

    @property
    def playing(self) -> bool:
        """Whether the clock moves the playhead."""
        return self._clock is not None

    @property
    def speed(self) -> float:
        """Refinements, and intermediate answers, are shown `FRAME_MS / speed` milliseconds each."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if not SPEEDS[0] <= speed <= SPEEDS[-1]:
            raise ValueError(f"The speed must be from {SPEEDS[0]} to {SPEEDS[-1]}, not {speed}.")
        if speed == self._speed:
            return
        self._speed = speed
        if self._clock is not None:
            self._clock.setInterval(self._interval())
        self.speedChanged.emit(speed)

    @property
    def loop(self) -> bool:
        """Whether playing starts over after the last refinement."""
        return self._loop

    @loop.setter
    def loop(self, loop: bool) -> None:
        if loop != self._loop:
            self._loop = loop
            self.loopChanged.emit(loop)

    @property
    def inner_cycles(self) -> bool:
        """Whether the answers within each refinement are shown as well: steps and playing go through them."""
        return self._inner_cycles

    @inner_cycles.setter
    def inner_cycles(self, shown: bool) -> None:
        if shown != self._inner_cycles:
            self._inner_cycles = shown
            self.innerCyclesChanged.emit(shown)
            if self._cycle:
                self._move(self._position)

    @property
    def room(self) -> int:
        """How many refinements to leave room for: those there are, or more if a solve may bring more."""
        return max(len(self.film), self.expected)

    def view_words(self, view: int) -> str:
        """What was done to the puzzle in `view`."""
        return worded(self.views[view].message) if view < len(self.views) else self.view_number(view)

    def view_number(self, view: int) -> str:
        """As “view 3”, where there is no room for what was done in it."""
        return self.tr("view {number}").format(number=view + 1)

    def view_title(self, view: int) -> str:
        """As “view: as given”, or “view 3: digits renamed, mirrored”."""
        words = self.view_words(view)
        if view == 0:
            return self.tr("view: {words}").format(words=words)
        return self.tr("view {number}: {words}").format(number=view + 1, words=words)

    def current(self) -> Refinement | None:
        """The refinement under the playhead; None at the puzzle itself."""
        return self.film[self._position] if self._position >= 0 else None

    def shown(self) -> Refinement | None:
        """What a board shows: an intermediate answer, else `current`."""
        return self._intermediate or self.current()

    def intermediates(self, position: int) -> int:
        """How many answers are shown within the refinement at `position`, before its own: T - 1, or none."""
        return len(self.film[position].inner_answers) - 1 if self._inner_cycles and position >= 0 else 0

    def previous(self) -> Refinement | None:
        """What the current refinement was refined from: one step before it in its view, if there is one."""
        return self.before(self._position)

    def before(self, position: int) -> Refinement | None:
        """What the refinement at `position` was refined from; None for the first of a view."""
        if position < 0:
            return None
        refinement = self.film[position]
        earlier = reversed(self.film[:position])
        return next((r for r in earlier if (r.view, r.step) == (refinement.view, refinement.step - 1)), None)

    def set_film(self, film: Sequence[Refinement], position: int | None = None, *, expected: int = 0) -> None:
        """Show another film; the playhead goes to `position`, by default to its end."""
        self.pause()
        self.expected = expected
        self.film = list(film)
        wanted = self.last if position is None else position
        self._position = max(PUZZLE, min(wanted, self.last))
        self._cycle, self._intermediate = 0, None
        self.following = self._position == self.last
        self.filmReset.emit()
        self.positionChanged.emit(self._position)

    def append(self, refinement: Refinement) -> None:
        """One more refinement, just computed."""
        self.film.append(refinement)
        self.refinementAppended.emit(self.last)
        if self.following and not self.playing:
            self._move(self.last)

    @Slot()
    def play(self) -> None:
        """Play from the playhead on; from the start if it stands at the end."""
        if self.playing or not self.film:
            return
        # Qt runs the timer's events only in the thread that owns this object, so no lock is needed.
        self._clock = QTimer(self)
        self._clock.setInterval(self._interval())
        self._clock.timeout.connect(self._tick)
        if self.at_end:
            self._move(PUZZLE)
        self.following = False
        self._clock.start()
        self.playingChanged.emit(True)

    def play_part(self, first: int, last: int) -> None:
        """Play from `first` on, and pause at `last`; with nothing between them, show it."""
        self.go_to(first)
        if first < last:
            self.play()
            self._until = last

    @Slot()
    def pause(self) -> None:
        """Stop the clock; the playhead stays."""
        self._until = None
        if self._clock is None:
            return
        self._clock.stop()
        self._clock.deleteLater()
        self._clock = None
        self.playingChanged.emit(False)

    @Slot()
    def toggle(self) -> None:
        """Play if paused, pause if playing."""
        if self.playing:
            self.pause()
        else:
            self.play()

    @Slot()
    def step_forward(self) -> None:
        """One refinement, or one cycle, on."""
        self.go_to(*self._after())

    @Slot()
    def step_back(self) -> None:
        """One refinement, or one cycle, back."""
        self.go_to(*self._before())

    @Slot()
    def go_first(self) -> None:
        """To the puzzle itself."""
        self.go_to(PUZZLE)

    @Slot()
    def go_last(self) -> None:
        """To the newest refinement, and along with those still to come."""
        self.go_to(self.last)

    @Slot(int)
    def go_to(self, position: int, cycle: int = 0) -> None:
        """Move the playhead by hand, which pauses; positions beyond the film's ends mean its ends."""
        self.pause()
        position = max(PUZZLE, min(position, self.last))
        cycle = cycle if 0 < cycle <= self.intermediates(position) else 0
        self.following = position == self.last and not cycle
        self._move(position, cycle)

    def _move(self, position: int, cycle: int = 0) -> None:
        if (position, cycle) != (self._position, self._cycle):
            self._position, self._cycle = position, cycle
            self._intermediate = self._make_intermediate() if cycle else None
            self.positionChanged.emit(position)

    def _make_intermediate(self) -> Intermediate:
        before = self.before(self._position)
        refinement = self.film[self._position]
        return intermediate(refinement, self._cycle, None if before is None else before.answer)

    def _after(self) -> tuple[int, int]:
        """Position and cycle of what comes next; at the end, of the end itself."""
        if self._cycle:
            cycle = self._cycle + 1
            return self._position, cycle if cycle <= self.intermediates(self._position) else 0
        if self._position == self.last:
            return self._position, 0
        position = self._position + 1
        return position, min(1, self.intermediates(position))

    def _before(self) -> tuple[int, int]:
        """As `_after`, the other way."""
        if self._cycle > 1:
            return self._position, self._cycle - 1
        inner = 0 if self._cycle else self.intermediates(self._position)
        return (self._position, inner) if inner else (self._position - 1, 0)

    @Slot()
    def _tick(self) -> None:
        if not self.at_end:
            self._move(*self._after())
        elif self._loop:
            self._move(PUZZLE)
        if (self.at_end and not self._loop) or (self._position == self._until and not self._cycle):
            self.pause()
            # A film that still grows is watched on from its end, as it comes.
            self.following = self.at_end

    def _interval(self) -> int:
        return round(FRAME_MS / self._speed)
