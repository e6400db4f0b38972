"""The window that solves many puzzles: what to solve, how far it is, and the table of results."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.batch.reading import Many, read_many
from app.batch.result import Result, results_csv
from app.batch.result_model import ResultModel
from app.batch.run import BatchRun
from app.documents.document import Document, Entry
from app.runtime.background import Job
from app.runtime.coalescing import Coalescing
from app.runtime.threads import Threads
from app.solving.worker import Solve
from app.window.message_bar import MessageBar
from app.words.plain import PlainLabel
from app.words.playback import plural
from solver.files import write_text
from solver.messages import quoted
from solver.puzzles.base import Puzzle

REFRESH_MS = 100
"""The words change no more often: refinements come faster than anyone reads."""
ROWS_REST_MS = 1_000
"""Painting the table asks Python for each cell, while the network's thread wants Python too: once a second will do."""
WIDTHS = (60, 260, 150, 60, 150, 90, 80, 80)
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
        self.save = QPushButton(self.tr("&Export CSV…"), self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.words = PlainLabel(self.tr("Choose a list or a folder of puzzles, and the model solves them all."), self)
        self.words.setWordWrap(True)
        self.messages = MessageBar(self)
        # The main window's message has this shortcut.
        self.messages.dismiss.setShortcut("")
        self.table = self._table()
        hint = PlainLabel(self.tr("Double-click a row to open its puzzle. A header sorts by its column."), self)
        hint.setObjectName("muted")

        buttons = QHBoxLayout()
        for button in (self.file, self.folder, self.these):
            buttons.addWidget(button)
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
        column.addWidget(self.table, 1)
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
        self.run.start(entries)
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
            lists = self.tr("Lists of puzzles") + " (*.sdm *.csv *.txt *.npz *.ss *.sdk *.json *.ponder)"
            dialog.setNameFilters([lists, self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(lambda path: self.solve_path(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, many: Many) -> None:
        if many.problems:
            count = len(many.problems)
            self.messages.say(
                plural(self.tr("%n part(s) could not be read; the others are solved. ", "", count), count)
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
            table.setColumnWidth(column, width)
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
        self._arrived.clear()

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
        for button in (self.file, self.folder):
            button.setEnabled(not busy)
        self.these.setEnabled(not busy and len(self._document.entries) > 1)
        going_on = state in ("running", "idle")
        self.pause.setText(self.tr("Pa&use") if going_on else self.tr("Res&ume"))
        self.pause.setEnabled(state != "idle")
        self.cancel.setEnabled(busy)
        self.save.setEnabled(bool(self.model.results))

    def _progress_words(self) -> str:
        run = self.run
        words = self.tr("{name}: {verified} of {total} solved")
        if run.done < run.total:
            words = self.tr("{name}: {verified} of {done} solved so far, {total} in all")
        found = words.format(name=self._name, verified=run.verified, done=run.done, total=run.total)
        if run.state == "idle":
            return found + (self.tr(".") if run.done == run.total else self.tr("; cancelled."))
        if run.state == "paused":
            return found + self.tr("; paused.")
        if run.state == "pausing":
            return found + self.tr("; pausing after this puzzle.")
        left = run.seconds_left
        if left is None:
            return found + self.tr("; refinement {step}.").format(step=run.step)
        return found + self.tr("; refinement {step}, about {left} left.").format(step=run.step, left=_duration(left))

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
            self.opened.emit(self.model.results[index.row()].entry)

    @Slot()
    def _ask_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilters([self.tr("Results as CSV") + " (*.csv)"])
        dialog.selectFile(self.tr("{name} results").format(name=Path(self._name).stem) + ".csv")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the table as CSV, in the order that is shown."""
        results = list(self.model.results)

        def saved(_: None) -> None:
            self._exported = self.tr(" Exported to {path}.").format(path=path)
            self._refresh()

        self._background.run(lambda _: write_text(path, results_csv(results)), saved, self.messages.say)

    def reject(self) -> None:
        # Escape and the title bar's button both come here.
        self.stop()
        super().reject()


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
