"""A board as a picture, by the same code that paints it on screen: PNG, SVG, and a film as an animated GIF or WebP."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from app.boards.influence_painting import paint_influence
from app.boards.kinds import paint_of
from app.boards.painting import PLAIN, PaintOptions, board_font
from app.documents.draft import Content
from app.film.intermediate import Intermediate
from app.window.theme import Palette
from app.words.arc import guess_words
from app.words.playback import kind_word, percent
from solver.files import write_bytes
from solver.messages import ExplainedError, Template
from solver.trace import FitGuess, Refinement

translate = QCoreApplication.translate

LARGEST = 16_384
"""Pixels of the longer side: one picture of these takes 1 GiB."""
MARGIN = 0.02
"""Around the board, as a share of the longer side."""
CAPTION = 0.07
"""Height of a film's caption, as a share of the longer side."""
LAST_FRAME_MS = 2_500

NOT_ENCODED = Template("export.not_encoded", "The picture could not be encoded as PNG.")


def board_size(content: Content, size: int) -> QSize:
    """Width and height of a picture of `content` whose longer side has `size` pixels; raises `ValueError`."""
    if not 1 <= size <= LARGEST:
        raise ValueError(f"A picture's longer side must have from 1 to {LARGEST} pixels, not {size}.")
    rows, columns = content.shape
    longer = max(rows, columns)
    return QSize(max(round(size * columns / longer), 1), max(round(size * rows / longer), 1))


def paint_board(
    content: Content,
    refinement: Refinement | None,
    size: int,
    palette: Palette,
    options: PaintOptions = PLAIN,
    *,
    caption: str = "",
) -> QImage:
    """A picture whose longer side (the caption's strip not counted) has `size` pixels.

    Any thread may call it. Raises `ValueError` for an impossible size, `MemoryError` where there is no room.
    """
    board = board_size(content, size)
    image = QImage(board + QSize(0, _strip(caption, size)), QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError
    image.fill(palette.color("window"))
    painter = QPainter(image)
    _paint(painter, QRectF(0, 0, board.width(), board.height()), content, refinement, palette, options)
    _write_caption(painter, caption, board, size, palette)
    painter.end()
    return image


def export_png(
    path: Path,
    content: Content,
    refinement: Refinement | None,
    size: int,
    palette: Palette,
    options: PaintOptions = PLAIN,
) -> None:
    """Write the board as PNG; raises `OSError`, the old file then being as it was."""
    caption = _needed_caption(refinement, content)
    write_bytes(path, png_bytes(paint_board(content, refinement, size, palette, options, caption=caption)))


def export_svg(
    path: Path,
    content: Content,
    refinement: Refinement | None,
    size: int,
    palette: Palette,
    options: PaintOptions = PLAIN,
) -> None:
    """Write the board as SVG, `size` units long; raises `OSError`, the old file then being as it was."""
    board = board_size(content, size)
    caption = _needed_caption(refinement, content)
    whole = board + QSize(0, _strip(caption, size))
    generator, finished = svg_canvas(whole, f"Ponder: {kind_word(content.kind)}")
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, whole.width(), whole.height()), palette.color("window"))
    _paint(painter, QRectF(0, 0, board.width(), board.height()), content, refinement, palette, options)
    _write_caption(painter, caption, board, size, palette)
    painter.end()
    write_bytes(path, finished())


