import pytest

from app.batch import reading
from app.batch.reading import read_many
from solver.puzzles.base import PuzzleError
from tests.traces import MAZE, SUDOKU, maze_puzzle, sudoku_puzzle


def never():
    return False


def test_a_list_is_read_whole_and_its_bad_lines_are_told_of(tmp_path):
    path = tmp_path / "list.sdm"
    path.write_text(f"{SUDOKU}\n{SUDOKU[:80]}\n{SUDOKU}\n")
    many = read_many(path, never)
    assert [entry.content for entry in many.entries] == [sudoku_puzzle()] * 2
    assert len(many.problems) == 1
    assert "Line 2" in many.problems[0]


def test_a_folder_is_read_with_all_that_is_below_it(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "maze.txt").write_text("\n".join(MAZE))
    (tmp_path / "a.sdm").write_text(f"{SUDOKU}\n{SUDOKU}\n")
    (tmp_path / "notes.md").write_text("# nothing to solve")
    (tmp_path / ".hidden.sdm").write_text(SUDOKU)
    many = read_many(tmp_path, never)
    assert [entry.content for entry in many.entries] == [sudoku_puzzle(), sudoku_puzzle(), maze_puzzle()]
    assert [entry.label.split(" · ")[0] for entry in many.entries] == ["a.sdm", "a.sdm", "b/maze.txt"]
    assert len(many.problems) == 1
    assert many.problems[0].startswith("notes.md: ")


def test_a_folder_without_a_puzzle_says_so(tmp_path):
    with pytest.raises(PuzzleError, match="no puzzle in the folder"):
        read_many(tmp_path, never)


def test_reading_a_folder_ends_when_it_is_cancelled(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.sdm").write_text(SUDOKU)
    asked = iter([False, False, True])
    assert len(read_many(tmp_path, lambda: next(asked)).entries) == 1


def test_whatever_one_file_does_the_others_of_its_folder_are_read(tmp_path, monkeypatch):
    (tmp_path / "a.sdm").write_text(SUDOKU)
    (tmp_path / "b.sdm").write_text(SUDOKU)
    read_file = reading.read_file

    def read(file, **options):
        if file.name == "a.sdm":
            raise ZeroDivisionError
        return read_file(file, **options)

    monkeypatch.setattr(reading, "read_file", read)
    many = read_many(tmp_path, never)
    assert [entry.content for entry in many.entries] == [sudoku_puzzle()]
    assert [problem.split(": ")[0] for problem in many.problems] == ["a.sdm"]
