"""Each kind's board, with what the window shows above it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from app.boards.kinds import BOARDS, new_board
from app.film.film import Film


@pytest.mark.parametrize("kind", BOARDS)
def test_a_tool_row_goes_with_its_board_wherever_nobody_shows_it(qtbot, kind):
    board = new_board(kind, Film())
    row = board.tool_row()
    assert row.parent() is board
    board.show()
    assert not row.isVisible()
    board.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(row)
