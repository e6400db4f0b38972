"""Sudokus in whatever text people paste: lists, grids, candidates, with prose and notes around them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.formats.content import Content
from solver.formats.format import CERTAIN, LIKELY, MAYBE, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.cells import DIGITS, bad, puzzle_of
from solver.formats.sudoku_dialects.grids import GRID, LINE, read_grids
from solver.formats.sudoku_dialects.layouts import in_places
from solver.formats.sudoku_dialects.lines import Kind, Line, read_line
from solver.formats.sudoku_dialects.solutions import with_solution
from solver.formats.sudoku_dialects.tables import without_labels
from solver.formats.sudoku_dialects.write import write_line
from solver.formats.unclaimed import NO_PUZZLE
from solver.puzzles.base import Puzzle, PuzzleError
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

FEWEST = 17
"""Givens of a puzzle that a fuller grid behind it can be a state of."""
_NOTHING_ELSE = {Kind.WHOLE, Kind.ROW, Kind.CANDIDATES, Kind.RULE, Kind.BLANK, Kind.COMMENT}
"""What the lines of a list without any prose are."""
_LOOKED_AT = 400
"""Lines that the sniffer looks at."""


def read_sudokus(text: str) -> list[ReadPuzzle]:
    """Every Sudoku in `text`, in order, bad ones with their error; never empty.

    Understood: 81 characters on a line, with the solution and anything else behind or before it (`.sdm`, CSV, HoDoKu,
    tdoku); nine rows, with or without borders (`.ss`), labels, comments and section headers (`.sdk`); candidate grids,
    where single digits are the givens. Titles, prose and notes are passed over; so is a grid that only shows the
    puzzle before it once more: its solution, its candidates, or itself written in another way.
    """
    lines = _of_wanted_sections(
        [
            read_line(number, line)
            for number, line in enumerate(without_labels(text.replace("\r\n", "\n").split("\n")), 1)
        ]
    )
    found = list(_without_repeats(_read(_settled(lines))))
    return found or [bad(PuzzleError(NO_PUZZLE(), line=1), 1)]


def _of_wanted_sections(lines: list[Line]) -> list[Line]:
    """Without the sections other than `[Puzzle]`, where there is one: they show how far a player got."""
    headings = {
        index: line.text.strip().lower()
        for index, line in enumerate(lines)
        if line.text.strip().startswith("[") and line.text.strip().endswith("]") and line.kind is Kind.TEXT
    }
    if "[puzzle]" not in headings.values():
        return lines
    wanted, kept = True, []
    for index, line in enumerate(lines):
        if index in headings:
            wanted = headings[index] == "[puzzle]"
        if wanted or line.kind is Kind.BLANK:
            kept.append(line)
    return kept


def _settled(lines: list[Line]) -> Iterator[Line]:
    """`lines`, with a short text between two rows taken for a row with a mistake: nobody writes titles there."""
    rows = 0
    for index, line in enumerate(lines):
        following = lines[index + 1].kind if index + 1 < len(lines) else Kind.BLANK
        if line.kind is Kind.TEXT and rows % 9 and following is Kind.ROW and len(line.text) <= 25:
            line = line._replace(kind=Kind.NEAR)
        rows = rows + 1 if line.kind in (Kind.ROW, Kind.NEAR) else rows if line.kind is Kind.RULE else 0
        yield line


def _read(lines: Iterator[Line]) -> Iterator[tuple[str, ReadPuzzle]]:
    """Every puzzle with how it is written: whole lines by themselves, the lines between them as grids."""
    grid: list[Line] = []
    for line in lines:
        if line.kind is Kind.WHOLE and in_places(line.cells):
            # Not a puzzle but the candidates of a row; nine such lines are a grid.
            grid.append(line)
        elif line.kind is Kind.WHOLE:
            yield from read_grids(grid)
            grid = []
            yield from _read_whole(line)
        elif line.kind is Kind.TEXT:
            yield from read_grids(grid)
            grid = []
        else:
            grid.append(line)
    yield from read_grids(grid)


def _read_whole(line: Line) -> Iterator[tuple[str, ReadPuzzle]]:
    solution = next((field for field in line.fields if set(field) <= set(DIGITS)), "")
    first = puzzle_of(line.cells, line.number, solution)
    yield LINE, first
    # Arrays hold several puzzles on a line; a solution, a state or a mask beside a puzzle is none of them.
    for field in line.fields:
        if not FEWEST <= sum(cell in DIGITS for cell in field) < 81:
            continue
        other = puzzle_of(field, line.number)
        if other.puzzle is not None and first.puzzle is not None and _is_another(other.puzzle, first.puzzle):
            yield LINE, other


def _is_another(puzzle: Puzzle, first: Puzzle) -> bool:
    other, givens = puzzle.grid, first.grid
    return bool(((givens > 0) & (other > 0) & (givens != other)).any())


def _without_repeats(found: Iterator[tuple[str, ReadPuzzle]]) -> Iterator[ReadPuzzle]:
    """Without what shows the puzzle before it once more: solved, with candidates, or written in another way."""
    last: tuple[str, ReadPuzzle] | None = None
    for written, read in found:
        if last is not None and (repeat := _as_repeat(last, written, read)) is not None:
            last = (last[0], repeat)
            continue
        if last is not None:
            yield last[1]
        last = (written, read)
    if last is not None:
        yield last[1]


def _as_repeat(last: tuple[str, ReadPuzzle], written: str, read: ReadPuzzle) -> ReadPuzzle | None:
    """The puzzle before with what a repeat adds to it; None if `read` is a puzzle of its own."""
    before, puzzle = last[1].puzzle, read.puzzle
    if not isinstance(before, SudokuPuzzle) or not isinstance(puzzle, SudokuPuzzle):
        return None
    givens, cells = before.givens, puzzle.givens
    solved = 0 not in cells
    if 0 not in givens and not solved and all(cell in (0, given) for given, cell in zip(givens, cells, strict=True)):
        # The solution came first.
        return with_solution(read, last[1])
    if (not solved and written == last[0] != GRID) or 0 not in givens:
        return None
    if any(given not in (0, cell) for given, cell in zip(givens, cells, strict=True)):
        return None
    if 81 - givens.count(0) < FEWEST and cells != givens:
        return None
    return replace(last[1], solution=puzzle.grid) if solved else last[1]


def _sniff(content: Content) -> float:
    text = content.text
    if text is None or content.is_json or _has_keys(content):
        return NO
    lines = [read_line(0, line) for line in without_labels(list(content.lines[:_LOOKED_AT]))]
    whole = [line for line in lines if line.kind in (Kind.WHOLE, Kind.CANDIDATES)]
    rows = [line for line in lines if line.kind in (Kind.ROW, Kind.NEAR, Kind.CELLS)]
    strong = [line for line in rows if not line.is_weak]
    if not whole and len(strong) < 4 and len(rows) < 7 and not any(len(line.cells) > 20 for line in rows):
        return NO
    if not whole and sum(len(line.cells) <= 2 for line in rows) > 0.8 * len(rows):
        # These may as well be the numbers of another text's rows.
        return MAYBE
    counts = Counter(cell for line in (*whole, *rows) for cell in line.cells if cell in DIGITS)
    digits = set(counts)
    if len(digits) > 6 and all(line.kind in _NOTHING_ELSE for line in lines):
        return CERTAIN
    # A matrix of 0 and 1, maybe with two other digits or letters as marks, is more likely a maze.
    usual = {digit for digit, count in counts.items() if count > 2}
    return LIKELY if whole or not usual <= set("123") else MAYBE if digits else NO


def _has_keys(content: Content) -> bool:
    """Whether it is damaged JSON with keys, or markup: the numbers in there are for other formats."""
    text = content.text or ""
    return text.lstrip()[:1] == "<" or (bool(content.json) and '":' in text)


def _read_content(content: Content) -> list[ReadPuzzle]:
    return read_sudokus(content.text or "")


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    return "".join(write_line(puzzle.grid) + "\n" for puzzle in puzzles).encode()


FORMAT = Format(
    key="sudoku-line",
    name="Sudokus, one per line",
    kind="sudoku",
    endings=(".sdm", ".sdk", ".ss", ".txt", ".csv"),
    usual=True,
    sniff=_sniff,
    read=_read_content,
    write=_write,
)
