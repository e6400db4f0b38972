"""The window that solves many puzzles: what to solve, how far it is, and the table of results."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.batch.failures import FailureGallery
from app.batch.reading import Many, read_many
from app.batch.result import Result, results_csv
from app.batch.result_model import ResultModel
from app.batch.run import BatchRun
from app.batch.statistics import Measured
from app.documents.document import Document
from app.documents.entry import Entry
from app.documents.opening import readable_endings
from app.runtime.background import Job
from app.runtime.coalescing import Coalescing
from app.runtime.threads import Threads
from app.solving.worker import Solve
from app.window.allowing import allow
from app.window.checkpoints import imported_home, kept_checkpoints
from app.window.message_bar import MessageBar
from app.words import why_not as why
from app.words.numbers import duration, number
from app.words.plain import PlainLabel
from app.words.playback import plural
from solver.files import write_text
from solver.messages import quoted
from solver.puzzles.base import Puzzle
from solver.system_errors import writing

if TYPE_CHECKING:
    from app.batch.figures import FiguresPanel

REFRESH_MS = 100
"""The words change no more often: refinements come faster than anyone reads."""
ROWS_REST_MS = 1_000
"""Painting the table asks Python for each cell, while the network's thread wants Python too: once a second will do."""
WIDTHS = (60, 240, 150, 130, 60, 140, 90, 80, 80)
MOST_PROBLEMS = 20


