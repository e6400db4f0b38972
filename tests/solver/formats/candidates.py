"""Grids of candidates, as other programs write them."""

from solver.formats.sudoku_dialects.write import bordered
from solver.puzzles.base import IntGrid
from solver.puzzles.sudoku.units import PEERS


def write_candidates(grid: IntGrid) -> str:
    """`grid` [9, 9] with, in each blank cell, all digits that no peer holds.

    The format cannot tell a given from a cell with one candidate left: reading it back gives both as givens.
    """
    digits = grid.reshape(-1).tolist()
    cells = [
        str(digit) if digit else "".join(str(d) for d in range(1, 10) if d not in {digits[p] for p in peers}) or "."
        for digit, peers in zip(digits, PEERS, strict=True)
    ]
    return bordered(cells, max(map(len, cells)))
