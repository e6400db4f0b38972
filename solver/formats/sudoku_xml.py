"""Sudokus that other programs save as XML: OpenSudoku 1 and 2, KSudoku, and files with the cells as elements."""

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from solver.formats.content import Content
from solver.formats.format import CERTAIN, MAYBE, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.boards import ONLY_SIZE_9, VARIANT
from solver.formats.sudoku_dialects.cells import BLANK, CELLS, bad, compact, plain, puzzle_of
from solver.formats.sudoku_dialects.solutions import without_solutions
from solver.formats.sudoku_dialects.write import write_line
from solver.messages import Template
from solver.puzzles.base import Puzzle, PuzzleError

DAMAGED = Template("xml.damaged", "This XML is damaged: {why}.")
OPENSUDOKU = Template(
    "sudoku.opensudoku", "The data of this OpenSudoku game describes {count} cells instead of 81. Export it again."
)
KSUDOKU = Template("sudoku.ksudoku", "The values of this KSudoku game are not 81 cells.")
NOTHING = Template("sudoku.xml_nothing", "This XML ({root}) holds no Sudoku that Ponder knows.")

# Possessive, so that no text makes it try how else spaces and comments could be parted.
_ROOT = re.compile(r"(?:\s++|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)*+<([A-Za-z_][\w.-]*)", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = {"svg", "html", "table", "body", "head", "div", "p", "pre", "span", "script"}
_KNOWN = ("opensudoku", "ksudoku", "sudoku")
_OTHERS = re.compile("solution|solved|state|answer", re.IGNORECASE)
_CELL = re.compile(r"(\d)\|[^|]*\|{1,2}(?:[^|]*\|)??([01])\|")
_LETTERS = str.maketrans("_bcdefghij", BLANK + "123456789")


def _root(content: Content) -> str:
    found = _ROOT.match(content.text or "")
    return found[1].lower() if found else ""


def _sniff(content: Content) -> float:
    root = _root(content)
    if not root or root in _ELSEWHERE:
        return NO
    if root in _KNOWN:
        return CERTAIN
    return MAYBE if re.search(r"[0-9._]{81}|<(?:cell|row|given|clue|field)\b", content.text or "") else NO


def _read(content: Content) -> list[ReadPuzzle]:
    text = content.text or ""
    if "<!ENTITY" in text:
        raise PuzzleError(DAMAGED(why="it declares entities"), line=1)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line, column = error.position
        raise PuzzleError(DAMAGED(why=str(error).partition(":")[0]), line=line, column=column + 1) from None
    name = root.tag.lower()
    if name == "opensudoku":
        found = [_opensudoku(game.get("data", "")) for game in root.iter("game")]
    elif name == "ksudoku":
        found = [_ksudoku(puzzle) for puzzle in root.iter("puzzle")]
    else:
        found = list(_cells(root)) or list(_rows(root)) or list(without_solutions(_lines(root)))
    if not found:
        raise PuzzleError(NOTHING(root=root.tag), line=1)
    return found


def _opensudoku(data: str) -> ReadPuzzle:
    """Version 0 is 81 digits; later ones list `value|notes|editable|` for each cell: what cannot be edited is given."""
    head, _, body = re.sub(r"^(version: *[0-9]+)\s", r"\1\n", data.strip()).partition("\n")
    if not head.lower().startswith("version"):
        cells = compact(plain(head + body))
        if len(cells) == 81 and CELLS.issuperset(cells):
            return puzzle_of(cells, 1)
        return bad(PuzzleError(OPENSUDOKU(count=len(cells))), 1)
    fields = body.strip().rstrip("|").split("|")
    # Version 1 has three fields a cell, version 2 three or, where a note is empty, four; later ones have four.
    found = _fields_of_cells(fields)
    if len(found) != 81:
        return bad(PuzzleError(OPENSUDOKU(count=len(found))), 1)
    return puzzle_of("".join(value if given else BLANK for value, given in found).replace("0", BLANK), 1)


def _fields_of_cells(fields: Sequence[str]) -> list[tuple[str, bool]]:
    """Value and whether it is given, for each cell; as many as the data is good for."""
    for width in (3, 4, 5):
        cells = [fields[start : start + width] for start in range(0, len(fields), width)]
        if len(cells) == 81 and all(_is_cell(cell, width) for cell in cells):
            return [(cell[0], cell[-1] == "0") for cell in cells]
    # Cells of version 2 whose note is empty have an empty field more than the others.
    found: list[tuple[str, bool]] = []
    position = 0
    while position + 2 < len(fields):
        width = 4 if fields[position + 2] == "" else 3
        cell = fields[position : position + width]
        if not _is_cell(cell, width):
            break
        found.append((cell[0], cell[-1] == "0"))
        position += width
    return found


def _is_cell(cell: Sequence[str], width: int) -> bool:
    return len(cell) == width and len(cell[0]) == 1 and cell[0].isdecimal() and cell[-1] in ("0", "1")


def _ksudoku(puzzle: ElementTree.Element) -> ReadPuzzle:
    graph = puzzle.find("graph")
    order = graph.get("order", "9") if graph is not None else "9"
    kind = graph.get("specific-type", "Plain") if graph is not None else "Plain"
    if order != "9":
        size = int(order) if order.isdecimal() and len(order) < 4 else 0
        return bad(PuzzleError(ONLY_SIZE_9(size=size)), 1)
    if kind.lower() not in ("plain", "sudoku") or puzzle.find(".//cage") is not None:
        return bad(PuzzleError(VARIANT(rules=kind)), 1)
    cells = "".join((puzzle.findtext("values") or "").split()).translate(_LETTERS)
    if len(cells) != 81 or not CELLS.issuperset(cells):
        return bad(PuzzleError(KSUDOKU()), 1)
    return puzzle_of(cells, 1)


def _cells(root: ElementTree.Element) -> Iterator[ReadPuzzle]:
    """81 elements with a column, a row and a value; those that a solver filled in are no givens."""
    placed: dict[tuple[int, int], str] = {}
    count = 0
    places: set[int] = set()
    for element in root.iter():
        fields = {child.tag.lower(): (child.text or "").strip() for child in element}
        fields |= {key.lower(): value.strip() for key, value in element.attrib.items()}
        column, row = fields.get("x", fields.get("column", fields.get("col"))), fields.get("y", fields.get("row"))
        if column is None or row is None or not (column.isdecimal() and row.isdecimal()):
            continue
        count += 1
        value = plain(fields.get("value", fields.get("digit", "")))
        is_given = fields.get("origin", "user").lower() in ("user", "given", "fixed", "provided")
        places |= {int(row[:4]), int(column[:4])}
        if value.strip() and value in CELLS and is_given and len(row) == len(column) == 1:
            placed[int(row), int(column)] = value
    if count and placed:
        # Rows and columns count from 0, or from 1 where one of them is 9; without 0 and 9 nothing says which.
        first = 1 if max(places) == 9 else 0
        if count > 81 or max(places) - first > 8 or min(places) not in (0, first):
            yield bad(PuzzleError(NOTHING(root=root.tag)), 1)
        else:
            cells = [placed.get((row + first, column + first), BLANK) for row in range(9) for column in range(9)]
            yield puzzle_of("".join(cells), 1)


def _rows(root: ElementTree.Element) -> Iterator[ReadPuzzle]:
    """Nine elements of nine cells each: as a text, or as an element for each."""
    for parent in root.iter():
        if len(parent) != 9 or _OTHERS.search(parent.tag):
            continue
        rows = [
            "".join(_element_cell(cell) for cell in row) if len(row) else compact(plain(row.text or ""))
            for row in parent
        ]
        if all(len(row) == 9 and CELLS.issuperset(row) for row in rows):
            yield puzzle_of("".join(rows), 1)


def _element_cell(cell: ElementTree.Element) -> str:
    return plain(cell.get("value", cell.text or "")).strip() or BLANK


def _lines(root: ElementTree.Element) -> Iterator[ReadPuzzle]:
    """Elements and attributes that hold 81 cells and are not called a solution."""
    for element in root.iter():
        texts = {element.tag: element.text or "", **element.attrib}
        for name, text in texts.items():
            cells = compact(plain(text))
            if len(cells) == 81 and CELLS.issuperset(cells) and not _OTHERS.search(name):
                yield puzzle_of(cells, 1)
                break


def _write(puzzles: Sequence[Puzzle]) -> bytes:
    root = ElementTree.Element("opensudoku")
    for puzzle in puzzles:
        ElementTree.SubElement(root, "game", data=write_line(puzzle.grid, "0"))
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root) + b"\n"


FORMAT = Format(
    key="opensudoku",
    name="OpenSudoku, KSudoku and other XML",
    kind="sudoku",
    endings=(".opensudoku", ".ksudoku", ".sdku", ".xml"),
    sniff=_sniff,
    read=_read,
    write=_write,
)
