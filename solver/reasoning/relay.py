"""A solve by two networks: the swift one begins, and the deep one takes over a puzzle that is hard for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from solver.cancelling import never
from solver.model.checkpoint import Checkpoint
from solver.puzzles.base import Puzzle
from solver.reasoning.batch import Outcome, solve_many
from solver.reasoning.budget import HAND_OVER_AFTER, Budget
from solver.reasoning.refine import Reasoning
from solver.trace import HandOver, LatentState, Refinement, ViewName


def ignore(hand_over: HandOver) -> None:
    """No-op callback."""


@dataclass(frozen=True, eq=False)
class Pair:
    """The swift network, and the deep one once it is needed."""

    swift: Checkpoint
    deep: Callable[[], Checkpoint]
    """Loads it; called at the hand-over, so that an easy puzzle does not wait for it."""


class Relay:
    """As `Reasoning`, by a pair: `HAND_OVER_AFTER` refinements of the puzzle by the swift network, then the deep one's.

    The deep network starts afresh, on the puzzle as given, and gets the whole budget: a step of it takes longer, but
    needs far fewer tries. `handed_over` hears of it before its first refinement. The deep network's views follow
    the swift one's, and both networks see the puzzle as given in their first view.

    With `resume`, the network whose views it holds goes on: the deep one where `hand_over` says that it took over
    before, else the swift one, if it has not had its refinements yet. `recorded` are the views of that recording.
    Raises `ExplainedError` as `Reasoning` does.
    """

    def __init__(
        self,
        pair: Pair,
        puzzle: Puzzle,
        budget: Budget,
        *,
        resume: LatentState | None = None,
        hand_over: HandOver | None = None,
        recorded: Sequence[ViewName] = (),
        cancelled: Callable[[], bool] = never,
        handed_over: Callable[[HandOver], object] = ignore,
    ) -> None:
        self._pair, self._puzzle, self._budget, self._cancelled = pair, puzzle, budget, cancelled
        self._tell = handed_over
        self.hand_over = hand_over
        self._resumed = resume
        self._swift: Reasoning | None = None
        self._deep: Reasoning | None = None
        if hand_over is not None:
            self._swift_views = tuple(recorded[: hand_over.view])
            # Who stopped it right at the hand-over has no state of the deep network.
            goes_on = resume is not None and min(resume.views) >= hand_over.view
            self._deep = self._by_deep(_moved(resume, -hand_over.view) if resume is not None and goes_on else None)
            return
        taken = max(resume.steps) if resume is not None else 0
        first = Budget(min(max(HAND_OVER_AFTER - taken, 1), budget.steps), 1)
        swift = Reasoning(pair.swift, puzzle, first, resume=resume, cancelled=cancelled)
        self._swift_views = swift.views
        self._swift = swift if taken < HAND_OVER_AFTER else None

    @property
    def views(self) -> tuple[ViewName, ...]:
        """What was done to the puzzle in each view; those of the deep network from the hand-over on."""
        return self._swift_views + (() if self._deep is None else _renamed(self._deep.views))

    def refinements(self) -> Iterator[Refinement]:
        """Compute and yield them one by one; raises `Cancelled`."""
        if self._swift is not None:
            for refinement in self._swift.refinements():
                yield refinement
                if refinement.accepted:
                    return
        if self._deep is None or self.hand_over is None:
            deep = self._pair.deep()
            self._deep = self._by_deep(None)
            self.hand_over = HandOver(len(self._swift_views), deep.label, deep.anatomy)
            self._tell(self.hand_over)
        for refinement in self._deep.refinements():
            yield replace(refinement, view=refinement.view + self.hand_over.view)

    def state(self) -> LatentState:
        """(y, z) of the network that thought last: only that one can go on."""
        if self._deep is not None and self.hand_over is not None and self._deep.started:
            return _moved(self._deep.state(), self.hand_over.view)
        if self._swift is not None:
            return self._swift.state()
        assert self._resumed is not None
        return self._resumed

    def _by_deep(self, resume: LatentState | None) -> Reasoning:
        return Reasoning(self._pair.deep(), self._puzzle, self._budget, resume=resume, cancelled=self._cancelled)


def reasoning_of(
    networks: Checkpoint | Pair, puzzle: Puzzle, budget: Budget, *, cancelled: Callable[[], bool] = never
) -> Reasoning | Relay:
    """A solve from the start by a network, or by a pair."""
    kind = Relay if isinstance(networks, Pair) else Reasoning
    return kind(networks, puzzle, budget, cancelled=cancelled)  # type: ignore[arg-type]


def first_of(networks: Checkpoint | Pair) -> Checkpoint:
    """The network that begins."""
    return networks.swift if isinstance(networks, Pair) else networks


def solve_many_by(
    networks: Checkpoint | Pair,
    puzzles: Sequence[Puzzle],
    budgets: Callable[[Puzzle], Budget],
    progress: Callable[[int], object] = int,
) -> list[Outcome]:
    """As `solve_many`, by a network or a pair; of a pair, the last network that thought has the last answer."""
    if not isinstance(networks, Pair):
        return solve_many(networks, puzzles, budgets, progress)
    pair = networks
    first = solve_many(pair.swift, puzzles, lambda puzzle: Budget(min(HAND_OVER_AFTER, budgets(puzzle).steps), 1))
    left = [i for i, outcome in enumerate(first) if not outcome.verified]
    progress(len(puzzles) - len(left))
    second = solve_many(pair.deep(), [puzzles[i] for i in left], budgets, progress) if left else []
    found = dict(zip(left, second, strict=True))
    return [found.get(i, outcome) for i, outcome in enumerate(first)]


def _moved(state: LatentState, by: int) -> LatentState:
    return replace(state, views=tuple(view + by for view in state.views))


def _renamed(views: tuple[ViewName, ...]) -> tuple[ViewName, ...]:
    return tuple(replace(view, took_over=True) for view in views)
