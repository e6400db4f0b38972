"""Sudokus in HTML: a table of nine rows of nine cells, or text that stands preformatted."""

import re
from html.parser import HTMLParser

from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.boards import boards_in
from solver.formats.sudoku_dialects.solutions import without_solutions
from solver.formats.sudoku_text import read_sudokus
from solver.messages import Template
from solver.puzzles.base import PuzzleError

HTML = Template("file.html", "This is HTML without a table of 9×9 cells. Copy the puzzle itself from the browser.")
_TAG = re.compile(
    r"\s*+(?:<!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body|table|div|p|pre|span|meta|tbody|tr)\b", re.I | re.S
)
_PREFORMATTED = ("pre", "code", "textarea")


def _sniff(content: Content) -> float:
    return CERTAIN if _TAG.match(content.text or "") else NO


class _Tables(HTMLParser):
    """Collects each table's rows of cells, and what is preformatted."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.texts: list[str] = []
        self._open: list[list[list[str]]] = []
        self._in_cell = 0
        self._in_text = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "table":
            self._open.append([])
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            self._open[-1].append([])
        elif tag in ("td", "th") and self._open and self._open[-1]:
            self._open[-1][-1].append("")
            self._in_cell += 1
        elif tag == "input" and self._in_cell and self._open and self._open[-1] and self._open[-1][-1]:
            self._open[-1][-1][-1] += values.get("value") or ""
        elif tag in _PREFORMATTED:
            self._in_text += 1
            self.texts.append("")
        elif tag == "br" and self._in_text:
            self.texts[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._open:
            self._open.pop()
        elif tag in ("td", "th"):
            self._in_cell = max(0, self._in_cell - 1)
        elif tag in _PREFORMATTED:
            self._in_text = max(0, self._in_text - 1)

    def handle_data(self, data: str) -> None:
        if self._in_text:
            self.texts[-1] += data
        if self._in_cell and self._open and self._open[-1] and self._open[-1][-1]:
            self._open[-1][-1][-1] += data


def _read(content: Content) -> list[ReadPuzzle]:
    parser = _Tables()
    parser.feed(content.text or "")
    parser.close()
    tables = [[[cell.strip() for cell in row] for row in table if row] for table in parser.tables]
    tables = [table[1:] if len(table) == 10 and len(table[0]) in (9, 10) else table for table in tables if table]
    tables = [[row[1:] for row in table] if all(len(row) == 10 for row in table) else table for table in tables]
    found = [read for table in tables if len(table) == 9 for read in boards_in(table)]
    boxes = [table for table in tables if len(table) == 3 and all(len(row) == 3 for row in table)]
    boxes = [box for box in boxes if all(len(cell) <= 1 for row in box for cell in row)]
    if len(boxes) == 10 and not any(cell for row in boxes[0] for cell in row):
        # The table that holds the boxes.
        del boxes[0]
    if not found and len(boxes) == 9:
        found = list(boards_in([[cell for box in boxes[r // 3 * 3 :][:3] for cell in box[r % 3]] for r in range(9)]))
    if not found:
        lists = [cell for table in tables for row in table for cell in row]
        found = [read for cell in lists if len(cell) == 81 for read in boards_in(cell)]
    if not found:
        found = [read for text in parser.texts for read in read_sudokus(text) if read.puzzle is not None]
    if not found:
        raise PuzzleError(HTML(), line=1)
    return list(without_solutions(found))


FORMAT = Format(
    key="sudoku-html",
    name="Sudoku as an HTML table",
    kind="sudoku",
    endings=(".html", ".htm"),
    sniff=_sniff,
    read=_read,
)
