"""Reads Sudokus from whatever people paste, and writes them; the format is told by the content alone."""

import csv
from collections.abc import Iterator, Sequence

from solver.formats.content import Content
from solver.formats.format import MAYBE, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_cells import CELLS, Line, bad, read_cells
from solver.formats.sudoku_grids import read_grids
from solver.puzzles.base import IntGrid, Puzzle
from solver.puzzles.sudoku.units import PEERS

_PUZZLE_COLUMNS = ("puzzle", "puzzles", "quiz", "quizzes", "question", "givens")
_SOLUTION_COLUMNS = ("solution", "solutions", "answer")
_LONG = 28
"""So many characters without a gap are meant as a whole puzzle rather than as one row."""


def read_sudokus(text: str) -> list[ReadPuzzle]:
    """Every Sudoku in `text`, in order, bad ones with their error; never empty.

    Understood: 81 characters on a line, optionally followed by the solution and anything else (`.sdm`); nine lines,
    with or without borders (`.ss`), comments and section headers (`.sdk`); candidate grids, where single digits are
    the givens; CSV with a header. A blank is one of `0 . X * _` or a space.
    """
    lines = [Line(number, line) for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1)]
    header = next((line for line in lines if line.text.strip()), None)
    if header is None:
        return [bad(1, "There is no puzzle in this text.")]
    if columns := _csv_columns(header.text):
        found = list(_read_csv(lines[header.number :], *columns))
    else:
        found = [puzzle for part in _parts(lines) for puzzle in _read_part(part)]
    return found or [bad(header.number, "There is no puzzle in this text.")]


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


def _csv_columns(header: str) -> tuple[str, int, int | None] | None:
    """Delimiter, puzzle column and solution column, if this line is a CSV header."""
    for delimiter in ",;\t":
        names = [name.strip().strip('"').lower() for name in header.split(delimiter)]
        puzzle = next((names.index(name) for name in _PUZZLE_COLUMNS if name in names), None)
        if puzzle is not None:
            solution = next((names.index(name) for name in _SOLUTION_COLUMNS if name in names), None)
            return delimiter, puzzle, solution
    return None


def _read_csv(
    lines: Sequence[Line], delimiter: str, puzzle_column: int, solution_column: int | None
) -> Iterator[ReadPuzzle]:
    for line in lines:
        if not line.text.strip():
            continue
        # Line by line: no field spans lines, and a stray quote must not swallow the good rows after it.
        try:
            fields = next(csv.reader([line.text], delimiter=delimiter), [])
        except csv.Error as error:
            yield bad(line.number, f"This row is not CSV ({error}).")
            continue
        if len(fields) <= puzzle_column:
            yield bad(line.number, f"This row ends before the puzzle, which is column {puzzle_column + 1}.")
            continue
        puzzle = fields[puzzle_column]
        solution = "" if solution_column is None else "".join(fields[solution_column : solution_column + 1])
        yield read_cells(line.number, puzzle if len(puzzle) == 81 else puzzle.strip(), solution)


def _parts(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines between comments and section headers; sections other than `[Puzzle]` are left out."""
    part: list[Line] = []
    wanted = True
    for line in lines:
        stripped = line.text.strip()
        is_section = stripped.startswith("[") and stripped.endswith("]")
        if is_section:
            wanted = stripped.lower() == "[puzzle]"
        if is_section or stripped.startswith("#"):
            yield part
            part = []
        elif wanted:
            part.append(line)
    yield part


def _read_part(part: Sequence[Line]) -> Iterator[ReadPuzzle]:
    """One-line puzzles by themselves, the lines between them as grids."""
    grid: list[Line] = []
    for line in part:
        is_candidate_row = len(part) >= 9 and len(line.groups) == 9 and line.has_candidates
        if not is_candidate_row and (cells := _cells_with_spaces(line)):
            yield from read_grids(grid)
            grid = []
            yield read_cells(line.number, cells)
        elif _is_whole_puzzle(line):
            yield from read_grids(grid)
            grid = []
            yield _read_whole(line)
        else:
            grid.append(line)
    yield from read_grids(grid)


def _is_whole_puzzle(line: Line) -> bool:
    if line.is_rule or line.has_candidates:
        return False
    return len(line.compact) >= _LONG or any(len(word) >= _LONG for word in _words(line)[:1])


def _read_whole(line: Line) -> ReadPuzzle:
    words = _words(line)
    if len(words[0]) >= _LONG and len(line.compact) != 81:
        return read_cells(line.number, words[0], words[1] if len(words) > 1 else "")
    return read_cells(line.number, line.compact)


def _cells_with_spaces(line: Line) -> str | None:
    """The 81 cells of a line whose blanks are spaces, of which those at its end may have been trimmed."""
    if not line.text.strip():
        return None
    cells = line.text.rstrip().ljust(81)
    if len(cells) != 81 or " " not in cells or not set(cells) <= CELLS | {" "}:
        return None
    trimmed = len(line.text) < 81
    return cells if not trimmed or (len(cells.rstrip()) >= _LONG and set(cells) <= set("123456789 ")) else None


def _words(line: Line) -> list[str]:
    return line.text.replace(",", " ").replace(";", " ").split()


def _sniff(content: Content) -> float:
    # Until a better look: whatever text is none of the other formats.
    text = content.text
    return MAYBE if text is not None and text.strip() and not content.json and text.lstrip()[0] != "<" else NO


def _read(content: Content) -> list[ReadPuzzle]:
    return read_sudokus(content.text or "")


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    return "".join(write_line(puzzle.grid) + "\n" for puzzle in puzzles).encode()


FORMAT = Format(
    key="sudoku-line",
    name="Sudokus, one a line",
    kind="sudoku",
    endings=(".sdm", ".sdk", ".ss", ".txt", ".csv"),
    sniff=_sniff,
    read=_read,
    write=_write,
)
