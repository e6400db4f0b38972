"""Sudokus as text: a line of 81 characters, or a bordered grid."""

from collections.abc import Sequence

from solver.puzzles.base import IntGrid


def write_line(grid: IntGrid, blank: str = ".") -> str:
    """`grid` [9, 9] as 81 characters."""
    return "".join(str(digit) if digit else blank for digit in grid.reshape(-1).tolist())


def write_grid(grid: IntGrid, blank: str = ".") -> str:
    """`grid` [9, 9] as nine rows with borders around the boxes."""
    cells = [str(digit) if digit else blank for digit in grid.reshape(-1).tolist()]
    return bordered(cells, 1)


def bordered(cells: Sequence[str], width: int) -> str:
    """81 cells, each padded to `width` characters, with borders around the boxes."""
    border = "+" + ("-" * (3 * width + 4) + "+") * 3
    rows = []
    for row in range(9):
        if row % 3 == 0:
            rows.append(border)
        padded = [cell.ljust(width) for cell in cells[9 * row : 9 * row + 9]]
        boxes = (" ".join(padded[start : start + 3]) for start in (0, 3, 6))
        rows.append(f"| {' | '.join(boxes)} |")
    return "\n".join([*rows, border])
