"""The page of the preferences that says which checkpoint answers each kind of puzzle, and brings in others."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.solving.solver import Solver
from app.solving.worker import Import
from app.window.allowing import allow
from app.window.checkpoints import card_of, imported_home, kept_checkpoints
from app.window.growing import grow
from app.window.help import show_cards
from app.window.message_bar import MessageBar
from app.window.settings import Settings
from app.words import why_not as why
from app.words.numbers import number
from app.words.plain import PlainLabel
from app.words.playback import kind_word
from solver.model.bundled import IDENTIFIERS_FILE, WEIGHTS_FILE, bundled_checkpoints, bundled_pair
from solver.puzzles.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    from solver.model.importing import Imported

STEPS = 1000
"""Of the progress bar."""


class CheckpointPage(QWidget):
    """What is chosen counts once the preferences are accepted; what was imported is kept in any case."""

    def __init__(self, settings: Settings, solver: Solver, open_kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._solver = solver
        self._open_kind = open_kind
        self._home = imported_home()
        self._job: Import | None = None
        self.choices: dict[str, QComboBox] = {}
        """By kind, each item's data being the folder, None for what Ponder takes by itself."""
        self.cards: dict[str, QPushButton] = {}
        self._form = QFormLayout()
        self.messages = MessageBar(self)
        self.messages.dismiss.setShortcut("")
        self.news = PlainLabel(self)
        self.news.setWordWrap(True)
        self.news.hide()
        self.bring = QPushButton(self.tr("&Import…"), self)
        self.bring.setAutoDefault(False)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(self.tr("Import"))
        self.cancel = QPushButton(self.tr("&Cancel Import"), self)
        self.cancel.setAutoDefault(False)
        hint = PlainLabel(
            self.tr(
                "Choose {weights} in a checkpoint folder, or a published state-dict file such as step_100, next to "
                "its all_config.yaml and, for ARC, the data set's {identifiers}."
            ).format(weights=WEIGHTS_FILE, identifiers=IDENTIFIERS_FILE),
            self,
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)

        row = QHBoxLayout()
        row.addWidget(self.bring)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(self._form)
        column.addLayout(row)
        column.addWidget(hint)
        column.addWidget(self.messages)
        column.addWidget(self.news)
        column.addStretch(1)

        self.bring.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.stop)
        solver.importProgress.connect(self._show_progress)
        solver.imported.connect(self._take)
        solver.importFailed.connect(self._fail)
        self._show_busy()
        for kind in VOCABULARIES:
            self._list(kind, settings.checkpoint(kind))

    def keep(self) -> bool:
        """Put what is chosen into the settings, and tell whether that changed anything."""
        changed = False
        for kind, choice in self.choices.items():
            folder = choice.currentData()
            if folder != self._settings.checkpoint(kind):
                self._settings.set_checkpoint(kind, folder)
                changed = True
        return changed

    def bring_in(self, source: Path) -> None:
        """Import the checkpoint at `source`, in the background."""
        self.messages.clear()
        self.news.hide()
        self._job = Import(source, self._home)
        self._solver.bring_in(self._job)
        self.bar.setValue(0)
        self._show_busy()

    @Slot()
    def stop(self) -> None:
        """End the import under way, if there is one."""
        # One that became whole a moment ago stays, and is reported next.
        if self._job is not None and self._solver.cancel_import():
            self._job = None
            self._say(self.tr("The import was cancelled. Nothing was kept."))
            self._show_busy()

    def _list(self, kind: str, chosen: Path | None) -> None:
        """Offer every checkpoint of `kind` that there is, if any; `chosen` even where it is gone."""
        items: dict[Path | None, str] = {}
        pair = bundled_pair(kind)
        roles = {} if pair is None else {pair[0]: self.tr("Swift: {name}"), pair[1]: self.tr("Deep: {name}")}
        if pair is not None:
            items[None] = self.tr("Automatic: swift, then deep")
        for kept in kept_checkpoints(self._home):
            if kept.kind == kind and kept.bundled:
                # None is the default, which stays right when another one is bundled.
                folder = kept.folder if None in items else None
                name = roles.get(kept.folder, "{name}").format(name=kept.name)
                items[folder] = self.tr("{name} (comes with Ponder)").format(name=name)
            elif kept.kind == kind:
                items[kept.folder] = kept.name
        if chosen is not None and chosen not in items:
            items[chosen] = self.tr("{name} (no longer there)").format(name=chosen.name)
        if not items:
            return
        if None not in items:
            items = {None: self.tr("None"), **items}
        choice = self.choices.get(kind) or self._add_row(kind)
        choice.clear()
        for folder, words in items.items():
            choice.addItem(words, folder)
        choice.setCurrentIndex(list(items).index(chosen))

    def _add_row(self, kind: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choice.setMinimumContentsLength(24)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        card = QPushButton(self.tr("Show Card"), self)
        card.setAutoDefault(False)
        card.setAccessibleName(self.tr("Show the card of the model for {kind}").format(kind=kind_word(kind)))
        card.clicked.connect(partial(self._show_card, kind))
        row = QHBoxLayout()
        row.addWidget(choice, 1)
        row.addWidget(card)
        label = PlainLabel(kind_word(kind), self)
        label.setBuddy(choice)
        self._form.addRow(label, row)
        self.choices[kind], self.cards[kind] = choice, card
        return choice

    def _show_card(self, kind: str, _: bool = False) -> None:
        folder, pair = self.choices[kind].currentData(), bundled_pair(kind)
        if folder is None and pair is not None:
            roles = zip((self.tr("Swift: {name}"), self.tr("Deep: {name}")), pair, strict=True)
            show_cards(self, [(role.format(name=each.name), card_of(each)) for role, each in roles])
        elif folder := folder or bundled_checkpoints().get(kind):
            show_cards(self, [(folder.name, card_of(folder))])

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Import a Checkpoint"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("All files") + " (*)", self.tr("Checkpoints") + " (*.safetensors *.pt *.pth config.json step_*)"]
        )
        dialog.fileSelected.connect(lambda file: self.bring_in(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object, float)
    def _show_progress(self, job: Import, share: float) -> None:
        if job is self._job:
            self.bar.setValue(round(share * STEPS))

    @Slot(object, object)
    def _take(self, job: Import, found: "Imported") -> None:
        if job is not self._job:
            return
        self._job = None
        self._list(found.kind, found.folder)
        told = self.tr("{name} was imported: {parameters} parameters, for puzzles of the kind {kind}.").format(
            name=found.folder.name,
            kind=kind_word(found.kind),
            parameters=number(found.parameters),
        )
        if found.kind != self._open_kind:
            told += " " + self.tr(
                "The open puzzle is of another kind ({kind}), so this checkpoint will not be used for it."
            ).format(kind=kind_word(self._open_kind))
        self._say(told)
        self._show_busy()

    @Slot(object, str, str)
    def _fail(self, job: Import, sentence: str, details: str) -> None:
        if job is self._job:
            self._job = None
            self.messages.say(sentence, details)
            self._show_busy()
            grow(self.window())

    def _say(self, words: str) -> None:
        self.news.setText(words)
        self.news.show()
        grow(self.window())

    def _show_busy(self) -> None:
        busy = self._job is not None
        allow(self.bring, not busy, why.importing())
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if busy and self._solver.running:
            self._say(self.tr("It will be imported when the current solve ends."))
