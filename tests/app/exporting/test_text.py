import re

import pytest

from app.exporting.text import answer_text, puzzle_text, trace_text
from solver.formats.reading import read_puzzles
from solver.trace import Trace
from tests.arc_tasks import arc_trace
from tests.traces import MAZE_SOLUTION, SUDOKU, SUDOKU_SOLUTION, maze_puzzle, maze_trace, sudoku_trace


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


@pytest.mark.parametrize(
    "trace",
    [sudoku_trace(), maze_trace(), sudoku_trace(solved=False), Trace(maze_puzzle(), "none yet")],
    ids=["sudoku", "maze", "unsolved", "empty"],
)
def test_a_trace_is_read_back_as_its_puzzle_alone(trace):
    (read,) = read_puzzles(trace_text(trace))
    assert read.error is None
    assert read.puzzle == trace.puzzle
    # The reader of Sudokus counts a grid from its first digits, below the border.
    assert "== Puzzle ==" in trace_text(trace).splitlines()[read.line - 3 : read.line - 1]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    "trace",
    [sudoku_trace(second_view=True), maze_trace(), maze_trace(solved=False), arc_trace()],
    ids=["sudoku", "maze", "unsolved", "arc"],
)
def test_in_german_too_every_word_of_it_is_german(trace):
    text = trace_text(trace)
    (read,) = read_puzzles(text)
    assert read.puzzle.grid.tolist() == trace.puzzle.grid.tolist()
    words = set(re.findall(r"[A-Za-z]{3,}", re.sub(r"(?s)(?<=== Rätsel ==).*?(?=\n== )", "", text)))
    assert not words & {"answer", "Answer", "Best", "verified", "view", "View", "given", "Refinement", "mean", "cells"}
    assert "Verfeinerung 1: mittlere Sicherheit" in text
    assert "Gerät: " in text


@pytest.mark.usefixtures("german")
def test_the_verdict_is_told_in_german():
    trace = sudoku_trace()
    heading = f"== Antwort, von den Regeln bestätigt (Verfeinerung {len(trace)}, Ansicht: wie gegeben) =="
    assert heading in trace_text(trace).splitlines()
    unsolved = trace_text(sudoku_trace(solved=False))
    assert re.search(r"== Beste Antwort, NICHT bestätigt \(.*: wie gegeben\): \d+ Zellen widersprechen", unsolved)


def test_a_damaged_trace_as_text_says_where():
    lines = trace_text(sudoku_trace()).splitlines()
    lines[lines.index("== Puzzle ==") + 2] = "| Q . . | . . . | . . . |"
    (read,) = read_puzzles("\n".join(lines))
    assert "Line" in str(read.error)
    (read,) = read_puzzles("Ponder · sudoku\n")
    assert read.puzzle is None


def test_a_wrong_answer_is_marked_as_such_with_its_reason():
    text = trace_text(sudoku_trace(solved=False))
    assert "NOT verified" in text
    assert "cells conflict" in text


def test_the_view_that_found_it_has_its_own_part():
    text = trace_text(sudoku_trace(second_view=True))
    assert text.index("View: as given") < text.index("View: disguised puzzle (relabelled)")


def test_a_maze_is_drawn():
    assert "\n".join(MAZE_SOLUTION) in trace_text(maze_trace())
