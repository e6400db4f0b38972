"""Shows a model card or a page of help: Markdown without pictures, HTML or endless tables, which loads nothing."""

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.words.plain import breakable

LONGEST_CARD = 1 << 17
"""Characters that are shown; the cards that ship have 8,000."""
MOST_BARS, MOST_BARS_A_LINE = 4_000, 40
"""Vertical bars, each of which makes a cell of a table: laying out a large one takes minutes."""
DEEPEST = 12
"""Signs of quotes, lists and emphasis at the beginning of a line or in a row."""
LONGEST_LINE = 4_000
_MARKS = "*_[>-+`~"
_OBJECT = "\ufffc"
"""Stands for each picture in the document's text."""


class CardBrowser(QTextBrowser):
    """Opens links to the web outside, and no others."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._open)
        self.setDocument(document_of(text, self))

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        # A picture rather than nothing: for nothing, Qt itself would open the file.
        picture = QImage(1, 1, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    @Slot(QUrl)
    def _open(self, url: QUrl) -> None:
        if url.scheme() in ("https", "http"):
            QDesktopServices.openUrl(url)


def document_of(text: str, parent: QObject) -> QTextDocument:
    """`text` as a document: as Markdown, or as it is where that would take long to lay out."""
    if len(text) > LONGEST_CARD:
        text = text[:LONGEST_CARD] + "…"
    text = text.replace("\0", " ")
    document = QTextDocument(parent)
    document.setDocumentMargin(14)
    if _is_simple(text):
        dialect = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        document.setMarkdown(breakable(text), dialect | QTextDocument.MarkdownFeature.MarkdownNoHTML)
        _remove_pictures(document)
    else:
        document.setPlainText(breakable(text))
    return document


def _is_simple(text: str) -> bool:
    if text.count("|") > MOST_BARS:
        return False
    return all(_is_simple_line(line) for line in text.splitlines())


def _is_simple_line(line: str) -> bool:
    if len(line) > LONGEST_LINE or line.count("|") > MOST_BARS_A_LINE:
        return False
    if set(line) <= set("|-: "):
        return True
    beginning = len(line) - len(line.lstrip(_MARKS + " \t"))
    marks = sum(line[:beginning].count(mark) for mark in _MARKS)
    return marks <= DEEPEST and not any(mark * (DEEPEST + 1) in line for mark in _MARKS)


def _remove_pictures(document: QTextDocument) -> None:
    # Before there is a layout, so that none of them was ever looked for.
    cursor = QTextCursor(document)
    while not (cursor := document.find(_OBJECT, cursor)).isNull():
        cursor.insertText("")
