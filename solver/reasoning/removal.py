"""Which given cells of a puzzle can be taken away, and the puzzle's tokens without them; free of torch.

A Sudoku loses givens, a maze inner walls, and an ARC input cells that are not its background.
"""

from collections.abc import Sequence

import numpy as np

from solver.puzzles.base import Cell, IntGrid, Puzzle
from solver.puzzles.maze.cells import FREE, WALL
from solver.puzzles.vocabulary import VOCABULARIES


def removable_cells(puzzle: Puzzle) -> list[Cell]:
    """Row by row. A maze's border stays, since nothing may lead around outside."""
    grid = puzzle.grid
    if puzzle.kind == "maze":
        removable = grid == WALL
        removable[[0, -1], :] = removable[:, [0, -1]] = False
    elif puzzle.kind == "arc":
        removable = (grid >= 0) & (grid != _background(grid))
    else:
        removable = grid > 0
    return [(int(row), int(column)) for row, column in np.argwhere(removable)]


def tokens_without(puzzle: Puzzle, cells: Sequence[Cell]) -> IntGrid:
    """[rows, columns]: the puzzle's tokens, with nothing given in those cells."""
    grid = puzzle.grid.copy()
    nothing = {"maze": FREE, "arc": _background(grid)}.get(puzzle.kind, 0)
    for cell in cells:
        grid[cell] = nothing
    return VOCABULARIES[puzzle.kind].encode(grid)


def _background(grid: IntGrid) -> int:
    """Colour 0 where an ARC grid has it, else its commonest colour."""
    colours = grid[grid >= 0]
    return 0 if not colours.size or (colours == 0).any() else int(np.bincount(colours).argmax())
