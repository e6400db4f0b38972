"""What is nearly JSON: Python's printed dictionaries and lists, with NumPy arrays; comments and trailing commas."""

import json
import re

from solver.formats.arc_data import is_task
from solver.formats.arc_json import likely
from solver.formats.content import Content
from solver.formats.format import LIKELY, NO, Format
from solver.formats.json_text import looks_like_json

LARGEST = 16 << 20
"""Characters."""
_HEAD = re.compile(r"(?:[ \t]*(?://|#)[^\n]*\n|[ \t]*\n)+")
_TOKENS = re.compile(
    r"""(?P<comment>//[^\n]*|\#[^\n]*|/\*.*?\*/)"""
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"""|(?P<call>[A-Za-z_][\w.]*\()"""
    r"""|(?P<named>,\s*[A-Za-z_]\w*\s*=\s*[\w.'"<>]+)"""
    r"""|(?P<word>[A-Za-z_]\w*)"""
    r"""|(?P<dot>(?<=\d)\.(?=[\s,\])]))"""
    r"""|(?P<punctuation>[\[\](){},:])"""
    r"""|(?P<other>[^\[\](){},:"'\w#/]+|.)""",
    re.DOTALL,
)
_BEFORE = re.compile(r"[^\[{]{1,400}?(?=[\[{])", re.DOTALL)
"""What a program or a message says before the data: a name and an equals sign, or a few words."""
_WORDS = {"None": "null", "True": "true", "False": "false", "nan": "null", "NaN": "null"}
_DECODER = json.JSONDecoder()
_TRAILING = re.compile(r",(\s*[\]}])")


def _sniff(content: Content) -> float:
    return LIKELY if _as_json(content) is not None else NO


def _unwrap(content: Content) -> list[Content]:
    return [Content.of_text(_as_json(content) or "", content.name)]


def _as_json(content: Content) -> str | None:
    """The text as JSON with the same lines; None if it is JSON already, or cannot be made so."""
    text = content.text
    if text is None or content.is_json or len(text) > LARGEST:
        return None
    if 2 * sum(map(text.count, "]})")) < sum(map(text.count, "[{(")):
        # Most brackets never close.
        return None
    head = _HEAD.match(text)
    start = head.end() if head else 0
    named = False
    if not looks_like_json(text[start:]):
        if not (before := _BEFORE.match(text, start)):
            return None
        start, named = before.end(), True
    relaxed = "\n" * text.count("\n", 0, start) + _TRAILING.sub(r"\1", _translated(text[start:]))
    try:
        value, end = _DECODER.raw_decode(relaxed, len(relaxed) - len(relaxed.lstrip()))
    except (ValueError, RecursionError):
        return None
    behind = relaxed[end:].strip()
    if (behind or named) and (re.search(r"[\[{]", behind) or not any(map(is_task, likely(value)))):
        # With words around it, only what is surely a task is taken for data.
        return None
    return relaxed[:end]


def _translated(text: str) -> str:
    parts: list[str] = []
    calls: list[bool] = []
    for token in _TOKENS.finditer(text):
        kind, found = token.lastgroup, token.group()
        if kind == "string":
            inner = found[1:-1].replace('\\"', '"').replace("\\'", "'")
            parts.append(json.dumps(inner, ensure_ascii=False) if found[0] == "'" else found)
        elif kind == "comment":
            parts.append("\n" * found.count("\n"))
        elif kind == "call":
            # array([…]) and the like are what is in them.
            calls.append(True)
        elif kind == "named":
            parts.append("\n" * found.count("\n"))
        elif kind == "word":
            key = re.match(r"\s*:", text[token.end() : token.end() + 9])
            parts.append(f'"{found}"' if key else _WORDS.get(found, found))
        elif found == "(":
            calls.append(False)
            parts.append("[")
        elif found == ")":
            parts.append("" if calls and calls.pop() else "]")
        elif kind != "dot":
            parts.append(found)
    return "".join(parts)


FORMAT = Format(
    key="relaxed-json",
    name="Python's printed data",
    kind=None,
    endings=(".txt", ".json5"),
    sniff=_sniff,
    unwrap=_unwrap,
)
