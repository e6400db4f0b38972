import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formats.maze_dialects.reading import holds_maze
from solver.formats.maze_text import read_mazes, write_mazes
from solver.puzzles.maze.generator import STYLES, generate_mazes
from solver.puzzles.maze.puzzle import MazePuzzle, canonical_label

SMALL = "#####\n#S  #\n### #\n#G  #\n#####\n"


def test_dots_and_spaces_are_free():
    [dots] = read_mazes(SMALL.replace(" ", "."))
    [spaces] = read_mazes(SMALL)
    assert dots.puzzle == spaces.puzzle == MazePuzzle(("#####", "#S  #", "### #", "#G  #", "#####"))
    assert dots.solution is None


def test_windows_line_ends_and_byte_order_mark():
    assert read_mazes("\ufeff" + SMALL.replace("\n", "\r\n"))[0].puzzle == read_mazes(SMALL)[0].puzzle


def test_several_mazes_keep_their_line_numbers_and_errors():
    broken = SMALL.replace("#G  #", "#   #")
    ragged = SMALL.replace("### #", "### ##")
    good, no_goal, uneven, last = read_mazes("\n" + SMALL + "\n" + broken + "\n\n" + ragged + "   \n" + SMALL)
    assert good.puzzle is not None
    assert good.line == 2
    assert no_goal.puzzle is None
    assert no_goal.line == 8
    assert "no goal" in str(no_goal.error)
    assert uneven.error.line == uneven.line + 2 == 17
    assert str(uneven.error) == "Line 17: This row has 6 cells, but the other rows have 5."
    assert last.puzzle == good.puzzle


def test_unknown_character_names_line_and_column():
    [read] = read_mazes(SMALL.replace("#G  #", "#G ?#"))
    assert (read.error.line, read.error.column) == (4, 4)
    assert "“?” means nothing in this maze" in str(read.error)


def test_path_cells_are_free_and_give_the_solution():
    [read] = read_mazes("#####\n#Soo#\n###o#\n#Goo#\n#####\n")
    assert read.puzzle == read_mazes(SMALL)[0].puzzle
    assert read.solution.tolist() == canonical_label(read.puzzle).tolist()


def test_spaces_after_the_last_wall_are_forgiven():
    assert read_mazes(SMALL.replace("### #\n", "### #  \n"))[0].puzzle == read_mazes(SMALL)[0].puzzle


def test_row_of_spaces_between_open_borders_is_a_row():
    [read] = read_mazes("S    \n ### \n     \n ### \n    G\n")
    assert read.puzzle.rows[2] == "     "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SMALL, True),
        (SMALL.replace(" ", "."), True),
        (SMALL.replace("#G  #", "#G x#"), True),
        ("S....\n.....\n.....\n.....\n....G\n", True),
        ('{"kind": "sudoku", "givens": ""}', False),
        ("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79", False),
        ("." * 81, False),
        ("#ASomebody\n#DSomething\n.........\n.........\n.2.4.6...\n", False),
        ("", False),
    ],
)
def test_what_looks_like_a_maze(text, expected):
    assert holds_maze(text) is expected


@pytest.mark.parametrize("text", ["", "  \n\n", "[]", "[3]", "[" * 10_000])
def test_no_maze_is_an_error(text):
    [nothing] = read_mazes(text)
    assert str(nothing.error) == "Line 1: There is no maze in this text."


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(list(STYLES)), st.integers(0, 99), st.integers(5, 12), st.integers(5, 12)), min_size=1
    )
)
def test_what_is_written_is_read_back(recipes):
    mazes = [next(generate_mazes(1, seed, style, rows, columns)) for style, seed, rows, columns in recipes]
    assert [read.puzzle for read in read_mazes(write_mazes(mazes))] == mazes
    labels = [canonical_label(maze) for maze in mazes]
    for read, maze, label in zip(read_mazes(write_mazes(mazes, labels)), mazes, labels, strict=True):
        assert read.puzzle == maze
        assert read.solution is None or read.solution.tolist() == label.tolist()


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(), st.text(alphabet="# .SGo\n\r\t[]{}")))
def test_any_text_is_read_without_a_crash(text):
    holds_maze(text)
    for read in read_mazes(text):
        assert (read.puzzle is None) is not (read.error is None)
