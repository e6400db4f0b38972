"""The maze board: walls, or the person's own path, are drawn by dragging, start and goal are dragged; or by keys."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.boards.editor import Edit
from app.boards.grid_board import MOVES, GridBoard
from app.boards.maze.edit_menu import maze_actions
from app.boards.maze.editor import MazeEditor
from app.boards.maze.own_path import OwnStroke
from app.boards.maze.painting import paint_maze
from app.boards.mode_row import ModeRow
from app.documents.guess import NOTHING, Guess
from app.film.film import Film
from app.window.allowing import allow
from app.words.why_not import stop_first
from solver.puzzles.base import Cell
from solver.puzzles.maze.puzzle import FREE, GOAL, PATH, START, WALL

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

    While the person guesses along, all of this draws and erases the path that they would take.
    """

    paint = staticmethod(paint_maze)
    new_editor = MazeEditor
    kind = "maze"
    editor: MazeEditor

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        super().__init__(film, parent)
        self._actions = maze_actions(self, self)
        self._own: OwnStroke | None = None
        self.row = ModeRow(self.tr("Your path"), self.tr("Walls"), self)
        self.row.hide()
        self.row.guessingWanted.connect(self.guessingWanted)

    def tool_row(self) -> QWidget | None:
        return self.row

    def set_guessing(self, guessing: bool) -> None:
        super().set_guessing(guessing)
        self.row.show_guessing(guessing)

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.row.setEnabled(editable)
        for button in (self.row.own, self.row.given):
            allow(button, editable, stop_first())

    def give_up_stroke(self) -> None:
        if self._own is not None:
            self.guess, self._own = self._own.before, None
            self.update()
        super().give_up_stroke()

    def draw_path(self, value: int) -> None:
        """Put the selected cell on the person's own path, or take it off it."""
        if self.selected is not None and self.content is not None and self.editable and self.guesses:
            self._own = OwnStroke(self.guess, self.content, value)
            self._end_own(self._own.over([self.selected]))

    def _end_own(self, guess: Guess | None) -> None:
        stroke, self._own = self._own, None
        assert stroke is not None
        self.guess = stroke.before
        if guess is not None and stroke.changes:
            drawn = self.tr("draw your path") if stroke.value else self.tr("erase your path")
            self.ask_for_guess(guess, drawn)
        self.update()

    def edit_actions(self) -> list[QAction]:
        return self._actions

    # The whole maze at once

    def fill(self, token: int) -> None:
        """Make every cell but start and goal a wall, or free."""
        self.ask_for(self.editor.fill(token))

    def clear(self) -> None:
        self.fill(FREE)

    def invert(self) -> None:
        """Make walls free and free cells walls."""
        self.ask_for(self.editor.invert())

    def enclose(self) -> None:
        """Draw walls all around."""
        self.ask_for(self.editor.enclose())

    def resize_maze(self, rows: int, columns: int) -> None:
        """Cut or lengthen the maze at its right and bottom."""
        self.ask_for(self.editor.resize(rows, columns))

    # Drawing

    def press_cell(self, cell: Cell, event: QMouseEvent) -> None:
        left, right = event.button() == Qt.MouseButton.LeftButton, event.button() == Qt.MouseButton.RightButton
        if self.editor.stroke is not None or self._own is not None or not (left or right):
            return
        erase = right or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.guesses:
            assert self.content is not None
            self._own = OwnStroke(self.guess, self.content, NOTHING if erase else PATH)
            # Over a refinement a click only selects, as below.
            if self.refinement is None:
                self.guess = self._own.over([cell])
            else:
                self._own.last = cell
            self.update()
            return
        # Over a refinement a click only selects, as a person does to inspect a cell, and dragging draws.
        self.editor.press(cell, erase=erase, only_select=self.refinement is not None)
        self.update()

    def drag_to_cell(self, cell: Cell, event: QMouseEvent) -> None:
        if self._own is not None:
            self.guess = self._own.to(cell)
            self.update()
            self.select(cell)
        elif self.editor.stroke is not None:
            self.editor.drag(cell)
            self.update()
            self.select(cell)

    def release_cell(self, cell: Cell | None, event: QMouseEvent) -> None:
        if self._own is not None:
            self._end_own(self.guess)
        elif self.editor.stroke is not None:
            self.ask_for(self.editor.release())
            self.update()

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
        if key == Key.Key_Escape and (self.editor.stroke is not None or self._own is not None):
            self.give_up_stroke()
            return True
        if self.guesses:
            return self._press_own(key)
        if self.selected is None or self.content is None or self.editor.stroke is not None:
            return False
        if key in PLACING:
            self.ask_for(self.editor.put_end(self.selected, PLACING[Key(key)]))
        elif key in TOGGLING:
            self.ask_for(self.editor.turn_over(self.selected))
        elif key in WALLING or key in ERASING:
            self.ask_for(self.editor.put(self.selected, WALL if key in WALLING else FREE))
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._carry(int(self.content.grid[self.selected]), MOVES[key])
        else:
            return False
        return True

    def _press_own(self, key: int) -> bool:
        if self.selected is None or self._own is not None or key not in (*TOGGLING, *ERASING):
            return False
        on_path = self.guess is not None and bool(self.guess.entered[self.selected])
        self.draw_path(PATH if key in TOGGLING and not on_path else NOTHING)
        return True

    def _carry(self, token: int, by: Cell) -> None:
        """Take what is in the selected cell, wall, freedom, start or goal, along to the next."""
        before = self.selected
        self._move(by)
        if self.selected is not None and self.selected != before:
            self.ask_for(self.editor.carry(token, self.selected))

    # Words

    def words_of(self, edit: Edit) -> str:
        words = {
            "fill": self.tr("fill with walls"),
            "clear": self.tr("clear all walls"),
            "invert": self.tr("invert"),
            "draw the border": self.tr("draw the border"),
            "resize": self.tr("resize to {rows}×{columns}"),
            "draw walls": self.tr("draw walls"),
            "erase walls": self.tr("erase walls"),
            "draw a wall": self.tr("draw a wall"),
            "erase a wall": self.tr("erase a wall"),
            "move the start": self.tr("move the start"),
            "move the goal": self.tr("move the goal"),
        }
        return words[edit.deed].format(**edit.values)

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
