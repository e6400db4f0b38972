"""The Sudoku rules: validation, verdicts, warnings."""

import pickle
from functools import partial

import numpy as np
import pytest

from solver.puzzles.base import PuzzleError
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.puzzle import (
    NO_GIVENS,
    NO_SOLUTION,
    PEERS,
    SEVERAL_SOLUTIONS,
    TOO_LONG,
    UNITS,
    SudokuPuzzle,
    accepts,
    conflicting_cells,
)

# Made for these tests: a shifted pattern, and half of its cells as givens.
SOLUTION = np.array([[(3 * (row % 3) + row // 3 + column) % 9 + 1 for column in range(9)] for row in range(9)])
GIVENS = np.where(np.add.outer(np.arange(9), np.arange(9)) % 2 == 0, SOLUTION, 0)


@pytest.fixture
def puzzle() -> SudokuPuzzle:
    return SudokuPuzzle.from_grid(GIVENS)


def test_geometry():
    assert len(UNITS) == 27
    assert all(len(set(unit)) == 9 for unit in UNITS)
    assert all(len(peers) == 20 for peers in PEERS)
    assert all(cell in PEERS[peer] for cell in range(81) for peer in PEERS[cell])


def test_grid_is_read_only_and_free_cells_are_the_blanks(puzzle):
    assert puzzle.shape == (9, 9)
    assert puzzle.grid.dtype == np.int64
    np.testing.assert_array_equal(puzzle.grid, GIVENS)
    np.testing.assert_array_equal(puzzle.free, GIVENS == 0)
    with pytest.raises(ValueError, match="read-only"):
        puzzle.grid[0, 0] = 1


def test_equal_givens_make_equal_puzzles(puzzle):
    twin = SudokuPuzzle.from_grid(GIVENS.reshape(-1).tolist())
    assert twin == puzzle
    assert hash(twin) == hash(puzzle)
    assert pickle.loads(pickle.dumps(puzzle)) == puzzle


@pytest.mark.parametrize(
    ("cells", "names", "where"),
    [
        ({0: 5, 8: 5}, "Row 1 has 5 twice (r1c1, r1c9)", ((0, 0), (0, 8))),
        ({4: 7, 76: 7}, "Column 5 has 7 twice (r1c5, r9c5)", ((0, 4), (8, 4))),
        ({60: 2, 80: 2}, "Box 9 has 2 twice (r7c7, r9c9)", ((6, 6), (8, 8))),
    ],
)
def test_conflicting_givens_name_their_cells(cells, names, where):
    givens = tuple(cells.get(index, 0) for index in range(81))
    with pytest.raises(PuzzleError) as caught:
        SudokuPuzzle(givens)
    assert names in str(caught.value.why)
    assert caught.value.cells == where
    assert conflicting_cells(givens) == where


def test_a_conflict_in_two_units_is_told_once():
    with pytest.raises(PuzzleError) as caught:
        SudokuPuzzle((4, 4) + (0,) * 79)
    assert str(caught.value.why) == "Row 1 has 4 twice (r1c1, r1c2). Change one to solve."


def test_many_conflicts_stay_one_short_sentence():
    with pytest.raises(PuzzleError) as caught:
        SudokuPuzzle((1,) * 81)
    assert len(caught.value.cells) == 81
    assert str(caught.value.why) == (
        "Row 1 repeats the digit 1 (r1c1, r1c2, r1c3, r1c4, r1c5, r1c6, r1c7, r1c8, r1c9), and there are 26 "
        "more conflicts. Change these digits to solve."
    )


@pytest.mark.parametrize("givens", [(), (0,) * 80, (10,) + (0,) * 80, (-1,) + (0,) * 80, ("1",) + (0,) * 80])
def test_anything_but_81_digits_is_refused(givens):
    with pytest.raises(PuzzleError):
        SudokuPuzzle(givens)


def test_the_solution_is_accepted(puzzle):
    verdict = puzzle.check(SOLUTION)
    assert verdict.accepted is True
    assert not verdict.violations.any()


def test_blanks_are_violations(puzzle):
    verdict = puzzle.check(puzzle.grid)
    assert verdict.accepted is False
    np.testing.assert_array_equal(verdict.violations, puzzle.free)
    assert "40 cells are blank" in str(verdict.reason)


def test_a_changed_given_is_a_violation_even_in_a_valid_grid(puzzle):
    verdict = puzzle.check(SOLUTION % 9 + 1)
    assert verdict.accepted is False
    np.testing.assert_array_equal(verdict.violations, ~puzzle.free)
    assert "41 givens are changed" in str(verdict.reason)


def test_repeated_digits_are_violations_in_all_cells_that_clash(puzzle):
    answer = SOLUTION.copy()
    answer[0, 1] = answer[0, 0]
    verdict = puzzle.check(answer)
    assert verdict.accepted is False
    digit = answer[0, 0]
    clashing = {(0, 0), (0, 1)} | {(row, 1) for row in range(9) if answer[row, 1] == digit}
    assert {tuple(cell) for cell in np.argwhere(verdict.violations)} == clashing


def test_values_outside_the_digits_count_as_blank(puzzle):
    answer = SOLUTION.copy()
    answer[0, 1], answer[1, 0] = -3, 12
    verdict = puzzle.check(answer)
    assert {tuple(cell) for cell in np.argwhere(verdict.violations)} == {(0, 1), (1, 0)}
    assert not accepts(answer[None], GIVENS[None])[0]


def test_an_answer_of_another_shape_is_a_mistake_of_the_caller(puzzle):
    with pytest.raises(ValueError, match="9×9"):
        puzzle.check(np.ones((4, 4), dtype=np.int64))


def test_accepts_agrees_with_check(puzzle):
    rng = np.random.default_rng(3)
    answers = np.repeat(SOLUTION[None], 60, axis=0)
    for answer in answers[20:40]:
        answer[tuple(rng.integers(0, 9, 2))] = rng.integers(0, 10)
    answers[40:50] = answers[40:50] % 9 + 1
    for answer in answers[50:]:
        answer[[0, 1]] = answer[[1, 0]]
    expected = [bool(puzzle.check(answer).accepted) for answer in answers]
    assert 20 <= sum(expected) < 60
    assert accepts(answers, np.repeat(GIVENS[None], 60, axis=0)).tolist() == expected


def test_swapped_rows_within_a_band_are_valid_but_for_the_givens():
    swapped = SOLUTION[[1, 0, *range(2, 9)]]
    blank = np.zeros((1, 9, 9), dtype=np.int64)
    assert accepts(swapped[None], blank)[0]
    assert not accepts(swapped[None], GIVENS[None])[0]


def test_warnings_are_not_errors():
    assert SudokuPuzzle.from_grid(SOLUTION).warnings() == ()
    empty = SudokuPuzzle((0,) * 81)
    assert empty.warnings() == (NO_GIVENS(fewest=17), SEVERAL_SOLUTIONS())
    assert empty.warnings() is empty.warnings()


def test_no_solution_is_a_warning():
    # r1c9 can hold only 9, which column 9 has already.
    givens = [1, 2, 3, 4, 5, 6, 7, 8] + [0] * 73
    givens[80] = 9
    assert NO_SOLUTION() in SudokuPuzzle(tuple(givens)).warnings()


def test_an_impossible_puzzle_is_found_out():
    # Peter Norvig's, which takes a plain search half an hour.
    impossible = ".....5.8....6.1.43..........1.5........1.6...3.......553.....61........4........."
    puzzle = SudokuPuzzle.from_json({"kind": "sudoku", "givens": impossible})
    assert puzzle.warnings()[0] == NO_SOLUTION(), "before it says that there are few givens"


def test_a_grid_that_defies_the_search_is_a_warning_too(puzzle, monkeypatch):
    monkeypatch.setattr("solver.puzzles.sudoku.puzzle.search", partial(search, give_up=3))
    givens = tuple(digit if index % 4 == 0 else 0 for index, digit in enumerate(puzzle.givens))
    assert not search(givens, give_up=3).complete
    assert TOO_LONG() in SudokuPuzzle(givens).warnings()


def test_answers_are_written_as_81_digits(puzzle):
    text = puzzle.format_answer(SOLUTION)
    assert len(text) == 81
    assert text.startswith("123456789456789123")


def test_json_round_trip(puzzle):
    data = puzzle.to_json()
    assert data["kind"] == "sudoku"
    assert SudokuPuzzle.from_json(data) == puzzle
    assert SudokuPuzzle.from_json({**data, "givens": data["givens"].replace("0", ".")}) == puzzle


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"kind": "maze", "givens": "0" * 81},
        {"kind": "sudoku"},
        {"kind": "sudoku", "givens": [0] * 81},
        {"kind": "sudoku", "givens": "0" * 80},
        {"kind": "sudoku", "givens": "٣" * 81},
        {"kind": "sudoku", "givens": "55" + "0" * 79},
    ],
)
def test_json_that_is_no_sudoku_is_refused(data):
    with pytest.raises(PuzzleError):
        SudokuPuzzle.from_json(data)
