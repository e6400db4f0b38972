"""The widget under every board: hover, selection, keyboard, mouse and zoom of a square grid."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.boards.editor import Edit
from app.boards.shown_board import ShownBoard
from app.documents.guess import Guess, can_guess
from app.documents.own_output import OwnOutputs
from app.film.film import Film
from solver.puzzles.base import Cell

Key = Qt.Key
MOVES: dict[int, Cell] = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
    Key.Key_W: (-1, 0),
    Key.Key_S: (1, 0),
    Key.Key_A: (0, -1),
    Key.Key_D: (0, 1),
}
ZOOM_MOST = 8.0


class GridBoard(ShownBoard):
    """A board to edit; asks for edits by `edited`.

    What a person does is worked out by its `editor`, whose strokes show before they end. A kind of board sets `paint`
    and `new_editor`, and overrides `press_key`, `words_of`, `describe_value` and, for dragging, the three mouse hooks
    `press_cell`, `drag_to_cell` and `release_cell`.
    """

    cellHovered = Signal(int, int)  # noqa: N815
    """Row and column under the mouse; -1, -1 when it leaves the grid."""
    cellSelected = Signal(int, int)  # noqa: N815
    """Row and column; -1, -1 when nothing is selected any more."""
    edited = Signal(object, str)
    """The content that the person wants, and what was done in a few words (the undo step's name)."""
    confirmed = Signal(int, int)
    """Row and column of an unsure cell, of which the person says that it is right."""
    guessed = Signal(object, str)
    """The `Guess` or `OwnOutputs` that the person wants, and what was done in a few words."""
    givenTouched = Signal(int, int)  # noqa: N815
    """Row and column of a cell of the puzzle itself that a person tried to put an entry of their own into."""
    guessingWanted = Signal(bool)  # noqa: N815
    """A person wants to guess along, or to change the puzzle itself."""
    menuWanted = Signal(QPoint)  # noqa: N815
    """The context menu of the selected cell is wanted at this place on the screen."""
    zoomChanged = Signal(float)  # noqa: N815
    testWanted = Signal(int)  # noqa: N815
    """Another test input of an ARC task is wanted, counted from 0; boards of other kinds never ask."""

    opens_menu_by_mouse: ClassVar[bool] = False
    """Whether the right mouse button has nothing else to do than to open the context menu."""

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        self.editable = True
        self.guessing = False
        """Whether keys and mouse make entries of the person's own, and leave the puzzle as it is."""
        self._zoom = 1.0
        self._dragging: Cell | None = None
        super().__init__(film, parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What a person chooses

    def set_guessing(self, guessing: bool) -> None:
        """Whether keys and mouse make entries of the person's own, rather than change the puzzle."""
        self.give_up_stroke()
        self.guessing = guessing

    @property
    def guesses(self) -> bool:
        """Whether they do so now: a draft is edited whatever was chosen."""
        return self.guessing and self.content is not None and can_guess(self.content)

    def ask_for_guess(self, guess: Guess, what: str) -> None:
        """Ask for other entries of the person's own."""
        if self.editable:
            self.guessed.emit(guess, what)

    def set_editable(self, editable: bool) -> None:
        """Whether keys and mouse may ask for edits; moving about always works."""
        self.give_up_stroke()
        self.editable = editable

    @property
    def zoom(self) -> float:
        """1 fits the board into its view."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """From 1 (fits the view) to 8."""
        zoom = min(max(zoom, 1.0), ZOOM_MOST)
        if zoom != self._zoom:
            self._zoom = zoom
            self.zoomChanged.emit(zoom)

    def select(self, cell: Cell | None) -> None:
        """Select one cell, or none, and tell screen readers what is in it."""
        if cell == self.selected:
            return
        self.selected = cell
        self.update()
        self.cellSelected.emit(*(self.recorded(cell) or (-1, -1)))
        if cell is not None:
            self._announce(cell)

    # For each kind of board

    def show_cell(self, cell: Cell) -> None:
        """Select a cell of the refinements."""
        self.select(cell)

    def tool_row(self) -> QWidget | None:
        """What the window shows above the board; until then, a hidden child of the board."""
        return None

    def set_outputs(self, outputs: OwnOutputs | None) -> None:
        """Show the person's own outputs for an ARC task; boards of other kinds have none."""

    def copied(self) -> str:
        """What Copy takes from this board instead of the whole puzzle; "" for nothing."""
        return ""

    def paste_text(self, text: str) -> bool:
        """Take pasted text as a part of the puzzle; False if it may be a puzzle of its own."""
        return False

    def edit_actions(self) -> list[QAction]:
        """What else the Edit menu offers for this kind; the board owns the actions."""
        return []

    def clear(self) -> None:
        """Ask for an empty grid."""
        raise NotImplementedError

    def press_key(self, event: QKeyEvent) -> bool:
        """Edit by keyboard; False leaves the key to others. Called only while editable and with a content."""
        return False

    def press_cell(self, cell: Cell, event: QMouseEvent) -> None:
        """A mouse button went down on `cell`; the cell is selected already."""

    def drag_to_cell(self, cell: Cell, event: QMouseEvent) -> None:
        """The mouse came to another cell with a button down; fast drags may skip cells."""

    def release_cell(self, cell: Cell | None, event: QMouseEvent) -> None:
        """The button went up over `cell` (None: outside the grid), ending what `press_cell` began."""

    def words_of(self, edit: Edit) -> str:
        """What was done by `edit`, as the undo step's name."""
        raise NotImplementedError

    def ask_for(self, edit: Edit | None) -> None:
        """Ask for an edit, if there is one and the board may be edited."""
        if edit is None or not self.editable:
            return
        wanted = self.guessed if isinstance(edit.content, OwnOutputs) else self.edited
        wanted.emit(edit.content, self.words_of(edit))

    def give_up_stroke(self) -> None:
        """End a stroke under way without an edit."""
        if self.editor.drawing:
            self.update()
        self.editor.give_up()

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifier = Qt.KeyboardModifier
        plain = not event.modifiers() & ~(modifier.KeypadModifier | modifier.ShiftModifier)
        if self.content is not None and plain:
            # What is selected counts from now on, and no longer what lies under a mouse that stands still.
            self._hover(None)
            if self.editable and self.press_key(event):
                return
            if event.key() in MOVES:
                self._move(MOVES[event.key()])
                return
            if event.key() == Key.Key_Escape and self.selected is not None:
                self.select(None)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_under(event.position())
        self.select(cell)
        self._dragging = cell
        if cell is not None and self.editable:
            self.press_cell(cell, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_under(event.position())
        self._hover(cell)
        if self._dragging is not None and cell is not None and cell != self._dragging:
            self._dragging = cell
            if self.editable:
                self.drag_to_cell(cell, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging is not None:
            self._dragging = None
            self.release_cell(self._cell_under(event.position()), event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # The right mouse button draws on some boards, which then open the menu themselves.
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.opens_menu_by_mouse:
            event.ignore()
            return
        where = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse and self.selected is not None:
            where = self.mapToGlobal(self.geometry_of_cells().cell(*self.selected).center().toPoint())
        self.menuWanted.emit(where)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * 1.0015 ** event.angleDelta().y())
            event.accept()
        else:
            event.ignore()

    def _cell_under(self, point: QPointF) -> Cell | None:
        return None if self.content is None else self.geometry_of_cells().cell_at(point)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self.hovered:
            self.hovered = cell
            self.update()
            self.cellHovered.emit(*(self.recorded(cell) or (-1, -1)))

    def _move(self, by: Cell) -> None:
        assert self.content is not None
        rows, columns = self.shape
        if self.selected is None:
            self.select((0, 0))
            return
        row, column = self.selected[0] + by[0], self.selected[1] + by[1]
        self.select((min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)))