class BatchWindow(QDialog):
    """Not modal; closing it ends the batch, and what was found stays for the next time."""

    opened = Signal(Entry)
    """A puzzle is wanted in the main window."""

    def __init__(
        self,
        document: Document,
        threads: Threads,
        new_solve: Callable[[Puzzle], Solve],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._background = threads.background
        self._reader = threads.reader
        self._reading: Job | None = None
        self._name = ""
        self._exported = ""
        """Where to, since the batch began."""
        self.run = BatchRun(new_solve, self)
        self.model = ResultModel(self)
        self.setWindowTitle(self.tr("Solve Many Puzzles"))
        self.resize(1000, 620)

        self.file = QPushButton(self.tr("Solve &File…"), self)
        self.folder = QPushButton(self.tr("Solve F&older…"), self)
        self.these = QPushButton(self.tr("Solve the Open &Puzzles"), self)
        self.pause = QPushButton(self.tr("Pa&use"), self)
        self.cancel = QPushButton(self.tr("&Cancel"), self)
        self.save = QPushButton(self.tr("&Export…"), self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = PlainLabel(self.tr("Choose a list or a folder of puzzles, and the model solves them all."), self)
        self.words.setWordWrap(True)
        self.messages = MessageBar(self)
        # The main window's message has this shortcut.
        self.messages.dismiss.setShortcut("")
        self.table = self._table()
        self.failures = FailureGallery(self)
        self.figures: FiguresPanel | None = None
        """Made with the first result: its library takes a while to load."""
        self.second = QComboBox(self)
        self.second.setToolTip(self.tr("Solves the same list again with another checkpoint, to compare both"))
        self.second.addItem(self.tr("with one checkpoint"), None)
        for kept in kept_checkpoints(imported_home()):
            self.second.addItem(self.tr("and with {name}").format(name=kept.name), kept.folder)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.table, self.tr("&Results"))
        self._figures_place = QWidget(self)
        self._figures_column = QVBoxLayout(self._figures_place)
        self._figures_column.setContentsMargins(0, 0, 0, 0)
        self.tabs.addTab(self._figures_place, self.tr("Fi&gures"))
        self.tabs.addTab(self.failures, self.tr("&Not solved"))
        hint = PlainLabel(
            self.tr("Double-click a puzzle to open it with its recording. Click a header to sort the rows."), self
        )
        hint.setObjectName("muted")

        buttons = QHBoxLayout()
        for button in (self.file, self.folder, self.these):
            buttons.addWidget(button)
        buttons.addWidget(self.second)
        buttons.addStretch(1)
        for button in (self.pause, self.cancel, self.save):
            buttons.addWidget(button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(buttons)
        column.addWidget(self.messages)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)
        column.addWidget(hint)

        self._refresh_soon = Coalescing(self._refresh, self, REFRESH_MS)
        self._arrived: list[Result] = []
        self._show_rows_soon = Coalescing(self._show_rows, self, ROWS_REST_MS)
        self.file.clicked.connect(partial(self._ask, QFileDialog.FileMode.ExistingFile))
        self.folder.clicked.connect(partial(self._ask, QFileDialog.FileMode.Directory))
        self.these.clicked.connect(self._solve_these)
        self.pause.clicked.connect(self._pause_or_resume)
        self.cancel.clicked.connect(self.stop)
        self.save.clicked.connect(self._ask_save)
        # Not `activated`: some desktops send that on a single click.
        self.table.doubleClicked.connect(self._open)
        open_row = QAction(self.tr("Open Puzzle"), self.table)
        open_row.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        open_row.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        open_row.triggered.connect(lambda: self._open(self.table.currentIndex()))
        self.table.addAction(open_row)
        self.failures.wanted.connect(self._open_result)
        self.tabs.currentChanged.connect(self._show_figures)
        self.run.resultReady.connect(self._add)
        self.run.progressChanged.connect(self._note_progress)
        document.entriesChanged.connect(self._refresh_soon.request)
        self._refresh()

    # What to solve

    def solve_path(self, path: Path) -> None:
        """Read `path` in the background, then solve all that is in it."""
        self.stop()
        self.messages.clear()
        self.words.setText(self.tr("Reading {name}…").format(name=quoted(path.name)))
        self._reading = self._reader.run(partial(read_many, path), self._read, self._unreadable)
        self._refresh_buttons()

    def solve(self, entries: tuple[Entry, ...], name: str) -> None:
        """Solve `entries` from the first."""
        self._reading = None
        self._name, self._exported = name, ""
        self._arrived.clear()
        self.model.clear()
        self.failures.forget()
        second = self.second.currentData()
        self.run.start(entries, (None,) if second is None else (None, second))
        self._refresh()

    @Slot()
    def stop(self) -> None:
        """End at once; the results so far stay."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
            self.words.setText(self.tr("Cancelled."))
        self.run.cancel()
        self._refresh()

    def shut(self) -> None:
        """Let the thread end as well, for the program ends; `run.wait` waits for it."""
        self.stop()
        self.run.ask_to_end()

    @Slot()
    def _solve_these(self) -> None:
        self.messages.clear()
        self.solve(tuple(self._document.entries), self._document.name)

    def _ask(self, mode: QFileDialog.FileMode, _: bool = False) -> None:
        dialog = QFileDialog(self, self.tr("Solve"))
        dialog.setFileMode(mode)
        if mode == QFileDialog.FileMode.ExistingFile:
            lists = self.tr("Lists of puzzles") + f" ({readable_endings()})"
            dialog.setNameFilters([lists, self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda path: self.solve_path(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, many: Many) -> None:
        if many.problems:
            count = len(many.problems)
            self.messages.say(
                plural(self.tr("%Ln part(s) could not be read; the others are solved. ", "", count), count)
                + many.problems[0],
                "\n".join(many.problems[:MOST_PROBLEMS]),
            )
        self.solve(many.entries, many.name)

    def _unreadable(self, sentence: str, details: str) -> None:
        self._reading = None
        self.words.setText(self.tr("Nothing was solved."))
        self.messages.say(sentence, details)
        self._refresh_buttons()

    # What is shown

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Results"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        # One height for all, so that no row has to be asked for its own.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 10)
        for column, width in enumerate(WIDTHS):
            table.setColumnWidth(column, max(width, table.horizontalHeader().sectionSizeHint(column)))
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        return table

    @Slot(Result)
    def _add(self, result: Result) -> None:
        self._arrived.append(result)
        self._show_rows_soon.request()

    def _show_rows(self) -> None:
        for result in self._arrived:
            self.model.add(result)
            self.failures.add(result)
        self.tabs.setTabText(2, self.tr("&Not solved ({count})").format(count=number(len(self.failures.results))))
        self._arrived.clear()
        self._show_figures()

    @Slot()
    def _show_figures(self) -> None:
        """Draw them, while they are looked at."""
        if self.tabs.currentWidget() is not self._figures_place:
            return
        if self.figures is None:
            from app.batch.figures import FiguresPanel

            self.figures = FiguresPanel(self._figures_place)
            self._figures_column.addWidget(self.figures)
        measures: dict[str, list[Measured]] = {}
        for result in self.model.results:
            if result.measured is not None:
                measures.setdefault(result.series, []).append(result.measured)
        self.figures.show_figures(sorted(measures.items()))

    @Slot()
    def _note_progress(self) -> None:
        if self.run.state in ("idle", "paused"):
            self._show_rows()
        self._refresh_soon.request()

    @Slot()
    def _refresh(self) -> None:
        run = self.run
        self.bar.setRange(0, max(run.total, 1))
        self.bar.setValue(run.done)
        if run.total:
            self.words.setText(self._progress_words() + self._exported)
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        state, busy = self.run.state, self.run.state != "idle" or self._reading is not None
        for each in (self.file, self.folder, self.second):
            allow(each, not busy, why.batch_runs())
        several = len(self._document.entries) > 1
        allow(self.these, not busy and several, why.batch_runs() if busy else why.one_puzzle())
        going_on = state in ("running", "idle")
        self.pause.setText(self.tr("Pa&use") if going_on else self.tr("Res&ume"))
        allow(self.pause, state != "idle", why.no_batch())
        allow(self.cancel, busy, why.no_batch())
        allow(self.save, bool(self.model.results), why.no_results())

    def _progress_words(self) -> str:
        run = self.run
        words = self.tr("{name}: {verified} of {total} solved")
        if run.done < run.total:
            words = self.tr("{name}: {verified} of {done} solved so far, {total} in all")
        verified, done, total = map(number, (run.verified, run.done, run.total))
        found = words.format(name=self._name, verified=verified, done=done, total=total)
        if run.state == "idle":
            return found + (self.tr(".") if run.done == run.total else self.tr("; cancelled."))
        if run.state == "paused":
            return found + self.tr("; paused.")
        if run.state == "pausing":
            return found + self.tr("; pausing after this puzzle.")
        left = run.seconds_left
        if left is None:
            return found + self.tr("; refinement {step}.").format(step=run.step)
        return found + self.tr("; refinement {step}, about {left} left.").format(step=run.step, left=duration(left))

    # What can be done

    @Slot()
    def _pause_or_resume(self) -> None:
        if self.run.state == "running":
            self.run.pause()
        else:
            self.run.resume()
        self._refresh()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self._open_result(self.model.results[index.row()])

    @Slot(Result)
    def _open_result(self, result: Result) -> None:
        self.opened.emit(replace(result.entry, trace=result.trace))

    @Slot()
    def _ask_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        stem = Path(self._name).stem
        if self.tabs.currentWidget() is self._figures_place:
            dialog.setNameFilters([self.tr("Figures as CSV") + " (*.csv)", self.tr("Figures as PNG") + " (*.png)"])
            dialog.selectFile(self.tr("{name} figures").format(name=stem) + ".csv")
            dialog.fileSelected.connect(lambda path: self.save_figures(Path(path)))
        else:
            dialog.setNameFilters([self.tr("Results as CSV") + " (*.csv)"])
            dialog.selectFile(self.tr("{name} results").format(name=stem) + ".csv")
            dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the table as CSV, in the order that is shown."""
        results = list(self.model.results)

        def work(_: Callable[[], bool]) -> None:
            with writing(path):
                write_text(path, results_csv(results))

        self._background.run(work, partial(self._saved, path), self.messages.say)

    def save_figures(self, path: Path) -> None:
        """Write the figures as a picture or as CSV, as the suffix says."""
        if self.figures is not None:
            export = self.figures.export_png if path.suffix.lower() == ".png" else self.figures.export_csv
            export(path, self._background, partial(self._saved, path), self.messages.say)

    def _saved(self, path: Path, _: object) -> None:
        self._exported = self.tr(" Exported to {path}.").format(path=path)
        self._refresh()

    def reject(self) -> None:
        # Escape and the title bar's button both come here.
        self.stop()
        super().reject()
