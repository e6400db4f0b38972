"""The ARC board: a task's pairs in a strip, one of them large to paint in, and beside a test the model's answer."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.boards.arc import edits as arc_edits
from app.boards.arc.actions import arc_actions
from app.boards.arc.editor import FIRST, ArcEditor, Tool
from app.boards.arc.edits import Block
from app.boards.arc.painting import paint_arc, paint_large, paint_strip, place_words
from app.boards.arc.places import Part, Place, places_of
from app.boards.arc.sheet import Sheet, lay_out
from app.boards.arc.tools import ArcTools
from app.boards.cells import cells_where
from app.boards.editor import Edit
from app.boards.geometry import Geometry
from app.boards.grid_board import BRIGHTEST, MOVES, GridBoard
from app.boards.maze.edits import cells_between
from app.boards.painting import PaintOptions, paint_differing
from app.film.film import Film
from app.window.theme import current_palette
from app.words.playback import value_word
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import COLOURS, ArcGrid
from solver.puzzles.base import Cell

Key = Qt.Key
translate = QCoreApplication.translate
ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)
CLEARING = (Key.Key_Backspace, Key.Key_Delete)
GIVING = (Key.Key_Return, Key.Key_Enter)


class ArcBoard(GridBoard):
    """An ARC task to paint.

    A click in the strip shows that pair large; one of its two grids is active: cells are selected there. The left
    button draws, fills or selects, as the tool says; with Shift it always selects; the right one picks a colour up.
    Over a refinement only dragging draws, and a click selects. With the keyboard: Page Up and Page Down go through the
    grids, Shift with arrows selects a block, 0 to 9 choose a colour and paint what is selected, Enter paints it in the
    chosen colour, F fills, Delete makes it black.
    """

    paint = staticmethod(paint_arc)
    new_editor = ArcEditor
    kind = "arc"
    editor: ArcEditor
    colourChanged = Signal(int)  # noqa: N815
    toolChanged = Signal(str)  # noqa: N815

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        self._anchor: Cell | None = None
        self._hovered_in = FIRST
        self._strip: tuple[object, QPixmap] | None = None
        super().__init__(film, parent)
        self._tools = self._new_tools()
        self._actions = arc_actions(self, self)

    def _new_tools(self) -> ArcTools:
        # Without a parent: the window puts it above the board.
        tools = ArcTools()
        tools.toolWanted.connect(self.set_tool)
        tools.colourWanted.connect(self.set_colour)
        tools.demonstrationWanted.connect(lambda: self.add_pair("train"))
        tools.removalWanted.connect(self.remove_pair)
        for chosen in (self.toolChanged, self.colourChanged):
            chosen.connect(lambda _: tools.show_choice(self.tool, self.colour))
        tools.show_choice(self.tool, self.colour)
        return tools

    # What is shown

    @property
    def active(self) -> Place:
        """The grid that the keyboard is in."""
        return self.editor.active

    @property
    def colour(self) -> int:
        """What is painted with."""
        return self.editor.colour

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self.editor.tool

    @property
    def puzzle(self) -> ArcPuzzle:
        """What is shown, with what a drag under way has drawn."""
        return self.editor.puzzle

    @property
    def grid(self) -> ArcGrid | None:
        """The active grid; None where there is none to edit."""
        return self.editor.grid

    @property
    def block(self) -> Block | None:
        """The selected cells of the active grid."""
        if self.selected is None:
            return None
        return Block.between(self._anchor or self.selected, self.selected)

    @property
    def shape(self) -> Cell:
        if self.content is None:
            return 0, 0
        if self.active.side == "answer":
            return self.content.shape
        return size(self.grid or self.puzzle.task.test[self.active.pair].input)

    def sheet(self) -> Sheet:
        """Where everything is now."""
        beside = (self.active.part, self.active.pair) == ("test", self.puzzle.test) and self.refinement is not None
        answer = self.puzzle.shape if beside else None
        return lay_out(self._area(), self.puzzle.task, self.active, answer, self.devicePixelRatioF())

    def geometry_of_cells(self) -> Geometry:
        return Geometry(1, 1, 0, 0, 1) if self.content is None else self.sheet().geometry_of(self.active)

    def take_content(self) -> None:
        selected, anchor, active = self.selected, self._anchor, self.active
        super().take_content()
        if not isinstance(self.content, ArcPuzzle):
            return
        rows, columns = self.shape
        stays = self.active == active and selected is not None and selected[0] < rows and selected[1] < columns
        self.selected, self._anchor = (selected, anchor) if stays else (None, None)
        if self._anchor is not None and not (self._anchor[0] < rows and self._anchor[1] < columns):
            self._anchor = self.selected
        self._name()

    def follow(self) -> None:
        super().follow()
        if self.content is None or self.editor.drawing:
            return
        answer = Place("test", self.puzzle.test, "answer")
        if self.refinement is not None and self.active != answer:
            self.activate(answer)
        elif self.refinement is None and self.active.side == "answer":
            self.activate(answer.beside("input"))

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self._tools.setEnabled(editable)

    def set_look(self, *, digits: bool, safe_colours: bool) -> None:
        super().set_look(digits=digits, safe_colours=safe_colours)
        self._tools.set_safe_colours(safe_colours)

    def tool_row(self) -> QWidget | None:
        return self._tools

    def edit_actions(self) -> list[QAction]:
        return self._actions

    def activate(self, place: Place) -> None:
        """Have the keyboard in another grid, whose pair is shown large."""
        if place == self.active:
            return
        self.select(None)
        self.editor.active = place
        self._name()
        self.update()

    def choose(self, place: Place) -> None:
        """Show the pair of `place`; for another test input than the present one, ask for it."""
        if place.part == "test" and place.pair != self.puzzle.test:
            self.testWanted.emit(place.pair)
            return
        if place.part == "test" and place.side == "output" and self.refinement is not None:
            place = place.beside("answer")
        self.activate(place)

    def go_to_next(self, by: int) -> None:
        """To another grid of the task, in order."""
        there = places_of(self.puzzle.task)
        here = there.index(self.active.beside("output") if self.active.side == "answer" else self.active)
        self.choose(there[(here + by) % len(there)])

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

    def recorded(self, cell: Cell | None) -> Cell | None:
        return cell if self.active.side == "answer" else None

    def show_cell(self, cell: Cell) -> None:
        if self.refinement is not None:
            self.activate(Place("test", self.puzzle.test, "answer"))
            self.select(cell)

    # What can be done to the active grid, or to the selected block of it

    @property
    def can_edit(self) -> bool:
        """Whether the active grid is one of the task's, and may be changed now."""
        return self.editable and self.content is not None and self.grid is not None

    def change(self, do: Callable[[ArcGrid, Block], ArcGrid], deed: str, **values: int) -> None:
        """Put what `do` makes of the active grid, or of the block in it, in its place, as one undo step."""
        self.give_up_stroke()
        if self.can_edit:
            self.ask_for(self.editor.change(do, self.block, deed, **values))

    def clear(self) -> None:
        self.change(lambda grid, block: arc_edits.painted(grid, block.cells, arc_edits.BLACK), "clear")

    def move_cells(self, by: Cell) -> None:
        """Push the block, or everything, and take the selection along."""
        block = self.block if self.can_edit else None
        self.change(lambda grid, block: arc_edits.moved(grid, block, by), "move")
        if block is not None and block.rows * block.columns > 1:
            self._select_block(Block(block.top + by[0], block.left + by[1], block.rows, block.columns))

    def select_all(self) -> None:
        """Select the whole active grid."""
        rows, columns = self.shape
        self._select_block(Block(0, 0, rows, columns))

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
        if self.content is not None:
            self.ask_for(self.editor.copy_input_to_output())

    def forget_output(self) -> None:
        """Leave the large test without an output."""
        if self.content is not None:
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
            self._select_block(Block(block.top, block.left, *size(piece)))
        return True

    # Selecting

    def select(self, cell: Cell | None) -> None:
        super().select(cell)
        if self._anchor != cell:
            self._anchor = cell
            self.update()

    def _extend_block(self, cell: Cell) -> None:
        """Select everything between where selecting began and `cell`."""
        anchor = self._anchor or cell
        super().select(cell)
        self._anchor = anchor
        self.update()

    def _select_block(self, block: Block) -> None:
        rows, columns = self.shape
        top, left = max(block.top, 0), max(block.left, 0)
        bottom, right = min(block.top + block.rows, rows) - 1, min(block.left + block.columns, columns) - 1
        if top <= bottom and left <= right:
            self.select((top, left))
            self._extend_block((bottom, right))

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
            self._extend_block(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = None
        if self.editor.in_stroke and event.button() == Qt.MouseButton.LeftButton:
            drawn = self.editor.drawing
            edit = self.editor.release()
            if drawn:
                self.select(None)
            self.ask_for(edit)
            self.update()

    def _press(self, cell: Cell, *, selecting: bool) -> None:
        if not self.can_edit or selecting or self.tool == "select":
            self.select(cell)
        elif self.tool == "fill":
            self.select(None)
            self.ask_for(self.editor.fill(cell))
        elif self.refinement is None:
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
        if grid is None or block is None:
            return 0 <= digit < COLOURS
        if 0 <= digit < COLOURS or key in GIVING or key in CLEARING:
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
        self._extend_block((min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)))

    # Painting, and words

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.content is None:
            return
        sheet, palette = self.sheet(), current_palette()
        options = PaintOptions(
            pencil_marks=self.pencil_marks,
            overlay=self.overlay,
            hovered=self.hovered if self._hovered_in == self.active else None,
            focused=self.hasFocus(),
            digits=self.digits,
            safe_colours=self.safe_colours,
        )
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted_strip(sheet, options))
        paint_large(painter, sheet, self.puzzle, self.refinement, palette, options, self.active, self.block)
        if self.flash.cells is not None and sheet.output.place.side == "answer":
            light = palette.color("changed", BRIGHTEST * self.flash.strength)
            for cell in cells_where(self.flash.cells):
                painter.fillRect(sheet.output.geometry.cell(*cell), light)
        if self.differing is not None and sheet.output.place.side == "answer":
            paint_differing(painter, sheet.output.geometry, self.differing, palette)
        painter.end()

    def _painted_strip(self, sheet: Sheet, options: PaintOptions) -> QPixmap:
        """Painted once for many frames: a task may have twenty grids of 900 cells."""
        palette, task = current_palette(), self.puzzle.task
        pair = (self.active.part, self.active.pair)
        key = (task, self.size(), self.devicePixelRatioF(), pair, palette.name, options.digits, options.safe_colours)
        if self._strip is None or self._strip[0] != key:
            strip = QPixmap(self.size() * self.devicePixelRatioF())
            strip.setDevicePixelRatio(self.devicePixelRatioF())
            strip.fill(Qt.GlobalColor.transparent)
            painter = QPainter(strip)
            paint_strip(painter, sheet, self.puzzle, self.active, palette, options)
            painter.end()
            self._strip = (key, strip)
        return self._strip[1]

    def _name(self) -> None:
        """Tell screen readers which grid the cells are of."""
        if self.content is None:
            return
        rows, columns = self.shape
        words = self.tr("{grid}: {rows} rows, {columns} columns")
        self.setAccessibleName(words.format(grid=place_words(self.active), rows=rows, columns=columns))

    def words_of(self, edit: Edit) -> str:
        words = {
            "add a demonstration": self.tr("add a demonstration"),
            "add a test input": self.tr("add a test input"),
            "clear": self.tr("clear"),
            "copy the input to the output": self.tr("copy the input to the output"),
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
        return words[edit.deed].format(**edit.values)

    def holds_answer(self, cell: Cell) -> bool:
        return self.active.side == "answer"

    def describe_value(self, cell: Cell) -> str:
        if self.active.side != "answer":
            grid = self.grid
            return self.tr("not known") if grid is None else value_word("arc", grid[cell[0]][cell[1]])
        if self.refinement is None:
            return self.tr("empty")
        words = self.tr("{value}, predicted, {percent} percent").format(
            value=value_word("arc", int(self.refinement.answer[cell])),
            percent=round(float(self.refinement.confidence[cell]) * 100),
        )
        if self.refinement.violations[cell]:
            words += self.tr(", differs from the known output")
        return words


def _pages(event: QKeyEvent) -> bool:
    return event.key() in (Key.Key_PageUp, Key.Key_PageDown) and not event.modifiers()
