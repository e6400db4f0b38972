"""Sudokus as arrays in source code or printouts: Python, NumPy, C, Java, MATLAB, …"""

from weakref import WeakKeyDictionary

from solver.formats.bracketed import bracketed_lists
from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.sudoku_dialects.boards import boards_in

_known: WeakKeyDictionary[Content, list[ReadPuzzle]] = WeakKeyDictionary()


def _boards(content: Content) -> list[ReadPuzzle]:
    """The boards in `content`; worked out once, for the sniffer and the reader."""
    if content not in _known:
        _known[content] = _found(content)
    return _known[content]


def _found(content: Content) -> list[ReadPuzzle]:
    text = content.text
    # Names between quotes and colons are an object's: that is damaged JSON or a dictionary, and no array.
    if text is None or content.is_json or not any(bracket in text for bracket in "[{(") or text.lstrip()[:1] == "<":
        return []
    if content.json and '":' in text:
        return []
    return list(boards_in(bracketed_lists(text)))


def _sniff(content: Content) -> float:
    return LIKELY + 0.1 if any(each.puzzle is not None for each in _boards(content)) else NO


FORMAT = Format(
    key="sudoku-code",
    name="Sudokus as arrays in code",
    kind="sudoku",
    endings=(".txt", ".py"),
    sniff=_sniff,
    read=_boards,
)
