"""File ▸ Export ▸ Latents in the real window: written, and cancelled without a trace."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.end_to_end.test_branch import SECONDS, solved
from tests.traces import hopeless_sudoku


def ask(window, path) -> None:
    window.actions_.export_latents.trigger()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_latents_are_exported(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=3)
    with qtbot.waitSignal(window.latents.exported, timeout=SECONDS):
        ask(window, tmp_path / "out.npz")
    with np.load(tmp_path / "out.npz", allow_pickle=False) as content:
        assert content["step"].tolist() == [1, 2, 3]
    assert window.latents.dialog is None


def test_a_cancelled_export_writes_nothing(qtbot, tmp_path):
    window = solved(qtbot, tmp_path, hopeless_sudoku(), steps=40)
    ask(window, tmp_path / "out.npz")
    window.latents.dialog.show()
    QTest.mouseClick(window.latents.dialog.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert window.latents.dialog is None
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        window.settings.steps = 1
        window.actions_.solve.trigger()
    assert not (tmp_path / "out.npz").exists()
