"""The picture of the recursion: puzzle, answer and working memory around the network, and the arrows between them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.boards.miniature import paint_decoded, paint_given, paint_movement
from app.boards.movement_painting import stands_still
from app.boards.painting import board_font, draw_centred
from app.documents.draft import Content
from app.film.intermediate import movement_of
from app.window.theme import Palette, mix
from app.words.loop import Part, Update, part_word, update_words
from solver.trace import Anatomy, Refinement

LARGEST_TEXT = 15.0
"""Pixels, on a screen."""
DOT_GAP = 0.25
"""Between two dots that travel along a lit arrow, as a share of its length."""


@dataclass(frozen=True)
class Loop:
    """What the picture shows."""

    content: Content | None
    shown: Refinement | None
    anatomy: Anatomy
    update: Update = ""
    lap: int = 0
    """Which of the n updates of z is under way, from 1; 0 while none is."""
    phase: float | None = None
    """How far the dots on the lit arrows have come, 0 to 1; None while nothing moves."""


@dataclass(frozen=True)
class Layout:
    """Where everything is."""

    boards: dict[Part, QRectF]
    boxes: dict[Part, QRectF]
    """The network, or both of two."""
    titles: dict[Part, QRectF]
    text: float
    """Height of letters, in pixels."""
    caption: QRectF
    beside: bool
    """Whether the network stands beside puzzle and answer, rather than below them."""

    def part_at(self, point: QPointF) -> Part | None:
        """What is under `point`."""
        return next((part for part, area in (self.boards | self.boxes).items() if area.contains(point)), None)


def lay_out(area: QRectF, networks: int = 1, *, largest_text: float = LARGEST_TEXT) -> Layout:
    """The puzzle left, the answer right, the memory below, and the network in the middle of them."""
    tall = area.height() > 1.05 * area.width()
    return _tall(area, networks, largest_text) if tall else _wide(area, networks, largest_text)


def _wide(area: QRectF, networks: int, largest_text: float) -> Layout:
    text = max(min(area.width() / 26, area.height() / 17, largest_text), 8.0)
    line = text * 1.6
    inside = area.adjusted(0, 0, 0, -line)
    # Two boards above each other with their titles, three columns beside each other.
    side = min((inside.height() - 2.4 * line) / 2, inside.width() / 3.9)
    apart = min((inside.width() - 3 * side) / 2, side * 0.75)
    top = inside.top() + line + max(inside.height() - 2 * side - 2.4 * line, 0) / 2
    middle, step = inside.center().x(), side + apart
    square = QSizeF(side, side)
    boards: dict[Part, QRectF] = {
        "x": QRectF(QPointF(middle - side / 2 - step, top), square),
        "y": QRectF(QPointF(middle - side / 2 + step, top), square),
        "z": QRectF(QPointF(middle - side / 2, top + side + 1.4 * line), square),
    }
    net = QRectF(QPointF(middle - side * 0.42, top + side * 0.14), QSizeF(side * 0.84, side * 0.72))
    titles: dict[Part, QRectF] = {part: _above(boards[part], line) for part in ("x", "y")}
    z = boards["z"]
    titles["z"] = QRectF(z.right() + text * 0.6, z.center().y() - line, area.right() - z.right(), 2 * line)
    caption = QRectF(area.left(), area.bottom() - line, area.width(), line)
    return Layout(boards, _boxes(net, networks), titles, text, caption, beside=True)


def _tall(area: QRectF, networks: int, largest_text: float) -> Layout:
    text = max(min(area.width() / 20, area.height() / 26, largest_text), 8.0)
    line = text * 1.6
    # Titles above the upper boards and below the memory, and the caption; arrows take half a board each.
    side = min((area.height() - 3.4 * line) / 3.55, area.width() / 2.35)
    gap = min((area.height() - 3.4 * line - 2.55 * side) / 2, 0.7 * side)
    top = area.top() + line + max(area.height() - 3.4 * line - 2.55 * side - 2 * gap, 0) / 2
    middle = area.center().x()
    apart = min((area.width() - 2 * side) / 2, side * 0.3)
    square = QSizeF(side, side)
    net = QRectF(QPointF(middle - side * 0.6, top + side + gap), QSizeF(side * 1.2, side * 0.55))
    boards: dict[Part, QRectF] = {
        "x": QRectF(QPointF(middle - apart / 2 - side, top), square),
        "y": QRectF(QPointF(middle + apart / 2, top), square),
        "z": QRectF(QPointF(middle - side / 2, net.bottom() + gap), square),
    }
    titles: dict[Part, QRectF] = {part: _above(boards[part], line) for part in ("x", "y")}
    titles["z"] = QRectF(area.left(), boards["z"].bottom() + line * 0.1, area.width(), line)
    caption = QRectF(area.left(), titles["z"].bottom() + line * 0.2, area.width(), line)
    return Layout(boards, _boxes(net, networks), titles, text, caption, beside=False)


def _above(board: QRectF, line: float) -> QRectF:
    return QRectF(board.left() - board.width() / 2, board.top() - line, 2 * board.width(), line)


def _boxes(net: QRectF, networks: int) -> dict[Part, QRectF]:
    if networks == 1:
        return {"net": net}
    half = QSizeF(net.width(), net.height() * 0.44)
    return {"H": QRectF(net.topLeft(), half), "L": QRectF(QPointF(net.left(), net.bottom() - half.height()), half)}


def paint_boards(painter: QPainter, layout: Layout, loop: Loop, palette: Palette) -> None:
    """The three boards, and their titles: what changes only with the film."""
    paint_puzzle(painter, layout, loop, palette)
    paint_state(painter, layout, loop, palette)


def paint_puzzle(painter: QPainter, layout: Layout, loop: Loop, palette: Palette) -> None:
    """The puzzle's board and all titles: what stays the same for the whole film."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if loop.content is not None:
        paint_given(painter, layout.boards["x"], loop.content, palette)
    for part, title in layout.titles.items():
        _title(painter, title, part, layout.text, palette, beside=layout.beside and part == "z")


