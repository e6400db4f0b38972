"""Makes the icon's PNG, ICO and ICNS from `assets/icons/ponder.svg`: `python packaging/icons.py`."""

import io
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parents[1] / "assets" / "icons"
SVG = ICONS / "ponder.svg"
LINUX_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
MAC_SIZES = (32, 64, 128, 256, 512, 1024)


def render(size: int) -> bytes:
    """The icon as a PNG of `size` × `size` pixels, each drawn from the SVG itself; needs an application."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(content.data())


def render_all(sizes: Sequence[int]) -> list[bytes]:
    """A PNG for each size."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert isinstance(application, QGuiApplication)
    return [render(size) for size in sizes]


def main() -> None:
    def picture(size: int) -> Image.Image:
        return Image.open(io.BytesIO(render(size)))

    application = QGuiApplication([])
    (ICONS / "ponder.png").write_bytes(render(256))
    largest, *others = [picture(size) for size in reversed(WINDOWS_SIZES)]
    largest.save(ICONS / "ponder.ico", sizes=[(size, size) for size in WINDOWS_SIZES], append_images=others)
    largest, *others = [picture(size) for size in reversed(MAC_SIZES)]
    largest.save(ICONS / "ponder.icns", append_images=others)
    application.quit()


if __name__ == "__main__":
    main()
