import pytest

from app.exporting.text import answer_text, puzzle_text, trace_text
from solver.puzzles.reading import read_puzzles
from tests.traces import MAZE_SOLUTION, SUDOKU, SUDOKU_SOLUTION, maze_trace, sudoku_trace


def test_puzzle_and_answer_alone():
    trace = sudoku_trace()
    assert puzzle_text(trace.puzzle) == SUDOKU + "\n"
    assert answer_text(trace) == SUDOKU_SOLUTION + "\n"


@pytest.mark.parametrize("trace", [sudoku_trace(), maze_trace()], ids=["sudoku", "maze"])
def test_the_puzzle_is_read_back(trace):
    (read,) = read_puzzles(puzzle_text(trace.puzzle))
    assert read.puzzle == trace.puzzle


def test_the_trace_tells_each_step_and_the_verdict():
    trace = sudoku_trace()
    text = trace_text(trace)
    assert f"verified by the rules (refinement {len(trace)}, view: as given)" in text
    for refinement in trace:
        assert f"Refinement {refinement.step}:" in text
        assert trace.puzzle.format_answer(refinement.answer) in text
    assert text.count("accepted by the rules\n") == len(trace)
    assert text.count("not accepted by the rules\n") == len(trace) - 1


def test_a_wrong_answer_is_marked_as_such_with_its_reason():
    text = trace_text(sudoku_trace(solved=False))
    assert "NOT verified" in text
    assert "at odds with" in text


def test_the_view_that_found_it_has_its_own_part():
    text = trace_text(sudoku_trace(second_view=True))
    assert text.index("View: as given") < text.index("View: digits permuted")


def test_a_maze_is_drawn():
    assert "\n".join(MAZE_SOLUTION) in trace_text(maze_trace())
