"""The preferences: how long the model may think, on which device, and what moves on the board."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.settings import Settings
from app.solving import Solver


class Preferences(QDialog):
    """Applies when accepted; the next solve goes by it."""

    def __init__(self, settings: Settings, solver: Solver, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._solver = solver
        self.setWindowTitle(self.tr("Preferences"))
        self.steps = self._spin(settings.steps, 512, self.tr("As fits the puzzle"))
        self.views = self._spin(settings.views, 64, self.tr("As fits the puzzle"))
        self.device = QComboBox(self)
        for name, words in (
            ("auto", self.tr("The fastest there is")),
            ("cpu", self.tr("CPU")),
            ("cuda", self.tr("CUDA (NVIDIA)")),
            ("mps", self.tr("MPS (Apple)")),
        ):
            self.device.addItem(words, name)
        self.device.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        self.device.setCurrentIndex(self.device.findData(settings.device))
        self._found = QLabel(self)
        self._found.setObjectName("muted")
        self._found.setWordWrap(True)
        self._found.setText(solver.device_found or self.tr("The device is looked for when the model is loaded."))

        self.flash = QCheckBox(self.tr("&Light up cells that change"), self)
        self.flash.setChecked(settings.flash)

        form = QFormLayout()
        form.addRow(self.tr("&Refinements of each view"), self.steps)
        form.addRow(self.tr("&Views of the puzzle"), self.views)
        form.addRow(self.tr("&Device"), self.device)
        form.addRow("", self._found)
        form.addRow("", self.flash)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)

    @Slot()
    def accept(self) -> None:
        self._settings.steps = self.steps.value()
        self._settings.views = self.views.value()
        self._settings.flash = self.flash.isChecked()
        if self.device.currentData() != self._settings.device:
            self._settings.device = self.device.currentData()
            self._solver.warm(self._settings.device, None)
        super().accept()

    def _spin(self, value: int, most: int, automatic: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(0, most)
        spin.setSpecialValueText(automatic)
        spin.setValue(value)
        spin.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        return spin
