"""The lines of a text that may hold mazes: freed of fences, quotes and unseen characters, and in groups."""

import re
from dataclasses import dataclass

SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\x00\x1a]")
_FENCE = re.compile(r"\s*(```|~~~)\s*[\w+-]*\s*$")
_OPENING = re.compile(
    r"""(?:[\w .:,&*<>\[\]|-]{0,60}[=(:]\s{0,9})?(?:[rRbBfFuU]{0,2}|@|r?#{1,3})(?P<mark>\"\"\"|\'\'\'|`|(?<=#)")\\?"""
)
_MARKUP = re.compile(
    r"\s*(?:</?(?:pre|code|maze|verbatim)[^<>]{0,40}>|\\(?:begin|end)\{[a-zA-Z]*\}(?:\[[^\]]*\])?)\s*", re.IGNORECASE
)
_RULE = re.compile(r"\s*([-=~_*])\1{2,}\s*$")
_NUMBERED = re.compile(r"\s*(\d{1,3})(?:[:.|]? |(?P<field>[,;\t]))")
_QUOTE = re.compile(r"\s*>")
_LITERAL = re.compile(r"""^\s*(?:-\s+)?[\[({]*\s*(?P<mark>["'`])(?P<inside>.*)(?P=mark)\s*[,;+\])}]*\s*[,;]?\s*$""")
_LONG = 120
"""Characters of a line that opens a block: longer ones are not searched."""
_FEWEST = 4
"""Lines in a row that begin with a quote's sign: fewer may be a maze's own characters."""


@dataclass(frozen=True)
class Line:
    """One line, and where it stands in the text."""

    text: str
    number: int
    """Counted from 1."""
    left: int = 0
    """Characters that were cut off at its left."""

    def cut(self, count: int, end: int | None = None) -> "Line":
        """Without its first `count` characters, and those from `end`."""
        return Line(self.text[count:end], self.number, self.left + count)


def lines_of(text: str) -> list[Line]:
    """All lines, without what a message, a web page or a program's listing puts around a maze."""
    plain = SPACES.sub(" ", UNSEEN.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    lines = [Line(line, number) for number, line in enumerate(plain.split("\n"), start=1)]
    lines = [Line("", line.number) if _is_fence(line.text) else line for line in lines]
    return _unquoted(_out_of_strings(lines))


def _is_fence(text: str) -> bool:
    """Whether a line only opens or closes a block of text, in Markdown, HTML or LaTeX."""
    return len(text) < _LONG and bool(
        _FENCE.match(text) or (text.lstrip()[:1] in ("<", "\\") and _MARKUP.fullmatch(text))
    )


def _out_of_strings(lines: list[Line]) -> list[Line]:
    """Without what opens and closes a program's string over several lines."""
    found, at = list(lines), 0
    while at < len(lines):
        opening = _OPENING.match(lines[at].text) if len(lines[at].text) < 3 * _LONG else None
        at += 1
        if opening is None or opening["mark"] in lines[at - 1].text[opening.end() :]:
            continue
        end = next((n for n in range(at, len(lines)) if opening["mark"] in lines[n].text), None)
        if end is None or end - at < _FEWEST - 2:
            continue
        found[at - 1] = lines[at - 1].cut(opening.end())
        last = lines[end].text.index(opening["mark"])
        found[end] = Line(lines[end].text[:last].rstrip(), lines[end].number, lines[end].left)
        at = end + 1
    return found


def groups_of(lines: list[Line]) -> list[list[Line]]:
    """Lines that belong together: an empty line ends a group, but not one with as many spaces as the line above."""
    groups: list[list[Line]] = [[]]
    for line in _without_rules(lines):
        group = groups[-1]
        if line.text.strip() or (group and line.text and len(line.text) == len(group[-1].text)):
            group.append(line)
        elif group:
            groups.append([])
    return [_literals(_unnumbered(_stripped(group))) for group in groups if group]


def _without_rules(lines: list[Line]) -> list[Line]:
    """Without lines of dashes and the like between mazes in which no such sign stands."""
    rules = {line.number: match[1] for line in lines if len(line.text) < _LONG and (match := _RULE.match(line.text))}
    others = {sign for line in lines if line.number not in rules for sign in "-=~_*|" if sign in line.text}
    if not rules or "|" in others:
        return lines
    return [Line("", line.number) if rules.get(line.number, "") in set("-=~_*") - others else line for line in lines]


def _unnumbered(group: list[Line]) -> list[Line]:
    """Without the numbers that a program prints before each row, and the numbers of the columns above."""
    first = next((index for index, line in enumerate(group[:3]) if _NUMBERED.match(line.text)), None)
    if first is None or any(re.search(r"[^\d\s,;]", line.text) for line in group[:first]):
        return group
    found = [_NUMBERED.match(line.text) for line in group[first:]]
    numbers = [int(match[1]) for match in found if match is not None]
    if len(numbers) < max(_FEWEST, len(found)) or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return group
    ends = [match.end() for match in found if match is not None]
    if all(match is not None and match["field"] for match in found):
        return [line.cut(end) for line, end in zip(group[first:], ends, strict=True)]
    return [line.cut(max(ends)) for line in group[first:]]


def _stripped(group: list[Line]) -> list[Line]:
    while not group[-1].text.strip():
        group.pop()
    return group


def _unquoted(lines: list[Line]) -> list[Line]:
    """Without the `>` of a quotation in a message."""
    found, start = list(lines), 0
    while start < len(lines):
        end = start
        while end < len(lines) and _QUOTE.match(lines[end].text):
            end += 1
        if end - start >= _FEWEST:
            spaced = all(line.text.lstrip()[1:2] in ("", " ") for line in lines[start:end])
            for index in range(start, end):
                sign = lines[index].text.index(">")
                found[index] = lines[index].cut(sign + (2 if spaced else 1))
        start = max(end, start + 1)
    return found


def _literals(group: list[Line]) -> list[Line]:
    """The strings of a program's list of strings, where nearly all lines are one."""
    matches = [_LITERAL.match(line.text) for line in group]
    places = [index for index, match in enumerate(matches) if match is not None]
    # Around them are at most what opens the list and two lines that close it.
    together = len(places) >= max(3, len(group) - 4) and places[-1] - places[0] == len(places) - 1
    if len(places) < max(3, len(group) - 2) and not together:
        return group
    inside = [(line, match) for line, match in zip(group, matches, strict=True) if match is not None]
    # A row of separate characters, as in '#', ' ', '#', is read by its commas.
    if any(re.search(r"""["'`]\s*,\s*["'`]""", match["inside"]) for _, match in inside):
        return group
    return [
        Line(match["inside"].removesuffix("\\n"), line.number, line.left + match.start("inside"))
        for line, match in inside
    ]
