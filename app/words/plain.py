"""Text that may hold data from a file: labels and tooltips that show it as it is, never as HTML."""

import html
import re
import textwrap
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QLabel, QWidget

from solver.messages import quoted

LONGEST_WORD = 48
"""Letters after which a word may be broken: a label can be no narrower than its longest word."""
LONGEST_TIP = 1_000
"""Characters."""
TIP_COLUMNS = 72
"""Characters of a line in a tooltip of several sentences."""
_LONG_WORD = re.compile(rf"(\S{{{LONGEST_WORD}}})(?=\S)")
_BREAK = "\u200b"


class PlainLabel(QLabel):
    """A label whose text is never taken for HTML, and whose long words are broken rather than widen the window."""

    def __init__(self, *arguments: Any) -> None:
        """As `QLabel`: `(text, parent)` or `(parent)`."""
        super().__init__(*arguments)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if self.text():
            self.setText(self.text())

    def setText(self, text: str) -> None:
        super().setText(breakable(text))


class WholeLabel(PlainLabel):
    """Its words wrap, and it is never lower than they need: the window grows rather than cut them."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stand()

    def _stand(self) -> None:
        if self.width() and self.isVisible():
            # Else what it needed before would count as what it needs now.
            self.setMinimumHeight(0)
            self.setMinimumHeight(self.heightForWidth(self.width()))


def breakable(text: str) -> str:
    """`text` with invisible places to break it in every word that is too long for a line."""
    return _LONG_WORD.sub(rf"\1{_BREAK}", text) if len(text) > LONGEST_WORD else text


def unbroken(text: str) -> str:
    """`text` as it was before `breakable`."""
    return text.replace(_BREAK, "")


def tip(text: str) -> str:
    """`text` for a tooltip, which Qt would show as HTML if it looked like it."""
    if len(text) > LONGEST_TIP:
        text = text[: LONGEST_TIP - 1] + "…"
    text = breakable(text)
    if not QtText.mightBeRichText(text):
        return text
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>"


def long_tip(text: str) -> str:
    """As `tip`, in lines of a length that can be read: Qt breaks no line of plain text."""
    return tip("\n".join(textwrap.fill(line, TIP_COLUMNS) for line in text.split("\n")))


def menu_words(text: str) -> str:
    """A name from a file as an entry of a menu: on one line, shortened, and without a mnemonic."""
    return quoted(text).replace("&", "&&")


def make_plain(dialog: QWidget) -> None:
    """Let the labels that Qt itself has made for a form or a message box show their texts as they are."""
    for label in dialog.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
