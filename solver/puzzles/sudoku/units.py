"""The geometry of a 9×9 Sudoku: its 27 units and each cell's 20 peers, as indices of cells counted row by row."""

from solver.messages import Template
from solver.puzzles.base import Cell

ROWS = tuple(tuple(range(9 * row, 9 * row + 9)) for row in range(9))
COLUMNS = tuple(tuple(range(column, 81, 9)) for column in range(9))
BOXES = tuple(
    tuple(27 * band + 3 * stack + 9 * row + column for row in range(3) for column in range(3))
    for band in range(3)
    for stack in range(3)
)
UNITS = ROWS + COLUMNS + BOXES
"""27 units of 9 cells: rows, columns, boxes."""
_ROW = Template("sudoku.row", "Row {number}")
_COLUMN = Template("sudoku.column", "Column {number}")
_BOX = Template("sudoku.box", "Box {number}")
UNIT_NAMES = tuple(unit(number=number) for unit in (_ROW, _COLUMN, _BOX) for number in range(1, 10))
PEERS = tuple(tuple(sorted({peer for unit in UNITS if cell in unit for peer in unit} - {cell})) for cell in range(81))
"""For each cell the 20 others that share a unit with it."""


def cell_of(index: int) -> Cell:
    """Row and column, counted from 0, of the cell with this index (0–80)."""
    return divmod(index, 9)


def cell_name(cell: Cell) -> str:
    """The usual notation, counted from 1: r1c1 is the top left cell."""
    row, column = cell
    return f"r{row + 1}c{column + 1}"
