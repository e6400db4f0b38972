"""Views of an ARC task: turned, mirrored, and with colours exchanged where their names mean nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import digits

import numpy as np
import numpy.typing as npt

from solver.messages import ExplainedError, Template
from solver.puzzles.arc.canvas import Shape, to_canvas
from solver.puzzles.arc.task import COLOURS, ArcGrid, ArcTask
from solver.puzzles.base import Cell, IntGrid
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.views import Number, View

BEYOND = Template(
    "arc.beyond_part", "No grid of this task reaches that far, so the network has no cell there. Choose another cell."
)
SYMMETRIES = 8
_ARC = VOCABULARIES["arc"]


def present_colours(task: ArcTask) -> list[int]:
    """The colours of all its demonstrations and test inputs."""
    grids = [grid for pair in task.demonstrations for grid in pair] + task.test_inputs
    return sorted(set().union(*map(_colours, grids)))


def exchangeable_colours(task: ArcTask, among: str = "") -> list[int]:
    """The colours that have no special role in any demonstration, limited to the digits in `among` if there are any.

    A colour has a special role if it is the background 0, occurs in every demonstration, or occurs in an output but not
    in its input: only its name can then tell the network to use it.
    """
    own = {0}
    everywhere = set(range(COLOURS))
    for given, output in task.demonstrations:
        inside, outside = _colours(given), _colours(output)
        own |= outside - inside
        everywhere &= inside | outside
    free = set(map(int, among or digits)) - own - everywhere
    grids = [grid for pair in task.demonstrations for grid in pair] + task.test_inputs
    return sorted(free) if any(free & _colours(grid) for grid in grids) else []


def view_identifier(view: View) -> int:
    """Which puzzle embedding the network gets: one for each symmetry, with colours as given or exchanged.

    A rule such as “falls down” changes when the grid is turned, so the network must know how it was turned. It may rely
    on a colour's name only where that is the original one.
    """
    symmetry = view.quarter_turns + 4 * view.transposed
    return symmetry + (SYMMETRIES if view.tokens is not None else 0)


IDENTIFIERS = 2 * SYMMETRIES


@dataclass(frozen=True)
class PartView(View):
    """A view of the upper left part of a square canvas, beyond which no grid of the task reaches."""

    part: Shape = (0, 0)
    side: int = 0
    """Of the canvas."""

    def apply(self, tokens: IntGrid) -> IntGrid:
        """[side, side] tokens of the puzzle → what the network sees of the part, [R', C']."""
        return super().apply(tokens[: self.part[0], : self.part[1]])

    def place(self, cell: Cell, shape: Shape) -> int:
        """As any view's; raises `ExplainedError` for a cell beyond the part."""
        if cell[0] >= self.part[0] or cell[1] >= self.part[1]:
            raise ExplainedError(BEYOND())
        return super().place(cell, shape)

    def undo(self, grid: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """[R', C', …] → [side, side, …], zeros beyond the part; of tokens these say that nothing is there."""
        undone: npt.NDArray[Number] = super().undo(grid)
        whole = np.zeros((self.side, self.side, *undone.shape[2:]), undone.dtype)
        whole[: self.part[0], : self.part[1]] = undone
        return whole

    def undo_probabilities(self, probabilities: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """[R', C', V] → [side, side, V]; beyond the part, nothing is certain to be there."""
        whole = super().undo_probabilities(probabilities)
        whole[self.part[0] :, :, 0] = whole[:, self.part[1] :, 0] = 1.0
        return whole


def sideways(view: View) -> bool:
    """Whether what are the puzzle's rows are columns in it."""
    return (view.quarter_turns + view.transposed) % 2 == 1


def symmetry_views(part: Shape = (0, 0)) -> list[View]:
    """The eight symmetries of a square, with colours as given; the first is the task as it is.

    With a `part` that isn't square, views of that part of the canvas.
    """
    return [_view(index, part) for index in range(SYMMETRIES)]


def _view(index: int, part: Shape, tokens: tuple[int, ...] | None = None) -> View:
    """Number `index`."""
    turns, transposed = index % 4, index // 4 % 2 == 1
    if part[0] == part[1]:
        return View(index, turns, transposed, tokens)
    return PartView(index, turns, transposed, tokens, part=part, side=max(part))


def voting_views(task: ArcTask, rounds: int, among: str = "", part: Shape = (0, 0)) -> list[View]:
    """The symmetries, then `rounds` more of them, each view with its own exchange of colours if any can be.

    `among` as in `exchangeable_colours`, `part` as in `symmetry_views`.
    """
    views = symmetry_views(part)
    colours = exchangeable_colours(task, among)
    if len(colours) > 1:
        for index in range(SYMMETRIES, SYMMETRIES * (1 + rounds)):
            tokens = exchange(colours, np.random.default_rng(index))
            views.append(_view(index, part, tokens))
    return views


def exchange(colours: Sequence[int], random: np.random.Generator) -> tuple[int, ...]:
    """New names for all tokens; those of `colours` trade theirs."""
    tokens = np.arange(_ARC.size)
    old = np.array(colours, dtype=np.int64) + _ARC.offset
    tokens[old] = random.permutation(old)
    return tuple(tokens.tolist())


def canvas_tokens(grid: ArcGrid, side: int) -> IntGrid:
    """[side, side]: the grid's canvas as the network reads it."""
    return _ARC.encode(to_canvas(grid, side))


def _colours(grid: ArcGrid) -> set[int]:
    return {colour for row in grid for colour in row}
