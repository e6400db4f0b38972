"""What characters mean in mazes: walls, free cells, starts, goals and paths."""

import unicodedata
from functools import cache

WALLS = "#█▉▊▋▌▍▓■◼◾⬛▮▩▦▥▤▣🧱🟫🌲🌳🪨🌊"
"""Wall wherever they stand, unless the border is made of something else. The usual one first."""
FREE = " .·⬜□▫◻◽🟰∙⋅‧▯▱⚪\u2800"
"""Free, unless the border is made of it."""
PATHS = "oO*xX+•●○◦¤~←→↑↓↖↗↘↙⇐⇒⇑⇓^<>v▪◆◇♦🟦🟨🟪🟧🔵🟡🟣🟠🔷🔹⭐👣▒░·∙."
"""Free where another character makes the border: a path that is shown."""
PAIRS: tuple[tuple[str, str], ...] = (
    ("Ss", "GgEeFfTtXx"),
    ("Aa", "BbZz"),
    ("Bb", "EeFfGg"),
    ("🟩🟢", "🟥🔴🏁⚑🚩⛳"),
    ("☻☺🙂😀🐭🐁🚶🤖👾🧍▶", "⚑🏁🚩⛳🧀🚪⭐★☆💎◉◎"),
    ("@", "$XxGgEe%!*"),
    ("Pp", "GgEeXxFf.$"),
    ("Ii", "Oo"),
    ("Mm", "CcEeGg"),
    ("Rr", "CcEeGg"),
    ("1", "2"),
    ("2", "3"),
    ("3", "4"),
    ("8", "9"),
)
"""Characters of a start, and those of a goal that go with them; the first pair that a maze has both of counts."""


@cache
def is_wide(character: str) -> bool:
    """Whether a terminal shows it as wide as two others."""
    return unicodedata.east_asian_width(character) in "WF"


@cache
def arms(character: str) -> str:
    """The sides, of `udlr`, at which a character's line leaves its cell: those of a box drawing, + - | and the like."""
    if character == "+":
        return "udlr"
    if character in "-=_~¯‾–—─":
        return "lr"
    if character in "|¦!│":
        return "ud"
    if not "\u2500" <= character <= "\u257f":
        return ""
    words = unicodedata.name(character).split()
    if "DIAGONAL" in words:
        return ""
    found = "".join(side for side, word in zip("udlr", ("UP", "DOWN", "LEFT", "RIGHT"), strict=True) if word in words)
    return found + ("lr" if "HORIZONTAL" in words else "") + ("ud" if "VERTICAL" in words else "")
