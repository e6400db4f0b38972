"""The confidence plot as PNG and SVG, played back from what it drew on screen; runs in any thread."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QPainter, QPicture

from app.exporting.board_image import png_bytes, svg_canvas
from app.window.theme import Palette
from solver.files import write_bytes

SCALE = 2
"""Pixels for each of the picture's units, so that it stays sharp in print and on dense screens."""


def export_plot_png(path: Path, plot: QPicture, palette: Palette) -> None:
    """Write `plot` as PNG; raises `OSError`, the old file then being as it was."""
    image = QImage(plot.boundingRect().size() * SCALE, QImage.Format.Format_RGB32)
    image.fill(palette.color("window"))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    painter.drawPicture(0, 0, plot)
    painter.end()
    write_bytes(path, png_bytes(image))


def export_plot_svg(path: Path, plot: QPicture, palette: Palette) -> None:
    """Write `plot` as SVG; raises `OSError`, the old file then being as it was."""
    generator, finished = svg_canvas(
        plot.boundingRect().size(), QCoreApplication.translate("captions", "Ponder: confidence plot")
    )
    # Else the picture's units would be taken for those of the screen, and scaled.
    generator.setResolution(plot.logicalDpiX())
    painter = QPainter(generator)
    painter.fillRect(plot.boundingRect(), palette.color("window"))
    painter.drawPicture(0, 0, plot)
    painter.end()
    write_bytes(path, finished())
