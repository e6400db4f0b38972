import pytest

from app.film.film import Film
from app.panels.legend import Legend, Sample, marks_of
from tests.arc_tasks import arc_puzzle
from tests.traces import maze_puzzle, sudoku_puzzle


@pytest.mark.parametrize("kind", ["sudoku", "maze", "arc"])
def test_each_kind_has_its_marks_and_no_two_look_or_read_alike(qtbot, kind):
    marks = marks_of(kind)
    assert len({mark.words for mark in marks}) == len(marks) >= 7
    pictures = []
    for mark in marks:
        sample = Sample(mark.paint, None)
        qtbot.addWidget(sample)
        sample.resize(sample.sizeHint())
        pictures.append(sample.grab().toImage())
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])


def test_the_legend_is_of_the_kind_that_is_shown(qtbot):
    film = Film()
    legend = Legend(film)
    qtbot.addWidget(legend)
    seen = []
    for puzzle in (sudoku_puzzle(), maze_puzzle(), arc_puzzle()):
        film.show(puzzle)
        seen.append(legend.widget())
        assert len(legend.findChildren(Sample)) >= len(marks_of(puzzle.kind))
    assert len(set(map(id, seen))) == 3
