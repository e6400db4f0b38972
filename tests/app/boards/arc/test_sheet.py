"""Everything of a task has a place on the sheet, inside it and apart from the rest."""

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF

from app.boards.arc.places import Place
from app.boards.arc.sheet import lay_out
from solver.puzzles.arc.task import ArcPair, ArcTask
from tests.arc_tasks import TASK

BIG = ((1,) * 30,) * 30
LARGEST = ArcTask((ArcPair(BIG, BIG),) * 10, (ArcPair(BIG),) * 3)
ODD = ArcTask((ArcPair(((1,),), BIG), ArcPair(((1,) * 30,), ((1,),) * 30)), (ArcPair(((1, 2),)),))
TEST = Place("test", 0, "input")


@pytest.mark.parametrize("task", [TASK, LARGEST, ODD], ids=["small", "largest", "odd"])
@pytest.mark.parametrize("rect", [QRectF(10, 10, 900, 560), QRectF(0, 0, 300, 300), QRectF(5, 5, 1500, 400)])
@pytest.mark.parametrize("answer", [None, (30, 30)])
def test_nothing_overlaps_and_nothing_sticks_out(task, rect, answer):
    sheet = lay_out(rect, task, TEST, answer)
    frames = [framed.frame for framed in sheet.strip]
    large = [sheet.input.geometry.board, sheet.output.geometry.board]
    assert len(frames) == len(task.train) + len(task.test)
    for one, other in itertools.combinations([*frames, *large], 2):
        assert not one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other)
    for area in [*frames, *large]:
        assert rect.adjusted(-1, -1, 1, 1).contains(area), area
    for framed in sheet.strip:
        for placed in (framed.input, framed.output):
            assert framed.frame.adjusted(-1, -1, 1, 1).contains(placed.geometry.board)
            assert sheet.small_at(placed.geometry.board.center()) == placed.place
    for placed in (sheet.input, sheet.output):
        assert sheet.large_at(placed.geometry.board.center()) == placed
        assert sheet.geometry_of(placed.place) == placed.geometry
    assert sheet.output.place.side == ("output" if answer is None else "answer")
    assert sheet.large_at(QPointF(-5, -5)) is None
    assert sheet.small_at(QPointF(-5, -5)) is None


def test_a_pair_alone_is_in_the_middle():
    rect = QRectF(0, 0, 300, 400)
    sheet = lay_out(rect, TASK, TEST, (4, 4), strip=False)
    assert sheet.strip == ()
    above = sheet.input_label.top() - rect.top()
    below = rect.bottom() - sheet.output.geometry.board.bottom()
    assert above == pytest.approx(below, abs=2)
    assert above > 20


def test_rows_of_the_strip_are_of_about_the_same_length():
    pair = ArcPair(((1, 1, 1, 1),) * 4, ((1, 1, 1, 1),) * 4)
    sheet = lay_out(QRectF(0, 0, 900, 560), ArcTask((pair,) * 5, (ArcPair(pair.input),) * 2), TEST, None)
    tops = [round(framed.frame.top()) for framed in sheet.strip]
    counts = [tops.count(top) for top in sorted(set(tops))]
    assert max(counts) - min(counts) <= 1
