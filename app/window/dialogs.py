"""The dialogs and further windows that a menu opens.

Each is imported when it is first opened, for all of them together would delay the first window.
"""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app.boards.painting import PaintOptions
from app.documents.entry import Entry
from app.window.parts import WindowParts
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask


class Dialogs(QObject):
    """Each method opens one over the window, and connects what is chosen in it."""

    def __init__(self, window: WindowParts, picture_action: QAction) -> None:
        """`picture_action` exports the board's picture; the list of shortcuts names it."""
        super().__init__(window)
        self._window = window
        self._picture_action = picture_action

    @Slot()
    def ask_branch(self) -> None:
        """Let another solve go on from the refinement shown."""
        from app.solving.branch_dialog import BranchDialog

        window = self._window
        dialog = BranchDialog(window.film, window.board.recorded(window.board.selected), window)
        dialog.chosen.connect(window.solving.branch)
        dialog.open()

    @Slot()
    def show_batch(self) -> None:
        """Show the window that solves many puzzles."""
        from app.batch.window import BatchWindow

        window = self._window
        if window.batch is None:
            window.batch = BatchWindow(window.document, window.threads, window.solving.new_solve, window)
            window.batch.opened.connect(self._open_entry)
        window.batch.show()
        window.batch.raise_()
        window.batch.activateWindow()

    @Slot()
    def ask_maze(self) -> None:
        """Generate a maze of another size."""
        from app.window.maze_dialog import MazeDialog

        dialog = MazeDialog(self._window.document.content, self._window)
        dialog.chosen.connect(self._window.files.generate)
        dialog.open()

    @Slot()
    def browse_arc(self) -> None:
        """Choose an ARC task out of many."""
        from app.arc.browser import ArcBrowser

        options = PaintOptions(safe_colours=self._window.settings.arc_safe_colours)
        browser = ArcBrowser(self._window.background, options, self._window)
        browser.chosen.connect(self._open_arc)
        browser.open()

    @Slot()
    def show_preferences(self) -> None:
        """Show the preferences, and take them over."""
        from app.window.preferences import Preferences

        window = self._window
        kind = window.document.content.kind
        preferences = Preferences(window.settings, window.solver, window.background, kind, window)
        preferences.accepted.connect(self._take_preferences)
        preferences.open()

    @Slot()
    def show_what(self) -> None:
        """Help: what is seen."""
        from app.window.help import show_what

        show_what(self._window)

    @Slot()
    def show_shortcuts(self) -> None:
        """Help: every shortcut of the window and of the shown board."""
        from app.window.help import show_shortcuts

        window = self._window
        others = [self._picture_action, window.messages.dismiss, *window.board.edit_actions()]
        show_shortcuts(window, window.actions_, others)

    @Slot()
    def show_about(self) -> None:
        """Help: Ponder and its models."""
        from app.window.help import show_about

        show_about(self._window)

    @Slot()
    def _take_preferences(self) -> None:
        self._window.board.set_flashing(self._window.settings.flash)
        self._window.player.paced = self._window.settings.paced

    @Slot(ArcTask)
    def _open_arc(self, task: ArcTask) -> None:
        self._open_entry(Entry(task.name, ArcPuzzle(task)))

    @Slot(Entry)
    def _open_entry(self, entry: Entry) -> None:
        window = self._window
        window.document.show_or_add(entry, self.tr("Open"))
        window.raise_()
        window.activateWindow()
