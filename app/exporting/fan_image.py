"""The fan as a picture: PNG and SVG."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.boards.painting import board_font
from app.exporting.board_image import png_bytes, svg_canvas
from app.panels.fan_drawing import Drawn, lay_out, paint_fan, paint_key
from app.window.theme import Palette
from app.words.fan import fan_words
from solver.files import write_bytes

SIZE = QSize(960, 480)
SCALE = 2
"""Pixels of a PNG for each unit."""
TEXT = 15.0


def export_fan_png(path: Path, lines: Sequence[Drawn], palette: Palette) -> None:
    """Write it; raises `OSError`, the old file then being as it was."""
    image = QImage(SIZE * SCALE, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    _paint(painter, lines, palette)
    painter.end()
    write_bytes(path, png_bytes(image))


def export_fan_svg(path: Path, lines: Sequence[Drawn], palette: Palette) -> None:
    """As `export_fan_png`, as a drawing."""
    generator, finished = svg_canvas(SIZE, "Ponder")
    painter = QPainter(generator)
    _paint(painter, lines, palette)
    painter.end()
    write_bytes(path, finished())


def _paint(painter: QPainter, lines: Sequence[Drawn], palette: Palette) -> None:
    whole = QRectF(0, 0, SIZE.width(), SIZE.height())
    painter.fillRect(whole, palette.color("window"))
    row = TEXT * 2
    painter.setFont(board_font(TEXT, bold=True))
    painter.setPen(palette.color("text"))
    title = QRectF(TEXT, TEXT / 2, whole.width() - 2 * TEXT, row)
    painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, fan_words([line.ending for line in lines]))
    paint_key(painter, title.translated(0, row), TEXT, palette)
    chart = lay_out(whole.adjusted(TEXT, TEXT + 2 * row, -TEXT, -TEXT / 2), lines, TEXT)
    paint_fan(painter, chart, lines, palette)
