"""Pages to print: a puzzle with its steps and its answer, or many puzzles, several to a page; runs in any thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.boards.kinds import paint_of
from app.boards.painting import PLAIN, PaintOptions, board_font
from app.documents.draft import Content
from app.documents.entry import Entry
from app.exporting.board_image import step_caption
from app.window.theme import LIGHT
from app.words.networks import networks_words
from app.words.playback import percent, plural
from solver.files import write_bytes
from solver.messages import ExplainedError, Template
from solver.trace import Refinement, Trace

translate = QCoreApplication.translate

PAPER = replace(LIGHT, window="#ffffff")
"""Ink on white, whatever the window wears."""
DPI = 300
MARGIN_MM = 15.0
HEADING = 0.045
CAPTION = 0.022
"""Heights, as shares of the page's."""
SMALLEST = 0.7
"""Of a caption's usual size."""
GAP = 0.03
"""Between boards, as a share of the page's width."""
STEPS_ACROSS, PUZZLES_ACROSS, ANSWERS_ACROSS = 4, 2, 3
PUZZLES_DOWN, ANSWERS_DOWN = 3, 4

NOT_WRITABLE = Template("export.not_writable", "The pages cannot be written there. Choose another place.")


@dataclass(frozen=True, eq=False)
class _Board:
    content: Content
    refinement: Refinement | None
    caption: str
    options: PaintOptions = PLAIN


