"""A dialog has room for all that it says, also for what is said later."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout

from app.window.growing import grow
from app.window.preferences import Preferences
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.looks.geometry import complaints
from tests.traces import sudoku_puzzle

LONG = "This file is not a checkpoint, and this sentence says so at such length that it takes several lines. " * 3


def test_a_dialog_that_is_too_low_grows_and_another_stays(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    label = QLabel(LONG, wordWrap=True)
    column.addWidget(label)
    dialog.show()
    dialog.resize(200, 60)
    grow(dialog)
    QApplication.processEvents()
    assert label.height() >= label.heightForWidth(label.width())
    dialog.resize(200, 900)
    grow(dialog)
    assert dialog.height() == 900


def test_an_import_that_failed_squeezes_nothing_in_the_preferences(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    window.actions_.preferences.trigger()
    dialog = window.findChild(Preferences)
    dialog.tabs.setCurrentWidget(dialog.checkpoints)
    qtbot.waitUntil(dialog.checkpoints.bring.isVisible)
    window.solver.bring_in = lambda job: None
    dialog.checkpoints.bring_in(Path("step_100"))
    window.solver.importFailed.emit(dialog.checkpoints._job, LONG, "")
    QApplication.processEvents()
    sentence = dialog.checkpoints.messages.sentence
    assert sentence.isVisible()
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert complaints(dialog) == []
    dialog.reject()
