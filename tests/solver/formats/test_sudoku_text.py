"""Reading and writing Sudokus: every format, mixed input, and errors that say where and why."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formats.sudoku_dialects.write import write_grid, write_line
from solver.formats.sudoku_text import read_sudokus
from solver.puzzles.sudoku.generator import generate, minimise, random_solution
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.puzzles.sudoku.units import PEERS
from tests.solver.formats.candidates import write_candidates

PUZZLES = list(generate(8, 11, "easy")) + list(generate(4, 11, "medium"))
PUZZLE, OTHER = PUZZLES[:2]
LINE = write_line(PUZZLE.grid)
ROWS = [LINE[start : start + 9] for start in range(0, 81, 9)]

_POOL = [random_solution(random.Random(seed)) for seed in range(5)]


@st.composite
def puzzles(draw) -> SudokuPuzzle:
    """Consistent givens: one or more cells of a full grid."""
    solution = draw(st.sampled_from(_POOL))
    given_cells = draw(st.lists(st.booleans(), min_size=81, max_size=81).filter(any))
    return SudokuPuzzle(tuple(d if shown else 0 for d, shown in zip(solution, given_cells, strict=True)))


def read_one(text: str) -> SudokuPuzzle:
    found = read_sudokus(text)
    assert [read.error for read in found] == [None]
    return found[0].puzzle


def error_of(text: str):
    (found,) = read_sudokus(text)
    assert found.puzzle is None
    return found.error


def write_rows(grid) -> str:
    line = write_line(grid)
    return "\n".join(line[start : start + 9] for start in range(0, 81, 9))


def boxed(row: str) -> str:
    return f"|{row[:3]}|{row[3:6]}|{row[6:]}|"


@given(puzzles(), st.sampled_from("0.Xx*_ "))
@settings(deadline=None)
def test_lines_round_trip_with_every_blank(puzzle, blank):
    assert read_one(write_line(puzzle.grid, blank) + "\n") == puzzle


@given(puzzles(), st.sampled_from("0.Xx*_"))
@settings(deadline=None)
def test_grids_round_trip_with_every_blank(puzzle, blank):
    assert read_one(write_grid(puzzle.grid, blank)) == puzzle


@given(puzzles(), st.sampled_from(["{}", " {}", "{}\n", "\t{} "]), st.sampled_from(["\n", "\r\n"]))
@settings(deadline=None)
def test_nine_bare_lines(puzzle, pattern, ending):
    line = write_line(puzzle.grid)
    assert read_one(ending.join(pattern.format(line[i : i + 9]) for i in range(0, 81, 9))) == puzzle


@given(puzzles())
@settings(deadline=None)
def test_candidate_grids_give_back_givens_and_naked_singles(puzzle):
    digits = list(puzzle.givens)
    for cell, peers in enumerate(PEERS):
        options = set(range(1, 10)) - {puzzle.givens[peer] for peer in peers}
        if not puzzle.givens[cell] and len(options) == 1:
            digits[cell] = options.pop()
    (found,) = read_sudokus(write_candidates(puzzle.grid))
    # Two naked singles may clash where the givens admit no solution; here they come from one.
    assert found.error is None
    assert found.puzzle.givens == tuple(digits)


@given(st.text(alphabet='0123456789.X*_ |-+#[],;\n"{}Puzle', max_size=400))
@settings(deadline=None)
def test_no_text_breaks_the_reader(text):
    found = read_sudokus(text)
    assert found
    lines = max(1, len(text.splitlines()))
    for read in found:
        assert (read.puzzle is None) != (read.error is None)
        assert 1 <= read.line <= lines
        if read.error:
            assert 1 <= read.error.line <= lines
            assert str(read.error.why).endswith(".")
            assert "\n" not in str(read.error.why)


@given(st.integers(0, 80), st.integers(1, 60))
@settings(deadline=None)
def test_any_missing_part_of_a_line_is_noticed(start, length):
    broken = LINE[:start] + LINE[start + length :]
    assert all(read.error for read in read_sudokus(broken))


def test_spaces_between_ascending_runs_are_blanks_not_candidate_groups():
    puzzle = SudokuPuzzle(tuple({0: 1, 1: 2, 40: 3, 80: 9}.get(cell, 0) for cell in range(81)))
    assert read_one(write_line(puzzle.grid, " ")) == puzzle
    runs = SudokuPuzzle(tuple(1 + cell % 9 if cell % 20 < 2 else 0 for cell in range(0, 81)))
    assert read_one(write_line(runs.grid, " ")) == runs


GRIDS = {
    "spaces as blanks": "\n".join(row.replace(".", " ") for row in ROWS),
    "spaces as blanks, trimmed": "\n".join(row.replace(".", " ").rstrip() for row in ROWS),
    "bars and spaces as blanks": "\n".join(boxed(row.replace(".", " ")) for row in ROWS),
    "inner bars, trimmed": "\n".join(boxed(row.replace(".", " "))[1:-1].rstrip() for row in ROWS),
    "spaced out": "\n".join(" ".join(row) for row in ROWS),
    "spaced boxes": "\n".join(f"{row[:3]}  {row[3:6]}  {row[6:]}" for row in ROWS),
    "bands apart": "\n\n".join("\n".join(ROWS[start : start + 3]) for start in (0, 3, 6)),
    "double spaced": "\n\n".join(ROWS),
    "bands in three lines": "\n".join(LINE[start : start + 27] for start in (0, 27, 54)),
    "rows in one line": " ".join(ROWS),
    "cells in one line": " ".join(LINE),
    "one line of spaces, trimmed": LINE.replace(".", " ").rstrip(),
    "byte order mark": "\ufeff" + LINE,
    "equals signs": "\n=====+=====\n".join("\n".join(ROWS[start : start + 3]) for start in (0, 3, 6)),
    "SimpleSudoku": "\n".join(
        [" *-----------*"]
        + [f" {boxed(row)}" + ("\n |---+---+---|" if n in (2, 5) else "") for n, row in enumerate(ROWS)]
        + [" *-----------*", "", ""]
    ),
    "stars in bars": write_grid(PUZZLE.grid, "*").replace(" ", ""),
    "box drawing": "\n".join(["┌───┬───┬───┐", *(boxed(row).replace("|", "│") for row in ROWS), "└───┴───┴───┘"]),
    "sdk": "#AA. Nobody\n#DMade for a test, 9 lines\n" + "\n".join(ROWS) + "\n",
    "sdk with sections": "[Puzzle]\n" + "\n".join(ROWS) + "\n[State]\n" + "\n".join(["123456789"] * 9) + "\n",
    "csv of one": f"puzzle\n{LINE}\n",
    "csv in quotes": f'"id","puzzle"\n"1","{LINE}"\n',
    "csv, semicolons": f"difficulty;Puzzle\n3.5;{LINE}\n",
    "csv as of data sets": f"source,question,answer,rating\nmade,{LINE},,0\n",
}


@pytest.mark.parametrize("text", GRIDS.values(), ids=GRIDS.keys())
def test_what_people_paste(text):
    assert read_one(text) == PUZZLE


def test_a_minimal_candidate_grid_reads_back_exactly():
    rng = random.Random(3)
    empty_enough = SudokuPuzzle(tuple(minimise(random_solution(rng), rng)[:40]) + (0,) * 41)
    groups = write_candidates(empty_enough.grid)
    assert read_one(groups) == empty_enough
    one_line = " ".join(" ".join(line.replace("|", " ").split()) for line in groups.splitlines() if "-" not in line)
    assert read_one(one_line) == empty_enough


def test_the_candidates_of_an_empty_grid_are_81_full_groups():
    empty = SudokuPuzzle((0,) * 81)
    text = write_candidates(empty.grid)
    assert text.count("123456789") == 81
    assert read_one(text) == empty


def test_written_grid():
    lines = write_grid(PUZZLE.grid).splitlines()
    assert len(lines) == 13
    assert {len(line) for line in lines} == {25}
    assert lines[0] == lines[4] == lines[8] == lines[12] == "+-------+-------+-------+"
    assert lines[1].replace("|", "").split() == list(ROWS[0])


def test_candidate_columns_are_aligned():
    assert len({len(line) for line in write_candidates(PUZZLE.grid).splitlines()}) == 1


def test_solutions_are_read_beside_their_puzzles():
    solution = "".join(map(str, random_solution(random.Random(0))))
    text = f"puzzle,solution,backtracks\n{LINE},{solution},3\n{LINE},,\n{LINE}\n"
    first, *others = read_sudokus(text)
    np.testing.assert_array_equal(first.solution, np.reshape(list(map(int, solution)), (9, 9)))
    assert [read.solution for read in others] == [None, None]
    assert [read.line for read in (first, *others)] == [2, 3, 4]
    for text in (f"{LINE},{solution}", f"{LINE} {solution} 17", f"{LINE}\t{solution}"):
        assert read_sudokus(text)[0].solution is not None


def test_many_lines_with_bad_ones_between():
    lines = ["# a list", LINE, LINE[:-1], "", LINE[:5] + "q" + LINE[6:], write_line(OTHER.grid, "0"), "55" + "." * 79]
    found = read_sudokus("\n".join(lines))
    assert [read.line for read in found] == [2, 3, 5, 6, 7]
    assert [read.puzzle for read in found] == [PUZZLE, None, None, OTHER, None]
    assert [str(read.error) for read in found if read.error] == [
        "Line 3: A Sudoku has 81 cells, but this one has 80.",
        "Line 5, column 6: “q” is neither a digit nor a blank. Blanks are 0 . X * _ - ? · □ or a space.",
        "Line 7: Row 1 has 5 twice (r1c1, r1c2). Change one to solve.",
    ]
    assert found[-1].error.cells == ((0, 0), (0, 1))


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n", "\n# next\n"])
@pytest.mark.parametrize("write", [write_grid, write_rows])
def test_many_grids_with_a_bad_one_between(write, between):
    bad = write(PUZZLE.grid).replace(next(cell for cell in LINE if cell != "."), "k", 1)
    found = read_sudokus(between.join([write(PUZZLE.grid), bad, write(OTHER.grid)]))
    assert [read.puzzle for read in found] == [PUZZLE, None, OTHER]
    assert "“k”" in str(found[1].error.why)


def test_bands_apart_in_many_grids():
    bands = GRIDS["bands apart"]
    short = bands.rpartition("\n")[0]
    found = read_sudokus("\n\n".join([bands, short, bands]))
    assert [read.puzzle for read in found] == [PUZZLE, None, PUZZLE]
    assert "ends after 8 rows" in str(found[1].error.why)


def test_formats_mix():
    text = f"# mixed\n{LINE}\n\n{write_grid(OTHER.grid)}\n{LINE} solved\n"
    assert [read.puzzle for read in read_sudokus(text)] == [PUZZLE, OTHER, PUZZLE]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "no puzzle"),
        ("\n \n", 1, "no puzzle"),
        ("# only a comment", 1, "no puzzle"),
        ("puzzle,solution\n", 1, "no puzzle"),
        ("hello", 1, "no puzzle"),
        ("\n".join([*ROWS[:4], ROWS[4][:-1], *ROWS[5:]]), 5, "8 cells instead of 9"),
        ("\n".join(ROWS[:8]), 8, "ends after 8 rows"),
        ("\n".join([*ROWS, ROWS[0]]), 10, "row 10"),
        ("\n".join([*ROWS[:6], "12a", *ROWS[7:]]), 7, "“a” is neither"),
        (f"puzzle\n{LINE}5\n", 2, "81 cells, but this one has 82"),
    ],
)
def test_errors_say_which_line_and_why(text, line, words):
    error = error_of(text)
    assert error.line == line
    assert words in str(error.why)


def test_a_candidate_row_that_lost_a_cell_is_named():
    lines = write_candidates(PUZZLE.grid).splitlines()
    lines[5] = lines[5].rpartition("|")[0].rstrip().rpartition(" ")[0]
    error = error_of("\n".join(lines))
    assert error.line == 6
    assert "cells instead of 9" in str(error.why)


def test_a_conflict_in_a_grid_names_cells_and_the_first_line():
    rows = ["#comment", "5.......5", *["........."] * 8]
    error = error_of("\n".join(rows))
    assert error.line == 2
    assert error.cells == ((0, 0), (0, 8))
