"""JSON in Markdown's code fences: each fence is read by itself."""

import re

from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format

_FENCE = re.compile(r"^[ \t]*(```|~~~)[^\n`]*\n(.*?)(?:^[ \t]*\1[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)


def _fences(content: Content) -> list[Content]:
    """What is in each fence that holds an object or an array, below empty lines, so that lines keep their numbers."""
    text = content.text or ""
    found = []
    for fence in _FENCE.finditer(text) if "```" in text or "~~~" in text else ():
        inner = fence[2]
        if inner.lstrip().startswith(("{", "[")) and not inner.lstrip().startswith(("[Puzzle]", "[[ ")):
            found.append(Content.of_text("\n" * text.count("\n", 0, fence.start(2)) + inner))
    return found


def _sniff(content: Content) -> float:
    return CERTAIN if any(fence.is_json for fence in _fences(content)) else NO


FORMAT = Format(key="fenced", name="JSON in Markdown", kind=None, endings=(".md",), sniff=_sniff, unwrap=_fences)
