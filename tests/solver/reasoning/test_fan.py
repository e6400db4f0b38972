from dataclasses import replace

import pytest

from solver.cancelling import Cancelled
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.reasoning.budget import Budget
from solver.reasoning.fan import fan, start_view
from solver.reasoning.refine import Reasoning
from solver.trace.fan import ending
from tests.traces import sudoku_puzzle, sudoku_trace


@pytest.fixture(scope="module")
def checkpoint():
    return load_checkpoint(bundled_checkpoints()["sudoku"], "cpu")


def films(found):
    gathered = {}
    for number, refinement in found:
        gathered.setdefault(number, []).append(refinement)
    return gathered


def test_each_start_is_recorded_to_its_end_and_the_first_is_the_usual_one(checkpoint):
    puzzle = sudoku_puzzle()
    found = films(fan(checkpoint, puzzle, 3, 16))
    assert sorted(found) == [0, 1, 2]
    usual = list(Reasoning(checkpoint, puzzle, Budget(16, 1)).refinements())
    assert [r.answer.tolist() for r in found[0]] == [r.answer.tolist() for r in usual]
    for film in found.values():
        assert [r.step for r in film] == list(range(1, len(film) + 1))
        assert all(r.view == 0 for r in film)
        assert ending(film) == "moving" or ending(film[:-1]) == "moving", "nothing comes after the end"
    assert found[1][0].latent_change != found[2][0].latent_change


def test_starts_differ_by_their_noise():
    assert start_view("sudoku", 0).latent_noise == 0
    assert start_view("sudoku", 1) != start_view("sudoku", 2)


def test_it_ends_at_once_when_it_is_cancelled(checkpoint):
    with pytest.raises(Cancelled):
        list(fan(checkpoint, sudoku_puzzle(), 2, 16, cancelled=lambda: True))


def test_how_a_start_ended():
    solved, unsolved = sudoku_trace().refinements, sudoku_trace(solved=False).refinements
    assert ending(solved) == "verified"
    assert ending(unsolved) == "moving"
    still = replace(unsolved[-1], changed=unsolved[-1].changed & False, latent_change=0.001)
    assert ending([*unsolved, still, still]) == "moving"
    assert ending([*unsolved, still, still, still]) == "settled"
    assert ending([]) == "moving"
