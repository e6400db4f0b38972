"""The dialog that asks what to change at the shown refinement before the model continues from there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.film.film import Film
from app.window.allowing import allow
from app.window.check_box import CheckBox
from app.window.checkpoints import imported_home, kept_checkpoints
from app.window.growing import grow
from app.words import why_not as why
from app.words.plain import PlainLabel, make_plain
from app.words.playback import cell_word, value_word
from solver.puzzles.arc.canvas import END
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Cell, Puzzle
from solver.puzzles.maze.cells import FREE, PATH
from solver.trace.branch import MOST_CYCLES, MOST_KICK, Branch

DIGITS = tuple(range(1, 10))
LARGEST_SEED = 2**31 - 1


class BranchDialog(QDialog):
    """Each thing to change starts out unchanged; `chosen` tells of the branch."""

    chosen = Signal(object)
    """A `Branch`."""

    def __init__(self, film: Film, cell: Cell | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Branch From Here"))
        puzzle, current = film.puzzle, film.current()
        assert puzzle is not None
        self._view, self._step = (0, 0) if current is None else (current.view, current.step)
        self._cell = cell if cell is not None and puzzle.free[cell] else None
        intro = PlainLabel(self)
        intro.setWordWrap(True)
        if self._step:
            words = self.tr(
                "Change something after refinement {step}. The model continues from there, as a second film."
            )
            intro.setText(words.format(step=self._step))
        else:
            intro.setText(self.tr("Change something before the first refinement. The model starts from there."))
        self.force = self._force_box(puzzle)
        self.for_good = CheckBox(self.tr("for &good, not for one refinement only"), self)
        self.reset = CheckBox(self.tr("&Reset the working memory z"), self)
        self.kick = QDoubleSpinBox(self)
        self.kick.setRange(0.0, MOST_KICK)
        self.kick.setSingleStep(0.1)
        self.kick.setSpecialValueText(self.tr("none"))
        self.kick.setToolTip(self.tr("Noise added to z, as a multiple of its own size."))
        self.seed = self._spin(0, LARGEST_SEED)
        self.H_cycles, self.L_cycles = (self._spin(0, MOST_CYCLES, self.tr("as trained")) for _ in range(2))
        self.network = self._network_box(puzzle)
        self.network_note = PlainLabel(
            self.tr("Another network starts from the answer shown. The working memory cannot be carried over."), self
        )
        self.network_note.setWordWrap(True)
        noise = QHBoxLayout()
        noise.addWidget(self.kick, 1)
        label = PlainLabel(self.tr("&seed"), self)
        label.setBuddy(self.seed)
        noise.addWidget(label)
        noise.addWidget(self.seed, 1)
        form = QFormLayout()
        where = cell_word(self._cell) if self._cell is not None else self.tr("(select a cell first)")
        form.addRow(self.tr("&Force {cell} to").format(cell=where), self.force)
        form.addRow("", self.for_good)
        kick_label = PlainLabel(self.tr("&Disturb the working memory"), self)
        kick_label.setBuddy(self.kick)
        form.addRow(kick_label, noise)
        form.addRow("", self.reset)
        form.addRow(self.tr("Answer updates per refinement, &T"), self.H_cycles)
        form.addRow(self.tr("Memory updates per answer, &n"), self.L_cycles)
        if self.network.count() > 1:
            form.addRow(self.tr("Continue &with"), self.network)
            form.addRow("", self.network_note)
        else:
            self.network_note.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.go = buttons.addButton(self.tr("&Branch"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(intro)
        column.addLayout(form)
        column.addWidget(buttons)
        # Else Qt makes them as low as their letters.
        for field in (self.force, self.kick, self.seed, self.H_cycles, self.L_cycles, self.network):
            field.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        self.force.currentIndexChanged.connect(self._enable)
        self.kick.valueChanged.connect(self._enable)
        self.network.currentIndexChanged.connect(self._enable)
        self._enable()
        self.finished.connect(self.deleteLater)
        make_plain(self)

    @property
    def branch(self) -> Branch:
        """What is chosen so far."""
        value = self.force.currentData()
        return Branch(
            view=self._view,
            step=self._step,
            forced=() if value is None or self._cell is None else ((self._cell, value),),
            for_good=self.for_good.isChecked() and value is not None,
            kick=self.kick.value(),
            seed=self.seed.value(),
            reset=self.reset.isChecked() and self.reset.isEnabled(),
            H_cycles=self.H_cycles.value() or None,
            L_cycles=self.L_cycles.value() or None,
            checkpoint=self.network.currentData() or "",
        )

    @Slot()
    def accept(self) -> None:
        self.chosen.emit(self.branch)
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        grow(self)

    @Slot()
    def _enable(self) -> None:
        allow(self.force, self._cell is not None, why.select_first())
        allow(self.for_good, self.force.currentData() is not None, why.choose_value_first())
        allow(self.seed, self.kick.value() > 0, why.disturb_first())
        # Its memory is the initial one anyway.
        allow(self.reset, not self.network.currentData(), why.new_memory())

    def _force_box(self, puzzle: Puzzle) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("nothing"), None)
        for value in _values(puzzle):
            box.addItem(value_word(puzzle.kind, value), value)
        return box

    def _network_box(self, puzzle: Puzzle) -> QComboBox:
        """The same network, then every other one for this kind; an ARC task has only the one fitted to it."""
        box = QComboBox(self)
        box.addItem(self.tr("the same network"), None)
        if puzzle.kind != "arc":
            for kept in kept_checkpoints(imported_home()):
                if kept.kind == puzzle.kind:
                    box.addItem(kept.name, kept.name)
        return box

    def _spin(self, least: int, most: int, unchanged: str = "") -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(least, most)
        spin.setSpecialValueText(unchanged)
        return spin


def _values(puzzle: Puzzle) -> tuple[int, ...]:
    """What a cell can be forced to."""
    if isinstance(puzzle, ArcPuzzle):
        # Of other colours a network that was fitted to the task knows nothing.
        task = puzzle.task
        grids = [grid for pair in task.demonstrations for grid in pair] + task.test_inputs
        return (*sorted({colour for grid in grids for row in grid for colour in row}), END)
    return (PATH, FREE) if puzzle.kind == "maze" else DIGITS
