"""The window: the board in the middle, the panels around it, and the wiring between the rooms."""

import importlib
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from app.arc.browser import ArcBrowser
from app.arc.panel import AdaptingPanel
from app.batch.run import BatchRun
from app.batch.window import BatchWindow
from app.boards.arc.board import ArcBoard
from app.boards.grid_board import GridBoard
from app.boards.kinds import new_board
from app.boards.movement_painting import Latent
from app.boards.painting import PaintOptions
from app.boards.scroll import BoardScroll
from app.comparing.control import CompareControl
from app.comparing.systems import SystemsControl
from app.documents.document import Document, Entry
from app.documents.file_control import FileControl
from app.documents.incoming import incoming
from app.documents.samples import starting_entries
from app.documents.text import content_text
from app.exporting.export_control import ExportControl
from app.exporting.latents import LatentsExport
from app.exporting.printing import PrintControl
from app.film.film import Change, Film
from app.film.player import Player
from app.panels.step_note import StepNote
from app.runtime.garbage import GarbageCollector
from app.runtime.qt_classes import ClassMaking
from app.runtime.threads import Threads
from app.solving.branch_dialog import BranchDialog
from app.solving.control import SolveControl
from app.solving.fan import FanControl
from app.solving.influence import InfluenceControl
from app.solving.solver import Solver
from app.window.actions import Actions
from app.window.docks import Docks
from app.window.help import show_about, show_shortcuts, show_what
from app.window.maze_dialog import MazeDialog
from app.window.menus import Menus, build_tool_bar, fill_export, fill_generate, fill_recent, fill_samples, fill_theme
from app.window.message_bar import MessageBar
from app.window.preferences import Preferences
from app.window.reading_control import ReadingControl
from app.window.settings import Settings
from app.window.status_line import StatusLine, status_of
from app.window.theme import ThemeName, apply_theme
from app.window.tour import Tour
from solver.messages import Message, quoted
from solver.model.bundled import bundled_checkpoints
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import Puzzle
from solver.trace import Trace

ZOOM_STEP = 1.25
NARROW = 900
"""Pixels; a narrower window goes without the loop."""


