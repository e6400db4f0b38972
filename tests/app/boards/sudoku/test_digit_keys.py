"""Digits are typed on every keyboard: the digit row of AZERTY, the keypad, and digits of other scripts."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.boards.sudoku.digit_keys import digit_of


def press(text: str, key: int = Qt.Key.Key_unknown) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)


@pytest.mark.parametrize(
    "row", ["0123456789", "à&é\"'(-è_ç", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"]
)
def test_a_row_of_digits(row):
    assert [digit_of(press(character)) for character in row] == list(range(10))


def test_keys_without_text_and_others():
    assert digit_of(press("", Qt.Key.Key_7)) == 7
    assert digit_of(press("w", Qt.Key.Key_W)) is None
    assert digit_of(press("", Qt.Key.Key_Left)) is None
