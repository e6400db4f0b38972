"""What can be done to one ARC grid, or to a block of its cells: functions of grids, without a widget."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from solver.puzzles.arc.task import ArcGrid, read_grid
from solver.puzzles.base import Cell, IntGrid, PuzzleError

BLACK = 0
"""What is left behind where something moved away."""


@dataclass(frozen=True)
class Block:
    """A rectangle of cells."""

    top: int
    left: int
    rows: int
    columns: int

    @classmethod
    def between(cls, one: Cell, other: Cell) -> "Block":
        """The smallest that holds both cells."""
        top, left = min(one[0], other[0]), min(one[1], other[1])
        return cls(top, left, abs(one[0] - other[0]) + 1, abs(one[1] - other[1]) + 1)

    @classmethod
    def whole(cls, grid: ArcGrid) -> "Block":
        """All of `grid`."""
        return cls(0, 0, len(grid), len(grid[0]))

    @property
    def cells(self) -> list[Cell]:
        """In reading order."""
        return [(self.top + r, self.left + c) for r in range(self.rows) for c in range(self.columns)]


def painted(grid: ArcGrid, cells: Iterable[Cell], colour: int) -> ArcGrid:
    """`cells` in one colour."""
    new = np.array(grid)
    for cell in cells:
        new[cell] = colour
    return _grid(new)


def flooded(grid: ArcGrid, cell: Cell, colour: int) -> ArcGrid:
    """The grid with `cell` and the connected area of its colour painted in another one."""
    new = np.array(grid)
    old = new[cell]
    waiting = [cell] if old != colour else []
    while waiting:
        row, column = waiting.pop()
        if 0 <= row < new.shape[0] and 0 <= column < new.shape[1] and new[row, column] == old:
            new[row, column] = colour
            waiting += [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
    return _grid(new)


def part_of(grid: ArcGrid, block: Block) -> ArcGrid:
    """The cells of `block` alone."""
    return tuple(row[block.left : block.left + block.columns] for row in grid[block.top : block.top + block.rows])


def pasted(grid: ArcGrid, at: Cell, piece: ArcGrid) -> ArcGrid:
    """`piece` with its upper left cell at `at`, which may lie outside; what doesn't fit in is cut off."""
    new, part = np.array(grid), np.array(piece)
    row, column = at
    rows, columns = new.shape
    top, left = max(row, 0), max(column, 0)
    bottom, right = min(row + part.shape[0], rows), min(column + part.shape[1], columns)
    if top < bottom and left < right:
        new[top:bottom, left:right] = part[top - row : bottom - row, left - column : right - column]
    return _grid(new)


def resized(grid: ArcGrid, rows: int, columns: int) -> ArcGrid:
    """Cut or lengthened at the right and the bottom, by black cells."""
    return pasted(_grid(np.full((rows, columns), BLACK)), (0, 0), grid)


def moved(grid: ArcGrid, block: Block, by: Cell) -> ArcGrid:
    """The cells of `block` pushed `by` rows and columns; black is left behind."""
    piece = part_of(grid, block)
    return pasted(painted(grid, block.cells, BLACK), (block.top + by[0], block.left + by[1]), piece)


def turned(grid: ArcGrid, block: Block, quarters: int) -> ArcGrid:
    """`block` turned clockwise about its upper left corner; a whole grid turns with its shape."""
    return _transformed(grid, block, np.rot90(np.array(part_of(grid, block)), -quarters))


def mirrored(grid: ArcGrid, block: Block, *, upside_down: bool) -> ArcGrid:
    """`block` with left and right exchanged, or top and bottom."""
    return _transformed(grid, block, np.flip(np.array(part_of(grid, block)), 0 if upside_down else 1))


def piece_text(piece: ArcGrid) -> str:
    """Rows of digits, which `read_piece` reads back."""
    return "\n".join("".join(map(str, row)) for row in piece)


def read_piece(text: str) -> ArcGrid | None:
    """A grid in `text`: rows of digits, with or without something between them, or a list of lists; else None."""
    try:
        rows = json.loads(text) if text.lstrip().startswith("[[") else [_digits(row) for row in text.split("\n")]
        while rows and rows[-1] == []:
            rows.pop()
        return read_grid(rows, "clipboard")
    except (PuzzleError, ValueError, RecursionError):
        return None


def _digits(row: str) -> list[int]:
    return [int(each) for each in row.replace(",", "").replace(" ", "").strip()]


def _transformed(grid: ArcGrid, block: Block, piece: IntGrid) -> ArcGrid:
    if block == Block.whole(grid):
        return _grid(piece)
    return pasted(painted(grid, block.cells, BLACK), (block.top, block.left), _grid(piece))


def _grid(array: IntGrid) -> ArcGrid:
    return tuple(tuple(row) for row in array.tolist())
