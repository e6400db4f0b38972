"""The ARC board: a task's pairs in a strip, one of them large to paint in, and beside a test the model's answer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.boards.arc import grid_edits as arc_edits
from app.boards.arc.edit_menu import arc_actions
from app.boards.arc.editor import Tool
from app.boards.arc.grid_edits import Block
from app.boards.arc.places import Part, Place
from app.boards.arc.sheet_board import SheetBoard
from app.boards.arc.tools import ArcTools
from app.boards.editor import Edit
from app.boards.grid_board import MOVES
from app.boards.maze.grid_edits import cells_between
from app.film.film import Film
from app.window.allowing import allow
from app.words.why_not import stop_first
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.task import COLOURS, ArcGrid
from solver.puzzles.base import Cell

Key = Qt.Key
translate = QCoreApplication.translate
ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)
CLEARING = (Key.Key_Backspace, Key.Key_Delete)
GIVING = (Key.Key_Return, Key.Key_Enter)


class ArcBoard(SheetBoard):
    """An ARC task to paint.

    A click in the strip shows that pair large; one of its two grids is active: cells are selected there. The left
    button draws, fills or selects, as the tool says; with Shift it always selects; the right one picks a colour up.
    Over a refinement only dragging draws, and a click selects. With the keyboard: Page Up and Page Down go through the
    grids, Shift with arrows selects a block, 0 to 9 choose a colour and paint what is selected, Enter paints it in the
    chosen colour, F fills, Delete makes it black.
    """

    colourChanged = Signal(int)  # noqa: N815
    toolChanged = Signal(str)  # noqa: N815

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        super().__init__(film, parent)
        self._tools = self._new_tools()
        self._actions = arc_actions(self, self)

    def _new_tools(self) -> ArcTools:
        tools = ArcTools(self)
        tools.hide()
        tools.toolWanted.connect(self.set_tool)
        tools.colourWanted.connect(self.set_colour)
        tools.demonstrationWanted.connect(lambda: self.add_pair("train"))
        tools.removalWanted.connect(self.remove_pair)
        tools.guessingWanted.connect(self.guessingWanted)
        for chosen in (self.toolChanged, self.colourChanged):
            chosen.connect(lambda _: tools.show_choice(self.tool, self.colour))
        tools.show_choice(self.tool, self.colour)
        return tools

    # The tools

    @property
    def colour(self) -> int:
        """What is painted with."""
        return self.editor.colour

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self.editor.tool

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self._tools.setEnabled(editable)
        for button in self._tools.findChildren(QAbstractButton):
            allow(button, editable, stop_first())

    def set_guessing(self, guessing: bool) -> None:
        super().set_guessing(guessing)
        self._tools.show_guessing(guessing)

    def set_look(self, *, digits: bool, safe_colours: bool) -> None:
        super().set_look(digits=digits, safe_colours=safe_colours)
        self._tools.set_safe_colours(safe_colours)

    def tool_row(self) -> QWidget | None:
        return self._tools

    def edit_actions(self) -> list[QAction]:
        return self._actions

    def set_colour(self, colour: int) -> None:
        """What is painted with from now on."""
        if colour != self.colour:
            self.editor.colour = colour
            self.colourChanged.emit(colour)

    def set_tool(self, tool: Tool) -> None:
        """What the left button does from now on."""
        if tool != self.tool:
            self.editor.tool = tool
            self.toolChanged.emit(tool)

    # What can be done to the active grid, or to the selected block of it

    @property
    def can_edit(self) -> bool:
        """Whether the active grid may be changed now: while the person guesses along, only their own output."""
        own = self.active.side == "own"
        return self.editable and self.content is not None and self.grid is not None and own == self.guesses

    def _refuse(self) -> None:
        """Say so where a person guesses along, and tries to change the task."""
        if self.guesses and self.editable and self.active.side != "own":
            self.givenTouched.emit(*(self.selected or (0, 0)))

    def change(self, do: Callable[[ArcGrid, Block], ArcGrid], deed: str, **values: int) -> None:
        """Put what `do` makes of the active grid, or of the block in it, in its place, as one undo step."""
        self.give_up_stroke()
        if self.can_edit:
            self.ask_for(self.editor.change(do, self.block, deed, **values))
        else:
            self._refuse()

    def clear(self) -> None:
        self.change(lambda grid, block: arc_edits.painted(grid, block.cells, arc_edits.BLACK), "clear")

    def move_cells(self, by: Cell) -> None:
        """Push the block, or everything, and take the selection along."""
        block = self.block if self.can_edit else None
        self.change(lambda grid, block: arc_edits.moved(grid, block, by), "move")
        if block is not None and block.rows * block.columns > 1:
            self.select_block(Block(block.top + by[0], block.left + by[1], block.rows, block.columns))

    def select_all(self) -> None:
        """Select the whole active grid."""
        rows, columns = self.shape
        self.select_block(Block(0, 0, rows, columns))

    def add_pair(self, part: Part) -> None:
        """One more demonstration or test input."""
        if self.content is not None:
            self.ask_for(self.editor.add_pair(part))

    def remove_pair(self) -> None:
        """Take the large pair away, unless it is the last of its part."""
        if self.content is not None:
            self.ask_for(self.editor.remove_pair())

    def copy_input_to_output(self) -> None:
        """Start the large pair's output from its input; a test without an output gets one, to check answers by."""
        if self.guesses:
            self.activate(Place("test", self.puzzle.test, "own"))
        else:
            self.show_output()
        if self.content is not None:
            self.ask_for(self.editor.copy_input_to_output())

    def forget_output(self) -> None:
        """Leave the large test without an output; the known one stays while the person guesses along."""
        if self.guesses and self.active.side != "own":
            self._refuse()
        elif self.content is not None:
            self.ask_for(self.editor.forget_output())

    def copied(self) -> str:
        if self.content is None or self.block is None or self.grid is None:
            return ""
        return arc_edits.piece_text(arc_edits.part_of(self.grid, self.block))

    def paste_text(self, text: str) -> bool:
        block = self.block
        pasted = self.editor.paste(text, block) if self.can_edit else None
        if pasted is None:
            return False
        edit, piece = pasted
        self.ask_for(edit)
        if block is not None:
            self.select_block(Block(block.top, block.left, *size(piece)))
        return True

    # Drawing with the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.content is None or self.editor.in_stroke:
            return
        sheet, point = self.sheet(), event.position()
        small = sheet.small_at(point)
        if small is not None:
            self.choose(small)
            return
        placed = sheet.large_at(point)
        cell = placed.geometry.cell_at(point) if placed is not None else None
        if placed is None or cell is None:
            self.select(None)
            return
        self.activate(placed.place)
        if placed.place.side == "output" and placed.place.part == "test" and self.hides_output:
            self.show_output()
            return
        if event.button() == Qt.MouseButton.RightButton:
            self._pick_up(cell)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._dragging = cell
            self._press(cell, selecting=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.content is None:
            return
        placed = self.sheet().large_at(event.position())
        cell = placed.geometry.cell_at(event.position()) if placed is not None else None
        if placed is not None and self._hovered_in != placed.place:
            self._hover(None)
            self._hovered_in = placed.place
        self._hover(cell)
        inside = placed is not None and placed.place == self.active
        if self._dragging is None or cell is None or not inside or cell == self._dragging:
            return
        passed = cells_between(self._dragging, cell)
        self._dragging = cell
        if self.editor.in_stroke:
            self.editor.drag(passed)
            self.update()
        else:
            self.extend_block(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = None
        if self.editor.in_stroke and event.button() == Qt.MouseButton.LeftButton:
            drawn = self.editor.drawing or self.active.side == "own"
            edit = self.editor.release()
            if drawn:
                self.select(None)
            self.ask_for(edit)
            self.update()

    def _press(self, cell: Cell, *, selecting: bool) -> None:
        if not self.can_edit or selecting or self.tool == "select":
            self.select(cell)
            if not (selecting or self.tool == "select" or self.active.side == "answer"):
                self._refuse()
        elif self.tool == "fill":
            self.select(None)
            self.ask_for(self.editor.fill(cell))
        elif self.refinement is None or self.active.side == "own":
            self.select(None)
            self.editor.press([cell])
            self.update()
        else:
            # Over a refinement a click only selects, as a person does to inspect a cell, and dragging draws.
            self.editor.press([])
            self.select(cell)

    def _pick_up(self, cell: Cell) -> None:
        grid = self.grid
        value = int(self.refinement.answer[cell]) if self.active.side == "answer" and self.refinement else -1
        if grid is not None:
            value = grid[cell[0]][cell[1]]
        if value >= 0:
            self.set_colour(value)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self.hovered:
            self.hovered = cell
            self.update()
            inspected = cell if self._hovered_in.side == "answer" else None
            self.cellHovered.emit(*(inspected or (-1, -1)))

    # Keys

    def event(self, event: QEvent) -> bool:
        # Page Up and Page Down go through the grids, rather than scroll.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _pages(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.content is None or (self.editor.in_stroke and event.key() != Key.Key_Escape):
            return
        if _pages(event):
            self.go_to_next(1 if event.key() == Key.Key_PageDown else -1)
        elif event.key() in ARROWS and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._grow_block(MOVES[event.key()])
        else:
            super().keyPressEvent(event)

    def press_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Key.Key_Escape and self.editor.in_stroke:
            self.give_up_stroke()
            return True
        digit = key - Key.Key_0
        if 0 <= digit < COLOURS:
            self.set_colour(digit)
        grid, block = self.grid, self.block
        if key in GIVING and self.active.part == "test" and self.active.side == "output" and self.hides_output:
            self.show_output()
            return True
        if grid is None or block is None:
            return 0 <= digit < COLOURS
        paints = 0 <= digit < COLOURS or key in GIVING or key in CLEARING
        if (paints or key == Key.Key_F) and not self.can_edit:
            self._refuse()
        elif paints:
            colour = arc_edits.BLACK if key in CLEARING else self.colour
            self.ask_for(self.editor.paint(block.cells, colour))
        elif key == Key.Key_F:
            assert self.selected is not None
            self.ask_for(self.editor.fill(self.selected))
        else:
            return False
        return True

    def _grow_block(self, by: Cell) -> None:
        rows, columns = self.shape
        row, column = self.selected or (0, 0)
        if self.selected is not None:
            row, column = row + by[0], column + by[1]
        self.extend_block((min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)))

    def words_of(self, edit: Edit) -> str:
        words = {
            "add a demonstration": self.tr("add a demonstration"),
            "add a test input": self.tr("add a test input"),
            "clear": self.tr("clear"),
            "copy the input to the output": self.tr("copy the input to the output"),
            "copy the input to your output": self.tr("copy the input to your output"),
            "fill": self.tr("fill"),
            "mirror": translate("arc_actions", "mirror"),
            "move": self.tr("move"),
            "paint": self.tr("paint"),
            "paste": self.tr("paste"),
            "paste a grid": self.tr("paste a grid"),
            "remove a demonstration": self.tr("remove a demonstration"),
            "remove a test input": self.tr("remove a test input"),
            "remove the known output": self.tr("remove the known output"),
            "resize": translate("arc_actions", "resize to {rows}×{columns}"),
            "rotate": translate("arc_actions", "rotate"),
        }
        said = words[edit.deed].format(**edit.values)
        return self.tr("your output: {what}").format(what=said) if self.active.side == "own" else said


def _pages(event: QKeyEvent) -> bool:
    return event.key() in (Key.Key_PageUp, Key.Key_PageDown) and not event.modifiers()
