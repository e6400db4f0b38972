"""What is asked of the network for a branch, without a window."""

import numpy as np
import pytest

from app.solving.branching import LEAST_STEPS, UnknownCheckpoint, branch_solve
from app.solving.worker import Solve
from solver.model.bundled import bundled_checkpoints
from solver.reasoning.budget import Budget
from solver.trace.branch import Branch
from tests.traces import sudoku_puzzle, sudoku_trace

USUAL = Solve(sudoku_puzzle(), Budget(16, 8))


@pytest.fixture
def trace():
    trace = sudoku_trace(steps=10, solved=False, second_view=True)
    trace.checkpoint = "sudoku (0123456789ab)"
    trace.branches = (Branch(step=2, kick=0.1), Branch(step=6, kick=0.2), Branch(view=1, step=1, reset=True))
    return trace


def test_a_branch_keeps_what_leads_up_to_it_and_what_was_changed_on_the_way(trace):
    branch = Branch(step=4, kick=0.5)
    solve, start = branch_solve(USUAL, trace, branch)
    assert start.branches == solve.branches == (trace.branches[0], branch)
    assert start.refinements == trace.of_view(0)[:4]
    assert start.state is None
    assert solve.budget == Budget(12, 1), "the rest of the usual steps, in one view"
    assert solve.resumes == trace.checkpoint
    assert solve.recorded is trace
    assert solve.takes_over is None


def test_a_branch_near_the_end_still_has_some_steps(trace):
    solve, _ = branch_solve(USUAL, trace, Branch(step=15))
    assert solve.budget.steps == LEAST_STEPS


@pytest.mark.parametrize("step", [0, 3])
def test_another_checkpoint_takes_over_from_the_answer_there(trace, step):
    folder = bundled_checkpoints()["sudoku"]
    solve, _ = branch_solve(USUAL, trace, Branch(step=step, checkpoint=folder.name))
    assert solve.folder == folder
    assert solve.resumes == "", "it need not be the one that recorded the steps before"
    number, answer = solve.takes_over
    assert number == step
    assert np.array_equal(answer, trace.of_view(0)[step - 1].answer if step else trace.puzzle.grid)


def test_a_checkpoint_that_is_gone_is_named(trace):
    with pytest.raises(UnknownCheckpoint, match=r"^a lost one$"):
        branch_solve(USUAL, trace, Branch(step=1, checkpoint="a lost one"))
