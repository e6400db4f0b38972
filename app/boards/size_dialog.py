"""The dialog that asks for a grid's rows and columns."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from app.words.plain import make_plain
from solver.puzzles.base import Cell


class SizeDialog(QDialog):
    """From `least` to `most` rows and columns, `shape` at first."""

    def __init__(self, title: str, shape: Cell, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.rows, self.columns = QSpinBox(self), QSpinBox(self)
        form = QFormLayout()
        names = QCoreApplication.translate("size", "&Rows"), QCoreApplication.translate("size", "&Columns")
        for words, box, count in zip(names, (self.rows, self.columns), shape, strict=True):
            box.setRange(least, most)
            box.setValue(count)
            box.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
            form.addRow(words, box)
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Ok | button.Cancel, parent=self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(buttons)
        make_plain(self)
        self.finished.connect(self.deleteLater)

    @property
    def chosen(self) -> Cell:
        """Rows and columns."""
        return self.rows.value(), self.columns.value()