def paint_state(painter: QPainter, layout: Layout, loop: Loop, palette: Palette) -> None:
    """The answer's and the memory's board: what changes from refinement to refinement."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if loop.content is not None:
        paint_decoded(painter, layout.boards["y"], loop.content, loop.shown, palette)
        moved = None if loop.shown is None else movement_of(loop.shown, "z")
        paint_movement(painter, layout.boards["z"], loop.content.shape, moved, palette)
        if moved is not None and stands_still(moved):
            painter.setFont(board_font(layout.text * 0.85))
            painter.setPen(palette.color("muted"))
            words = QCoreApplication.translate("loop", "settled: nothing moves")
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(layout.boards["z"].adjusted(2, 2, -2, -2), centred, words)


def paint_arrows(painter: QPainter, layout: Layout, loop: Loop, palette: Palette) -> None:
    """The network, the arrows, and which of them is lit: what moves while the film stands still."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for name, path, update in _arrows(layout):
        lit = update == loop.update if name[0] == "out" else _reads(name[1], loop.update)
        _arrow(painter, path, layout, palette, lit=lit, phase=loop.phase if lit else None, update=loop.update)
    working: dict[Update, Part] = {"z": "L", "y": "H"}
    for part, box in layout.boxes.items():
        at_work = bool(loop.update) and part in ("net", working.get(loop.update))
        _box(painter, box, part, layout.text, palette, lit=at_work)
    if loop.anatomy.latent_cycles and loop.update == "z":
        _laps(painter, layout, loop, palette)
    _caption(painter, layout, loop, palette)


def _reads(part: str, update: Update) -> bool:
    return (update == "z" and part in "xyz") or (update == "y" and part in "yz")


def _arrows(layout: Layout) -> list[tuple[tuple[str, str], QPainterPath, Update]]:
    """Each with its direction and board; of two arrows between one pair, the one into the network lies first."""
    x, y, z = (layout.boards[part] for part in ("x", "y", "z"))
    boxes = list(layout.boxes.values())
    net = boxes[0].united(boxes[-1])
    gap = layout.text * 0.45
    across = min(net.width() * 0.2, layout.text * 1.3)
    mid = net.center()
    down = _line(QPointF(mid.x() + across, net.bottom() + gap), QPointF(mid.x() + across, z.top() - gap))
    up = _line(QPointF(mid.x() - across, z.top() - gap), QPointF(mid.x() - across, net.bottom() + gap))
    if layout.beside:
        shift = min(net.height() * 0.2, layout.text * 1.3)
        into = _line(QPointF(x.right() + gap, mid.y()), QPointF(net.left() - gap, mid.y()))
        back = _line(QPointF(y.left() - gap, mid.y() - shift), QPointF(net.right() + gap, mid.y() - shift))
        out = _line(QPointF(net.right() + gap, mid.y() + shift), QPointF(y.left() - gap, mid.y() + shift))
    else:
        above, below = x.bottom() + gap, net.top() - gap
        slant = x.width() * 0.16
        into = _line(QPointF(x.center().x() - slant, above), QPointF(net.left() + net.width() * 0.2, below))
        back = _line(QPointF(y.center().x() - slant, above), QPointF(net.right() - net.width() * 0.36, below))
        out = _line(QPointF(net.right() - net.width() * 0.13, below), QPointF(y.center().x() + slant, above))
    return [
        (("in", "x"), into, ""),
        (("in", "y"), back, ""),
        (("out", "y"), out, "y"),
        (("in", "z"), up, ""),
        (("out", "z"), down, "z"),
    ]


def _line(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(end)
    return path


def _color_of(update: Update, palette: Palette) -> QColor:
    return palette.color("memory" if update == "z" else "predicted")


def _arrow(
    painter: QPainter,
    path: QPainterPath,
    layout: Layout,
    palette: Palette,
    *,
    lit: bool,
    phase: float | None,
    update: Update,
) -> None:
    color = _color_of(update, palette) if lit else mix(palette.color("outline"), palette.color("muted"), 0.35)
    width = layout.text * (0.3 if lit else 0.12)
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tip, before = path.pointAtPercent(1), path.pointAtPercent(0)
    length = max((tip - before).manhattanLength(), 1e-6)
    along = (tip - before) / length
    head = min(layout.text * 0.5, length * 0.4)
    side = QPointF(-along.y(), along.x()) * head * 0.75
    painter.drawLine(before, tip)
    painter.drawPolyline([tip - along * head + side, tip, tip - along * head - side])
    if phase is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color("window"))
    radius = layout.text * 0.2
    spot = phase % DOT_GAP
    while spot < 1:
        painter.drawEllipse(path.pointAtPercent(spot), radius, radius)
        spot += DOT_GAP


