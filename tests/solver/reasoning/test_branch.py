"""Branches: the same thinking up to where they leave it, and the asked-for change from there."""

import json

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from solver.cancelling import Cancelled
from solver.puzzles.maze.cells import FREE, PATH
from solver.puzzles.maze.generator import generate_mazes
from solver.reasoning.branch import branched_from, kicked, with_token
from solver.reasoning.budget import Budget
from solver.trace.branch import Branch
from tests.solver.reasoning.test_influence import first_free
from tests.solver.reasoning.test_refine import checkpoint, easy, solve
from tests.traces import hopeless_sudoku


def branched(puzzle, *branches, steps=3, **options):
    return list(branched_from(checkpoint(puzzle.kind), puzzle, branches, steps, **options).refinements())


@pytest.mark.parametrize("number", [0, 2])
def test_a_branch_that_changes_nothing_goes_on_as_before(number):
    puzzle = hopeless_sudoku()
    whole = [r for r in solve(puzzle, Budget(5, 3))[0] if r.view == number]
    rest = branched(puzzle, Branch(view=number, step=2))
    assert [r.step for r in rest] == [3, 4, 5]
    for ours, theirs in zip(rest, whole[2:], strict=True):
        np.testing.assert_allclose(ours.probabilities, theirs.probabilities, atol=1e-5)


def test_a_forced_value_is_the_answer_and_is_let_go_again():
    puzzle = hopeless_sudoku()
    cell = first_free(puzzle)
    before = solve(puzzle, Budget(2, 1))[0][-1].answer[cell]
    other = int(before) % 9 + 1
    once = branched(puzzle, Branch(step=2, forced=((cell, other),)), steps=6)
    assert once[0].answer[cell] == other
    assert (once[0].inner_answers[:, cell[0], cell[1]] == other).all()
    always = branched(puzzle, Branch(step=2, forced=((cell, other),), for_good=True), steps=6)
    assert len(always) == 6
    assert {int(r.answer[cell]) for r in always} == {other}
    assert all(r.confidence[cell] > 0.98 for r in always)


def test_a_branch_of_a_branch_goes_through_both_changes():
    puzzle = hopeless_sudoku()
    kick, other = Branch(step=1, kick=2.0, seed=5), Branch(step=3, H_cycles=4)
    once = branched(puzzle, kick, steps=4)
    twice = branched(puzzle, kick, other, steps=2)
    assert [r.step for r in twice] == [4, 5]
    assert len(twice[0].inner_answers) == 4
    unchanged = branched(puzzle, kick, Branch(step=3), steps=2)
    np.testing.assert_allclose(unchanged[0].probabilities, once[2].probabilities, atol=1e-5)


def test_branches_of_two_views_are_refused():
    with pytest.raises(ValueError, match="one view"):
        branched(easy(), Branch(view=0), Branch(view=1))


@given(
    st.builds(
        Branch,
        view=st.integers(0, 9),
        step=st.integers(0, 99),
        forced=st.lists(st.tuples(st.tuples(st.integers(0, 8), st.integers(0, 8)), st.integers(0, 9))).map(tuple),
        for_good=st.booleans(),
        kick=st.floats(0, 100),
        seed=st.integers(0, 2**31),
        reset=st.booleans(),
        H_cycles=st.none() | st.integers(1, 32),
        L_cycles=st.none() | st.integers(1, 32),
    )
)
def test_a_branch_comes_back_from_json(branch):
    assert Branch.from_json(json.loads(json.dumps(branch.to_json()))) == branch


@pytest.mark.parametrize(
    "data", [{"step": "1"}, {"kick": True}, {"reset": 1}, {"H_cycles": 2.0}, {"forced": [[1, 2]]}, {"forced": 3}]
)
def test_damaged_branches_are_refused(data):
    with pytest.raises((TypeError, ValueError)):
        Branch.from_json(data)


def test_a_maze_cell_is_forced_in_a_turned_view():
    puzzle = next(generate_mazes(1, 3, "perfect", 11, 15))
    answer = solve(puzzle, Budget(60, 1))[0][-1].answer
    on_path, off_path = (tuple(map(int, np.argwhere(answer == value)[0])) for value in (PATH, FREE))
    branch = Branch(view=1, step=2, forced=((on_path, FREE), (off_path, PATH)), for_good=True)
    for refinement in branched(puzzle, branch):
        assert (refinement.answer[on_path], refinement.answer[off_path]) == (FREE, PATH)


def test_a_kick_depends_on_its_seed_alone():
    z = torch.full((1, 4, 8), 2.0)
    assert torch.equal(kicked(z, 0.5, 1), kicked(z, 0.5, 1))
    assert not torch.equal(kicked(z, 0.5, 1), kicked(z, 0.5, 2))
    puzzle = hopeless_sudoku()
    plain, hit = (branched(puzzle, Branch(step=2, kick=kick), steps=1)[0] for kick in (0.0, 3.0))
    assert hit.latent_change != pytest.approx(plain.latent_change)