def export_gif(
    path: Path,
    content: Content,
    film: Sequence[Refinement],
    size: int,
    palette: Palette,
    options: PaintOptions = PLAIN,
    *,
    frame_ms: int,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write the puzzle and each refinement as one frame; nothing is written once `cancelled`."""
    write_gif(path, _film_frames(content, film, size, palette, options, frame_ms), cancelled)


def export_webp(
    path: Path,
    content: Content,
    film: Sequence[Refinement],
    size: int,
    palette: Palette,
    options: PaintOptions = PLAIN,
    *,
    frame_ms: int,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """As `export_gif`, but with every colour as it was painted, and in about half the bytes."""
    write_webp(path, _film_frames(content, film, size, palette, options, frame_ms), cancelled)


def _film_frames(
    content: Content,
    film: Sequence[Refinement],
    size: int,
    palette: Palette,
    options: PaintOptions,
    frame_ms: int,
) -> Iterator[tuple[QImage, int]]:
    for refinement in (None, *film):
        caption = step_caption(refinement, content)
        yield paint_board(content, refinement, size, palette, options, caption=caption), frame_ms


def write_gif(path: Path, frames: Iterable[tuple[QImage, int]], cancelled: Callable[[], bool]) -> None:
    """Write pictures with their milliseconds, the last one for longer; nothing once `cancelled`."""

    def encode(images: list[Image.Image], durations: list[int]) -> bytes:
        indexed = [image.convert("P", palette=Image.Palette.ADAPTIVE) for image in images]
        return _encode(indexed, "GIF", durations, disposal=1)

    _write_film(path, frames, cancelled, encode)


def write_webp(path: Path, frames: Iterable[tuple[QImage, int]], cancelled: Callable[[], bool]) -> None:
    """As `write_gif`."""

    def encode(images: list[Image.Image], durations: list[int]) -> bytes:
        # Flat areas and thin lines: without loss they take less room than with it, and don't smear.
        return _encode(images, "WEBP", durations, lossless=True, method=6)

    _write_film(path, frames, cancelled, encode)


def _write_film(
    path: Path,
    frames: Iterable[tuple[QImage, int]],
    cancelled: Callable[[], bool],
    encode: Callable[[list[Image.Image], list[int]], bytes],
) -> None:
    images, durations = [], []
    for image, milliseconds in frames:
        if cancelled():
            return
        images.append(Image.open(io.BytesIO(png_bytes(image))).convert("RGB"))
        durations.append(milliseconds)
    durations[-1] = max(durations[-1], LAST_FRAME_MS)
    encoded = encode(images, durations)
    if not cancelled():
        write_bytes(path, encoded)


def _encode(frames: list[Image.Image], form: str, durations: list[int], **options: int) -> bytes:
    encoded = io.BytesIO()
    first, *others = frames
    first.save(encoded, form, save_all=True, append_images=others, duration=durations, loop=0, **options)
    return encoded.getvalue()


def svg_canvas(size: QSize, title: str) -> tuple[QSvgGenerator, Callable[[], bytes]]:
    """What to paint on, and how to get the SVG once the painter has ended."""
    bytes_ = QByteArray()
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setSize(size)
    generator.setTitle(title)

    def finished() -> bytes:
        buffer.close()
        return bytes(bytes_.data())

    return generator, finished


def _paint(
    painter: QPainter,
    area: QRectF,
    content: Content,
    refinement: Refinement | None,
    palette: Palette,
    options: PaintOptions,
) -> None:
    margin = max(area.width(), area.height()) * MARGIN
    inner = QRectF(area.topLeft(), QSizeF(area.width() - 2 * margin, area.height() - 2 * margin))
    place = inner.translated(margin, margin)
    geometry = paint_of(content.kind)(painter, place, content, refinement, palette, options)
    found = options.influence
    if found is None or refinement is None or isinstance(refinement, Intermediate):
        return
    if (found.view, found.step) == (refinement.view, refinement.step):
        paint_influence(painter, geometry, found, palette, between_cells=content.kind == "sudoku")


def _strip(caption: str, size: int) -> int:
    """The height of the strip below a board for its caption, if it has one."""
    return round(size * CAPTION) if caption else 0


def _write_caption(painter: QPainter, caption: str, board: QSize, size: int, palette: Palette) -> None:
    if not caption:
        return
    strip = _strip(caption, size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(board_font(strip * 0.5))
    painter.setPen(palette.color("text"))
    area = QRectF(size * MARGIN, board.height(), board.width() - 2 * size * MARGIN, strip * 0.9)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, caption)


def _needed_caption(refinement: Refinement | None, content: Content) -> str:
    """A single picture needs none, unless it would be taken for what it is not."""
    in_vain = refinement is not None and content.no_answer is not None
    return step_caption(refinement, content) if in_vain or isinstance(refinement, Intermediate | FitGuess) else ""


def step_caption(refinement: Refinement | None, content: Content) -> str:
    """What stands below one frame of a film, or one step on a page."""
    if refinement is None:
        return translate("captions", "The puzzle")
    if isinstance(refinement, FitGuess):
        return guess_words(refinement)
    if isinstance(refinement, Intermediate):
        return translate("captions", "Refinement {step}, draft after cycle {cycle} of {cycles}").format(
            step=refinement.step, cycle=refinement.cycle, cycles=refinement.cycles
        )
    words = translate("captions", "Refinement {step} · {chance} sure").format(
        step=refinement.step, chance=percent(refinement.mean_confidence)
    )
    if content.no_answer is not None:
        return words + translate("captions", " · no answer can be right")
    return words + translate("captions", " · verified") if refinement.accepted else words


def png_bytes(image: QImage) -> bytes:
    """`image` encoded as PNG; raises `ExplainedError`."""
    bytes_ = QByteArray()
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
        raise ExplainedError(NOT_ENCODED())
    buffer.close()
    return bytes(bytes_.data())
