"""Playback: the clock that moves a film's cursor, and reveals what a solve computed at a pace that can be read."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.documents.draft import Content
from app.film.film import PUZZLE, Film
from app.film.pace import OPENING, beat
from app.words.messages import worded
from app.words.networks import view_number_words
from solver.trace import Refinement, Trace, ViewName

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


class Player(QObject):
    """Plays `film`; a timer exists only while it does.

    A solve is watched by playing its film while it grows: `begin`, then `append` for each refinement. Where `paced`,
    each stays for a while, however fast it was computed. As soon as a person moves the cursor it stays where they put
    it, until they play on or go to the end.
    """

    playingChanged = Signal(bool)  # noqa: N815
    speedChanged = Signal(float)  # noqa: N815
    loopChanged = Signal(bool)  # noqa: N815

    paced: bool
    """Whether a solve is shown at a readable pace, rather than as fast as it is computed."""

    def __init__(self, film: Film | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.film = film or Film(self)
        self.paced = True
        self._speed = 1.0
        self._loop = False
        self._clock: QTimer | None = None
        self._until: int | None = None
        self._rest: Refinement | None = None
        """Where a solve that was watched to its end comes to rest, if not at its last refinement."""
        self._idle = False
        """Whether everything that is known was shown, and the next refinement is to be shown at once."""

    @property
    def playing(self) -> bool:
        """Whether the clock moves the cursor."""
        return self._clock is not None

    @property
    def watching(self) -> bool:
        """Whether a solve is being watched whose end was not shown yet."""
        return self.playing and (self.film.live or bool(self.film.waiting))

    @property
    def speed(self) -> float:
        """How many times faster than at the usual pace."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if not SPEEDS[0] <= speed <= SPEEDS[-1]:
            raise ValueError(f"The speed must be from {SPEEDS[0]} to {SPEEDS[-1]}, not {speed}.")
        if speed == self._speed:
            return
        self._speed = speed
        if self._clock is not None and not self._idle:
            self._clock.start(self._beat()[0])
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
        """Whether stepping and playing go through the answers within each refinement as well."""
        return self.film.inner_cycles

    @inner_cycles.setter
    def inner_cycles(self, shown: bool) -> None:
        self.film.inner_cycles = shown

    def view_words(self, view: int) -> str:
        """What was done to the puzzle in `view`."""
        views = self.film.views
        return worded(views[view].message) if view < len(views) else self.view_number(view)

    def view_number(self, view: int) -> str:
        """As “view 3” or “deep network”, where there is no room for what was done in it."""
        return view_number_words(self.film.views, view)

    def hands_over_in(self, view: int) -> bool:
        """Whether another network took the puzzle over in `view`."""
        took_over = [each.took_over for each in self.film.views[: view + 1]]
        return view > 0 and took_over[-2:] == [False, True]

    def view_title(self, view: int) -> str:
        """As “the puzzle as given”, or “view 3: disguised puzzle (mirrored)”."""
        views = self.film.views
        if view < len(views) and views[view] == ViewName():
            return self.tr("the puzzle as given")
        words = self.view_words(view)
        if view == 0 or (view < len(views) and views[view].took_over):
            return words
        return self.tr("view {number}: {words}").format(number=view + 1, words=words)

    @property
    def progress(self) -> float | None:
        """The share of its time that the shown refinement has had, 0 to 1, while playing; None where it has no end."""
        if self._clock is None or not self._clock.isActive():
            return None
        return 1.0 - self._clock.remainingTime() / max(self._clock.interval(), 1)

    @property
    def dwell(self) -> int:
        """Milliseconds that what is shown stays, while playing."""
        return 0 if self._clock is None else self._clock.interval()

    # What is played

    def show(
        self,
        content: Content | None,
        trace: Trace | None = None,
        *,
        refinements: Sequence[Refinement] | None = None,
        position: int | None = None,
    ) -> None:
        """Show another puzzle or recording, as `Film.show` does; one that is being watched is watched to its end."""
        watched = self.watching and trace is not None and trace is self.film.trace
        if not watched:
            self.pause()
        self.film.show(content, trace, refinements=refinements, position=position, hold=self.paced)
        if watched and self._idle:
            self._tick()

    def rest_at(self, refinement: Refinement) -> None:
        """Go to `refinement`, once everything that is being watched was shown."""
        self._rest = refinement
        if not self.watching and not self.film.waiting:
            self._come_to_rest()

    def begin(self, trace: Trace, expected: int = 0) -> None:
        """Watch the solve that adds to `trace`."""
        self.pause()
        self._rest = None
        self.film.start(trace, expected)
        if self.paced:
            self._start_clock()
            self._wait()

    def append(self, refinement: Refinement) -> None:
        """One more refinement, just computed."""
        self.film.append(refinement, hold=self.paced)
        if self._idle:
            self._tick()

    @Slot()
    def skip(self) -> None:
        """To the end of what was computed, and along with what is still to come."""
        live = self.film.live
        self.pause()
        self.film.following = True
        if self.film.waiting:
            self.film.reveal(self.film.waiting)
        self.film.go_to(self.film.last)
        if live and self.paced:
            self._start_clock()
            self._wait()
        else:
            self._come_to_rest()

    @Slot()
    def play(self) -> None:
        """Play from the cursor on; from the start if it stands at the end."""
        film = self.film
        if self.playing or not (film.refinements or film.waiting or film.live):
            return
        self._start_clock()
        if film.at_end and not film.waiting:
            if film.live:
                film.following = True
                self._wait()
                return
            film.go_to(PUZZLE)
        newest = film.live and not film.refinements and film.guess == len(film.guesses) - 1
        film.following = film.at_end or newest
        self._schedule()

    def play_part(self, first: int, last: int) -> None:
        """Play from `first` on, and pause at `last`; with nothing between them, show it."""
        self.go_to(first)
        if first < last:
            self.play()
            self._until = last

    @Slot()
    def pause(self) -> None:
        """Stop the clock; the cursor stays."""
        self._until, self._idle = None, False
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
        """One refinement, or one cycle, on; one that waits to be seen is. After the last guess comes the puzzle."""
        film = self.film
        if film.guess is not None:
            self.go_to_guess(film.guess + 1)
        elif film.at_end and film.waiting:
            self.pause()
            film.reveal(1, 1 if film.inner_cycles else 0, follow=True)
            film.following = film.at_end
        else:
            self.go_to(*self._after())

    @Slot()
    def step_back(self) -> None:
        """One refinement, or one cycle, back; from the puzzle to the last guess of the fit, if there was one."""
        film = self.film
        if film.guesses and film.position == PUZZLE:
            self.go_to_guess((len(film.guesses) if film.guess is None else max(film.guess, 1)) - 1)
        else:
            self.go_to(*self._before())

    @Slot()
    def go_first(self) -> None:
        """To the puzzle itself."""
        self.go_to(PUZZLE)

    @Slot()
    def go_last(self) -> None:
        """To the newest refinement, or to the newest guess of a fit under way, and along with those still to come."""
        self.skip()
        if self.film.live and not self.film.refinements:
            self.film.go_to_guess(len(self.film.guesses) - 1)

    @Slot(int)
    def go_to(self, position: int, cycle: int = 0) -> None:
        """Move the cursor by hand, which pauses; positions beyond the film's ends mean its ends."""
        self.pause()
        film = self.film
        position = max(PUZZLE, min(position, film.last))
        cycle = cycle if 0 < cycle <= film.intermediates(position) else 0
        # While a network is fitted, the newest guess is what comes last.
        film.following = position == film.last and not cycle and not (film.live and film.guesses and position < 0)
        film.go_to(position, cycle)

    @Slot(int)
    def go_to_guess(self, index: int) -> None:
        """Show a guess of the fit by hand, which pauses; after the last one comes the puzzle."""
        self.pause()
        film = self.film
        if index >= len(film.guesses):
            self.go_to(PUZZLE)
            return
        film.following = film.live and not film.refinements and index == len(film.guesses) - 1
        film.go_to_guess(index)

    def _after(self) -> tuple[int, int]:
        """Position and cycle of what comes next; at the end, of the end itself."""
        film = self.film
        if film.cycle:
            cycle = film.cycle + 1
            return film.position, cycle if cycle <= film.cycles_within(film.position) else 0
        if film.position == film.last:
            return film.position, 0
        position = film.position + 1
        return position, min(1, self._stops_within(position))

    def _before(self) -> tuple[int, int]:
        """As `_after`, the other way."""
        film = self.film
        if film.cycle > 1:
            return film.position, film.cycle - 1
        inner = 0 if film.cycle else film.intermediates(film.position)
        return (film.position, inner) if inner else (film.position - 1, 0)

    # The clock

    def _start_clock(self) -> None:
        # Qt runs the timer's events only in the thread that owns this object, so no lock is needed.
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._tick)
        self.playingChanged.emit(True)

    def _stops_within(self, position: int) -> int:
        """How many answers within the refinement at `position` playing stops at."""
        film = self.film
        opening = self.paced and self.playing and position < OPENING
        return film.cycles_within(position) if film.inner_cycles or opening else 0

    def _beat(self) -> tuple[int, int]:
        return beat(self.film.length, self._speed, within=bool(self.film.cycle) and not self.film.inner_cycles)

    def _schedule(self) -> None:
        self._idle = False
        if self._clock is not None:
            self._clock.start(self._beat()[0])

    def _wait(self) -> None:
        """Until the next refinement is there."""
        self._idle = True
        if self._clock is not None:
            self._clock.stop()

    @Slot()
    def _tick(self) -> None:
        film = self.film
        if not film.at_end:
            self._move_on()
        elif film.waiting:
            _, further = self._beat()
            first = film.last + 1
            film.following = True
            film.reveal(further, 1 if further == 1 and (film.inner_cycles or first < OPENING) else 0)
        elif film.live:
            film.following = True
            self._wait()
            return
        elif self._loop:
            film.go_to(PUZZLE)
        if self._ended:
            self.pause()
            # A film that still grows is watched on from its end, as it comes.
            film.following = film.at_end
            if film.at_end:
                self._come_to_rest()
        else:
            self._schedule()

    def _come_to_rest(self) -> None:
        rest, self._rest = self._rest, None
        if rest is not None and rest in self.film.refinements:
            self.film.go_to(self.film.refinements.index(rest))

    def _move_on(self) -> None:
        film = self.film
        if film.guess is not None:
            if film.guess + 1 < len(film.guesses):
                film.go_to_guess(film.guess + 1)
            elif not film.live:
                film.go_to(PUZZLE)
            return
        position, cycle = self._after()
        if not cycle and not film.cycle:
            position = min(position + self._beat()[1] - 1, film.last if self._until is None else self._until)
        film.go_to(position, cycle)

    @property
    def _ended(self) -> bool:
        film = self.film
        if film.position == self._until and not film.cycle:
            return True
        return film.at_end and not film.waiting and not film.live and not self._loop
