"""The preferences dialog: how to solve, which checkpoints, and what the window looks like."""

import os

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.arc.cache_row import CacheRow
from app.exporting.subject import LARGEST_FILM
from app.runtime.background import Background
from app.solving.solver import Solver
from app.window.check_box import CheckBox
from app.window.checkpoint_page import CheckpointPage
from app.window.settings import LARGEST_PICTURE, LARGEST_TEXT, MOST_THREADS, SMALLEST_PICTURE, SMALLEST_TEXT, Settings
from app.window.theme import apply_font_scale
from app.words.language import LANGUAGES
from app.words.plain import PlainLabel, make_plain
from app.words.playback import plural


class Preferences(QDialog):
    """Applies when accepted; the next solve goes by it."""

    def __init__(
        self, settings: Settings, solver: Solver, background: Background, open_kind: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._solver = solver
        self.setWindowTitle(self.tr("Preferences"))
        self.steps = self._spin(settings.steps, 512, self.tr("Automatic"))
        self.views = self._spin(settings.views, 64, self.tr("Automatic"))
        self.threads = self._spin(settings.threads, MOST_THREADS, self.tr("All cores but one"))
        self.device = self._device_choice()
        self._found = PlainLabel(solver.device_found or self.tr("The device is chosen when the model is loaded."), self)
        count = os.cpu_count() or 1
        cores = PlainLabel(plural(self.tr("This computer has %n core(s).", "", count), count), self)
        for label in (self._found, cores):
            label.setObjectName("muted")
            label.setWordWrap(True)
        self.flash = CheckBox(self.tr("&Light up cells that change"), self)
        self.flash.setChecked(settings.flash)
        self.unpaced = CheckBox(self.tr("Show refinements as &fast as they are computed"), self)
        self.unpaced.setChecked(not settings.paced)
        self.unpaced.setToolTip(
            self.tr("Otherwise each is shown long enough to read, and a whole solve for about ten seconds")
        )
        self.font_scale = self._spin(settings.font_scale, LARGEST_TEXT, "")
        self.font_scale.setMinimum(SMALLEST_TEXT)
        self.font_scale.setSingleStep(10)
        self.font_scale.setSuffix(self.tr(" %"))
        self.font_scale.setToolTip(self.tr("100 % is the desktop's own size"))
        self.picture_size = self._spin(settings.picture_size, LARGEST_PICTURE, "")
        self.picture_size.setMinimum(SMALLEST_PICTURE)
        self.picture_size.setSingleStep(64)
        self.picture_size.setSuffix(self.tr(" pixels"))
        self.picture_size.setToolTip(
            self.tr("Length of the board's longer side. Animations have at most {most} pixels").format(
                most=LARGEST_FILM
            )
        )
        self.language = self._language_choice()
        self.restart = PlainLabel(self.tr("Restart Ponder to change the language."), self)
        self.restart.setObjectName("muted")
        self.restart.setWordWrap(True)
        self.fitted = CacheRow(background, self)
        self.checkpoints = CheckpointPage(settings, solver, open_kind, self)

        thinking = self._form(
            (self.tr("&Refinements per view"), self.steps),
            (self.tr("&Views of the puzzle"), self.views),
            (self.tr("&Device"), self.device),
            ("", self._found),
            (self.tr("Processor &threads"), self.threads),
            ("", cores),
            (self.tr("Fitted &ARC tasks"), self.fitted),
        )
        looks = self._form(
            (self.tr("&Language"), self.language),
            ("", self.restart),
            (self.tr("&Size of text"), self.font_scale),
            ("", self.flash),
            ("", self.unpaced),
            (self.tr("&Exported pictures"), self.picture_size),
        )
        self.tabs = QTabWidget(self)
        self.tabs.addTab(thinking, self.tr("Solving"))
        self.tabs.addTab(self.checkpoints, self.tr("Models"))
        self.tabs.addTab(looks, self.tr("Appearance"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(self.tabs)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)
        self.finished.connect(self.checkpoints.stop)
        self.finished.connect(self.fitted.stop)

    @Slot()
    def accept(self) -> None:
        settings = self._settings
        settings.steps = self.steps.value()
        settings.views = self.views.value()
        settings.threads = self.threads.value()
        settings.flash = self.flash.isChecked()
        settings.paced = not self.unpaced.isChecked()
        settings.picture_size = self.picture_size.value()
        settings.language = self.language.currentData()
        self.checkpoints.keep()
        settings.font_scale = self.font_scale.value()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_font_scale(app, settings.font_scale)
        if self.device.currentData() != settings.device:
            settings.device = self.device.currentData()
            self._solver.warm(settings.device, None)
        super().accept()

    def _device_choice(self) -> QComboBox:
        choice = QComboBox(self)
        for name, words in (
            ("auto", self.tr("Fastest available")),
            ("cpu", self.tr("CPU")),
            ("cuda", self.tr("CUDA (NVIDIA)")),
            ("mps", self.tr("MPS (Apple)")),
        ):
            choice.addItem(words, name)
        choice.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        choice.setCurrentIndex(choice.findData(self._settings.device))
        return choice

    def _language_choice(self) -> QComboBox:
        choice = QComboBox(self)
        choice.addItem(self.tr("Same as the desktop"), "")
        for code, name in LANGUAGES.items():
            choice.addItem(name, code)
        choice.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        choice.setCurrentIndex(choice.findData(self._settings.language))
        return choice

    def _form(self, *rows: tuple[str, QWidget]) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        for words, widget in rows:
            form.addRow(words, widget)
        make_plain(page)
        return page

    def _spin(self, value: int, most: int, automatic: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(0, most)
        spin.setSpecialValueText(automatic)
        spin.setValue(value)
        spin.setMinimumHeight(round(self.fontMetrics().height() * 1.8))
        return spin
