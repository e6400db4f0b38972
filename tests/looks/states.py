"""Every state, panel and dialog of the window, reached without a network, so that a walk through them is quick."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

from app.arc.fitting import Fitting, StoppedFit
from app.documents.draft import Draft
from app.documents.entry import Entry
from app.documents.own_output import OwnOutputs
from app.solving.questions import Question
from app.window.main_window import MainWindow
from app.window.preferences import Preferences
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.trace.influence import Evidence, Influence
from tests.arc_tasks import arc_guesses, arc_puzzle, arc_trace
from tests.traces import maze_puzzle, maze_trace, sudoku_puzzle, sudoku_trace

IMPOSSIBLE = ".....5.8....6.1.43..........1.5........1.6...3.......553.....61........4........."
LONG = "A sentence that is as long as messages are when they name a file: “results of a long night.ponder”, say."

State = Callable[[MainWindow], None]


def _open(window: MainWindow, *entries: Entry) -> None:
    window.document.replace(entries)
    window.board.select(None)


def empty(window: MainWindow) -> None:
    _open(window, Entry("Untitled", SudokuPuzzle((0,) * 81)))


def solving(window: MainWindow) -> None:
    _open(window, Entry("Sudoku", sudoku_puzzle()))
    window.solver.solve = lambda solve: None  # type: ignore[method-assign]
    window.actions_.solve.trigger()
    for refinement in sudoku_trace(steps=5, solved=False):
        window.solver.refined.emit(refinement)


def solved(window: MainWindow) -> None:
    _open(window, Entry("Sudoku", sudoku_puzzle(), sudoku_trace()), Entry("Maze", maze_puzzle(), maze_trace()))
    window.player.go_last()
    window.board.select((0, 2))


def failed(window: MainWindow) -> None:
    _open(window, Entry("Sudoku", sudoku_puzzle(), sudoku_trace(solved=False)))
    window.player.go_last()


def many_steps(window: MainWindow) -> None:
    _open(window, Entry("Sudoku", sudoku_puzzle(), sudoku_trace(steps=128, solved=False)))
    window.player.go_last()


def contradictory(window: MainWindow) -> None:
    _open(window, Entry("Sudoku", sudoku_puzzle()))
    window.document.edit(Draft.of(sudoku_puzzle(), {(0, 0): 9}), "type")


def unsolvable(window: MainWindow) -> None:
    puzzle = SudokuPuzzle.from_json({"kind": "sudoku", "givens": IMPOSSIBLE})
    trace = replace(sudoku_trace(solved=False), puzzle=puzzle)
    _open(window, Entry("Sudoku", puzzle, trace))
    window.solving.warnings = puzzle.warnings()
    window.player.go_last()


def maze(window: MainWindow) -> None:
    _open(window, Entry("Maze", maze_puzzle(), maze_trace()))
    window.player.go_last()


def arc(window: MainWindow) -> None:
    _open(window, Entry("recolour", arc_puzzle()))


def fitting(window: MainWindow) -> None:
    arc(window)
    window.adapting.begin()
    window.adapting.show_fitting(Fitting(1234, tuple(1 / n for n in range(1, 60)), 0.75, 0.4, 75.0, held_out=0.5))


def guess(window: MainWindow) -> None:
    trace = arc_trace()
    trace.guesses = arc_guesses(trace, 60)
    window.adapting.show_stopped(None, votable=False)
    window.adapting.begin()
    window.adapting.end()
    _open(window, Entry("recolour", arc_puzzle(), trace))
    window.player.go_to_guess(50)


def stopped(window: MainWindow) -> None:
    window.adapting.end()
    arc(window)
    window.adapting.show_fitting(Fitting(1234, tuple(1 / n for n in range(1, 1200)), 0.75, 0.4, 75.0, held_out=0.5))
    window.adapting.show_stopped(StoppedFit(arc_puzzle().task, 1234, 312.0), votable=True)


def why(window: MainWindow) -> None:
    """The answer is made up, and given as the network gives it."""
    _open(window, Entry("Sudoku", sudoku_puzzle(), sudoku_trace()))
    window.player.go_last()
    window.board.select((0, 2))
    asked: list[Question] = []
    ask = window.solver.ask
    window.solver.ask = asked.append  # type: ignore[method-assign]
    window.docks.influence.button.click()
    while not asked:
        QApplication.processEvents()
    window.solver.ask = ask  # type: ignore[method-assign]
    cells = ((0, 6), (1, 3), (3, 0))
    step = sudoku_trace().refinements[-1].step
    evidence = tuple(Evidence(cell, 0.31, 4) for cell in cells)
    found = Influence((0, 2), 0, step, 2, 2, 0.77, np.zeros((9, 9)), evidence, cells, 4)
    window.solver.answered.emit(asked[0], found)


def voted(window: MainWindow) -> None:
    window.adapting.end()
    _open(window, Entry("recolour", arc_puzzle(), arc_trace()))
    window.player.go_last()


def own_output(window: MainWindow) -> None:
    """An ARC output of one's own beside the model's, with two cells of other colours."""
    _open(window, Entry("recolour", arc_puzzle(), arc_trace()))
    window.guessing.choose(True)
    own = OwnOutputs.none(arc_puzzle().task).with_output(0, ((2, 3, 0), (8, 0, 5)))
    window.document.set_guess(own, "paint")
    window.player.go_last()


def message(window: MainWindow) -> None:
    window.influence.wanted = False
    solved(window)
    window.messages.offer(LONG, {"Restore": lambda: None, "Discard": lambda: None}, "Decide Later")


def tour(window: MainWindow) -> None:
    window.messages.clear()
    _open(window, Entry("Sudoku", sudoku_puzzle()))
    window.tour.start()


STATES: dict[str, State] = {
    "empty": empty,
    "solved": solved,
    "failed": failed,
    "many steps": many_steps,
    "contradictory": contradictory,
    "unsolvable": unsolvable,
    "maze": maze,
    "arc": arc,
    "fitting": fitting,
    "stopped": stopped,
    "guess": guess,
    "voted": voted,
    "own output": own_output,
    "why": why,
    "message": message,
    "tour": tour,
    # The last, for what it puts in the solver's place stays.
    "solving": solving,
}


def _triggered(name: str) -> Callable[[MainWindow], None]:
    return lambda window: getattr(window.actions_, name).trigger()


def import_failed(window: MainWindow) -> None:
    window.actions_.preferences.trigger()
    dialog = window.findChildren(Preferences)[-1]
    dialog.tabs.setCurrentWidget(dialog.checkpoints)
    bring_in = window.solver.bring_in
    window.solver.bring_in = lambda job: None  # type: ignore[method-assign]
    dialog.checkpoints.bring_in(Path("step_100"))
    window.solver.bring_in = bring_in  # type: ignore[method-assign]
    window.solver.importFailed.emit(dialog.checkpoints._job, LONG, "")


DIALOGS: dict[str, Callable[[MainWindow], None]] = {
    "preferences": _triggered("preferences"),
    "import failed": import_failed,
    "solve many": _triggered("solve_many"),
    "branch": _triggered("branch"),
    "browse ARC": _triggered("browse_arc"),
    "what am I seeing": _triggered("what"),
    "shortcuts": _triggered("shortcuts"),
    "about": _triggered("about"),
    "comparison": lambda window: window.comparing.compare("Earlier", sudoku_trace(seed=3, solved=False)),
    "unsaved": lambda window: window.files.if_saved(lambda: None),
}


def prepare_dialogs(window: MainWindow) -> None:
    """What every dialog can be opened over: a solved Sudoku that was pasted."""
    window.tour.end()
    _open(window, Entry("Sudoku", sudoku_puzzle(), sudoku_trace()))
    window.document.add(Entry("Pasted", sudoku_puzzle(), sudoku_trace(), by_hand=True), "Paste")
    window.player.go_last()
    window.board.select((0, 2))


@contextmanager
def opened(window: MainWindow, name: str) -> Iterator[QWidget | None]:
    """The dialog; None where it did not open."""
    before = {id(each) for each in QApplication.topLevelWidgets() if each.isVisible()}
    DIALOGS[name](window)
    QApplication.processEvents()
    dialogs = [each for each in QApplication.topLevelWidgets() if each.isVisible() and id(each) not in before]
    try:
        yield dialogs[0] if dialogs else None
    finally:
        for each in dialogs:
            each.done(0) if isinstance(each, QDialog) else each.close()
        QApplication.processEvents()


def panels(window: MainWindow) -> list[QDockWidget]:
    """Those that share their place with another, which hides them until they are raised."""
    return [dock for dock in window.docks.all if dock.isVisible() and window.tabifiedDockWidgets(dock)]
