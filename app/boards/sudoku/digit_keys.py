"""Which digit a key stands for, on whatever keyboard: other scripts' digits, and rows that need Shift for digits."""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

AZERTY = dict(zip("àÀ&éÉ\"'(-èÈ_çÇ", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 7, 8, 9, 9), strict=True))
"""What the digit row of a French keyboard types without Shift, or with Caps Lock."""


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that was typed; None if it is another key."""
    text = event.text()
    if len(text) == 1:
        digit = unicodedata.decimal(text, None)
        return AZERTY.get(text) if digit is None else int(digit)
    # Without text, as a synthetic key press has none, the key itself says it.
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return int(event.key()) - int(Qt.Key.Key_0)
    return None
