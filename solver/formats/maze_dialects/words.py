"""The words around a maze: titles, sizes and legends, and what a legend says of the characters."""

import re
from collections import Counter
from collections.abc import Iterable

from solver.formats.maze_dialects.page import Line
from solver.formats.maze_dialects.places import is_place

WALL, FREE, START, GOAL, PATH = "wall", "free", "start", "goal", "path"
"""The roles that a character can have."""
_ROLE_WORDS = {
    WALL: "walls?|blocks?|blocked|obstacles?|barriers?|hedges?|bricks?",
    FREE: "free|open|empty|passages?|passable|floors?|corridors?|roads?|spaces?|walkable|paths?|ways?",
    START: "starts?|starting|entrance|entry|begin|beginning|origin|source|player",
    GOAL: "goals?|ends?|ending|exits?|finish|target|destination|treasure",
    PATH: "solutions?|route",
}
_LINK = r"\s*(?:=+>?|:|-+>?|–|→|is|are|means|marks|for|stands for|represents?)\s*(?:an?\s+|the\s+)?"
_SIZE = re.compile(r"\s*\(?\s*\d{1,3}(?:(?:\s*(?:[x×,;*/]|by)\s*|\s+)\d{1,3}){0,2}\s*\)?\s*$", re.IGNORECASE)
_HEADER = re.compile(
    r"\s*(?:(?:height|width|rows?|cols?|columns?|size)\s*[:=]?\s*\d{1,3}|type\s+\w+|map)\s*:?\s*$", re.IGNORECASE
)
_CELLS = re.compile(r"[0-9](?:\s*,\s*[0-9]){4}")
_LETTERS = re.compile(r"[^\W\d_]")


def is_words(line: str, usual: Counter[str]) -> bool:
    """Whether a line beside a maze is a title, a legend or a size; `usual` counts the maze's characters.

    A row with an unknown character is not prose: the message must name it, not skip it.
    """
    text = line.strip()
    if not text or is_place(text):
        return True
    if _CELLS.match(text):
        # A row of a matrix, with code behind it.
        return False
    strange = [character for character in _LETTERS.findall(text) if usual[character] <= 1]
    if len(strange) >= 3 and len(set(map(str.lower, strange))) >= 2:
        body = sum(usual[character] > 1 and not character.isalnum() for character in text if character != " ")
        return body < 0.5 * len(text.replace(" ", ""))
    return bool(_SIZE.match(text) or _HEADER.match(text)) or _numbers_columns(text)


def _numbers_columns(text: str) -> bool:
    """Whether a line names a table's columns: c0,c1,c2,… or 0,1,2,…"""
    numbers = [int(number) for number in re.findall(r"\d{1,3}", text)]
    return (
        len(numbers) > 4
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and len(set(re.findall(r"[^\W\d]+", text))) <= 1
    )


def legend(lines: Iterable[Line]) -> dict[str, str]:
    """What the words say of single characters: “X = wall”, “0 is free”, “walls: 1”."""
    said: dict[str, str] = {}
    for line in lines:
        for role, words in _ROLE_WORDS.items():
            sign = r"(?<!\w)[\"'`‘“(]?(?P<sign>[^\s\"'`‘“()\[\]=:,])[\"'`’”)]?"
            for match in re.finditer(rf"{sign}{_LINK}(?:{words})\b", line.text, re.IGNORECASE):
                said.setdefault(match["sign"], role)
            for match in re.finditer(
                rf"\b(?:{words})\s*(?:=|:|is|are)\s*[\"'`‘“]?(?P<sign>[^\s\"'`‘“])[\"'`’”]?(?!\w)",
                line.text,
                re.IGNORECASE,
            ):
                said.setdefault(match["sign"], role)
    return said
