"""Text of any kind finds its reader by content; JSON by its `kind`."""

import json

import pytest

from solver.formats.reading import KINDS, puzzle_from_json, read_puzzles
from solver.formats.sudoku_dialects.write import write_grid, write_line
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask, write_task
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.generator import generate
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

SUDOKU = next(generate(1, 2, "easy"))
MAZE = "#######\n#S    #\n# ### #\n#   #G#\n#######"


def kinds(text: str, kind: str | None = None) -> list[str | None]:
    return [read.puzzle and read.puzzle.kind for read in read_puzzles(text, kind=kind)]


def test_kinds_are_registered_under_their_names():
    assert KINDS["sudoku"] is SudokuPuzzle
    assert KINDS["maze"] is MazePuzzle
    assert all(kind == puzzle.kind for kind, puzzle in KINDS.items())


@pytest.mark.parametrize("kind", [None, "sudoku"])
@pytest.mark.parametrize("write", [write_line, write_grid, lambda grid: f"#A comment\n{write_line(grid, '*')}"])
def test_sudokus_are_told_by_content(write, kind):
    (read,) = read_puzzles(write(SUDOKU.grid), kind=kind)
    assert read.puzzle == SUDOKU


@pytest.mark.parametrize("kind", [None, "maze"])
def test_mazes_are_told_by_content(kind):
    assert kinds(MAZE, kind) == ["maze"]


def test_another_kind_than_asked_for_is_an_error():
    assert kinds(MAZE, "sudoku") == [None]
    assert kinds(write_grid(SUDOKU.grid), "maze") == [None]
    (read,) = read_puzzles(json.dumps(SUDOKU.to_json()), kind="maze")
    assert "as Sudokus, not as mazes" in str(read.error.why)
    with pytest.raises(ValueError, match="chess"):
        read_puzzles(MAZE, kind="chess")


@pytest.mark.parametrize("text", ["", " \n\t\n", "[]", "\ufeff"])
def test_nothing_is_one_error(text):
    (read,) = read_puzzles(text)
    assert read.puzzle is None
    assert str(read.error.why).startswith("There is no puzzle in this")


def test_json_of_one_of_many_and_of_lines():
    maze = read_puzzles(MAZE)[0].puzzle
    one, other = json.dumps(SUDOKU.to_json(), indent=2), json.dumps(maze.to_json())
    assert [read.puzzle for read in read_puzzles(one)] == [SUDOKU]
    assert kinds(f"[{one}, {other}]") == ["sudoku", "maze"]
    found = read_puzzles(f"\ufeff{other}\n\n{other}\n{one}\n")
    assert [read.puzzle for read in found] == [maze, maze, SUDOKU]
    assert [read.line for read in found] == [1, 3, 4]


def test_a_document_or_trace_holds_its_puzzle():
    assert puzzle_from_json({"version": 1, "puzzle": SUDOKU.to_json(), "refinements": []}) == SUDOKU


def test_bad_json_among_good():
    good = json.dumps(SUDOKU.to_json())
    bad = ['{"kind": "sudoku", "givens": ', '{"kind": "sudoku", "givens": "12"}', '{"kind": "chess"}', "{}"]
    found = read_puzzles("\n".join([good, *bad, good]))
    assert [read.puzzle for read in found] == [SUDOKU, None, None, None, None, SUDOKU]
    assert [read.line for read in found] == [1, 2, 3, 4, 5, 6]
    reasons = [str(read.error.why) for read in found if read.error]
    assert reasons[0].startswith("This is not JSON")
    assert reasons[1] == "A Sudoku has 81 cells, but this one has 2."
    assert '"chess" is not a kind' in reasons[2]
    assert "no puzzle" in reasons[3]


@pytest.mark.parametrize("data", [None, 5, "sudoku", [], {}, {"kind": None}, {"kind": ["sudoku"]}, {"puzzle": {}}])
def test_data_that_is_no_puzzle_is_refused(data):
    with pytest.raises(PuzzleError):
        puzzle_from_json(data)


def test_an_arc_task_is_told_by_its_keys():
    task = ArcTask((ArcPair(((1,),), ((2,),)),), (ArcPair(((1, 1),)),))
    (read,) = read_puzzles(write_task(task))
    assert read.puzzle == ArcPuzzle(task)
    assert puzzle_from_json(ArcPuzzle(task, 0).to_json()) == ArcPuzzle(task)
    several = {"a1": task.to_json(), "b2": task.to_json(), "c3": {"train": [], "test": []}}
    one, other, bad = read_puzzles(json.dumps(several))
    assert (one.puzzle.task.name, other.puzzle.task.name) == ("a1", "b2")
    assert "`train` is empty" in str(bad.error.why)
    (read,) = read_puzzles('\n{"train": []}')
    assert str(read.error) == "Line 2: `test` is missing."
    (read,) = read_puzzles(write_task(task), kind="maze")
    assert "as ARC tasks, not as mazes" in str(read.error.why)