def _box(painter: QPainter, box: QRectF, part: Part, text: float, palette: Palette, *, lit: bool) -> None:
    painter.setPen(QPen(palette.color("accent" if lit else "muted"), text * (0.2 if lit else 0.12)))
    painter.setBrush(mix(palette.color("surface"), palette.color("accent"), 0.16 if lit else 0.0))
    painter.drawRoundedRect(box, text * 0.7, text * 0.7)
    if part == "net":
        name = QCoreApplication.translate("loop", "network")
        _nodes(painter, box.adjusted(0, text * 0.2, 0, -text * 1.5), text, palette, lit=lit)
        label = QRectF(box.left(), box.bottom() - text * 1.75, box.width(), text * 1.5)
        draw_centred(painter, label, name, _fitting(name, box.width() * 0.92, text), palette.color("text"))
    else:
        draw_centred(painter, box, part, board_font(text * 1.2, bold=True), palette.color("text"))


def _nodes(painter: QPainter, area: QRectF, text: float, palette: Palette, *, lit: bool) -> None:
    """Two rows of knots and the threads between them: what everybody takes for a neural network."""
    radius = min(text * 0.24, area.height() * 0.12)
    rows = [
        [QPointF(area.left() + area.width() * x, area.top() + area.height() * y) for x in places]
        for y, places in ((0.28, (0.2, 0.4, 0.6, 0.8)), (0.8, (0.3, 0.5, 0.7)))
    ]
    color = palette.color("accent" if lit else "muted")
    painter.setPen(QPen(mix(color, palette.color("surface"), 0.55), max(text * 0.06, 0.8)))
    for above in rows[0]:
        for below in rows[1]:
            painter.drawLine(above, below)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for knot in (*rows[0], *rows[1]):
        painter.drawEllipse(knot, radius, radius)


def _laps(painter: QPainter, layout: Layout, loop: Loop, palette: Palette) -> None:
    """A dot for each of the n updates of z, full for those that are done or under way."""
    n = loop.anatomy.latent_cycles
    z = layout.boards["z"]
    radius, gap = layout.text * 0.24, layout.text * 0.85
    right = z.left() - layout.text * 0.9
    top = z.center().y() - gap * (n - 1) / 2
    painter.setPen(QPen(palette.color("memory"), max(layout.text * 0.1, 1.0)))
    for number in range(n):
        painter.setBrush(palette.color("memory") if number < loop.lap else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(right, top + number * gap), radius, radius)
    area = QRectF(
        layout.boards["x"].left(),
        z.center().y() - layout.text,
        right - gap - layout.boards["x"].left(),
        2 * layout.text,
    )
    words = QCoreApplication.translate("loop", "{n} times").format(n=n)
    if QFontMetricsF(board_font(layout.text)).horizontalAdvance(words) > area.width():
        words = f"{n}×"
    painter.setFont(board_font(layout.text))
    painter.setPen(palette.color("muted"))
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


def _title(painter: QPainter, area: QRectF, part: Part, text: float, palette: Palette, *, beside: bool) -> None:
    """“Puzzle x”: the word that everybody knows, and the paper's letter."""
    symbol = QFont(board_font(text, bold=True))
    symbol.setItalic(True)
    word = part_word(part)
    words, letters = QFontMetricsF(board_font(text)), QFontMetricsF(symbol)
    gap = text * 0.4
    wide = words.horizontalAdvance(word) + gap + letters.horizontalAdvance(part)
    left = area.left() if beside else area.center().x() - wide / 2
    baseline = area.center().y() + words.capHeight() / 2
    painter.setFont(board_font(text))
    painter.setPen(palette.color("text"))
    painter.drawText(QPointF(left, baseline), word)
    painter.setFont(symbol)
    painter.setPen(palette.color("memory" if part == "z" else "predicted" if part == "y" else "muted"))
    painter.drawText(QPointF(left + wide - letters.horizontalAdvance(part), baseline), part)


def _caption(painter: QPainter, layout: Layout, loop: Loop, palette: Palette) -> None:
    words = update_words(loop.update, loop.anatomy.networks, started=loop.shown is not None)
    painter.setFont(_fitting(words, layout.caption.width(), layout.text))
    painter.setPen(palette.color("text"))
    painter.drawText(layout.caption, Qt.AlignmentFlag.AlignCenter, words)


def _fitting(words: str, width: float, text: float) -> QFont:
    wide = QFontMetricsF(board_font(text)).horizontalAdvance(words)
    return board_font(text * min(1.0, 0.94 * width / max(wide, 1.0)))
