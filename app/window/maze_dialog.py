"""Asks for the style and the size of a maze to generate."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.documents.draft import Content
from app.documents.generating import Recipe, recipe_words
from app.window.check_box import CheckBox
from app.words.plain import make_plain, tip
from solver.puzzles.maze.generator import STYLES
from solver.puzzles.maze.puzzle import LARGEST, SMALLEST, MazePuzzle

USUAL = 21


class MazeDialog(QDialog):
    """Begins with the size of the shown maze."""

    chosen = Signal(Recipe)

    def __init__(self, content: Content, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Generate a Maze"))
        self.style_ = QComboBox(self)
        for style in STYLES:
            self.style_.addItem(recipe_words(style), style)
        self.style_.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        rows, columns = content.shape if content.kind == MazePuzzle.kind else (USUAL, USUAL)
        self.rows, self.columns = self._spin(rows), self._spin(columns)
        form = QFormLayout()
        form.addRow(self.tr("&Style"), self.style_)
        form.addRow(self.tr("&Rows"), self.rows)
        form.addRow(self.tr("&Columns"), self.columns)
        self.no_way = CheckBox(self.tr("&Wall up the goal"), self)
        self.no_way.setToolTip(tip(self.tr("No answer can be right then. Watch what the model does.")))
        form.addRow(self.no_way)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        buttons.addButton(self.tr("&Generate"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)
        make_plain(self)

    @Slot()
    def accept(self) -> None:
        size = self.rows.value(), self.columns.value()
        self.chosen.emit(Recipe("maze", self.style_.currentData(), *size, no_way=self.no_way.isChecked()))
        super().accept()

    def _spin(self, value: int) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(SMALLEST, LARGEST)
        spin.setValue(value)
        spin.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        return spin
