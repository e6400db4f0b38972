"""The maze board: walls are drawn and erased by dragging, start and goal are dragged, and keys do the same."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.boards.grid_board import MOVES, GridBoard
from app.boards.maze import edits as maze_edits
from app.boards.maze.actions import maze_actions
from app.boards.maze.painting import paint_maze
from app.documents.draft import Content, Draft
from solver.puzzles.base import Cell, IntGrid
from solver.puzzles.maze.puzzle import FREE, GOAL, PATH, START, WALL
from solver.trace import Refinement

Key = Qt.Key
TOGGLING = (Key.Key_Return, Key.Key_Enter)
WALLING = (Key.Key_W, Key.Key_NumberSign)
ERASING = (Key.Key_E, Key.Key_Period, Key.Key_Backspace, Key.Key_Delete)
PLACING = {Key.Key_S: START, Key.Key_G: GOAL}
ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)


class MazeBoard(GridBoard):
    """A maze to draw.

    The left button draws walls, the right one (or Ctrl with the left) erases, and start and goal are dragged; Escape
    gives a drag up. Over a refinement only dragging draws, and a click selects. With the keyboard: Enter turns a cell
    over, W draws, E erases, S and G put start and goal, and Shift with an arrow carries the cell's wall or freedom on
    to the next.
    """

    paint = staticmethod(paint_maze)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stroke: _Stroke | None = None
        self._actions = maze_actions(self)

    def edit_actions(self) -> list[QAction]:
        return self._actions

    def set_content(self, content: Content | None) -> None:
        self._stroke = None
        super().set_content(content)

    def set_refinement(self, refinement: Refinement | None) -> None:
        if self._stroke is not None:
            # A film may play on while the person draws; it comes back if the drag is given up.
            self._stroke.refinement = refinement
            if self._stroke.changes:
                return
        super().set_refinement(refinement)

    def set_editable(self, editable: bool) -> None:
        self._give_up_stroke()
        super().set_editable(editable)

    # The whole maze at once

    def fill(self, token: int) -> None:
        """Make every cell but start and goal a wall, or free."""
        if self.content is not None:
            what = self.tr("fill with walls") if token == WALL else self.tr("clear all walls")
            self._replace(maze_edits.filled(self.content.grid, token), what)

    def clear(self) -> None:
        self.fill(FREE)

    def invert(self) -> None:
        """Make walls free and free cells walls."""
        if self.content is not None:
            self._replace(maze_edits.inverted(self.content.grid), self.tr("invert"))

    def enclose(self) -> None:
        """Draw walls all around."""
        if self.content is not None:
            self._replace(maze_edits.bordered(self.content.grid), self.tr("draw the border"))

    def resize_maze(self, rows: int, columns: int) -> None:
        """Cut or lengthen the maze at its right and bottom."""
        if self.content is not None:
            grid = maze_edits.resized(self.content.grid, rows, columns)
            self._replace(grid, self.tr("resize to {rows}×{columns}").format(rows=rows, columns=columns))

    def _replace(self, grid: IntGrid, what: str) -> None:
        assert self.content is not None
        self._give_up_stroke()
        if self.editable and (grid.shape != self.content.grid.shape or (grid != self.content.grid).any()):
            self.edited.emit(Draft(self.content.kind, grid), what)

    # Drawing

    def press_cell(self, cell: Cell, event: QMouseEvent) -> None:
        assert self.content is not None
        left, right = event.button() == Qt.MouseButton.LeftButton, event.button() == Qt.MouseButton.RightButton
        if self._stroke is not None or not (left or right):
            return
        under = int(self.content.grid[cell])
        erase = right or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moving = under in maze_edits.ENDS and not erase
        self._stroke = _Stroke(self.content, self.refinement, under if moving else FREE if erase else WALL, cell)
        # Over a refinement a click only selects, as a person does to inspect a cell, and dragging draws.
        if not moving and self.refinement is None:
            self._extend_stroke([cell])

    def drag_to_cell(self, cell: Cell, event: QMouseEvent) -> None:
        if self._stroke is not None:
            cells = maze_edits.cells_between(self._stroke.last, cell)
            self._stroke.last = cell
            self._extend_stroke(cells)
            self.select(cell)

    def release_cell(self, cell: Cell | None, event: QMouseEvent) -> None:
        stroke = self._stroke
        if stroke is not None:
            self._give_up_stroke()
            self.edit(stroke.changes, self._words(stroke))

    def _extend_stroke(self, cells: list[Cell]) -> None:
        """Show what the drag has drawn so far; the document hears of it when it ends."""
        stroke = self._stroke
        assert stroke is not None
        for cell in cells:
            stroke.pass_over(cell)
        if stroke.changes:
            self.content = Draft.of(stroke.before, stroke.changes)
            self.refinement = None
        self.update()

    def _give_up_stroke(self) -> None:
        if self._stroke is not None:
            self.content, self.refinement = self._stroke.before, self._stroke.refinement
            self._stroke = None
            self.update()

    def _words(self, stroke: "_Stroke") -> str:
        if stroke.token in maze_edits.ENDS:
            return self._name_of_move(stroke.token)
        return self.tr("draw walls") if stroke.token == WALL else self.tr("erase walls")

    def _name_of_move(self, token: int) -> str:
        return self.tr("move the start") if token == START else self.tr("move the goal")

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # A letter is the board's and not a shortcut of the window while a cell is selected to be drawn in.
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            keys = (*TOGGLING, *WALLING, *ERASING, *PLACING)
            if plain and self.editable and self.selected is not None and event.key() in keys:
                event.accept()
                return True
        return super().event(event)

    def press_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Key.Key_Escape and self._stroke is not None:
            self._give_up_stroke()
            return True
        if self.selected is None or self.content is None or self._stroke is not None:
            return False
        here = int(self.content.grid[self.selected])
        if key in PLACING:
            token = PLACING[Key(key)]
            self.edit(maze_edits.end_moved(self.content.grid, token, self.selected), self._name_of_move(token))
        elif key in TOGGLING or key in WALLING or key in ERASING:
            wall = key in WALLING or (key in TOGGLING and here == FREE)
            self._set(self.selected, WALL if wall else FREE)
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._carry(here, MOVES[key])
        else:
            return False
        return True

    def _set(self, cell: Cell, token: int) -> None:
        assert self.content is not None
        if self.content.grid[cell] not in maze_edits.ENDS:
            what = self.tr("draw a wall") if token == WALL else self.tr("erase a wall")
            self.edit({cell: token}, what)

    def _carry(self, token: int, by: Cell) -> None:
        """Take what is in the selected cell, wall, freedom, start or goal, along to the next."""
        assert self.content is not None
        assert self.selected is not None
        before = self.selected
        self._move(by)
        if self.selected == before:
            return
        if token in maze_edits.ENDS:
            self.edit(maze_edits.end_moved(self.content.grid, token, self.selected), self._name_of_move(token))
        else:
            self._set(self.selected, token)

    # Words

    def describe_value(self, cell: Cell) -> str:
        assert self.content is not None
        given = int(self.content.grid[cell])
        names = {WALL: self.tr("wall"), START: self.tr("start"), GOAL: self.tr("goal")}
        words = names.get(given, self.tr("free"))
        if self.refinement is None:
            return words
        if given == FREE:
            share = round(float(self.refinement.probabilities[cell][PATH]) * 100)
            on_path = self.refinement.answer[cell] == PATH
            words = self.tr("on the path, {percent} percent") if on_path else self.tr("free, path {percent} percent")
            words = words.format(percent=share)
        if self.refinement.violations[cell]:
            words += self.tr(", breaks the path")
        return words


class _Stroke:
    """A drag under way: what it draws (WALL, FREE, or the end it moves), and over which maze."""

    def __init__(self, before: Content, refinement: Refinement | None, token: int, last: Cell) -> None:
        self.before = before
        self.refinement = refinement
        self.token = token
        self.last = last
        self.changes: dict[Cell, int] = {}

    def pass_over(self, cell: Cell) -> None:
        """Draw at `cell`; start and goal are never drawn over."""
        if self.token in maze_edits.ENDS:
            if self.before.grid[cell] == self.token:
                self.changes = {}
            else:
                self.changes = maze_edits.end_moved(self.before.grid, self.token, cell) or self.changes
        elif self.before.grid[cell] not in (*maze_edits.ENDS, self.token):
            self.changes[cell] = self.token
