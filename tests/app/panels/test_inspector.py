import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from app.panels.inspector import Inspector
from app.words.playback import percent
from tests.films import begin_film, show_film
from tests.traces import maze_trace, sudoku_trace


@pytest.fixture
def inspector(qtbot, player):
    inspector = Inspector(player)
    qtbot.addWidget(inspector)
    inspector.resize(300, 400)
    return inspector


def show(inspector, player, trace, position=None):
    show_film(player, trace.film(), position, trace.puzzle)


def changed_once(trace):
    """A free cell, a position, and the different value it had one step before."""
    for position in range(1, len(trace)):
        for cell in np.argwhere(trace.refinements[position].changed).tolist():
            return tuple(cell), position, int(trace.refinements[position - 1].answer[tuple(cell)])
    raise AssertionError("nothing ever changes in this trace")


def test_nothing_is_shown_without_a_cell(inspector, player):
    show(inspector, player, sudoku_trace())
    assert inspector.cell is None
    assert inspector.distribution.tokens == []


def test_words_say_what_it_is_and_what_it_was(inspector, player):
    trace = sudoku_trace()
    cell, position, before = changed_once(trace)
    show(inspector, player, trace, position)
    inspector.set_cell(*cell)
    now = trace.refinements[position]
    expected = f"{now.answer[cell]}, {percent(float(now.confidence[cell]))}; was {before} at refinement {position}"
    assert inspector.words.text().replace("\u00a0", " ").startswith(expected)
    assert inspector.heading.text().startswith(f"r{cell[0] + 1}c{cell[1] + 1}")


def test_a_given_is_called_so(inspector, player):
    show(inspector, player, sudoku_trace())
    inspector.set_cell(0, 6)
    assert inspector.words.text() == "9, given by the puzzle"


def test_hovering_wins_over_the_selection_and_gives_it_back(inspector, player):
    show(inspector, player, sudoku_trace())
    inspector.set_cell(0, 0)
    inspector.hover_cell(4, 5)
    assert inspector.cell == (4, 5)
    inspector.hover_cell(-1, -1)
    assert inspector.cell == (0, 0)
    inspector.set_cell(-1, -1)
    assert inspector.cell is None


def test_a_cell_outside_the_next_puzzle_is_forgotten(inspector, player):
    show(inspector, player, maze_trace())
    inspector.set_cell(10, 10)
    show(inspector, player, sudoku_trace())
    assert inspector.cell is None


def test_sudoku_rows_are_the_nine_digits(inspector, player):
    show(inspector, player, sudoku_trace())
    inspector.set_cell(0, 0)
    assert inspector.distribution.tokens == list(range(2, 11))


def test_maze_rows_are_its_five_tokens(inspector, player):
    show(inspector, player, maze_trace())
    inspector.set_cell(1, 2)
    assert inspector.distribution.tokens == [1, 2, 3, 4, 5]
    assert inspector.words.text().startswith("path")


def test_screen_readers_hear_the_likeliest_values(inspector, player):
    trace = sudoku_trace()
    show(inspector, player, trace)
    inspector.set_cell(0, 0)
    best = trace.refinements[-1]
    first = inspector.distribution.accessibleDescription().split(", ")[0]
    assert first == f"{best.answer[0, 0]} {percent(float(best.confidence[0, 0]))}"


def test_a_click_into_the_history_goes_there(qtbot, inspector, player):
    show(inspector, player, sudoku_trace())
    inspector.set_cell(0, 0)
    inspector.grab()
    view = inspector.distribution
    middle = view._history_cell(3).center().x()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(middle), 60))
    assert player.film.position == 3


def test_it_grows_with_a_running_solve(inspector, player):
    trace = sudoku_trace()
    begin_film(player)
    inspector.set_cell(0, 0)
    assert inspector.words.text() == "blank; the model has not started"
    for refinement in trace:
        player.append(refinement)
        assert str(refinement.answer[0, 0]) == inspector.words.text()[0]
        inspector.grab()


def test_the_history_is_darkest_where_the_model_was_surest(inspector, player):
    trace = sudoku_trace()
    show(inspector, player, trace)
    inspector.set_cell(0, 0)
    view = inspector.distribution
    image = view.grab().toImage()
    surest = view.tokens.index(int(trace.refinements[-1].probabilities[0, 0].argmax()))
    column = view._history_cell(len(trace) - 1)
    lightness = [
        image.pixelColor(round(column.left() + 3), round(view._top() + (row + 0.25) * view._row_height())).lightness()
        for row in range(9)
    ]
    assert lightness.index(min(lightness)) == surest
