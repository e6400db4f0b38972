"""The ARC board: a task's pairs in a strip, one of them large to paint in, and beside a test the model's answer."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.boards.arc import edits as arc_edits
from app.boards.arc.actions import arc_actions
from app.boards.arc.edits import Block
from app.boards.arc.painting import paint_arc, paint_large, paint_strip
from app.boards.arc.places import (
    Part,
    Place,
    grid_at,
    place_after,
    places_of,
    with_grid,
    with_new_pair,
    without_pair,
)
from app.boards.arc.sheet import Sheet, lay_out
from app.boards.arc.tools import ArcTools
from app.boards.cells import cells_where
from app.boards.geometry import Geometry
from app.boards.grid_board import BRIGHTEST, MOVES, GridBoard
from app.boards.maze.edits import cells_between
from app.boards.painting import PaintOptions, paint_differing
from app.documents.draft import Content
from app.window.theme import current_palette
from app.words.playback import value_word
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import COLOURS, ArcGrid
from solver.puzzles.base import Cell
from solver.trace import Refinement

Key = Qt.Key
Tool = Literal["draw", "fill", "select"]
ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)
CLEARING = (Key.Key_Backspace, Key.Key_Delete)
GIVING = (Key.Key_Return, Key.Key_Enter)
FIRST = Place("test", 0, "input")


class ArcBoard(GridBoard):
    """An ARC task to paint.

    A click in the strip shows that pair large; one of its two grids is active: cells are selected there. The left
    button draws, fills or selects, as the tool says; with Shift it always selects; the right one picks a colour up.
    Over a refinement only dragging draws, and a click selects. With the keyboard: Page Up and Page Down go through the
    grids, Shift with arrows selects a block, 0 to 9 choose a colour and paint what is selected, Enter paints it in the
    chosen colour, F fills, Delete makes it black.
    """

    paint = staticmethod(paint_arc)
    testWanted = Signal(int)  # noqa: N815
    """Another test input is wanted, counted from 0."""
    colourChanged = Signal(int)  # noqa: N815
    toolChanged = Signal(str)  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.active = FIRST
        self.colour = 1
        self.tool: Tool = "draw"
        self._anchor: Cell | None = None
        self._hovered_in = FIRST
        self._stroke: _Stroke | None = None
        self._strip: tuple[object, QPixmap] | None = None
        self._tools = ArcTools(self)
        self._actions = arc_actions(self)
        self._name()

    # What is shown

    @property
    def puzzle(self) -> ArcPuzzle:
        """What is shown, with what a drag under way has drawn."""
        assert isinstance(self.content, ArcPuzzle)
        return self.content

    @property
    def grid(self) -> ArcGrid | None:
        """The active grid; None where there is none to edit."""
        return grid_at(self.puzzle.task, self.active)

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

    def set_content(self, content: Content | None) -> None:
        before = self._stroke.before if self._stroke is not None else self.content
        self._stroke = None
        selected, anchor, active = self.selected, self._anchor, self.active
        super().set_content(content)
        if not isinstance(content, ArcPuzzle):
            return
        place = Place("test", content.test, "input")
        if isinstance(before, ArcPuzzle) and before.test == content.test:
            place = place_after(before.task, content.task, active) or place
        if place.side == "answer" or (place.part == "test" and place.pair != content.test):
            place = Place("test", content.test, "input")
        self.active = place
        rows, columns = self.shape
        stays = place == active and selected is not None and selected[0] < rows and selected[1] < columns
        self.selected, self._anchor = (selected, anchor) if stays else (None, None)
        if self._anchor is not None and not (self._anchor[0] < rows and self._anchor[1] < columns):
            self._anchor = self.selected
        self._name()

    def set_refinement(self, refinement: Refinement | None) -> None:
        if self._stroke is not None:
            # A film may play on while the person draws; it comes back if the drag is given up.
            self._stroke.refinement = refinement
            if self._stroke.cells:
                return
        super().set_refinement(refinement)
        if self.content is None:
            return
        answer = Place("test", self.puzzle.test, "answer")
        if refinement is not None and self.active != answer:
            self.activate(answer)
        elif refinement is None and self.active.side == "answer":
            self.activate(answer.beside("input"))

    def set_editable(self, editable: bool) -> None:
        self._give_up_stroke()
        super().set_editable(editable)
        self._tools.setEnabled(editable)

    def set_look(self, *, digits: bool, safe_colours: bool) -> None:
        super().set_look(digits=digits, safe_colours=safe_colours)
        self._tools.update_colours()

    def tool_row(self) -> QWidget | None:
        return self._tools

    def edit_actions(self) -> list[QAction]:
        return self._actions

    def activate(self, place: Place) -> None:
        """Have the keyboard in another grid, whose pair is shown large."""
        if place == self.active:
            return
        self.select(None)
        self.active = place
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
            self.colour = colour
            self.colourChanged.emit(colour)

    def set_tool(self, tool: Tool) -> None:
        """What the left button does from now on."""
        if tool != self.tool:
            self.tool = tool
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

    def change(self, do: Callable[[ArcGrid, Block], ArcGrid], what: str) -> None:
        """Put what `do` makes of the active grid, or of the block in it, in its place, as one undo step."""
        self._give_up_stroke()
        grid = self.grid if self.can_edit else None
        if grid is not None:
            block = self.block
            several = block is not None and block.rows * block.columns > 1
            self._put(do(grid, block if block is not None and several else Block.whole(grid)), what)

    def clear(self) -> None:
        self.change(lambda grid, block: arc_edits.painted(grid, block.cells, arc_edits.BLACK), self.tr("clear"))

    def move_cells(self, by: Cell) -> None:
        """Push the block, or everything, and take the selection along."""
        block = self.block if self.can_edit else None
        self.change(lambda grid, block: arc_edits.moved(grid, block, by), self.tr("move"))
        if block is not None and block.rows * block.columns > 1:
            self._select_block(Block(block.top + by[0], block.left + by[1], block.rows, block.columns))

    def select_all(self) -> None:
        """Select the whole active grid."""
        rows, columns = self.shape
        self._select_block(Block(0, 0, rows, columns))

    def add_pair(self, part: Part) -> None:
        """One more demonstration or test input."""
        if self.editable and self.content is not None:
            task = with_new_pair(self.puzzle.task, part)
            test = len(task.test) - 1 if part == "test" else self.puzzle.test
            words = self.tr("add a demonstration") if part == "train" else self.tr("add a test input")
            self.edited.emit(ArcPuzzle(task, test), words)

    def remove_pair(self) -> None:
        """Take the large pair away, unless it is the last of its part."""
        if not self.editable or self.content is None:
            return
        task, place, test = without_pair(self.puzzle.task, self.active), self.active, self.puzzle.test
        if task != self.puzzle.task:
            if place.part == "test" and (place.pair < test or test == len(task.test)):
                test -= 1
            words = self.tr("remove a demonstration") if place.part == "train" else self.tr("remove a test input")
            self.edited.emit(ArcPuzzle(task, test), words)

    def copy_input_to_output(self) -> None:
        """Start the large pair's output from its input; a test without an output gets one, to check answers by."""
        if self.editable and self.content is not None:
            output, given = self.active.beside("output"), grid_at(self.puzzle.task, self.active.beside("input"))
            self._put(given, self.tr("copy the input to the output"), output)

    def forget_output(self) -> None:
        """Leave the large test without an output."""
        if self.editable and self.content is not None and self.active.part == "test":
            self._put(None, self.tr("remove the known output"), self.active.beside("output"))

    def copied(self) -> str:
        if self.content is None or self.block is None or self.grid is None:
            return ""
        return arc_edits.piece_text(arc_edits.part_of(self.grid, self.block))

    def paste_text(self, text: str) -> bool:
        piece = arc_edits.read_piece(text) if self.can_edit else None
        grid = self.grid if piece is not None else None
        if piece is None or grid is None:
            return False
        block = self.block
        if block is None:
            self._put(piece, self.tr("paste a grid"))
        else:
            self._put(arc_edits.pasted(grid, (block.top, block.left), piece), self.tr("paste"))
            self._select_block(Block(block.top, block.left, *size(piece)))
        return True

    def _put(self, grid: ArcGrid | None, what: str, place: Place | None = None) -> None:
        before = self.puzzle
        task = with_grid(before.task, place or self.active, grid)
        if self.editable and task != before.task:
            self.edited.emit(ArcPuzzle(task, before.test), what)

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
        if self.content is None or self._stroke is not None:
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
        if self._stroke is not None:
            self._extend_stroke(passed)
        else:
            self._extend_block(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = None
        stroke = self._stroke
        if stroke is not None and event.button() == Qt.MouseButton.LeftButton:
            self._give_up_stroke()
            grid = self.grid
            if stroke.cells and grid is not None:
                self.select(None)
                self._put(arc_edits.painted(grid, stroke.cells, stroke.colour), self.tr("paint"))

    def _press(self, cell: Cell, *, selecting: bool) -> None:
        grid = self.grid
        if not self.can_edit or grid is None or selecting or self.tool == "select":
            self.select(cell)
        elif self.tool == "fill":
            self.select(None)
            self._put(arc_edits.flooded(grid, cell, self.colour), self.tr("fill"))
        else:
            self._stroke = _Stroke(self.puzzle, self.refinement, self.colour)
            # Over a refinement a click only selects, as a person does to inspect a cell, and dragging draws.
            if self.refinement is None:
                self.select(None)
                self._extend_stroke([cell])
            else:
                self.select(cell)

    def _pick_up(self, cell: Cell) -> None:
        grid = self.grid
        value = int(self.refinement.answer[cell]) if self.active.side == "answer" and self.refinement else -1
        if grid is not None:
            value = grid[cell[0]][cell[1]]
        if value >= 0:
            self.set_colour(value)

    def _extend_stroke(self, cells: list[Cell]) -> None:
        """Show what the drag has drawn so far; the document hears of it when it ends."""
        stroke = self._stroke
        assert stroke is not None
        stroke.cells |= dict.fromkeys(cells)
        grid = grid_at(stroke.before.task, self.active)
        assert grid is not None
        drawn = arc_edits.painted(grid, stroke.cells, stroke.colour)
        self.content = ArcPuzzle(with_grid(stroke.before.task, self.active, drawn), stroke.before.test)
        self.refinement = None
        self.update()

    def _give_up_stroke(self) -> None:
        if self._stroke is not None:
            self.content, self.refinement = self._stroke.before, self._stroke.refinement
            self._stroke = None
            self.update()

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
        if self.content is None or (self._stroke is not None and event.key() != Key.Key_Escape):
            return
        if _pages(event):
            self.go_to_next(1 if event.key() == Key.Key_PageDown else -1)
        elif event.key() in ARROWS and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._grow_block(MOVES[event.key()])
        else:
            super().keyPressEvent(event)

    def press_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Key.Key_Escape and self._stroke is not None:
            self._give_up_stroke()
            return True
        digit = key - Key.Key_0
        if 0 <= digit < COLOURS:
            self.set_colour(digit)
        grid, block = self.grid, self.block
        if grid is None or block is None:
            return 0 <= digit < COLOURS
        if 0 <= digit < COLOURS or key in GIVING or key in CLEARING:
            colour = arc_edits.BLACK if key in CLEARING else self.colour
            self._put(arc_edits.painted(grid, block.cells, colour), self.tr("paint"))
        elif key == Key.Key_F:
            assert self.selected is not None
            self._put(arc_edits.flooded(grid, self.selected, self.colour), self.tr("fill"))
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
        self.setAccessibleName(words.format(grid=self.active.words, rows=rows, columns=columns))

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


class _Stroke:
    """A drag under way, and what it began from."""

    def __init__(self, before: ArcPuzzle, refinement: Refinement | None, colour: int) -> None:
        self.before = before
        self.refinement = refinement
        self.colour = colour
        self.cells: dict[Cell, None] = {}
