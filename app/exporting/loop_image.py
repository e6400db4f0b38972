"""The board with the loop beside it, as a picture or as a film in which each update is seen."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from app.boards.painting import PaintOptions
from app.documents.draft import Content
from app.exporting.board_image import paint_board, step_caption
from app.panels.loop_drawing import Loop, lay_out, paint_arrows, paint_boards
from app.window.theme import Palette
from app.words.loop import Update
from solver.trace import Anatomy, Refinement

LOOP_SHARE = 0.56
"""The loop's width, as a share of the board's height."""
THINKING = 0.45
"""The share of a refinement's time in which the memory is shown to be updated."""


def paint_board_and_loop(
    content: Content,
    shown: Refinement | None,
    anatomy: Anatomy,
    size: int,
    palette: Palette,
    options: PaintOptions,
    *,
    update: Update = "",
    caption: str = "",
) -> QImage:
    """Any thread may call it. Raises as `paint_board` does."""
    board = paint_board(content, shown, size, palette, options, caption=caption)
    width = round(board.height() * LOOP_SHARE)
    image = QImage(board.size() + QSize(width, 0), QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError
    image.fill(palette.color("window"))
    painter = QPainter(image)
    painter.drawImage(QPoint(width, 0), board)
    margin = width * 0.06
    area = QRectF(0, 0, width, board.height()).adjusted(margin, margin, -margin, -margin)
    layout = lay_out(area, anatomy.networks, largest_text=board.height() / 34)
    laps = anatomy.latent_cycles if update == "z" else 0
    loop = Loop(content, shown, anatomy, update=update, lap=laps)
    paint_boards(painter, layout, loop, palette)
    paint_arrows(painter, layout, loop, palette)
    painter.end()
    return image


def loop_frames(
    content: Content,
    film: Sequence[Refinement],
    anatomy_of: Callable[[int], Anatomy],
    size: int,
    palette: Palette,
    options: PaintOptions,
    frame_ms: int,
) -> Iterator[tuple[QImage, int]]:
    """Pictures and their milliseconds: the puzzle, and for each refinement the memory's update and the answer's."""

    def paint(shown: Refinement | None, update: Update) -> QImage:
        caption = step_caption(shown, content)
        anatomy = anatomy_of(0 if shown is None else shown.view)
        return paint_board_and_loop(content, shown, anatomy, size, palette, options, update=update, caption=caption)

    thinking = round(frame_ms * THINKING)
    yield paint(None, ""), frame_ms
    before: Refinement | None = None
    for refinement in film:
        yield paint(before, "z"), thinking
        yield paint(refinement, "y"), frame_ms - thinking
        before = refinement
