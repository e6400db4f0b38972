import numpy as np
import torch

from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.reasoning.movement import cell_movement
from solver.reasoning.view_batch import ViewBatch
from solver.reasoning.views import View
from tests.traces import sudoku_puzzle


def test_a_cell_moves_by_all_of_its_tokens_and_prefixes_do_not_count():
    before = torch.ones(1, 1 + 2 * 3, 4)
    after = before.clone()
    after[0, 0] += 100  # a puzzle embedding
    after[0, 1 + 3] += 2  # the first token of the second cell, whose three tokens have the norm √12
    moved = cell_movement(after, before, prefix=1, cells=2)
    assert moved.dtype == np.float16
    np.testing.assert_allclose(moved, [[0, 4 / 12**0.5]], rtol=1e-3)


def test_a_cell_that_was_zero_has_a_finite_movement():
    before = torch.zeros(1, 2, 4)
    assert np.isfinite(cell_movement(before + 1, before, 0, 2)).all()


def test_each_view_records_its_movement_in_the_puzzles_own_frame():
    checkpoint = load_checkpoint(bundled_checkpoints()["sudoku"], "cpu")
    puzzle = sudoku_puzzle()
    # The network takes a puzzle that was turned by half for the same one.
    batch = ViewBatch(checkpoint.network, puzzle, [View(0), View(1, quarter_turns=2)])
    for _ in range(2):
        given, turned = batch.step(lambda: None)
        for one, other in ((given.z_movement, turned.z_movement), (given.y_movement, turned.y_movement)):
            assert one.shape == (checkpoint.config.H_cycles, *puzzle.shape)
            assert one.dtype == np.float16
            np.testing.assert_allclose(one.astype(float), other.astype(float), atol=2e-3)
        assert given.z_movement.std() > 0.01
