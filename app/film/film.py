"""The one recording on screen: puzzle, refinements so far, and the cursor that playback moves. Knows no widgets."""

from collections.abc import Sequence
from enum import Flag, auto
from itertools import takewhile

from PySide6.QtCore import QObject, Signal

from app.documents.draft import Content, Draft
from app.film.intermediate import intermediate
from solver.puzzles.base import Puzzle
from solver.trace import FitGuess, Refinement, Trace, ViewName

PUZZLE = -1
"""The position that shows the puzzle itself, before any refinement."""


class Change(Flag):
    """What `Film.changed` announces, several at once where they belong together."""

    CONTENT = auto()
    """Another puzzle or draft is shown."""
    RECORDING = auto()
    """Another recording is shown, or none; its refinements are to be read from the start."""
    REFINEMENT = auto()
    """Refinements were added at the end."""
    GUESS = auto()
    """A guess was added to those that were made while a network was fitted."""
    CURSOR = auto()
    """Another refinement, or another cycle within one, is under the cursor."""
    CYCLES = auto()
    """Inner cycles are shown, or no longer shown."""
    STATE = auto()
    """The solve that is recorded has started or ended."""


class Film(QObject):
    """What the window shows; whoever shows a part of it reads it here and hears `changed`.

    `refinements` are those that can be seen. What a solve computes faster than a person can watch waits until
    `reveal`, so that no panel gives the end away before the board gets there.
    """

    changed = Signal(object)
    """A `Change`; sent once, after everything that belongs to it is in place."""

    content: Content | None
    """The puzzle, or the draft that it still is."""
    trace: Trace | None
    """Everything that was recorded of it, also by views that are not played back."""
    refinements: list[Refinement]
    """What playback goes through, up to what was revealed; to be changed by the methods here alone."""
    live: bool
    """Whether the solve that is recorded still runs."""
    following: bool
    """Whether the cursor goes along with what is added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = None
        self.trace = None
        self.refinements = []
        self.live = False
        self.following = True
        self._waiting: list[Refinement] = []
        self._expected = 0
        self._watched_view = 0
        self._position, self._cycle = PUZZLE, 0
        self._guess: int | None = None
        self._shown: Refinement | None = None
        self._drawn_from: tuple[Refinement | None, int] = (None, 0)
        self._inner_cycles = False

    # What there is to read

    @property
    def puzzle(self) -> Puzzle | None:
        """What is solved; None while there is only a draft, or nothing."""
        return None if isinstance(self.content, Draft) else self.content

    @property
    def views(self) -> tuple[ViewName, ...]:
        """What was done to the puzzle in each view, as `Trace.views` has it."""
        return (ViewName(),) if self.trace is None else self.trace.views

    @property
    def position(self) -> int:
        """-1 for the puzzle itself, else an index into `refinements`."""
        return self._position

    @property
    def cycle(self) -> int:
        """0 where the refinement itself is shown, else 1…T - 1: the answer after that many of its cycles."""
        return self._cycle

    @property
    def guesses(self) -> Sequence[FitGuess]:
        """What was guessed while a network was fitted to an ARC task: a film of its own, before the other one."""
        return () if self.trace is None else self.trace.guesses

    @property
    def guess(self) -> int | None:
        """An index into `guesses` where one of them is shown; the position is then that of the puzzle."""
        return self._guess

    @property
    def last(self) -> int:
        """The last position there is."""
        return len(self.refinements) - 1

    @property
    def at_end(self) -> bool:
        """Whether nothing that was revealed comes after what is shown."""
        return self._position == self.last and not self._cycle and self._guess is None

    @property
    def waiting(self) -> int:
        """How many refinements were computed but not revealed yet."""
        return len(self._waiting)

    @property
    def length(self) -> int:
        """How many refinements are known of, revealed or waiting."""
        return len(self.refinements) + len(self._waiting)

    @property
    def expected(self) -> int:
        """How many refinements a running solve may take; 0 when unknown or no longer of interest."""
        return self._expected if self.live or self._waiting else 0

    @property
    def room(self) -> int:
        """How many refinements to leave room for, so that what is drawn needn't move while a solve runs."""
        return max(self.length, self.expected)

    @property
    def inner_cycles(self) -> bool:
        """Whether stepping and playing go through the answers within each refinement as well."""
        return self._inner_cycles

    @inner_cycles.setter
    def inner_cycles(self, shown: bool) -> None:
        if shown != self._inner_cycles:
            self._inner_cycles = shown
            change = Change.CYCLES
            if self._cycle:
                change |= self._set_cursor(self._position, 0)
            self.changed.emit(change)

    def current(self) -> Refinement | None:
        """The refinement under the cursor; None at the puzzle itself."""
        return self.refinements[self._position] if self._position >= 0 else None

    def shown(self) -> Refinement | None:
        """What a board shows: a guess, an intermediate answer, else `current`."""
        return self._shown

    def previous(self) -> Refinement | None:
        """What the current refinement was refined from: one step before it in its view, if there is one."""
        return self.before(self._position)

    def before(self, position: int) -> Refinement | None:
        """What the refinement at `position` was refined from; None for the first of a view."""
        if position < 0:
            return None
        refinement = self.refinements[position]
        earlier = reversed(self.refinements[:position])
        return next((r for r in earlier if (r.view, r.step) == (refinement.view, refinement.step - 1)), None)

    def intermediates(self, position: int) -> int:
        """How many answers stepping stops at within the refinement at `position`, before its own: T - 1, or none."""
        return self.cycles_within(position) if self._inner_cycles else 0

    def cycles_within(self, position: int) -> int:
        """How many answers were recorded within the refinement at `position`, before its own: T - 1."""
        return len(self.refinements[position].inner_answers) - 1 if position >= 0 else 0

    # What changes it

    def show(
        self,
        content: Content | None,
        trace: Trace | None = None,
        *,
        refinements: Sequence[Refinement] | None = None,
        position: int | None = None,
        hold: bool = False,
    ) -> None:
        """Show another puzzle or recording.

        `refinements` are played back instead of those that `trace` would choose. The cursor goes to `position`, by
        default to the end; but someone who was looking at a refinement that is still there goes on looking at it.
        With `hold`, what was not revealed of a recording that is shown already keeps waiting.
        """
        reel = list(refinements) if refinements is not None else ([] if trace is None else trace.film())
        held = hold and trace is not None and trace is self.trace
        seen = self._seen_of(reel) if held else len(reel)
        change = Change.CONTENT if content is not self.content else Change(0)
        if reel[:seen] != self.refinements or trace is not self.trace:
            change |= Change.RECORDING
        elif self.live or self._waiting:
            change |= Change.STATE
        here, follows = self.current(), self.following
        self.content, self.trace, self.live = content, trace, False
        self.refinements, self._waiting = reel[:seen], reel[seen:]
        if not (held and not change & Change.RECORDING):
            stays = position is None and not follows and here in self.refinements
            if stays and here is not None:
                change |= self._set_cursor(self.refinements.index(here), self._cycle)
            else:
                change |= self._set_cursor(self._usual_end() if position is None else position, 0)
            self.following = self.at_end
        if change:
            self.changed.emit(change)

    def start(self, trace: Trace, expected: int = 0) -> None:
        """Show `trace`, which a solve is about to add to: `expected` refinements at most in the view watched first."""
        content = self.content if self.content == trace.puzzle else trace.puzzle
        change = Change.RECORDING | Change.STATE
        if content is not self.content:
            change |= Change.CONTENT
        self.content, self.trace = content, trace
        # A recording that branched off a view goes on in that view.
        opening = [view for view in trace.opening_views if trace.of_view(view)] or [0]
        views = [trace.branches[-1].view] if trace.branches else opening
        self._watched_view = views[-1]
        self.refinements, self._waiting = [r for view in views for r in trace.of_view(view)], []
        self.live = True
        self._expected = len(self.refinements) + expected if expected else 0
        change |= self._set_cursor(self.last, 0)
        self.following = True
        self.changed.emit(change)

    def append(self, refinement: Refinement, *, hold: bool = False) -> None:
        """Record one more refinement, just computed; with `hold` it waits to be revealed."""
        assert self.trace is not None
        assert self.live
        self.trace.refinements.append(refinement)
        # The views after a network's first run side by side; to watch, one of them is followed.
        alone = self._watched_view in self.trace.opening_views
        if alone and refinement.view > self._watched_view and refinement.step == 1:
            self._watched_view = refinement.view
        if refinement.view == self._watched_view:
            self._waiting.append(refinement)
            if not hold:
                self.reveal(len(self._waiting))

    def reveal(self, count: int = 1, cycle: int = 0, *, follow: bool | None = None) -> None:
        """Let `count` refinements that wait be seen; where the cursor follows, it goes to the last of them.

        With `cycle`, it goes to the answer after that many cycles of it.
        """
        count = min(count, len(self._waiting))
        if not count:
            return
        self.refinements += self._waiting[:count]
        del self._waiting[:count]
        change = Change.REFINEMENT
        if self.following if follow is None else follow:
            change |= self._set_cursor(self.last, cycle)
        self.changed.emit(change)

    def append_guess(self, guess: FitGuess) -> None:
        """Record one more guess of the fit that is under way, and show it where the cursor follows."""
        assert self.trace is not None
        assert self.live
        self.trace.guesses.append(guess)
        self.changed.emit(Change.GUESS | (self._set_guess(len(self.guesses) - 1) if self.following else Change(0)))

    def go_to_guess(self, index: int) -> None:
        """Show a guess; indices beyond the ends mean the ends."""
        change = self._set_guess(max(0, min(index, len(self.guesses) - 1)))
        if change:
            self.changed.emit(change)

    def go_to(self, position: int, cycle: int = 0) -> None:
        """Move the cursor; positions beyond the ends mean the ends."""
        change = self._set_cursor(position, cycle)
        if change:
            self.changed.emit(change)

    def _set_guess(self, index: int) -> Change:
        before = self._guess
        change = self._set_cursor(PUZZLE, 0)
        if not 0 <= index < len(self.guesses):
            return change
        self._guess, self._shown = index, self.guesses[index]
        return change if before == index else Change.CURSOR

    def _set_cursor(self, position: int, cycle: int) -> Change:
        self._guess = None
        place, shown = (self._position, self._cycle), self._shown
        position = max(PUZZLE, min(position, self.last))
        self._position, self._cycle = position, cycle if 0 < cycle <= self.cycles_within(position) else 0
        current = self.current()
        if current is None or not self._cycle:
            self._shown = current
        elif (current, self._cycle) != self._drawn_from:
            before = self.previous()
            self._shown = intermediate(current, self._cycle, None if before is None else before.answer)
        self._drawn_from = (current, self._cycle)
        return Change.CURSOR if place != (self._position, self._cycle) or shown is not self._shown else Change(0)

    def _usual_end(self) -> int:
        best = self.trace.best if self.trace is not None and self.trace.votes else None
        # The last answer of an ARC task's film is the one with fewer votes.
        return self.refinements.index(best) if best is not None and best in self.refinements else self.last

    def _seen_of(self, reel: Sequence[Refinement]) -> int:
        """How much of `reel` was revealed already."""
        same = takewhile(lambda pair: pair[0] is pair[1], zip(reel, self.refinements, strict=False))
        return sum(1 for _ in same)
