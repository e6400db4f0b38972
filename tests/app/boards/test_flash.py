import pytest
from PySide6.QtWidgets import QStyle

from app.boards.kinds import new_board
from app.film.film import Film
from tests.films import show_refinement
from tests.traces import maze_puzzle, maze_trace, sudoku_puzzle, sudoku_trace


class Still:
    """The style of a desktop that wants no animations."""

    def styleHint(self, hint, option=None, widget=None):
        return 0 if hint == QStyle.StyleHint.SH_Widget_Animation_Duration else 1


@pytest.fixture(params=["sudoku", "maze"])
def shown(qtbot, request):
    """A visible board and a refinement that changed some of its cells."""
    puzzle, trace = (sudoku_puzzle(), sudoku_trace()) if request.param == "sudoku" else (maze_puzzle(), maze_trace())
    board = new_board(request.param, Film())
    board.film.show(puzzle)
    board.resize(500, 500)
    qtbot.addWidget(board)
    board.show()
    qtbot.waitExposed(board)
    return board, next(r for r in trace.refinements[1:] if (r.changed & puzzle.free).any())


def test_changed_cells_light_up_and_fade(qtbot, shown):
    board, refinement = shown
    show_refinement(board, refinement)
    assert (board.flash.cells == (refinement.changed & board.content.free)).all()
    assert board.flash.strength == 1
    lit = board.grab().toImage()
    qtbot.waitUntil(lambda: board.flash.cells is None)
    faded = board.grab().toImage()
    geometry = board.geometry_of_cells()
    for row in range(geometry.rows):
        for column in range(geometry.columns):
            middle = geometry.cell(row, column).center().toPoint()
            changed = bool(refinement.changed[row, column] and board.content.free[row, column])
            assert (lit.pixel(middle) != faded.pixel(middle)) == changed


def test_only_the_last_shown_changes_are_lit(shown):
    board, refinement = shown
    show_refinement(board, refinement)
    show_refinement(board, None)
    assert board.flash.cells is None
    show_refinement(board, refinement)
    board.film.show(board.content)
    assert board.flash.cells is None
    show_refinement(board, refinement)
    board.hide()
    assert board.flash.cells is None


def test_nothing_lights_up_where_that_is_not_wanted(shown, monkeypatch):
    board, refinement = shown
    board.set_flashing(False)
    show_refinement(board, refinement)
    assert board.flash.cells is None
    board.set_flashing(True)
    monkeypatch.setattr(board, "style", Still)
    show_refinement(board, refinement)
    assert board.flash.cells is None
