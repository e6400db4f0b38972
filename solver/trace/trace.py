"""What a solve recorded: one `Refinement` for each supervision step, gathered in a `Trace`. NumPy only, no torch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from solver.puzzles.base import BoolGrid, Cell, IntGrid, Puzzle
from solver.puzzles.maze.puzzle import PATH, MazePuzzle
from solver.trace.branch import Branch
from solver.trace.hand_over import Anatomy, HandOver
from solver.trace.names import NetworkName, ViewName

FloatArray = npt.NDArray[np.float32]
HalfArray = npt.NDArray[np.float16]


@dataclass(frozen=True, eq=False)
class Refinement:
    """One supervision step of one view, in the original puzzle's frame; every array is a private copy.

    R, C are the puzzle's rows and columns, V the vocabulary, T the y updates within the step.
    """

    view: int
    """Index into `Trace.views`; 0 is the puzzle as given."""
    step: int
    """Counted from 1 within its view (N_sup counts these in the paper)."""
    probabilities: FloatArray
    """[R, C, V] over tokens, from the normaliser the network was trained with."""
    answer: IntGrid
    """[R, C] decoded, in the puzzle's own values."""
    inner_answers: IntGrid
    """[T, R, C]: what y decoded to after each of the T cycles; the last equals `answer`."""
    confidence: FloatArray
    """[R, C]: the probability of the decoded token."""
    mean_confidence: float
    """Mean of `confidence` over the free cells; of a maze, over the cells that are path or were so in this view, and 0
    before there are any."""
    halt_probability: float
    """sigmoid(q): the model's own estimate that its whole answer is right."""
    latent_change: float
    """‖z − z_before‖ / ‖z_before‖ over the step."""
    changed: BoolGrid
    """[R, C]: decoded differently than one step before (at step 1: than the puzzle itself)."""
    violations: BoolGrid
    """[R, C]: cells that break a rule."""
    accepted: bool | None
    """Whether the rules accept the answer; None where they cannot tell."""
    seconds: float
    """Wall-clock time of this step."""
    z_movement: HalfArray | None = None
    """[T, R, C]: ‖Δz‖/‖z‖ of each cell over the n updates before each y update; None in older recordings."""
    y_movement: HalfArray | None = None
    """[T, R, C]: ‖Δy‖/‖y‖ of each cell at each y update; None in older recordings."""
    continue_probability: float | None = field(default=None, kw_only=True)
    """HRM: sigmoid of its second q, its estimate that it would be right after more steps. In training it stops once
    the first one is larger."""


@dataclass(frozen=True, eq=False)
class FitGuess(Refinement):
    """What a network answered to a test input of an ARC task while it was still being fitted to that task.

    It is never checked: fitting must not depend on a known output. So `accepted` is None until the fit is over.
    """

    fitted_steps: int = field(kw_only=True)
    """Steps of the optimiser by then."""
    fitted_seconds: float = field(kw_only=True)
    """Seconds of fitting by then."""
    right: float = field(kw_only=True)
    """Share of the demonstrations that the network answered wholly right by then."""


def weighed_cells(puzzle: Puzzle, refinements: Sequence[Refinement]) -> list[BoolGrid]:
    """For each refinement, [R, C]: the cells over which its mean confidence is taken.

    They are the free cells; of a maze those that are path, or were path earlier in the same view.
    """
    free = puzzle.free
    if puzzle.kind != MazePuzzle.kind:
        return [free] * len(refinements)
    seen: dict[int, BoolGrid] = {}
    found = []
    for refinement in refinements:
        before = seen.get(refinement.view, np.zeros(free.shape, np.bool_))
        seen[refinement.view] = (before | (refinement.answer == PATH)) & free
        found.append(seen[refinement.view])
    return found


def minimum_confidence(refinement: Refinement, weighed: BoolGrid) -> float:
    """How sure the model was of the cell, among those `weighed`, that it was least sure of; 0 if there is none."""
    confidence = refinement.confidence[weighed]
    return float(confidence.min()) if confidence.size else 0.0


@dataclass(frozen=True, eq=False)
class LatentState:
    """The last (y, z) of each view that has started, in that view's own frame, from which it can continue.

    S counts the network's tokens (for most, the cells after any puzzle-embedding tokens), D is the hidden size.
    """

    views: tuple[int, ...]
    """Which views the first axis of `y` and `z` holds."""
    steps: tuple[int, ...]
    """How many steps each of them has taken."""
    y: FloatArray
    """[len(views), S, D]: the embedded answer, z_H in the published code."""
    z: FloatArray
    """[len(views), S, D]: the latent scratchpad, z_L in the published code."""


