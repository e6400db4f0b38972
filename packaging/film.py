"""Makes the README's first picture, the real window while it solves a sample: `python packaging/film.py`."""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image, ImageChops
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDockWidget

from app.documents.samples import FIRST, sample_entry
from app.window.main_window import MainWindow
from app.window.settings import Settings
from app.window.theme import apply_theme

FILM = Path(__file__).parents[1] / "assets" / "pictures" / "loop.webp"
SIZE = (1000, 700)
"""Pixels: about as wide as a README is shown, so that letters stay sharp."""
LOOP_WIDTH, BELOW = 300, 215
SETTLING_MS = 500
"""For the panels to find their places."""
EVERY_MS = 110
LAST_MS = 3_000
LARGEST = 400_000
"""Bytes: the README should not be slow to open."""


class Camera:
    """Takes a picture of the window now and then; what looks as before only stays longer."""

    def __init__(self, window: MainWindow) -> None:
        self.pictures: list[Image.Image] = []
        self.durations: list[int] = []
        self._window = window
        self._began = 0.0

    def shoot(self) -> None:
        """One more picture, or a longer time for the last."""
        now = time.perf_counter()
        picture = _to_pillow(self._window.grab().toImage())
        if self.pictures:
            self.durations[-1] += round(1000 * (now - self._began))
        self._began = now
        if not self.pictures or ImageChops.difference(picture, self.pictures[-1]).getbbox() is not None:
            self.pictures.append(picture)
            self.durations.append(0)

    def write(self, path: Path) -> int:
        """The film as an animated WebP; how many bytes it has."""
        first, *others = self.pictures
        self.durations[-1] = LAST_MS
        first.save(
            path,
            "WEBP",
            save_all=True,
            append_images=others,
            duration=self.durations,
            loop=0,
            quality=62,
            method=6,
            minimize_size=True,
            allow_mixed=True,
        )
        return path.stat().st_size


def _to_pillow(image: QImage) -> Image.Image:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = image.bytesPerLine()
    return Image.frombuffer("RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", lines, 1)


def _wait_until(done: object, *, every: object = None) -> None:
    """Run the event loop until `done()`, calling `every()` at each of the film's frames."""
    assert callable(done)
    loop, timer = QEventLoop(), QTimer(interval=EVERY_MS)

    def look() -> None:
        if callable(every):
            every()
        if done():
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.flash = False
        window = MainWindow(sample_entry(FIRST), settings)
        window.resize(*SIZE)
        window.show()
        _wait_until(lambda: window.solver.device_found and window.comparing.ready)
        window.tour.hide()
        # The loop and the board are what the film is about.
        docks = window.docks
        for name in ("cell", "legend"):
            window.findChild(QDockWidget, name).hide()
        window.resizeDocks([docks.loop], [LOOP_WIDTH], Qt.Orientation.Horizontal)
        window.resizeDocks([docks.playback, docks.plot], [BELOW, BELOW], Qt.Orientation.Vertical)
        _pause(SETTLING_MS)
        camera = Camera(window)
        camera.shoot()
        window.actions_.solve.trigger()
        _wait_until(lambda: not window.player.playing and not window.solving.running, every=camera.shoot)
        _wait_until(lambda: True, every=camera.shoot)
        size = camera.write(FILM)
        window.document.undo_stack.setClean()
        window.close()
    print(f"{FILM.name}: {len(camera.pictures)} pictures, {sum(camera.durations) / 1000:.1f} s, {size:,} bytes")
    if size > LARGEST:
        sys.exit(f"That is more than {LARGEST:,} bytes.")


if __name__ == "__main__":
    main()
