"""A board that only shows: the film's puzzle and the refinement over it, painted and put into words cell by cell."""

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from app.boards.cells import cells_where
from app.boards.editor import Editor
from app.boards.geometry import Geometry
from app.boards.influence_painting import paint_influence
from app.boards.looks import LooksWidget
from app.boards.painting import Paint, PaintOptions, paint_differing
from app.documents.draft import Content
from app.film.film import Change, Film
from app.film.intermediate import Intermediate
from app.window.theme import current_palette
from app.words.playback import value_word
from solver.puzzles.base import Cell
from solver.trace import Refinement

MARGIN = 10
BRIGHTEST = 0.38
"""Opacity of a changed cell's light at its start."""


class ShownBoard(LooksWidget):
    """Shows `film`: its content and, over it, the refinement under its cursor; `GridBoard` adds what a person does."""

    paint: ClassVar[Paint]
    """A `staticmethod`: the kind's painting function."""
    new_editor: ClassVar[type[Editor]]
    kind: ClassVar[str]
    """Of the puzzles that it shows; while the film shows others, it stays as it was."""

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.film = film
        self.editor = self.new_editor()
        self.selected: Cell | None = None
        self.hovered: Cell | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Board"))
        film.changed.connect(self._hear)
        self._hear(Change.CONTENT | Change.CURSOR)

    @property
    def content(self) -> Content | None:
        """The film's, or what a stroke under way has made of it."""
        return self.editor.content

    @property
    def refinement(self) -> Refinement | None:
        """What is shown over the content: the film's, but none over a stroke under way."""
        own = self.editor.given is self.film.content and not self.editor.drawing
        return self.film.shown() if own else None

    @Slot(object)
    def _hear(self, change: Change) -> None:
        content = self.film.content
        if content is not None and content.kind != self.kind:
            return
        if change & Change.CONTENT:
            self.take_content()
        if change & (Change.CONTENT | Change.RECORDING | Change.CURSOR):
            self.follow()

    def take_content(self) -> None:
        """The film has another content."""
        before, content = self.content, self.film.content
        if content is None or (before is not None and content.shape != before.shape):
            self.selected = self.hovered = None
        self.editor.show(content)
        self.differing = None

    def follow(self) -> None:
        """The film's cursor is at another refinement, or at the puzzle; a stroke under way goes on."""
        self._light_changes()
        self.update()
        if self.selected is not None:
            self._announce(self.selected, QAccessible.Event.NameChanged)

    @property
    def shape(self) -> Cell:
        """Rows and columns that a cell can be selected in; none without a puzzle."""
        return self.content.shape if self.content is not None else (0, 0)

    def index_of(self, cell: Cell) -> int:
        """The number of `cell` in reading order."""
        return cell[0] * self.shape[1] + cell[1]

    def geometry_of_cells(self) -> Geometry:
        """Where the cells are in this widget now."""
        rows, columns = self.content.shape if self.content is not None else (1, 1)
        return Geometry.fit(self._area(), rows, columns, pixel_ratio=self.devicePixelRatioF())

    def describe(self, cell: Cell) -> str:
        """One cell in words, as screen readers say it: “row 3, column 5: 7, predicted, 92 percent”."""
        row, column = cell
        value = self.describe_value(cell)
        answered = self.holds_answer(cell)
        if answered and isinstance(self.refinement, Intermediate) and self.content is not None:
            word = value_word(self.content.kind, int(self.refinement.answer[cell]))
            value = self.tr("{value}, draft").format(value=word)
        if answered and self.differing is not None and self.differing[cell]:
            value += self.tr(", differs")
        if self.guess is not None and self.guess.values.shape == self.shape and self.guess.entered[cell]:
            value += self.tr(", your own guess: {value}").format(
                value=value_word(self.kind, int(self.guess.values[cell]))
            )
        if cell in self.unsure:
            value += self.tr(", hard to read, Enter confirms it")
        return self.tr("row {row}, column {column}: {value}").format(row=row + 1, column=column + 1, value=value)

    def recorded(self, cell: Cell | None) -> Cell | None:
        """`cell` as refinements count cells; None if they say nothing of it."""
        return cell

    def holds_answer(self, cell: Cell) -> bool:
        """Whether what is in `cell` is the model's and not the puzzle's own, once there is a refinement."""
        return self.content is not None and bool(self.content.free[cell])

    def describe_value(self, cell: Cell) -> str:
        """What is in `cell`, in words."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(560, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.content is None:
            return
        painter = QPainter(self)
        options = PaintOptions(
            pencil_marks=self.pencil_marks,
            overlay=self.overlay,
            selected=self.selected,
            hovered=self.hovered,
            focused=self.hasFocus(),
            unsure=self.unsure,
            guess=self.guess,
        )
        geometry = self.paint(painter, self._area(), self.content, self.refinement, current_palette(), options)
        if self.flash.cells is not None and self.flash.cells.shape == self.content.shape:
            light = current_palette().color("changed", BRIGHTEST * self.flash.strength)
            for cell in cells_where(self.flash.cells):
                painter.fillRect(geometry.cell(*cell), light)
        if self.differing is not None:
            paint_differing(painter, geometry, self.differing, current_palette())
        if self.influence is not None:
            paint_influence(painter, geometry, self.influence, current_palette(), between_cells=self.kind == "sudoku")
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flash.put_out()
        super().hideEvent(event)

    def _light_changes(self) -> None:
        still = not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if self.content is None or self.refinement is None or not self.flashing or still or not self.isVisible():
            self.flash.put_out()
            return
        changed = self.refinement.changed & self.content.free
        if changed.any():
            self.flash.light(changed)
        else:
            self.flash.put_out()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def _announce(self, cell: Cell, what: QAccessible.Event = QAccessible.Event.Focus) -> None:
        """Tell screen readers of the cell; those that know no cells get it as what the board holds."""
        self.setAccessibleDescription(self.describe(cell))
        event = QAccessibleEvent(self, what)
        event.setChild(self.index_of(cell))
        QAccessible.updateAccessibility(event)
