"""A solve that Ponder wrote as text: only its puzzle is read."""

from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format

HEADER = "Ponder · "
"""How a trace written as text begins; the kind follows."""
SECTION = "== "
"""How each heading in it begins, whatever language it is in; the first stands above the puzzle."""


def _sniff(content: Content) -> float:
    return CERTAIN if content.text is not None and content.text.startswith(HEADER) else NO


def _unwrap(content: Content) -> list[Content]:
    """The puzzle with every other line emptied, so that lines keep their numbers."""
    lines = content.lines
    headings = [number for number, line in enumerate(lines) if line.startswith(SECTION)]
    first, end, *_ = [*headings, len(lines), len(lines)]
    start = min(first + 1, len(lines))
    return [Content.of_text("\n" * start + "\n".join(lines[start:end]).rstrip("\n") + "\n")]


FORMAT = Format(key="trace-text", name="a solve as text", kind=None, endings=(".txt",), sniff=_sniff, unwrap=_unwrap)
