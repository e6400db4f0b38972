"""Nested lists as the source code and the printouts of programs write them: Python, NumPy, C, Java, Go, Lua, …"""

import re
from typing import Any

LARGEST = 4_000_000
"""Characters; longer texts are no arrays that somebody pasted."""
DEEPEST = 20
_TOKENS = re.compile(
    r"""(?P<row>[\[({][ ,]*[0-9](?:[ ,]+[0-9])*[ ,]*[\])}])"""
    r"""|(?P<type>\[[0-9]{0,3}\][A-Za-z_][\w.]*(?=[ ]?\{))"""
    r"""|(?P<comment>//[^\n]*|\#(?![0-9]*[aA]\()[^\n]*|/\*.*?\*/|--[^\n]*)"""
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"""|(?P<number>-?\d+(?:\.\d*)?)"""
    r"""|(?P<word>[^\W\d]\w*!?)"""
    r"""|(?P<open>[\[({])|(?P<close>[\])}])|(?P<line>\n)""",
    re.DOTALL,
)
"""A row of single digits is one token, for speed: that is what most arrays of puzzles hold."""
_GOES_ON = re.compile(r" _(?=[ \t]*\n)")
_EMPTY = re.compile(r"[0-9,{\[(]\s{0,9},\s{0,9},")
_FIRST = re.compile(r"([,{\[(]\s{0,9})(?=,)")
_LAST = re.compile(r"([0-9_]\s{0,9},\s{0,9})(?=[\])}])")
_DIGIT = re.compile("[0-9]")
_NOTHING = {"none", "null", "nil", "undefined", "nan", "empty", "blank", "_", "na", "nothing"}


class Bracket(list[Any]):
    """The items between two brackets: numbers, strings, None and further lists."""

    line: int = 1
    """Where it opens."""


def bracketed_lists(text: str) -> list[Bracket]:
    """The outermost lists of `text`; brackets that do not close end with the text, other words are passed over."""
    top = Bracket()
    stack = [top]
    line = 1
    if len(text) > LARGEST:
        return []
    text = _with_blanks(text)
    for token in _TOKENS.finditer(text):
        kind = token.lastgroup
        if kind == "line":
            line += 1
        elif kind == "row":
            if len(stack) > DEEPEST:
                return []
            row = Bracket(map(int, _DIGIT.findall(token.group())))
            row.line = line
            stack[-1].append(row)
        elif kind == "open":
            inner = Bracket()
            inner.line = line
            stack[-1].append(inner)
            if len(stack) > DEEPEST:
                return []
            stack.append(inner)
        elif kind == "close":
            if len(stack) > 1:
                stack.pop()
        elif kind == "comment":
            line += token.group().count("\n")
        elif kind == "number":
            digits = token.group()
            stack[-1].append(int(digits.partition(".")[0]) if len(digits) < 20 else digits)
        elif kind == "string":
            stack[-1].append(token.group()[1:-1])
        elif kind == "word" and token.group().lower() in _NOTHING:
            stack[-1].append(None)
    return [item for item in top if isinstance(item, Bracket)]


def _with_blanks(text: str) -> str:
    """With a word where nothing stands between two commas, and without the signs that a line goes on."""
    if "Array(" in text:
        text = _GOES_ON.sub("  ", text)
    if not _EMPTY.search(text):
        return text
    return _LAST.sub(r"\1_", _FIRST.sub(r"\1_", text))