class MainWindow(QMainWindow):
    """One document, one player, one solver."""

    painted = Signal()
    """The first time the window was painted; only then is anything heavy imported."""
    closing = Signal()
    """It closes for good; nobody may ask it for anything any more."""

    def __init__(self, entries: Entry | Sequence[Entry], settings: Settings, patience: float | None = None) -> None:
        """With `patience`, closing waits so many seconds for work that was told to end; then see `ended`."""
        super().__init__()
        self._patience = patience
        self.ended = True
        """Once closed: whether all threads have ended. The process must not be left to tidy up if they have not."""
        self.settings = settings
        self.garbage = GarbageCollector(self)
        self.garbage.start()
        self.document = Document(entries, self)
        self.film = Film(self)
        self.player = Player(self.film, self)
        self.player.speed = settings.speed
        self.player.paced = settings.paced
        self.solver = Solver(self)
        self.threads = Threads(self)
        self.background = self.threads.background
        self.solving = SolveControl(self.document, self.player, self.solver, settings, self)
        self.influence = InfluenceControl(self.player, self.solver, settings, self)
        self.files = FileControl(self.document, self.threads, settings, self)
        self.files.getting_ready = True
        self.exports = ExportControl(self.document, self.player, self.background, settings, self)
        self.latents = LatentsExport(self.document, self.solver, settings, self)
        self.printing = PrintControl(self.document, self.background, settings, self)
        self.comparing = CompareControl(self.document, self.threads.reader, settings, self)
        self.systems = SystemsControl(self.document, self.solving, self.comparing, settings, self)
        self.actions_ = Actions(self)
        self.batch: BatchWindow | None = None
        """Made when it is first wanted."""
        self._tool_row: QWidget | None = None
        self._was_painted = False
        self._class_making = ClassMaking(self._import_plot, self)
        self._closing = False
        self._warnings: tuple[Message, ...] = ()
        self._board_kind = ""
        self._made_room = False

        self.messages = MessageBar(self)
        self.board_view = BoardScroll(self)
        self.reading = ReadingControl(self.document, self.files, self.solving, self.messages, lambda: self.board, self)
        self.step_note = StepNote(self.player, self)
        middle = QWidget(self)
        self._middle = column = QVBoxLayout(middle)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.messages)
        column.addWidget(self.step_note)
        column.addWidget(self.board_view, 1)
        self.setCentralWidget(middle)
        self.adapting = AdaptingPanel(self.film, settings.arc_seconds, self)
        self.fan = FanControl(self.document, self.player, self.solver, settings, self)
        self.docks = Docks(self, self.player, self.adapting, self.influence, self.fan)
        self.status_line = StatusLine(self)
        self.statusBar().addWidget(self.status_line, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.menus = Menus(self, self.actions_)
        build_tool_bar(self, self.actions_, self.menus)
        self.setAcceptDrops(True)
        self.resize(1240, 880)

        self._fill_menus()
        self._fill_compare()
        self.tour = Tour(self, self)
        column.insertWidget(0, self.tour)
        self._connect()
        self._show_film(Change.CONTENT)
        self._show_file()
        geometry, state = settings.window
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
        self._make_room(size.width())
        self.resize(size)
        # Afterwards, for these panels are shown for what is open now, not for what was open last time.
        self._show_entries()
        self._show_arc_panel()

    @property
    def board(self) -> GridBoard:
        """The board of the shown puzzle's kind."""
        board = self.board_view.widget()
        assert isinstance(board, GridBoard)
        return board

    # Wiring

    def _connect(self) -> None:
        do, document, player = self.actions_, self.document, self.player
        do.new_sudoku.triggered.connect(partial(self.files.new, "sudoku"))
        do.new_maze.triggered.connect(partial(self.files.new, "maze"))
        do.new_arc.triggered.connect(partial(self.files.new, "arc"))
        do.open.triggered.connect(self.files.ask_open)
        do.browse_arc.triggered.connect(self._browse_arc)
        do.save.triggered.connect(lambda: self.files.save())
        do.save_as.triggered.connect(lambda: self.files.save_as())
        do.export_latents.triggered.connect(self.latents.ask)
        do.print.triggered.connect(self.printing.ask)
        do.print_all.triggered.connect(self.printing.ask_all)
        do.quit.triggered.connect(self.close)
        do.undo.triggered.connect(document.undo_stack.undo)
        do.redo.triggered.connect(document.undo_stack.redo)
        do.copy.triggered.connect(self.copy)
        do.paste.triggered.connect(self.paste)
        do.clear.triggered.connect(lambda: self.board.clear())
        do.preferences.triggered.connect(self._show_preferences)
        do.solve.triggered.connect(self._solve)
        do.stop.triggered.connect(self.solving.stop)
        do.keep_thinking.triggered.connect(self.solving.keep_thinking)
        do.more_views.triggered.connect(self.solving.try_more_views)
        do.try_starts.triggered.connect(self._try_starts)
        do.branch.triggered.connect(self._ask_branch)
        do.solve_many.triggered.connect(self.show_batch)
        do.play.triggered.connect(player.toggle)
        do.step_back.triggered.connect(player.step_back)
        do.step_forward.triggered.connect(player.step_forward)
        do.go_first.triggered.connect(player.go_first)
        do.go_last.triggered.connect(player.go_last)
        do.skip.triggered.connect(player.skip)
        do.compare_file.triggered.connect(self.comparing.ask)
        do.compare_systems.triggered.connect(self.systems.compare)
        do.inner_cycles.toggled.connect(self._show_inner_cycles)
        do.pencil_marks.toggled.connect(self._show_pencil_marks)
        do.overlay_z.triggered.connect(lambda on: self._show_overlay("z" if on else ""))
        do.overlay_y.triggered.connect(lambda on: self._show_overlay("y" if on else ""))
        do.arc_digits.toggled.connect(self._show_look)
        do.arc_safe.toggled.connect(self._show_look)
        do.zoom_in.triggered.connect(lambda: self.board.set_zoom(self.board.zoom * ZOOM_STEP))
        do.zoom_out.triggered.connect(lambda: self.board.set_zoom(self.board.zoom / ZOOM_STEP))
        do.zoom_fit.triggered.connect(lambda: self.board.set_zoom(1.0))
        do.tour.triggered.connect(self.start_tour)
        do.what.triggered.connect(lambda: show_what(self))
        do.shortcuts.triggered.connect(self._show_shortcuts)
        do.about.triggered.connect(lambda: show_about(self))
        self.board_view.addAction(do.play)

        self.docks.chooser.set_document(document)
        self.docks.chooser.chosen.connect(document.choose)
        self.docks.steps.cellChosen.connect(lambda row, column: self.board.show_cell((row, column)))
        document.entriesChanged.connect(self._show_entries)
        document.fileChanged.connect(self._show_file)
        document.undo_stack.indexChanged.connect(self._enable)
        document.undo_stack.indexChanged.connect(self._fill_compare)
        self.film.changed.connect(self._show_film)
        player.speedChanged.connect(self._keep_speed)
        player.playingChanged.connect(self._show_state)
        self.solving.changed.connect(self._show_state)
        self.exports.fan_lines = self.docks.fan_panel.chart.drawn
        self.fan.problem.connect(self.messages.say)
        self.fan.changed.connect(self._enable_starts)
        self.influence.changed.connect(self._show_influence)
        self.solver.warmed.connect(self._show_status)
        self.solver.runningChanged.connect(self._show_running)
        self.solver.fitted.connect(self.adapting.show_fitting)
        self.adapting.secondsChanged.connect(self._keep_arc_seconds)
        self.adapting.fitAgain.connect(self.solving.fit_again)
        self.adapting.answers.chosen.connect(self._show_answer)
        self.solving.problem.connect(self.messages.say)
        self.solving.branched.connect(self._compare_branch)
        self.files.problem.connect(self.messages.say)
        self.files.changedOutside.connect(self._offer_reload)
        self.files.recentChanged.connect(self._fill_recent)
        self.comparing.problem.connect(self.messages.say)
        self.systems.problem.connect(self.messages.say)
        self.systems.progress.connect(self._show_comparing)
        self.systems.ended.connect(self.messages.end_wait)
        self.systems.ended.connect(self._enable)
        self.exports.problem.connect(self.messages.say)
        self.latents.problem.connect(self.messages.say)
        self.printing.problem.connect(self.messages.say)
        self.printing.printed.connect(
            lambda where: self.statusBar().showMessage(self.tr("Printed to {where}").format(where=where), 5000)
        )
        for export in (self.exports, self.latents):
            export.exported.connect(
                lambda path: self.statusBar().showMessage(self.tr("Exported to {path}").format(path=path), 5000)
            )

    def _fill_menus(self) -> None:
        self._exports = fill_export(self.menus.export, self.exports.ask, self.exports.ask_plot)
        self.menus.export.addAction(self.actions_.export_latents)
        fill_samples(self.menus.samples, self.files.open)
        fill_generate(self.menus.generate, self.files.generate, self._ask_maze)
        fill_theme(self.menus.theme, self.settings.theme, self.set_theme)
        self.menus.panels.addActions([dock.toggleViewAction() for dock in self.docks.all])
        self.actions_.pencil_marks.setChecked(self.settings.pencil_marks)
        self._show_overlay(self.settings.overlay)
        self.actions_.arc_safe.setChecked(self.settings.arc_safe_colours)
        self.actions_.arc_digits.setChecked(self.settings.arc_digits)
        self._fill_recent()

    @Slot()
    def _fill_recent(self) -> None:
        def forget() -> None:
            self.settings.forget_recent()
            self._fill_recent()

        fill_recent(self.menus.recent, self.settings.recent, self.files.open, forget)

    @Slot()
    def _fill_compare(self) -> None:
        self.comparing.fill(self.menus.compare)
        self.actions_.compare_file.setEnabled(self.comparing.can_compare)

    # What is shown

    @Slot()
    def _show_entries(self) -> None:
        self.docks.puzzles.setVisible(len(self.document.entries) > 1)
        self.messages.clear()

    def _show_arc_panel(self) -> None:
        self.docks.adapting.setVisible(self.document.content.kind == ArcPuzzle.kind)

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
        board = self.board_view.widget()
        if not isinstance(board, GridBoard) or self._board_kind != content.kind:
            self._show_board(content.kind)
            self._show_arc_panel()
        puzzle = self.film.puzzle
        # It forgets its cell while there is a draft; the board does not, but a new board has none.
        cell = self.board.recorded(self.board.selected) or (-1, -1)
        self.docks.inspector.set_cell(*cell)
        self.influence.set_cell(*cell)
        self._warnings = ()
        if puzzle is not None:
            self.background.run(lambda _: (puzzle, puzzle.warnings()), self._warn, self.messages.say)

    def _show_board(self, kind: str) -> None:
        board = new_board(kind, self.film)
        self._board_kind = kind
        self._dress_arc(board)
        board.set_pencil_marks(self.actions_.pencil_marks.isChecked())
        board.set_flashing(self.settings.flash)
        board.set_overlay(self.settings.overlay)
        board.edited.connect(self.document.edit)
        self.reading.attend(board)
        board.cellHovered.connect(self.docks.inspector.hover_cell)
        board.cellSelected.connect(self.docks.inspector.set_cell)
        board.cellSelected.connect(self.influence.set_cell)
        if isinstance(board, ArcBoard):
            board.testWanted.connect(self._choose_test)
        if self._tool_row is not None:
            # At once: it must not be pressed once its board is gone.
            self._tool_row.hide()
            self._tool_row.deleteLater()
        self._tool_row = board.tool_row()
        if self._tool_row is not None:
            self._middle.insertWidget(1, self._tool_row)
        self.board_view.set_board(board)
        self.menus.show_board_edits(board.edit_actions())
        board.setFocus()

    def _warn(self, found: tuple[Puzzle, tuple[Message, ...]]) -> None:
        puzzle, warnings = found
        if puzzle is self.document.content:
            self._warnings = warnings
            self._show_status()

    @Slot()
    def _show_state(self) -> None:
        self._show_status()
        self._enable()

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
                warnings=self._warnings,
            )
        )

    @Slot()
    def _enable(self) -> None:
        do, stack, running = self.actions_, self.document.undo_stack, self.solving.running
        if self.board.editable == running:
            self.board.set_editable(not running)
        do.undo.setEnabled(stack.canUndo() and not running)
        do.redo.setEnabled(stack.canRedo() and not running)
        do.undo.setText(self.tr("&Undo {what}").format(what=stack.undoText()).rstrip())
        do.redo.setText(self.tr("&Redo {what}").format(what=stack.redoText()).rstrip())
        do.undo.setIconText(self.tr("Undo"))
        do.redo.setIconText(self.tr("Redo"))
        for action in (do.clear, *self.board.edit_actions()):
            action.setEnabled(not running)
        do.print_all.setEnabled(len(self.document.entries) > 1)
        do.solve.setEnabled(self.solving.can_solve)
        do.stop.setEnabled(running and not self.solver.stopping)
        do.stop.setText(self.tr("Stopping…") if self.solver.stopping else self.tr("S&top"))
        if self.solver.stopping:
            self.adapting.stopping()
        self._enable_starts()
        for action in (do.keep_thinking, do.more_views):
            action.setEnabled(self.solving.can_go_on)
        do.branch.setEnabled(self.solving.can_branch)
        do.compare_systems.setEnabled(self.systems.can_compare)
        do.export_latents.setEnabled(self.latents.possible and not running)
        for action in (do.play, do.step_back, do.step_forward, do.go_first, do.go_last):
            action.setEnabled(bool(self.film.length))
        # Otherwise its keys are the board's and the lists'.
        do.skip.setEnabled(self.player.watching or bool(self.film.waiting))
        for form, action in self._exports:
            fits = form.kind in ("", self.document.content.kind)
            action.setEnabled(fits and (self.document.trace is not None or not form.needs_trace))

    @Slot()
    def _enable_starts(self) -> None:
        possible = self.fan.possible and not self.fan.asking and self.solving.can_solve
        self.actions_.try_starts.setEnabled(possible)

    @Slot()
    def _show_file(self) -> None:
        # Qt takes “[*]” for the mark of changes, and two of them for the text.
        self.setWindowTitle(f"{quoted(self.document.name).replace('[*]', '[*][*]')}[*] – Ponder")
        self.setWindowModified(self.document.modified)
        self.setWindowFilePath(str(self.document.path or ""))

    # What can be done

    @Slot()
    def _solve(self) -> None:
        self.messages.clear()
        self.solving.solve()

    @Slot()
    def _ask_branch(self) -> None:
        dialog = BranchDialog(self.film, self.board.recorded(self.board.selected), self)
        dialog.chosen.connect(self.solving.branch)
        dialog.open()

    @Slot(object)
    def _compare_branch(self, origin: Trace) -> None:
        self.comparing.compare(self.tr("Without the branch"), origin)

    @Slot(str)
    def _show_comparing(self, words: str) -> None:
        self.messages.wait(words, self.systems.cancel)
        self.actions_.compare_systems.setEnabled(False)

    @Slot()
    def show_batch(self) -> None:
        """Show the window that solves many puzzles."""
        if self.batch is None:
            self.batch = BatchWindow(self.document, self.threads, self.solving.new_solve, self)
            self.batch.opened.connect(self._open_entry)
        self.batch.show()
        self.batch.raise_()
        self.batch.activateWindow()

    @Slot(Entry)
    def _open_entry(self, entry: Entry) -> None:
        def show() -> None:
            self.document.replace([entry])
            self.raise_()
            self.activateWindow()

        self.files.if_saved(show)

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

    @Slot(bool)
    def _show_pencil_marks(self, shown: bool) -> None:
        self.settings.pencil_marks = shown
        if self.board_view.widget() is not None:
            self.board.set_pencil_marks(shown)

    def _show_overlay(self, latent: Latent) -> None:
        self.settings.overlay = latent
        self.actions_.overlay_z.setChecked(latent == "z")
        self.actions_.overlay_y.setChecked(latent == "y")
        if self.board_view.widget() is not None:
            self.board.set_overlay(latent)

    @Slot()
    def _show_look(self) -> None:
        """Paint ARC grids as the View menu says."""
        self.settings.arc_digits = self.actions_.arc_digits.isChecked()
        self.settings.arc_safe_colours = self.actions_.arc_safe.isChecked()
        if self.board_view.widget() is not None:
            self._dress_arc(self.board)

    def _dress_arc(self, board: GridBoard) -> None:
        digits, safe_colours = self.settings.arc_digits, self.settings.arc_safe_colours
        board.set_look(digits=digits, safe_colours=safe_colours)
        self.adapting.answers.set_options(PaintOptions(safe_colours=safe_colours))

    @Slot(bool)
    def _show_running(self, running: bool) -> None:
        if running and self.document.content.kind == ArcPuzzle.kind:
            self.adapting.begin()
        else:
            self.adapting.end()

    @Slot()
    def _show_influence(self) -> None:
        if self.board_view.widget() is not None:
            self.board.set_influence(self.influence.found)

    @Slot(int)
    def _keep_arc_seconds(self, seconds: int) -> None:
        self.settings.arc_seconds = seconds

    @Slot(int)
    def _show_answer(self, view: int) -> None:
        """Go to where the recording of one answer ends."""
        film = self.player.film.refinements
        there = [position for position, refinement in enumerate(film) if refinement.view == view]
        if there:
            self.player.go_to(there[-1])

    @Slot(int)
    def _choose_test(self, number: int) -> None:
        # A solve under way is of all test inputs; what it finds is to be seen beside the one that was shown.
        if not self.solving.running:
            self.document.choose_test(number)

    @Slot()
    def start_tour(self) -> None:
        """Take the tour with the samples, once what is open is saved or given up."""

        def go() -> None:
            self.document.replace(starting_entries())
            self.tour.start()

        self.files.if_saved(go)

    @Slot()
    def _try_starts(self) -> None:
        self.docks.fan.show()
        self.docks.fan.raise_()
        self.fan.ask()

    @Slot(float)
    def _keep_speed(self, speed: float) -> None:
        self.settings.speed = speed

    @Slot(tuple)
    def _keep_hidden_curves(self, names: tuple[str, ...]) -> None:
        self.settings.hidden_curves = names

    @Slot()
    def _show_shortcuts(self) -> None:
        others = [self._exports[0][1], self.messages.dismiss, *self.board.edit_actions()]
        show_shortcuts(self, self.actions_, others)

    @Slot()
    def _show_preferences(self) -> None:
        preferences = Preferences(self.settings, self.solver, self.background, self.document.content.kind, self)
        preferences.accepted.connect(self._take_preferences)
        preferences.open()

    @Slot()
    def _take_preferences(self) -> None:
        self.board.set_flashing(self.settings.flash)
        self.player.paced = self.settings.paced

    @Slot()
    def _ask_maze(self) -> None:
        dialog = MazeDialog(self.document.content, self)
        dialog.chosen.connect(self.files.generate)
        dialog.open()

    @Slot()
    def _browse_arc(self) -> None:
        options = PaintOptions(safe_colours=self.settings.arc_safe_colours)
        browser = ArcBrowser(self.background, options, self)
        browser.chosen.connect(self._open_arc)
        browser.open()

    @Slot(ArcTask)
    def _open_arc(self, task: ArcTask) -> None:
        self._open_entry(Entry(task.name, ArcPuzzle(task)))

    @Slot(object)
    def _offer_reload(self, path: Path) -> None:
        words = self.tr("Another program has changed “{name}”.").format(name=quoted(path.name))
        if self.document.worth_asking:
            words += " " + self.tr("Your own changes are lost if you reload it.")
        self.messages.offer(words, {self.tr("Reload"): lambda: self.files.reload(path)}, self.tr("Keep What Is Open"))

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
        """As `open_asked`; of several files, the last stays open."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        for file in files[-1:]:
            self.files.open(Path(file))

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room(self.width())

    def _make_room(self, width: int) -> None:
        narrow, loop = width < NARROW, self.docks.loop
        if narrow and not loop.isHidden():
            # Else there would be no room for the board.
            loop.hide()
            self._made_room = True
        elif not narrow and self._made_room:
            loop.show()
            self._made_room = False

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            # After the event, so that what was painted has reached the screen.
            QTimer.singleShot(0, self, self._after_first_paint)
        return handled

    @Slot()
    def _after_first_paint(self) -> None:
        self.painted.emit()
        self._class_making.go_on()

    def _import_plot(self) -> None:
        self.threads.start()
        # Its import would hold the window up for several frames.
        self.background.run(
            lambda _: importlib.import_module("app.panels.confidence_plot"), self._after_import, self.messages.say
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
        self._fill_compare()
        self._enable()
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
        if not self._closing and self.document.worth_asking:
            event.ignore()
            self.files.if_saved(self._close_now)
            return
        # First of all, so that another start never waits for this one.
        self.closing.emit()
        self.settings.window = (self.saveGeometry(), self.saveState())
        self.settings.sync()
        self.player.pause()
        # Threads end after their current evaluation; the window should be gone before that.
        self.hide()
        if self.batch is not None:
            self.batch.shut()
        self.comparing.close()
        self.systems.cancel()
        self.systems.ask_to_end()
        self._class_making.stop()
        self.files.close()
        self.solver.ask_to_end()
        self.threads.ask_to_end()
        self.ended = self._wait()
        self.garbage.stop()
        event.accept()

    def _wait(self) -> bool:
        """For all threads to end, within the patience that there is; tells whether they have."""
        began, ended = time.monotonic(), True
        threads: list[Solver | BatchRun | Threads | SystemsControl] = [self.solver, self.threads, self.systems]
        if self.batch is not None:
            threads.append(self.batch.run)
        for each in threads:
            left = None if self._patience is None else max(self._patience - (time.monotonic() - began), 0.0)
            ended &= each.wait(left)
        return ended

    def _close_now(self) -> None:
        self._closing = True
        self.close()
