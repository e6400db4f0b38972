"""Which signal does what: the window's actions, and what its parts tell each other."""

from functools import partial

from app.window.dialogs import Dialogs
from app.window.enabling import Enabling
from app.window.parts import WindowParts
from solver.puzzles.arc.puzzle import ArcPuzzle


def connect_actions(window: WindowParts, dialogs: Dialogs) -> None:
    """What each action does; those of the View menu are connected by `Looks`."""
    do, document, player = window.actions_, window.document, window.player
    do.new_sudoku.triggered.connect(partial(window.files.new, "sudoku"))
    do.new_maze.triggered.connect(partial(window.files.new, "maze"))
    do.new_arc.triggered.connect(partial(window.files.new, "arc"))
    do.open.triggered.connect(window.files.ask_open)
    do.browse_arc.triggered.connect(dialogs.browse_arc)
    do.save.triggered.connect(lambda: window.files.save())
    do.save_as.triggered.connect(lambda: window.files.save_as())
    do.export_latents.triggered.connect(window.latents.ask)
    do.print.triggered.connect(window.printing.ask)
    do.print_all.triggered.connect(window.printing.ask_all)
    do.close_puzzle.triggered.connect(window.closing_puzzles.close_shown)
    do.quit.triggered.connect(window.close)

    do.undo.triggered.connect(document.undo_stack.undo)
    do.redo.triggered.connect(document.undo_stack.redo)
    do.clear.triggered.connect(window.guessing.clear)
    do.preferences.triggered.connect(dialogs.show_preferences)

    do.stop.triggered.connect(window.solving.stop)
    do.vote_now.triggered.connect(window.solving.vote_now)
    do.keep_thinking.triggered.connect(window.solving.keep_thinking)
    do.more_views.triggered.connect(window.solving.try_more_views)
    do.branch.triggered.connect(dialogs.ask_branch)
    do.why.triggered.connect(window.influence.press)
    do.try_starts.triggered.connect(partial(_try_starts, window))
    do.solve_many.triggered.connect(dialogs.show_batch)

    do.play.triggered.connect(player.toggle)
    do.step_back.triggered.connect(player.step_back)
    do.step_forward.triggered.connect(player.step_forward)
    do.go_first.triggered.connect(player.go_first)
    do.go_last.triggered.connect(player.go_last)
    do.skip.triggered.connect(player.skip)
    do.compare_file.triggered.connect(window.comparing.ask)
    do.compare_systems.triggered.connect(window.systems.compare)

    do.what.triggered.connect(dialogs.show_what)
    do.shortcuts.triggered.connect(dialogs.show_shortcuts)
    do.about.triggered.connect(dialogs.show_about)
    window.board_view.addAction(do.play)


def _try_starts(window: WindowParts) -> None:
    window.docks.fan.show()
    window.docks.fan.raise_()
    window.fan.ask()


def _ask_why(window: WindowParts) -> None:
    window.influence.wanted = True


def connect_parts(window: WindowParts, enabling: Enabling) -> None:
    """What the parts tell each other; what the window itself shows of it is connected by the window."""
    document, docks, say = window.document, window.docks, window.messages.say
    docks.chooser.set_document(document)
    docks.chooser.chosen.connect(document.choose)
    docks.chooser.closed.connect(window.closing_puzzles.close)
    docks.steps.cellChosen.connect(lambda row, column: window.board.show_cell((row, column)))
    docks.steps.whyWanted.connect(partial(_ask_why, window))
    window.exports.influence = lambda: window.influence.found
    window.exports.fan_lines = docks.fan_panel.chart.drawn
    window.fan.changed.connect(enabling.update_starts)
    window.systems.ended.connect(window.messages.end_wait)
    window.systems.ended.connect(enabling.update)
    window.fan.problem.connect(say)
    window.solving.problem.connect(say)
    window.guessing.problem.connect(say)
    window.guessing.said.connect(lambda words: window.statusBar().showMessage(words, 5000))
    window.files.problem.connect(say)
    window.solver.warmed.connect(window.garbage.keep_loaded)
    window.comparing.problem.connect(say)
    window.systems.problem.connect(say)
    window.exports.problem.connect(say)
    window.latents.problem.connect(say)
    window.printing.problem.connect(say)


def connect_arc(window: WindowParts) -> None:
    """What the panel of fitting and voting shows and asks for."""

    def show_running(running: bool) -> None:
        # A branch asks the network that is fitted already.
        if running and window.document.content.kind == ArcPuzzle.kind and not window.solving.branching:
            window.adapting.begin()
        else:
            window.adapting.end()

    def keep_seconds(seconds: int) -> None:
        window.settings.arc_seconds = seconds

    def show_answer(view: int) -> None:
        """Go to where the recording of one answer ends."""
        film = window.film.refinements
        there = [position for position, refinement in enumerate(film) if refinement.view == view]
        if there:
            window.player.go_to(there[-1])

    window.solver.runningChanged.connect(show_running)
    window.solver.fitted.connect(window.adapting.show_fitting)
    window.adapting.secondsChanged.connect(keep_seconds)
    window.adapting.fitAgain.connect(window.solving.fit_again)
    window.adapting.goOn.connect(window.solving.solve)
    window.adapting.voteNow.connect(window.solving.vote_now)
    window.adapting.answers.chosen.connect(show_answer)
