"""Views of an ARC task: turned, mirrored, and with colours exchanged where their names mean nothing."""

from collections.abc import Sequence
from string import digits

import numpy as np

from solver.puzzles.arc.canvas import to_canvas
from solver.puzzles.arc.task import COLOURS, ArcGrid, ArcTask
from solver.puzzles.base import IntGrid
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.views import View

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


def symmetry_views() -> list[View]:
    """The eight symmetries of a square, with colours as given; the first is the task as it is."""
    return [View(index, index % 4, index >= 4) for index in range(SYMMETRIES)]


def voting_views(task: ArcTask, rounds: int, among: str = "") -> list[View]:
    """The symmetries, then `rounds` more of them, each view with its own exchange of colours if any can be.

    `among` as in `exchangeable_colours`.
    """
    views = symmetry_views()
    colours = exchangeable_colours(task, among)
    if len(colours) > 1:
        for index in range(SYMMETRIES, SYMMETRIES * (1 + rounds)):
            tokens = exchange(colours, np.random.default_rng(index))
            views.append(View(index, index % 4, index // 4 % 2 == 1, tokens))
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
