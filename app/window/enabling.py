"""Which of the window's actions can be used now."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app.exporting.exports import ExportFormat
from app.window.parts import WindowParts
from app.words.advice import Offered


class Enabling(QObject):
    """Looks at what is open, shown and running, each time one of them has changed."""

    def __init__(self, window: WindowParts, exports: list[tuple[ExportFormat, QAction]]) -> None:
        """`exports` are the formats of File ▸ Export, each with its action."""
        super().__init__(window)
        self._window = window
        self._exports = exports

    @Slot()
    def update(self) -> None:
        """Enable what can be used, and disable everything else."""
        window, do = self._window, self._window.actions_
        stack, running, board = window.document.undo_stack, window.solving.running, window.board
        if board.editable == running:
            board.set_editable(not running)
        do.undo.setEnabled(stack.canUndo() and not running)
        do.redo.setEnabled(stack.canRedo() and not running)
        do.undo.setText(self.tr("&Undo {what}").format(what=stack.undoText()).rstrip())
        do.redo.setText(self.tr("&Redo {what}").format(what=stack.redoText()).rstrip())
        do.undo.setIconText(self.tr("Undo"))
        do.redo.setIconText(self.tr("Redo"))
        for action in (do.clear, *board.edit_actions()):
            action.setEnabled(not running)
        do.print_all.setEnabled(len(window.document.entries) > 1)
        do.solve.setEnabled(window.solving.can_solve)
        do.stop.setEnabled(running and not window.solver.stopping)
        do.stop.setText(self.tr("Stopping…") if window.solver.stopping else self.tr("S&top"))
        votable = window.solving.can_vote_now and not window.solver.stopping
        do.vote_now.setEnabled(votable)
        window.adapting.show_stopped(window.solving.shown_stopped_fit, votable=votable)
        if window.solver.stopping:
            window.adapting.stopping()
        self.update_starts()
        for action in (do.keep_thinking, do.more_views):
            action.setEnabled(window.solving.can_go_on)
        do.branch.setEnabled(window.solving.can_branch)
        do.compare_systems.setEnabled(window.systems.can_compare)
        do.export_latents.setEnabled(window.latents.possible and not running)
        for action in (do.play, do.step_back, do.step_forward, do.go_first, do.go_last):
            action.setEnabled(bool(window.film.length or window.film.guesses))
        # Otherwise its keys are the board's and the lists'.
        do.skip.setEnabled(window.player.watching or bool(window.film.waiting))
        for form, action in self._exports:
            fits = form.kind in ("", window.document.content.kind)
            action.setEnabled(fits and (window.document.trace is not None or not form.needs_trace))

    @Slot()
    def update_starts(self) -> None:
        """Of *Try 16 Starts* alone, which changes with each answer about them."""
        self._window.actions_.try_starts.setEnabled(self.offered.starts)

    @property
    def offered(self) -> Offered:
        """What can be tried after a solve that has failed."""
        window, trace = self._window, self._window.document.trace
        return Offered(
            go_on=window.solving.can_go_on,
            starts=window.fan.possible and not window.fan.asking and window.solving.can_solve,
            branch=trace is not None and bool(trace.branches) and window.document.undo_stack.canUndo(),
        )
