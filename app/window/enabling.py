"""Which of the window's actions can be used now."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app.documents.guess import can_guess
from app.exporting.exports import ExportFormat
from app.panels.influence import refusal_words
from app.window.allowing import allow
from app.window.parts import WindowParts
from app.words import why_not as why
from app.words.advice import Offered
from app.words.playback import kind_word
from solver.puzzles.arc.puzzle import ArcPuzzle


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
        busy = why.stop_first() if running else ""
        allow(do.undo, stack.canUndo() and not running, busy or why.nothing_to_undo())
        allow(do.redo, stack.canRedo() and not running, busy or why.nothing_to_redo())
        do.undo.setText(self.tr("&Undo {what}").format(what=stack.undoText()).rstrip())
        do.redo.setText(self.tr("&Redo {what}").format(what=stack.redoText()).rstrip())
        do.undo.setIconText(self.tr("Undo"))
        do.redo.setIconText(self.tr("Redo"))
        for action in (do.clear, *board.edit_actions()):
            allow(action, not running, busy)
        allow(do.print_all, len(window.document.entries) > 1, why.one_puzzle())
        allow(do.solve, window.solving.can_solve, busy or why.correct_first())
        allow(do.stop, running and not window.solver.stopping, why.nothing_to_stop())
        do.stop.setText(self.tr("Stopping…") if window.solver.stopping else self.tr("S&top"))
        votable = window.solving.can_vote_now and not window.solver.stopping
        allow(do.vote_now, votable, why.no_vote())
        window.adapting.show_stopped(window.solving.shown_stopped_fit, votable=votable)
        if window.solver.stopping:
            window.adapting.stopping()
        self.update_starts()
        untried = busy or (why.solve_first() if window.document.trace is None else "")
        for action in (do.keep_thinking, do.more_views):
            allow(action, window.solving.can_go_on, untried or why.nothing_to_go_on())
        allow(do.branch, window.solving.can_branch, untried or why.no_branch())
        allow(do.compare_systems, window.systems.can_compare, busy or why.no_pair())
        allow(do.compare_file, window.comparing.can_compare, untried)
        window.menus.compare.setEnabled(not window.menus.compare.isEmpty())
        allow(window.menus.compare.menuAction(), not window.menus.compare.isEmpty(), untried or why.solve_twice())
        allow(do.export_latents, window.latents.possible and not running, why.no_latents())
        for action in (do.play, do.step_back, do.step_forward, do.go_first, do.go_last):
            allow(action, bool(window.film.length or window.film.guesses), why.solve_first())
        # Otherwise its keys are the board's and the lists'.
        allow(do.skip, window.player.watching or bool(window.film.waiting), why.nothing_to_stop())
        can_be_guessed = can_guess(window.document.content)
        allow(do.guess, can_be_guessed, why.no_guess())
        allow(do.clear_guess, window.guessing.guessed, why.no_entries() if can_be_guessed else why.no_guess())
        self.update_why()
        for form, action in self._exports:
            fits = form.kind in ("", window.document.content.kind)
            recorded = window.document.trace is not None or not form.needs_trace
            allow(action, fits and recorded, why.solve_first() if fits else why.other_kind(kind_word(form.kind)))

    @Slot()
    def update_why(self) -> None:
        """Of *Why This Value?* alone, which changes with the selected cell."""
        asked = self._window.influence
        action = self._window.actions_.why
        action.setChecked(asked.wanted)
        allow(action, asked.possible or asked.wanted, refusal_words(asked))

    @Slot()
    def update_starts(self) -> None:
        """Of *Try 16 Starts* alone, which changes with each answer about them."""
        window = self._window
        if window.document.content.kind == ArcPuzzle.kind:
            reason = why.no_starts_in_arc()
        elif window.fan.asking:
            reason = why.trying()
        else:
            reason = why.stop_first() if window.solving.running else why.correct_first()
        for each in (window.actions_.try_starts, window.docks.fan_panel.ask):
            allow(each, self.offered.starts, reason)

    @property
    def offered(self) -> Offered:
        """What can be tried after a solve that has failed."""
        window, trace = self._window, self._window.document.trace
        return Offered(
            go_on=window.solving.can_go_on,
            starts=window.fan.possible and not window.fan.asking and window.solving.can_solve,
            branch=trace is not None and bool(trace.branches) and window.document.undo_stack.canUndo(),
        )
