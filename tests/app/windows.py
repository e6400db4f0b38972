"""A real window for tests, made and closed as the program does it."""

from app.documents.entry import Entry
from app.window.main_window import MainWindow
from app.window.settings import Settings
from solver.model.bundled import bundled_checkpoints


def open_window(qtbot, settings: Settings, content, *, paced: bool = False, guessing: bool = False) -> MainWindow:
    """A painted window that shows `content`, and closes without a question when the test ends.

    A solve is shown as fast as it is computed, unless `paced`. Typing and drawing change the puzzle, unless `guessing`.
    """
    settings.paced = paced
    window = MainWindow(Entry("Test", content, passing=True), settings)
    qtbot.addWidget(window, before_close_func=leave_nothing_to_save)
    with qtbot.waitSignal(window.painted):
        window.show()
    qtbot.waitUntil(lambda: window.docks.plot.widget().metaObject().className() == "ConfidencePlot")
    window.guessing.choose(guessing)
    return window


def leave_nothing_to_save(window: MainWindow) -> None:
    window.document.settle()


def choose_swift(settings: Settings) -> None:
    """Let the swift network alone solve Sudokus, for tests that count refinements and views."""
    settings.set_checkpoint("sudoku", bundled_checkpoints()["sudoku"])
