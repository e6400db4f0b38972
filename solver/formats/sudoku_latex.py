"""Sudokus in LaTeX: the environment `sudoku`, or a table or matrix of nine rows of nine cells."""

import re

from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.boards import boards_in
from solver.formats.sudoku_dialects.solutions import without_solutions
from solver.messages import Template
from solver.puzzles.base import PuzzleError

LATEX = Template("sudoku.latex", "This is LaTeX without a table of 9×9 cells. Copy the puzzle as text instead.")
_BEGIN = re.compile(r"\\begin\{([a-zA-Z-]*(?:sudoku|tabular|array|matrix)[a-zA-Z-]*\*?)\}")
_SET_ROW = re.compile(r"\\setrow((?:\s{0,9}\{[^{}]{0,9}\}){9})\s")
_ARGUMENTS = re.compile(r"\s*(?:\[[^\]]*\]\s*)?(?:\{(?:[^{}]|\{[^{}]*\})*\}\s*)*")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_RULES = re.compile(
    r"\\(?:hline|toprule|midrule|bottomrule|(?:cline|cmidrule)(?:\([^)]*\))?\{[^}]*\}|noalign\{[^}]*\})"
)
_STYLED = re.compile(r"\\[a-zA-Z]+\*?(?:\[[^\]]*\])?\{([^{}]*)\}")
_COMMAND = re.compile(r"\\[a-zA-Z]+\*?|[{}$~]")


def _sniff(content: Content) -> float:
    text = content.text or ""
    return CERTAIN if _BEGIN.search(text) or ("\\setrow" in text and _SET_ROW.search(text)) else NO


def _read(content: Content) -> list[ReadPuzzle]:
    text = _COMMENT.sub("", content.text or "")
    found: list[ReadPuzzle] = []
    for begin in _BEGIN.finditer(text):
        end = text.find(f"\\end{{{begin[1]}}}", begin.end())
        body = text[begin.end() : end if end >= 0 else len(text)]
        line = text.count("\n", 0, begin.start()) + 1
        rows = _bars(body) if "sudoku" in begin[1].lower() and "&" not in body else _table(body)
        if len(rows) == 9:
            found.extend(boards_in(rows, line))
    if not found:
        rows = [re.findall(r"\{([^{}]*)\}", match[1]) for match in _SET_ROW.finditer(text)]
        found.extend(boards_in(rows) if len(rows) == 9 else ())
    if not found:
        raise PuzzleError(LATEX(), line=1)
    return list(without_solutions(found))


def _bars(body: str) -> list[list[str]]:
    """`|2|5| | |3| |9| |1|.`, the package's own notation."""
    lines = [line.strip().rstrip(".").strip() for line in body.split("\n")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


def _table(body: str) -> list[list[str]]:
    body = _RULES.sub(" ", body[_ARGUMENTS.match(body).end() :])  # type: ignore[union-attr]
    rows = [row for row in re.split(r"\\\\(?:\[[^\]]*\])?|\\tabularnewline|\\cr\b", body) if "&" in row]
    return [[_bare(cell) for cell in row.split("&")] for row in rows]


def _bare(cell: str) -> str:
    for _ in range(4):
        cell = _STYLED.sub(r"\1", cell)
    return _COMMAND.sub("", cell).strip()


FORMAT = Format(key="sudoku-latex", name="Sudoku in LaTeX", kind="sudoku", endings=(".tex",), sniff=_sniff, read=_read)