def test_a_reset_forgets_the_latent():
    puzzle = hopeless_sudoku()
    network = checkpoint("sudoku").network
    reasoning = branched_from(checkpoint("sudoku"), puzzle, [Branch(step=3, reset=True)], 1)
    seen = []
    batch = reasoning.batch
    step = batch.step

    def watched(check):
        seen.append(batch.z.clone())
        return step(check)

    batch.step = watched
    list(reasoning.refinements())
    start = network.initial_state(1, 81)[1]
    assert torch.equal(seen[-1], start)
    assert not torch.equal(seen[-2], start)


def test_other_cycles_are_recorded():
    puzzle = hopeless_sudoku()
    (refinement,) = branched(puzzle, Branch(step=1, H_cycles=5), steps=1)
    assert len(refinement.inner_answers) == 5


def test_it_goes_on_from_its_state():
    puzzle = hopeless_sudoku()
    reasoning = branched_from(checkpoint("sudoku"), puzzle, [Branch(step=1, kick=1.0)], 2)
    assert len(list(reasoning.refinements())) == 2
    state = reasoning.state()
    assert (state.views, state.steps) == ((0,), (3,))
    more, _ = solve(puzzle, Budget(1, 1), resume=state)
    assert more[0].step == 4


def test_it_ends_when_the_rules_accept():
    refinements = branched(easy(), Branch(step=0), steps=16)
    assert [r.accepted for r in refinements][-1] is True
    assert len(refinements) < 16


def test_moving_y_reaches_each_digit():
    network = checkpoint("sudoku").network
    y, _ = network.initial_state(2, 81)
    for token in range(2, 11):
        decoded = network.logits(with_token(network, y, 40, token)).softmax(-1)[:, 40]
        assert (decoded[:, token] > 0.985).all()


def test_it_can_be_cancelled():
    with pytest.raises(Cancelled):
        branched(easy(), Branch(step=1), cancelled=lambda: True)


@pytest.mark.parametrize(
    "values", [{"step": -1}, {"H_cycles": 0}, {"L_cycles": 33}, {"kick": float("nan")}, {"kick": -1.0}, {"view": -1}]
)
def test_impossible_branches_are_refused(values):
    with pytest.raises(ValueError, match=r"between|start"):
        Branch(**values)


@pytest.mark.parametrize("forced", [((9, 0), 1), ((0, 0), 10), ((-1, 0), 1)])
def test_cells_and_values_must_be_the_puzzles(forced):
    with pytest.raises(ValueError, match="There is no cell"):
        branched_from(checkpoint("sudoku"), easy(), [Branch(forced=(forced,))], 1)


def test_another_network_takes_over_from_the_answer():
    from solver.model.bundled import bundled_networks
    from solver.model.checkpoint import load_checkpoint

    puzzle = hopeless_sudoku()
    answer = solve(puzzle, Budget(2, 1))[0][-1].answer
    folder = next(f for f in bundled_networks()["sudoku"] if f.name == "sudoku-deep")
    deep = load_checkpoint(folder)
    branch = Branch(step=2, checkpoint="sudoku-deep")
    reasoning = branched_from(deep, puzzle, [branch], 2, takes_over=(2, answer))
    np.testing.assert_array_equal(reasoning.batch._decode(reasoning.batch.y)[0] - 1, answer)
    rest = list(reasoning.refinements())
    assert [r.step for r in rest] == [3, 4]
    np.testing.assert_array_equal(rest[0].changed, rest[0].answer != answer)


def test_where_an_attempt_would_start_over_the_answer_that_was_taken_over_stays():
    puzzle = hopeless_sudoku()
    answer = solve(puzzle, Budget(16, 1))[0][-1].answer
    taken = branched_from(
        checkpoint("sudoku"), puzzle, [Branch(step=16, checkpoint="sudoku")], 1, takes_over=(16, answer)
    )
    y = taken.batch.y.clone()
    (first,) = taken.refinements()
    assert first.step == 17
    restarted = branched_from(checkpoint("sudoku"), puzzle, [Branch(step=16)], 1)
    assert not torch.equal(y, restarted.batch.y)
    assert not np.allclose(first.probabilities, next(iter(restarted.refinements())).probabilities)


def test_what_was_forced_for_good_stays_forced_under_another_network():
    puzzle = hopeless_sudoku()
    cell = first_free(puzzle)
    answer = solve(puzzle, Budget(2, 1))[0][-1].answer
    other = int(answer[cell]) % 9 + 1
    forced = Branch(step=1, forced=((cell, other),), for_good=True)
    takes_over = Branch(step=2, checkpoint="sudoku")
    rest = branched_from(checkpoint("sudoku"), puzzle, [forced, takes_over], 2, takes_over=(2, answer))
    assert {int(r.answer[cell]) for r in rest.refinements()} == {other}