def export_pdf(
    path: Path,
    entry: Entry,
    options: PaintOptions = PLAIN,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write one puzzle, its answer and each step towards it; raises `OSError`, the old file then being as it was."""
    _write(path, entry.label, lambda device: paint_solve(device, entry, options, cancelled), cancelled)


def export_pdf_sheets(
    path: Path, title: str, entries: Sequence[Entry], *, cancelled: Callable[[], bool] = lambda: False
) -> None:
    """Write all puzzles, several to a page, and behind them the answers found; raises `OSError` as above."""
    _write(path, title, lambda device: paint_sheets(device, title, entries, cancelled), cancelled)


def paint_solve(
    device: QPagedPaintDevice, entry: Entry, options: PaintOptions, cancelled: Callable[[], bool] = lambda: False
) -> None:
    """Puzzle and answer side by side, below them the steps, on as many pages as they need; raises `OSError`."""
    pages = _Pages(device, entry.label, cancelled)
    trace, best = entry.trace, None if entry.trace is None else entry.trace.best
    options = replace(options, guess=entry.guess)
    puzzle = _Board(entry.content, None, translate("pages", "The puzzle"), PaintOptions(guess=entry.guess))
    if trace is None or best is None:
        pages.boards([puzzle], 1)
    else:
        pages.boards(
            [
                puzzle,
                _Board(
                    entry.content,
                    best,
                    translate("pages", "Answer: {verdict}").format(verdict=_verdict(entry.content, best)),
                    PaintOptions(marks=not best.accepted, guess=entry.guess),
                ),
            ],
            2,
        )
        pages.line(f"{networks_words(trace)} · {trace.device} · {_views(trace)}")
        options = replace(options, context=False)
        steps = [_Board(entry.content, r, step_caption(r, entry.content), options) for r in trace.film()]
        pages.boards(steps, STEPS_ACROSS)
    pages.end()


def paint_sheets(
    device: QPagedPaintDevice, title: str, entries: Sequence[Entry], cancelled: Callable[[], bool] = lambda: False
) -> None:
    """The puzzles alone, then from a new page on the answers, in the same order; raises `OSError`."""
    pages = _Pages(device, title, cancelled)
    puzzles = [_Board(entry.content, None, entry.label, PaintOptions(guess=entry.guess)) for entry in entries]
    pages.boards(puzzles, PUZZLES_ACROSS, PUZZLES_DOWN)
    answers = [(entry, entry.trace.best) for entry in entries if entry.trace is not None]
    found = [
        _Board(
            entry.content,
            best,
            f"{entry.label}: {_verdict(entry.content, best)}",
            PaintOptions(marks=not best.accepted, guess=entry.guess),
        )
        for entry, best in answers
        if best is not None
    ]
    if found:
        pages.new(translate("pages", "{title}: answers").format(title=title))
        pages.boards(found, ANSWERS_ACROSS, ANSWERS_DOWN)
    pages.end()


def page_layout() -> QPageLayout:
    """An upright page of the size that is usual here."""
    american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


class _Pages:
    """A painter that starts a new page where a row of boards has no room left."""

    def __init__(self, device: QPagedPaintDevice, heading: str, cancelled: Callable[[], bool]) -> None:
        self._device = device
        self._heading = heading
        self._cancelled = cancelled
        self._painter = QPainter()
        if not self._painter.begin(device):
            raise ExplainedError(NOT_WRITABLE())
        self._width = float(device.width())
        self._height = float(device.height())
        self._y = 0.0
        self._number = 0
        self._head()

    def new(self, heading: str = "") -> None:
        """A new page; `heading` stays for those after it."""
        self._heading = heading or self._heading
        self._device.newPage()
        self._head()

    def line(self, words: str) -> None:
        """One line of small print."""
        self._text(words, QRectF(0, self._y, self._width, self._height * CAPTION), 0.5, Qt.AlignmentFlag.AlignLeft)
        self._y += self._height * CAPTION * 1.5

    def boards(self, boards: Sequence[_Board], across: int, down: int = 1) -> None:
        """Rows of `across` boards, each over its caption, and so low that `down` rows fit on a page."""
        gap = self._width * GAP
        caption = self._height * CAPTION
        side = (self._width - gap * (across - 1)) / across
        for start in range(0, len(boards), across):
            row = boards[start : start + across]
            # An oblong maze needs no square.
            ratio = max(board.content.shape[0] / board.content.shape[1] for board in row)
            height = min(side * ratio, self._height * (1 - HEADING) / down - caption * 1.6)
            if self._y + height + caption > self._height:
                self.new()
            for place, board in enumerate(row):
                if self._cancelled():
                    return
                area = QRectF(place * (side + gap), self._y, side, height)
                paint = paint_of(board.content.kind)
                self._painter.save()
                paint(self._painter, area, board.content, board.refinement, PAPER, board.options)
                self._painter.restore()
                below = QRectF(area.left(), area.bottom(), side, caption)
                self._text(board.caption, below, 0.52, Qt.AlignmentFlag.AlignHCenter)
            self._y += height + caption * 1.6

    def end(self) -> None:
        """No more pages."""
        self._painter.end()

    def _head(self) -> None:
        self._number += 1
        area = QRectF(0, 0, self._width, self._height * HEADING)
        self._text(f"Ponder · {self._heading}", area, 0.4, Qt.AlignmentFlag.AlignLeft)
        self._text(str(self._number), area, 0.4, Qt.AlignmentFlag.AlignRight)
        self._y = self._height * HEADING

    def _text(self, words: str, area: QRectF, size: float, side: Qt.AlignmentFlag) -> None:
        self._painter.setFont(board_font(area.height() * size))
        self._painter.setPen(PAPER.color("text"))
        # A caption too long for its board is set smaller, down to where it would be hard to read; then it ends in dots.
        wanted = self._painter.fontMetrics().horizontalAdvance(words)
        if wanted > area.width():
            shrink = max(area.width() / wanted * 0.98, SMALLEST)
            self._painter.setFont(board_font(area.height() * size * shrink))
        shown = self._painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        self._painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _write(path: Path, title: str, paint: Callable[[QPagedPaintDevice], None], cancelled: Callable[[], bool]) -> None:
    bytes_ = QByteArray()
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setCreator("Ponder")
    writer.setPageLayout(page_layout())
    paint(writer)
    buffer.close()
    if not cancelled():
        write_bytes(path, bytes(bytes_.data()))


def _verdict(content: Content, best: Refinement) -> str:
    if content.no_answer is not None:
        words = translate("pages", "no answer can be right, {chance} sure")
    elif best.accepted is None:
        words = translate("pages", "not checkable, {chance} sure")
    elif best.accepted:
        words = translate("pages", "verified, {chance} sure")
    else:
        words = translate("pages", "not verified, {chance} sure")
    return words.format(chance=percent(best.mean_confidence))


def _views(trace: Trace) -> str:
    steps, count = len(trace), len({refinement.view for refinement in trace})
    found = plural(translate("pages", "%n refinement(s)", "", steps), steps)
    return found + plural(translate("pages", " in %n view(s)", "", count), count)
