"""What was guessed while networks were fitted to an ARC task, kept over fits that go on from each other."""

from collections.abc import Iterable, Sequence

from app.arc.fitting import Fitting
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.trace import FitGuess, Trace
from solver.trace.judging import judged


class KeptGuesses:
    """Of the task that was fitted to last, for each of its test inputs."""

    def __init__(self) -> None:
        self._made: dict[ArcPuzzle, list[FitGuess]] = {}

    def begin(self, puzzle: ArcPuzzle, recorded: Iterable[Trace], *, afresh: bool) -> None:
        """A fit to the task of `puzzle` begins; only one that is not made `afresh` may go on from an earlier one."""
        known = (
            {} if afresh else {t.puzzle: t.guesses for t in recorded if t.guesses and isinstance(t.puzzle, ArcPuzzle)}
        )
        known |= {} if afresh else self._made
        self._made = {each: list(made) for each, made in known.items() if each.task == puzzle.task}

    def go_on(self, fitting: Fitting) -> None:
        """The first news of the fit tells whether it goes on from an earlier one, whose guesses then count."""
        reached = fitting.step if fitting.found else 0
        self._made = {
            puzzle: [guess for guess in made if guess.fitted_steps <= reached] for puzzle, made in self._made.items()
        }

    def add(self, puzzle: ArcPuzzle, guess: FitGuess) -> None:
        """One more, of that test input."""
        self._made.setdefault(puzzle, []).append(guess)

    def of(self, puzzle: ArcPuzzle) -> Sequence[FitGuess]:
        """Those of one test input, in order."""
        return self._made.get(puzzle, ())

    def complete(self, trace: Trace) -> None:
        """Put those of the fit that was gone on with before the recording's own, which have been judged already."""
        before = self._made.get(trace.puzzle, []) if isinstance(trace.puzzle, ArcPuzzle) else []
        earlier = before[: len(before) - len(trace.guesses)]
        trace.guesses = [judged(guess, trace.puzzle) for guess in earlier] + trace.guesses
