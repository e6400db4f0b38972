"""Why a cell changed, told from the answer before."""

from dataclasses import replace

import numpy as np

from app.words.playback import changes
from app.words.reasons import reason_words
from solver.puzzles.maze.cells import FREE, PATH
from tests.arc_tasks import arc_trace
from tests.traces import maze_trace, sudoku_trace


def changed(trace, cell, old, new):
    """The change of one cell from `old` to `new` in a solved answer, and the refinement before it."""
    right = trace.refinements[-1]
    then, now = right.answer.copy(), right.answer.copy()
    then[cell], now[cell] = old, new
    before = replace(right, answer=then, violations=trace.puzzle.check(then).violations)
    after = replace(right, answer=now, changed=then != now)
    (change,) = changes(trace.puzzle, after, before)
    return change, before


def test_a_digit_that_was_there_twice():
    trace = sudoku_trace()
    answer = trace.refinements[-1].answer
    # r1c1 held the digit of r1c2, and goes to its own.
    change, before = changed(trace, (0, 0), int(answer[0, 1]), int(answer[0, 0]))
    words = reason_words(trace.puzzle, change, before)
    assert words.startswith(f"{answer[0, 1]} was also in r1c2 (Row 1)")
    others = [c for c in np.argwhere(before.answer == answer[0, 1]).tolist() if c[1] == 0 and c[0]]
    assert words.endswith("and elsewhere") == bool(others)


def test_a_digit_that_clashed_with_nothing_has_no_reason():
    trace = sudoku_trace()
    right = trace.refinements[-1].answer
    change, before = changed(trace, (0, 0), int(right[0, 0]), int(right[0, 1]))
    assert reason_words(trace.puzzle, change, before) == ""


def test_a_path_that_ended_short_goes_on():
    trace = maze_trace()
    change, before = changed(trace, (1, 3), FREE, PATH)
    # Both its neighbours on the path were loose ends: r2c3 and r3c4.
    assert reason_words(trace.puzzle, change, before) in [
        f"the path ended too early, at {cell} next to it" for cell in ("r2c3", "r3c4")
    ]


def test_a_path_that_led_nowhere_is_taken_back():
    trace = maze_trace()
    free = next(
        (r, c)
        for r, c in np.argwhere(trace.refinements[-1].answer == FREE).tolist()
        if trace.puzzle.free[r, c] and not (trace.refinements[-1].answer[r - 1 : r + 2, c - 1 : c + 2] == PATH).any()
    )
    change, before = changed(trace, free, PATH, FREE)
    assert reason_words(trace.puzzle, change, before) == "the path ended too early here"


def test_what_the_network_never_saw_is_no_reason():
    trace = arc_trace()
    refinement = trace.refinements[-1]
    before = replace(refinement, violations=np.ones_like(refinement.violations))
    every = replace(refinement, changed=np.ones_like(refinement.changed))
    for change in changes(trace.puzzle, every, before):
        assert reason_words(trace.puzzle, change, before) == ""
