"""The main window: shows the film, the open file and the state of the solve, and answers Qt's own events."""

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication

from app.documents.draft import Draft
from app.documents.entry import Entry
from app.documents.incoming import incoming
from app.documents.samples import starting_entries
from app.documents.text import content_text
from app.film.film import Change
from app.runtime.qt_classes import ClassMaking
from app.window.board_place import BoardPlace
from app.window.closing import end_work
from app.window.dialogs import Dialogs
from app.window.enabling import Enabling
from app.window.looks import Looks
from app.window.menus import (
    fill_export,
    fill_generate,
    fill_puzzle_formats,
    fill_recent,
    fill_samples,
    fill_theme,
)
from app.window.parts import WindowParts
from app.window.room import Room
from app.window.settings import Settings
from app.window.status_line import status_of
from app.window.theme import ThemeName, apply_theme
from app.window.title import title_of
from app.window.wiring import connect_actions, connect_arc, connect_parts
from solver.messages import Message
from solver.model.bundled import bundled_checkpoints
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle
from solver.trace import Trace

REST = ("app.panels.confidence_plot", "app.documents.opening")
"""What the first paint doesn't wait for, though a person soon wants it."""


class MainWindow(WindowParts):
    """The parts, joined: what is wired and enabled, and what the window itself shows of them."""

    painted = Signal()
    """The first time the window was painted; only then is anything heavy imported."""
    closing = Signal()
    """It closes for good; nobody may ask it for anything any more."""

    def __init__(self, entries: Entry | Sequence[Entry], settings: Settings, patience: float | None = None) -> None:
        """With `patience`, closing waits that many seconds for work to end; then see `ended`."""
        super().__init__(entries, settings)
        self._patience = patience
        self.ended = True
        """Once closed: whether all threads have ended. The process must not be left to tidy up if they have not."""
        self._was_painted = False
        self._class_making = ClassMaking(self._import_rest, self)
        self._closing = False
        self.kept: Callable[[], bool] = lambda: False
        """Whether the next start offers all that is not saved, so that closing need not ask."""
        self._room = Room(self, self.docks)

        self.export_actions = fill_export(self.menus.export, self.exports.ask, self.exports.ask_plot)
        self._dialogs = Dialogs(self, self.export_actions[0][1])
        self._enabling = Enabling(self, self.export_actions)
        self._board_place = BoardPlace(self, Looks(self))
        self._fill_menus()
        self._connect()
        self._show_film(Change.CONTENT)
        self._show_file()
        self.setAcceptDrops(True)
        self.resize(1240, 880)
        self._restore()
        # Afterwards, for these panels are shown for what is open now, not for what was open last time.
        self._show_entries()
        self._show_arc_panel()

    def _fill_menus(self) -> None:
        self.menus.export.addAction(self.actions_.export_latents)
        self.menus.export.addMenu(self.menus.export_puzzle)
        self.menus.export_puzzle.aboutToShow.connect(self._fill_puzzle_formats)
        fill_samples(self.menus.samples, self.files.open)
        fill_generate(self.menus.generate, self.files.generate, self._dialogs.ask_maze)
        fill_theme(self.menus.theme, self.settings.theme, self.set_theme)
        self.menus.panels.addActions([dock.toggleViewAction() for dock in self.docks.all])
        self._fill_recent()
        self._fill_compare()

    def _fill_puzzle_formats(self) -> None:
        fill_puzzle_formats(self.menus.export_puzzle, self.document.content.kind, self.exports.ask)

    def _connect(self) -> None:
        connect_actions(self, self._dialogs)
        connect_parts(self, self._enabling)
        connect_arc(self)
        do = self.actions_
        do.copy.triggered.connect(self.copy)
        do.paste.triggered.connect(self.paste)
        do.solve.triggered.connect(self._solve)
        do.inner_cycles.toggled.connect(self._show_inner_cycles)
        do.tour.triggered.connect(self.start_tour)

        self.document.entriesChanged.connect(self._show_entries)
        self.document.fileChanged.connect(self._show_file)
        self.document.loaded.connect(self._select_conflict)
        # To the window's own slots: the stack still says so while it is deleted, after the window is.
        self.document.undo_stack.indexChanged.connect(self._fill_compare)
        self.document.undo_stack.indexChanged.connect(self._enable)
        self.film.changed.connect(self._show_film)
        self.player.speedChanged.connect(self._keep_speed)
        self.player.playingChanged.connect(self._show_state)
        self.solving.changed.connect(self._show_state)
        self.solving.branched.connect(self._compare_branch)
        self.influence.changed.connect(self._show_influence)
        # Of the film it hears itself.
        self.fan.tried.connect(self._show_status)
        self.solver.warmed.connect(self._show_status)
        self.files.recentChanged.connect(self._fill_recent)
        self.menus.recent.aboutToShow.connect(self.files.prune_recent)
        self.systems.progress.connect(self._show_comparing)
        self.printing.printed.connect(
            lambda where: self.statusBar().showMessage(self.tr("Printed to {where}").format(where=where), 5000)
        )
        for export in (self.exports, self.latents):
            export.exported.connect(
                lambda path: self.statusBar().showMessage(self.tr("Exported to {path}").format(path=path), 5000)
            )

    def _restore(self) -> None:
        """Be as large, and have the panels where they were, when the window was closed last."""
        geometry, state = self.settings.window
        # With all of the panels, the window would not become as narrow as it was left.
        for dock in (self.docks.loop, self.docks.adapting):
            dock.hide()
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.restoreGeometry(geometry)
        size = self.size()
        if not self.restoreState(state):
            self.docks.loop.show()
            self.docks.size_as_usual()
        # Panels that were restored may have widened the window.
        self._room.make(size.width(), size.height())
        self.resize(size)

    @Slot()
    def _fill_recent(self) -> None:
        def forget() -> None:
            self.settings.forget_recent()
            self._fill_recent()

        fill_recent(self.menus.recent, self.settings.recent, self.files.open, forget)

    @Slot()
    def _fill_compare(self) -> None:
        self.comparing.fill(self.menus.compare)

    # What is shown

    @Slot()
    def _show_entries(self) -> None:
        self.docks.puzzles.setVisible(len(self.document.entries) > 1)
        self.messages.clear()

    def _show_arc_panel(self) -> None:
        self.docks.show_adapting(self.document.content.kind == ArcPuzzle.kind)
        # Its panel asks for more height than the board can spare, once it is laid out.
        QTimer.singleShot(0, self, lambda: self._room.make(self.width(), self.height()))

    @Slot(object)
    def _show_film(self, change: Change) -> None:
        """Whatever of the film the window itself shows; its panels and its board hear of it themselves."""
        if change & Change.CONTENT:
            self._show_content()
        if change & Change.RECORDING:
            self._fill_compare()
        if change & Change.CYCLES:
            self.actions_.inner_cycles.setChecked(self.film.inner_cycles)
        self._show_state()

    def _show_content(self) -> None:
        content = self.film.content
        assert content is not None
        if self._board_place.show_kind(content.kind):
            self._show_arc_panel()
        self._show_file()
        self.docks.name_task(content.task.name if isinstance(content, ArcPuzzle) else "")
        puzzle = self.film.puzzle
        # It forgets its cell while there is a draft; the board does not, but a new board has none.
        cell = self.board.recorded(self.board.selected) or (-1, -1)
        self.docks.inspector.set_cell(*cell)
        self.influence.set_cell(*cell)
        self.solving.warnings = ()
        if puzzle is not None:
            self.background.run(lambda _: (puzzle, puzzle.warnings()), self._warn, self.messages.say)

    def _warn(self, found: tuple[Puzzle, tuple[Message, ...]]) -> None:
        puzzle, warnings = found
        if puzzle is self.document.content:
            self.solving.warnings = warnings
            self._show_state()

    @Slot()
    def _select_conflict(self) -> None:
        """Where a puzzle that was just opened breaks a rule, so that it can be corrected at once."""
        content = self.document.content
        cells = content.problem.cells if isinstance(content, Draft) and content.problem is not None else ()
        if cells and self.board.selected not in cells:
            self.board.select(cells[0])

    @Slot()
    def _show_state(self) -> None:
        self._show_status()
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self._enabling.update()

    @Slot()
    def _show_status(self) -> None:
        film = self.film
        if film.content is None:
            return
        self.status_line.show_status(
            status_of(
                film.content,
                film.trace,
                film.shown(),
                running=film.following and (self.solving.running or bool(film.waiting)),
                loading=not self.solver.device_found,
                fitting=self.solving.fitting,
                warnings=self.solving.warnings,
                offered=self._enabling.offered,
            )
        )

    @Slot()
    def _show_file(self) -> None:
        self.setWindowTitle(title_of(self.document))
        self.setWindowModified(self.document.modified)
        self.setWindowFilePath(str(self.document.path or ""))

    # What can be done

    @Slot()
    def _solve(self) -> None:
        self.messages.clear()
        self.solving.solve()

    @Slot(object)
    def _compare_branch(self, origin: Trace) -> None:
        self.comparing.compare(self.tr("Without the branch"), origin)

    @Slot(str)
    def _show_comparing(self, words: str) -> None:
        self.messages.wait(words, self.systems.cancel)
        self.actions_.compare_systems.setEnabled(False)

    @Slot()
    def copy(self) -> None:
        """Copy the answer under the playhead, or the puzzle, as text."""
        text = self.board.copied() or content_text(self.document.content, self.player.film.shown())
        QGuiApplication.clipboard().setText(text)

    @Slot()
    def paste(self) -> None:
        """Take what the clipboard holds: text, or files copied in a file manager."""
        # Qt gives none at all, whatever its type stubs say, if nothing was ever copied.
        self._take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def _take(self, data: QMimeData) -> None:
        found = incoming(data)
        first = found.parts[0] if found.parts else None
        if not (isinstance(first, str) and self.board.paste_text(first)):
            self.files.take(found)

    @Slot(bool)
    def _show_inner_cycles(self, shown: bool) -> None:
        self.player.inner_cycles = shown

    @Slot()
    def _show_influence(self) -> None:
        if self.board_view.widget() is not None:
            self.board.set_influence(self.influence.found)
        if self.influence.found is not None:
            self.docks.steps.take_influence(self.influence.found)
        self._enabling.update_why()

    @Slot()
    def start_tour(self) -> None:
        """Take the tour with the first sample."""
        self.document.show_or_add(starting_entries()[0], self.tr("Open"))
        self.tour.start()

    @Slot(float)
    def _keep_speed(self, speed: float) -> None:
        self.settings.speed = speed

    @Slot(tuple)
    def _keep_hidden_curves(self, names: tuple[str, ...]) -> None:
        self.settings.hidden_curves = names

    def set_theme(self, name: ThemeName) -> None:
        """Apply another theme, and remember it."""
        self.settings.theme = name
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, name)

    @Slot(str)
    def open_asked(self, file: str) -> None:
        """Open what another program handed over, and come to the front."""
        self.open_all_asked([file])

    @Slot(list)
    def open_all_asked(self, files: list[str]) -> None:
        """As `open_asked`, for several files."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.files.open_all([Path(file) for file in files])

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.make(self.width(), self.height())

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            # After the event, so that what was painted has reached the screen.
            QTimer.singleShot(0, self, self._after_first_paint)
        return handled

    @Slot()
    def _after_first_paint(self) -> None:
        if QGuiApplication.focusWindow() is None:
            # Without a window manager nobody else gives it the keyboard.
            self.activateWindow()
        self.painted.emit()
        self._class_making.go_on()

    def _import_rest(self) -> None:
        self.threads.start()
        # Their import would hold the window up for several frames.
        self.background.run(
            lambda _: [importlib.import_module(name) for name in REST], self._after_import, self.messages.say
        )

    def _after_import(self, _: object) -> None:
        self.files.getting_ready = False
        plot = self.docks.build_plot()
        self.adapting.build_plot()
        plot.hide_curves(self.settings.hidden_curves)
        plot.hiddenCurvesChanged.connect(self._keep_hidden_curves)
        plot.exportWanted.connect(self.exports.ask_plot)
        self.exports.plot_picture = plot.picture
        self.comparing.ready = True
        self.files.prune_recent()
        self._fill_compare()
        self._enable()
        self._enabling.update()
        kind = self.document.content.kind
        self.solver.warm(self.settings.device, self.settings.checkpoint(kind) or bundled_checkpoints().get(kind))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasImage() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files.take(incoming(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing and self.document.worth_asking and not self.kept():
            event.ignore()
            self.files.if_saved(self._close_now)
            return
        # First of all, so that another start never waits for this one.
        self.closing.emit()
        self.settings.window = (self.saveGeometry(), self.saveState())
        self.settings.sync()
        self._class_making.stop()
        self.ended = end_work(self, self._patience)
        self.garbage.stop()
        event.accept()

    @Slot()
    def close_unasked(self) -> None:
        """Close now, whatever is asked at the moment."""
        self._close_now()
        QApplication.quit()

    def _close_now(self) -> None:
        self._closing = True
        self.close()
