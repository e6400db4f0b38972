"""What is known of fits to ARC tasks: how far the running one is, where the last one was stopped, and their guesses."""

from collections.abc import Iterable, Sequence

from app.arc.fitting import Fitting, StoppedFit
from app.arc.guesses import KeptGuesses
from app.documents.draft import Content
from app.solving.worker import Solve
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import Puzzle
from solver.trace import FitGuess, Trace


class ArcFits:
    """Follows one solve after another; those of other puzzles have nothing to tell."""

    def __init__(self) -> None:
        self.fitting: Fitting | None = None
        """How far the running solve of an ARC task is."""
        self.stopped: StoppedFit | None = None
        """The last fit to an ARC task, if it was stopped before it was over."""
        self._guesses = KeptGuesses()

    def begin(self, solve: Solve, recorded: Iterable[Trace]) -> None:
        """Follow `solve` from now on; `recorded` is what its puzzle has been answered with before."""
        self.fitting = self.stopped = None
        if isinstance(solve.puzzle, ArcPuzzle) and not solve.branches:
            self._guesses.begin(solve.puzzle, recorded, afresh=solve.ignore_cache)

    def hear(self, fitting: Fitting, shown: Puzzle | None) -> Sequence[FitGuess]:
        """Take news of the fit; its first says which earlier guesses it goes on from, and those of `shown` return."""
        first, self.fitting = self.fitting is None, fitting
        if not first:
            return ()
        self._guesses.go_on(fitting)
        return self._guesses.of(shown) if isinstance(shown, ArcPuzzle) else ()

    def add(self, puzzle: ArcPuzzle, guess: FitGuess) -> None:
        """Keep a guess at one test input."""
        self._guesses.add(puzzle, guess)

    def end(self, task: ArcTask, *, stopped: bool, voted: bool) -> None:
        """The solve is over: it was stopped, or its views voted before the network was fitted, or neither."""
        fitting = self.fitting
        if fitting is not None and fitting.step and (stopped or voted):
            self.stopped = StoppedFit(task, fitting.step, fitting.seconds, not stopped)

    def complete(self, trace: Trace) -> None:
        """Put the guesses of the fits that this one went on from before those of `trace`."""
        self._guesses.complete(trace)

    @property
    def can_vote_now(self) -> bool:
        """Whether views could vote with what the running solve has by now."""
        fitting = self.fitting
        if fitting is None:
            return False
        # A published network is not fitted: its votes take the time.
        return not fitting.voting if fitting.step else fitting.voting

    def stopped_of(self, content: Content) -> StoppedFit | None:
        """The last fit, if it was to this ARC task and was stopped before it was over."""
        stopped = self.stopped
        return stopped if isinstance(content, ArcPuzzle) and stopped and stopped.task == content.task else None