@dataclass(eq=False)
class Trace:
    """Everything that one solve recorded; grows while it runs, and is what playback, plot and export read."""

    puzzle: Puzzle
    checkpoint: NetworkName
    """What answered, or answered first: for a checkpoint as it is, `Checkpoint.label`."""
    device: str = "cpu"
    views: tuple[ViewName, ...] = (ViewName(),)
    """What was done to the puzzle in each view."""
    refinements: list[Refinement] = field(default_factory=list)
    """In the order in which they were computed; views run side by side interleave."""
    state: LatentState | None = None
    votes: tuple[int, ...] = ()
    """Of an ARC task, whose views are the answers that got most votes, best first: how many each got."""
    voters: int = 0
    """How many could have voted for them."""
    anatomy: Anatomy = field(default_factory=Anatomy)
    guesses: list[FitGuess] = field(default_factory=list)
    """Of an ARC task: what the network answered while it was being fitted, every few seconds, in that order."""
    branches: tuple[Branch, ...] = ()
    """What a person changed on the way, first to last: each recording that branched off has one more."""
    hand_over: HandOver | None = None
    """The network that took over, and from which view on; None where one network made the whole recording."""

    def __len__(self) -> int:
        return len(self.refinements)

    def __iter__(self) -> Iterator[Refinement]:
        return iter(self.refinements)

    def made_by(self, view: int) -> NetworkName:
        """The network whose view that is."""
        return self.checkpoint if self._first_network(view) else self._second.checkpoint

    def anatomy_of(self, view: int) -> Anatomy:
        """What the network whose view that is is made of."""
        return self.anatomy if self._first_network(view) else self._second.anatomy

    @property
    def from_random_start(self) -> bool:
        """Whether it is the film of a random start, which is no numbered view and so is never made again."""
        return self.puzzle.kind != "arc" and bool(self.views) and self.views[0].new_start

    def own_view(self, view: int) -> int:
        """The number that its network gives that view: 0 is the puzzle as given, to each of two networks."""
        return view if self._first_network(view) else view - self._second.view

    @property
    def networks(self) -> tuple[NetworkName, ...]:
        """Those that made it, in the order in which they thought."""
        return (self.checkpoint,) if self.hand_over is None else (self.checkpoint, self.hand_over.checkpoint)

    def _first_network(self, view: int) -> bool:
        return self.hand_over is None or view < self.hand_over.view

    @property
    def _second(self) -> HandOver:
        assert self.hand_over is not None
        return self.hand_over

    @property
    def opening_views(self) -> tuple[int, ...]:
        """The puzzle as given, as each network saw it: these views run alone, so that they can be watched."""
        return (0,) if self.hand_over is None else (0, self.hand_over.view)

    @property
    def closest(self) -> Refinement | None:
        """The refinement that breaks rules in the fewest cells, the first of several."""
        return min(self.refinements, key=lambda r: int(r.violations.sum()), default=None)

    def seconds_to(self, refinement: Refinement) -> float:
        """How long computing took from the start to `refinement`; what was refined in one batch took its time once."""
        until = next((i for i, r in enumerate(self.refinements) if r is refinement), len(self.refinements) - 1)
        return sum(seconds for _, seconds in {(r.step, r.seconds) for r in self.refinements[: until + 1]})

    def of_view(self, view: int) -> list[Refinement]:
        """One view's refinements, in order of their steps."""
        return [r for r in self.refinements if r.view == view]

    @property
    def verified(self) -> Refinement | None:
        """The first refinement whose answer the rules accept, if any.

        Of an ARC task, only answers count: its rule is the known output, which must not pick one on the way to them.
        Where a person forced cells for good, the answer is not the network's alone, and none counts.
        """
        if self.forced:
            return None
        candidates = self.answers if self.votes else self.refinements
        return next((r for r in candidates if r.accepted), None)

    @property
    def forced(self) -> tuple[tuple[Cell, int], ...]:
        """Cells and values that a person forced for good: those are not the network's."""
        return tuple(pair for branch in self.branches if branch.for_good for pair in branch.forced)

    @property
    def answers(self) -> list[Refinement]:
        """The last refinement of each view."""
        return list({r.view: r for r in self.refinements}.values())

    @property
    def best(self) -> Refinement | None:
        """The verified refinement, else the answer with most votes, or the one with the highest halting probability."""
        if self.votes and self.refinements:
            return self.verified or self.answers[0]
        return self.verified or max(self.refinements, key=lambda r: r.halt_probability, default=None)

    def film(self) -> list[Refinement]:
        """What playback shows: the puzzle as given, then the view that found the answer, else the first other one.

        The latter is the view that could be watched while it ran, and what was watched stays. Where a network took
        over, its own first view comes between. For an ARC task, every answer that was voted for.
        """
        if self.votes:
            return self.refinements
        opening = self.opening_views
        found = self.verified or self.closest
        others = (r.view for r in self.refinements if r.view not in opening)
        shown = found.view if found is not None and found.view not in opening else None
        if shown is None and self.verified is None:
            shown = next(others, None)
        return [r for view in (*opening, shown) if view is not None for r in self.of_view(view)]
