"""An ARC task on its sheet: all pairs in a strip, one of them large; one grid is active, a block of it selected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.boards.arc.editor import FIRST, ArcEditor
from app.boards.arc.grid_edits import Block
from app.boards.arc.painting import paint_arc, paint_large, paint_strip, place_words
from app.boards.arc.places import Place, grid_at, places_of
from app.boards.arc.sheet import Sheet, lay_out
from app.boards.cells import cells_where
from app.boards.geometry import Geometry
from app.boards.grid_board import GridBoard
from app.boards.influence_painting import paint_influence
from app.boards.painting import PaintOptions, paint_differing
from app.boards.shown_board import BRIGHTEST
from app.documents.own_output import OwnOutputs
from app.film.film import Film
from app.window.theme import current_palette
from app.words.playback import value_word
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid, ArcTask
from solver.puzzles.base import Cell


class SheetBoard(GridBoard):
    """What is shown and selected of an ARC task; `ArcBoard` is the one to paint in."""

    paint = staticmethod(paint_arc)
    new_editor = ArcEditor
    kind = "arc"
    editor: ArcEditor

    def __init__(self, film: Film, parent: QWidget | None = None) -> None:
        self._anchor: Cell | None = None
        self._hovered_in = FIRST
        self._strip: tuple[object, QPixmap] | None = None
        self._output_wanted = self._output_was_hidden = False
        self._task: ArcTask | None = None
        super().__init__(film, parent)

    @property
    def active(self) -> Place:
        """The grid that the keyboard is in."""
        return self.editor.active

    @property
    def puzzle(self) -> ArcPuzzle:
        """What is shown, with what a drag under way has drawn."""
        return self.editor.puzzle

    @property
    def hides_output(self) -> bool:
        """Whether known outputs of test inputs are hidden: until somebody wants to see them, or an answer is shown."""
        if self.content is None or self._output_wanted or all(pair.output is None for pair in self.puzzle.task.test):
            return False
        trace = self.film.trace
        return trace is None or not trace.votes or self.refinement is None

    @property
    def visible(self) -> ArcPuzzle:
        """What is shown, without what is hidden."""
        puzzle = self.puzzle
        return ArcPuzzle(puzzle.task.without_answers(), puzzle.test) if self.hides_output else puzzle

    def show_output(self) -> None:
        """Show what is known of the test inputs' outputs."""
        if self.hides_output:
            self._output_wanted, self._output_was_hidden = True, False
            self.select(None)
            self._name()
            self.update()

    @property
    def grid(self) -> ArcGrid | None:
        """The active grid; None where there is none to edit, or none to be seen."""
        if self.content is not None and self.active.side == "own":
            return self.editor.own_output
        return None if self.content is None else grid_at(self.visible.task, self.active)

    @property
    def shows_own(self) -> bool:
        """Whether the person's own output has its place: while they guess along, and once they have painted one."""
        shown = (self.active.part, self.active.pair) == ("test", self.puzzle.test)
        return shown and (self.guesses or self.has_own)

    @property
    def has_own(self) -> bool:
        """Whether the person has painted an output for the shown test input."""
        outputs = self.editor.outputs
        drawing = self.editor.in_stroke and self.active.side == "own"
        return drawing or (outputs is not None and outputs.of(self.puzzle.test) is not None)

    def set_outputs(self, outputs: OwnOutputs | None) -> None:
        self.give_up_stroke()
        self.editor.outputs = outputs
        if self.active.side == "own" and not self.shows_own:
            self.activate(self.active.beside("input" if self.refinement is None else "answer"))
        rows, columns = self.shape
        row, column = self.selected or (0, 0)
        if row >= rows or column >= columns:
            self.select(None)
        self._name()
        self.update()

    def set_guessing(self, guessing: bool) -> None:
        super().set_guessing(guessing)
        if self.content is not None:
            shown = Place("test", self.puzzle.test, "own")
            if self.guesses:
                self.activate(shown)
            elif self.active.side == "own":
                self.activate(shown.beside("input" if self.refinement is None else "answer"))
            self.update()

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
        own = size(self.editor.own_output) if self.shows_own else None
        return lay_out(self._area(), self.visible.task, self.active, answer, self.devicePixelRatioF(), own=own)

    def geometry_of_cells(self) -> Geometry:
        return Geometry(1, 1, 0, 0, 1) if self.content is None else self.sheet().geometry_of(self.active)

    def take_content(self) -> None:
        selected, anchor, active = self.selected, self._anchor, self.active
        super().take_content()
        if not isinstance(self.content, ArcPuzzle):
            return
        before, self._task = self._task, self.content.task
        # Someone who works on a task goes on seeing what they saw of it.
        same = before is not None and is_version_of(before, self._task)
        self._output_wanted = same and not self._output_was_hidden
        rows, columns = self.shape
        stays = self.active == active and selected is not None and selected[0] < rows and selected[1] < columns
        self.selected, self._anchor = (selected, anchor) if stays else (None, None)
        if self._anchor is not None and not (self._anchor[0] < rows and self._anchor[1] < columns):
            self._anchor = self.selected
        if self.guesses and self.active == Place("test", self.content.test, "input"):
            # Another test input, or another task, is guessed at as the one before.
            self.editor.active = self.active.beside("own")
        self._name()

    def follow(self) -> None:
        super().follow()
        if self.content is None or self.editor.drawing:
            return
        self._output_was_hidden = self.hides_output
        answer = Place("test", self.puzzle.test, "answer")
        if self.active == answer.beside("own"):
            return
        if self.refinement is not None and self.active != answer:
            self.activate(answer)
        elif self.refinement is None and self.active.side == "answer":
            self.activate(answer.beside("input"))

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
        here = there.index(self.active.beside("output") if self.active.side in ("answer", "own") else self.active)
        self.choose(there[(here + by) % len(there)])

    def recorded(self, cell: Cell | None) -> Cell | None:
        return cell if self.active.side == "answer" else None

    def show_cell(self, cell: Cell) -> None:
        if self.refinement is not None:
            self.activate(Place("test", self.puzzle.test, "answer"))
            self.select(cell)

    # Selecting

    def select(self, cell: Cell | None) -> None:
        super().select(cell)
        if self._anchor != cell:
            self._anchor = cell
            self.update()

    def extend_block(self, cell: Cell) -> None:
        """Select everything between where selecting began and `cell`."""
        anchor = self._anchor or cell
        super().select(cell)
        self._anchor = anchor
        self.update()

    def select_block(self, block: Block) -> None:
        rows, columns = self.shape
        top, left = max(block.top, 0), max(block.left, 0)
        bottom, right = min(block.top + block.rows, rows) - 1, min(block.left + block.columns, columns) - 1
        if top <= bottom and left <= right:
            self.select((top, left))
            self.extend_block((bottom, right))

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
            output_hidden=self.hides_output,
        )
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted_strip(sheet, options))
        own, painted = (self.editor.own_output, self.has_own) if sheet.own is not None else (None, False)
        paint_large(
            painter,
            sheet,
            self.visible,
            self.refinement,
            palette,
            options,
            self.active,
            self.block,
            own,
            painted=painted,
        )
        if self.flash.cells is not None and sheet.output.place.side == "answer":
            light = palette.color("changed", BRIGHTEST * self.flash.strength)
            for cell in cells_where(self.flash.cells):
                painter.fillRect(sheet.output.geometry.cell(*cell), light)
        if self.differing is not None and sheet.output.place.side == "answer":
            paint_differing(painter, sheet.output.geometry, self.differing, palette)
        if self.influence is not None and sheet.output.place.side == "answer":
            paint_influence(painter, sheet.answer_geometry, self.influence, palette)
        painter.end()

    def _painted_strip(self, sheet: Sheet, options: PaintOptions) -> QPixmap:
        """Painted once for many frames: a task may have twenty grids of 900 cells."""
        palette, task = current_palette(), self.visible.task
        pair = (self.active.part, self.active.pair)
        key = (task, self.size(), self.devicePixelRatioF(), pair, palette.name, options.digits, options.safe_colours)
        if self._strip is None or self._strip[0] != key:
            strip = QPixmap(self.size() * self.devicePixelRatioF())
            strip.setDevicePixelRatio(self.devicePixelRatioF())
            strip.fill(Qt.GlobalColor.transparent)
            painter = QPainter(strip)
            paint_strip(painter, sheet, self.visible, self.active, palette, options)
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

    def holds_answer(self, cell: Cell) -> bool:
        return self.active.side == "answer"

    def describe_value(self, cell: Cell) -> str:
        if self.active.side != "answer":
            grid = self.grid
            if grid is None and self.hides_output:
                return self.tr("hidden")
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


def is_version_of(task: ArcTask, other: ArcTask) -> bool:
    """Whether one came of the other by editing: they have a name and a pair in common."""
    return task.name == other.name and bool({*task.train, *task.test} & {*other.train, *other.test})
