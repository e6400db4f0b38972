"""The cell inspector: what the model thinks of one cell, in words, bars and history."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.draft import Draft
from app.film.film import Change, Film
from app.film.intermediate import Intermediate
from app.film.player import Player
from app.panels.distribution import DistributionView
from app.words.messages import worded
from app.words.plain import PlainLabel
from app.words.playback import cell_word, percent, value_word
from solver.puzzles.base import Cell, Puzzle


class Inspector(QWidget):
    """Shows the cell under the mouse, else the selected one."""

    needsChanged = Signal()  # noqa: N815
    """A cell was selected, or it got chances to show, or neither any more."""

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = (False, False, False)
        self._player = player
        self._selected: Cell | None = None
        self._hovered: Cell | None = None
        self.setAccessibleName(self.tr("Cell inspector"))
        self.heading = PlainLabel(self)
        self.heading.setObjectName("heading")
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self.distribution = DistributionView(player, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addWidget(self.distribution, 1)
        column.addStretch()
        self._column = column
        player.film.changed.connect(self._hear)
        self._show()

    def put_above_bars(self, widget: QWidget) -> None:
        """Show `widget` right below the words, where it is in sight in a low panel too."""
        self._column.insertWidget(self._column.indexOf(self.distribution), widget)

    def needed(self, width: int) -> int:
        """The height in pixels below which it has to scroll; `width` is the panel's."""
        layout = self.layout()
        assert layout is not None
        return layout.heightForWidth(width)

    @property
    def cell(self) -> Cell | None:
        """The cell that is shown."""
        return self._hovered or self._selected

    @Slot(object)
    def _hear(self, change: Change) -> None:
        if change & Change.CONTENT:
            # A cell that the other puzzle does not have is forgotten.
            self._selected, self._hovered = self._in_puzzle(self._selected), self._in_puzzle(self._hovered)
            self._show_cell()
        else:
            self.distribution.hear(change)
            self._show()

    @Slot(int, int)
    def set_cell(self, row: int, column: int) -> None:
        """Select a cell; -1, -1 for none."""
        self._selected = self._in_puzzle((row, column))
        self._show_cell()

    @Slot(int, int)
    def hover_cell(self, row: int, column: int) -> None:
        """Show a cell for as long as the mouse is over it; -1, -1 goes back to the selected one."""
        self._hovered = self._in_puzzle((row, column))
        self._show_cell()

    def _in_puzzle(self, cell: Cell | None) -> Cell | None:
        puzzle = self._player.film.puzzle
        content = self._player.film.content
        if isinstance(content, Draft) and content.problem is not None and content.problem.cells:
            self.heading.setText(cell_word(content.problem.cells[0]))
            self.words.setText(worded(content.problem.why))
            return None
        if puzzle is None or cell is None:
            return None
        rows, columns = puzzle.shape
        return cell if 0 <= cell[0] < rows and 0 <= cell[1] < columns else None

    def _show_cell(self) -> None:
        puzzle = self._player.film.puzzle
        self.distribution.show_cell(puzzle.kind if puzzle else "sudoku", self.cell)
        self._show()

    def _show(self) -> None:
        cell, puzzle = self.cell, self._player.film.puzzle
        self.distribution.setVisible(cell is not None and bool(self._player.film.refinements))
        content = self._player.film.content
        problem = content.problem if isinstance(content, Draft) else None
        chosen = self._selected is not None
        needs = (chosen, chosen and bool(self._player.film.refinements), problem is not None and bool(problem.cells))
        if needs != self._needs:
            self._needs = needs
            self.needsChanged.emit()
        if problem is not None and problem.cells:
            self.heading.setText(cell_word(problem.cells[0]))
            self.words.setText(worded(problem.why))
            return
        if puzzle is None or cell is None:
            self.heading.setText(self.tr("No cell"))
            self.words.setText(self.tr("Point at a cell or select one to see the model's probabilities."))
            return
        self.heading.setText(
            self.tr("{cell} · row {row}, column {column}").format(
                cell=cell_word(cell), row=cell[0] + 1, column=cell[1] + 1
            )
        )
        # A number and its percent sign stay on one line.
        self.words.setText(cell_story(puzzle, self._player.film, cell).replace(" %", "\u00a0%"))


def cell_story(puzzle: Puzzle, film: Film, cell: Cell) -> str:
    """What `cell` holds under the cursor, as “7, 92 %; was 4 at refinement 2”."""
    translate = QCoreApplication.translate
    given = int(puzzle.grid[cell])
    refinement = film.current()
    if not puzzle.free[cell]:
        words = translate("inspector", "{value}, given by the puzzle").format(value=value_word(puzzle.kind, given))
        if refinement is None or refinement.answer[cell] == given:
            return words
        words += translate("inspector", "; the model reads {value}, {chance}").format(
            value=value_word(puzzle.kind, int(refinement.answer[cell])),
            chance=percent(float(refinement.confidence[cell])),
        )
        return words
    if refinement is None:
        return translate("inspector", "{value}; the model has not started").format(value=value_word(puzzle.kind, given))
    shown = film.shown()
    if isinstance(shown, Intermediate):
        return translate(
            "inspector", "{value} in the draft after cycle {cycle} of {cycles}; then {now}, {chance}"
        ).format(
            value=value_word(puzzle.kind, int(shown.answer[cell])),
            cycle=shown.cycle,
            cycles=shown.cycles,
            now=value_word(puzzle.kind, int(refinement.answer[cell])),
            chance=percent(float(refinement.confidence[cell])),
        )
    value = int(refinement.answer[cell])
    words = f"{value_word(puzzle.kind, value)}, {percent(float(refinement.confidence[cell]))}"
    earlier = (r for r in reversed(film.refinements[: film.position]) if r.view == refinement.view)
    other = next((r for r in earlier if r.answer[cell] != value), None)
    if other is not None:
        words += translate("inspector", "; was {value} at refinement {step}").format(
            value=value_word(puzzle.kind, int(other.answer[cell])), step=other.step
        )
    if refinement.violations[cell]:
        words += translate("inspector", "; breaks a rule")
    return words
