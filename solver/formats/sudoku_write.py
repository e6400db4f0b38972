"""Sudokus as text: a line of 81 characters, a bordered grid, and a grid of candidates."""

from collections.abc import Sequence

from solver.puzzles.base import IntGrid
from solver.puzzles.sudoku.units import PEERS


def write_line(grid: IntGrid, blank: str = ".") -> str:
    """`grid` [9, 9] as 81 characters."""
    return "".join(str(digit) if digit else blank for digit in grid.reshape(-1).tolist())


def write_grid(grid: IntGrid, blank: str = ".") -> str:
    """`grid` [9, 9] as nine rows with borders around the boxes."""
    cells = [str(digit) if digit else blank for digit in grid.reshape(-1).tolist()]
    return _bordered(cells, 1)


def write_candidates(grid: IntGrid) -> str:
    """`grid` [9, 9] with, in each blank cell, all digits that no peer holds.

    The format cannot tell a given from a cell with one candidate left: reading it back gives both as givens.
    """
    digits = grid.reshape(-1).tolist()
    cells = [
        str(digit) if digit else "".join(str(d) for d in range(1, 10) if d not in {digits[p] for p in peers}) or "."
        for digit, peers in zip(digits, PEERS, strict=True)
    ]
    return _bordered(cells, max(map(len, cells)))


def _bordered(cells: Sequence[str], width: int) -> str:
    border = "+" + ("-" * (3 * width + 4) + "+") * 3
    rows = []
    for row in range(9):
        if row % 3 == 0:
            rows.append(border)
        padded = [cell.ljust(width) for cell in cells[9 * row : 9 * row + 9]]
        boxes = (" ".join(padded[start : start + 3]) for start in (0, 3, 6))
        rows.append(f"| {' | '.join(boxes)} |")
    return "\n".join([*rows, border])
