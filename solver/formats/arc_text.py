"""ARC tasks as text: grids of digits under “Input” and “Output”, as people and programs put them to a chat."""

import re
from dataclasses import dataclass, field

from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.messages import Template
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import PuzzleError

UNEVEN = Template("arc.uneven_text", "The rows of this ARC grid have different lengths.")
ORDER = Template(
    "arc.text_order", "The grids of this ARC task should alternate between input and output, and end with a test input."
)

LARGEST = 400_000
"""Characters; a task is far smaller."""
_ROW = re.compile(r"[\s\[\](){},;|'\"]*[0-9](?:[\s\[\](){},;|'\"]*[0-9])*[\s\[\](){},;|'\"]*")
_NUMBER = re.compile(r"[0-9]+")
_OUTPUT = re.compile(r"\boutputs?\b|^\W*O\s*:|^\W*(?:->|→|=>)\W*$", re.IGNORECASE)
_INPUT = re.compile(r"\binputs?\b|^\W*I\s*:", re.IGNORECASE)
_TEST = re.compile(r"\b(?:test|question|query)\b", re.IGNORECASE)
_INLINE = re.compile(r"(?P<label>[^\[\]]{0,80}?)(?P<rows>\[\s*\[[\d\s,\[\]]*\]\s*\])\W*$")


@dataclass
class _Grid:
    """Rows of digits, the line of the first, and what stood above it."""

    line: int
    rows: list[tuple[int, ...]] = field(default_factory=list)
    role: str = ""
    test: bool = False


def _grids(text: str) -> list[_Grid]:
    """Every grid of the text, in order, with the role that the nearest label above gives it."""
    grids: list[_Grid] = []
    role, test, opened = "", False, False
    for number, line in enumerate(text.split("\n"), start=1):
        inline = _INLINE.match(line) if "]" in line and len(line) < 4_000 else None
        label = inline["label"] if inline else line
        if inline is None and _ROW.fullmatch(line):
            if not opened:
                grids.append(_Grid(number, role=role, test=test))
                role, opened = "", True
            grids[-1].rows.append(_cells(line))
            continue
        opened = False
        if len(label) < 300:
            test = test or _TEST.search(label) is not None
            found = [
                (match.end(), name)
                for name, form in (("output", _OUTPUT), ("input", _INPUT))
                if (match := form.search(label))
            ]
            role = max(found)[1] if found else role
        if inline is not None:
            rows = [_cells(row) for row in re.findall(r"\[([\d\s,]*)\]", inline["rows"])]
            grids.append(_Grid(number, rows, role, test))
            role = ""
    return grids


def _cells(line: str) -> tuple[int, ...]:
    numbers = _NUMBER.findall(line)
    # Digits that nothing parts are cells of their own.
    return tuple(int(digit) for digit in "".join(numbers)) if len(numbers) == 1 or max(map(len, numbers)) == 1 else ()


def _pairs(text: str) -> list[_Grid] | None:
    """The grids in order, if they are those of a task: inputs and outputs, at least one of both, and a test input."""
    if len(text) > LARGEST or not (_OUTPUT.search(text) or "->" in text or "\nO:" in text):
        return None
    grids = [grid for grid in _grids(text) if grid.role or len(grid.rows) > 1]
    if len(grids) < 3 or sum(grid.role == "output" for grid in grids) < 1:
        return None
    for place, grid in enumerate(grids):
        if not grid.role and place % 2 == 0 and place + 1 < len(grids) and grids[place + 1].role == "output":
            grid.role = "input"
    if not grids[-1].role:
        grids[-1].role = "input"
    return grids if all(grid.role for grid in grids) and not _are_sudokus(grids) else None


def _are_sudokus(grids: list[_Grid]) -> bool:
    """Whether every output is a full Sudoku: then these are puzzles and their solutions."""
    outputs = [grid.rows for grid in grids if grid.role == "output"]
    whole = set(range(1, 10))
    return all(
        len(rows) == 9
        and all(set(row) == whole for row in rows)
        and all(set(column) == whole for column in zip(*rows, strict=False))
        for rows in outputs
    )


def _sniff(content: Content) -> float:
    text = content.text
    if text is None or content.is_json or text.lstrip()[:1] == "{":
        return NO
    return LIKELY + 0.2 if _pairs(text) is not None else NO


def _read(content: Content) -> list[ReadPuzzle]:
    grids = _pairs(content.text or "") or []
    try:
        return [ReadPuzzle(ArcPuzzle(ArcTask.from_json(_task(grids))), None, grids[0].line)]
    except PuzzleError as error:
        return [ReadPuzzle(None, error if error.line else PuzzleError(error.why, line=grids[0].line), grids[0].line)]


def _task(grids: list[_Grid]) -> dict[str, list[dict[str, object]]]:
    pairs: list[dict[str, object]] = []
    tests: list[bool] = []
    for grid in grids:
        if not all(grid.rows) or len(set(map(len, grid.rows))) != 1:
            raise PuzzleError(UNEVEN(), line=grid.line)
        if grid.role == "input":
            if pairs and "output" not in pairs[-1] and not tests[-1]:
                raise PuzzleError(ORDER(), line=grid.line)
            pairs.append({"input": grid.rows})
            tests.append(grid.test)
        elif not pairs or "output" in pairs[-1]:
            raise PuzzleError(ORDER(), line=grid.line)
        else:
            pairs[-1]["output"] = grid.rows
    if not any(tests) or all(tests):
        # Without a word about a test, the last pair is one.
        tests = [False] * (len(pairs) - 1) + [True]
    train = [pair for pair, test in zip(pairs, tests, strict=True) if not test]
    if tests != sorted(tests) or any("output" not in pair for pair in train) or not train:
        raise PuzzleError(ORDER(), line=grids[0].line)
    return {"train": train, "test": [pair for pair, test in zip(pairs, tests, strict=True) if test]}


FORMAT = Format(key="arc-text", name="ARC task as text", kind="arc", endings=(".txt", ".md"), sniff=_sniff, read=_read)
