"""A view that has come to rest makes way for the next one."""

import numpy as np
import torch

from solver.model.checkpoint import Checkpoint
from solver.puzzles.maze.generator import generate_mazes
from solver.reasoning.batch import solve_many
from solver.reasoning.budget import Budget
from solver.reasoning.refine import Reasoning
from solver.reasoning.standstill import STILL_CHANGE, STILL_STEPS, Standstill, latent_change
from tests.solver.model.networks import CONVOLUTION, random_network

STEPS = 60


def drowsy() -> Checkpoint:
    """A network whose layers add nothing, so that y and z come to rest where x draws them."""
    network = random_network(CONVOLUTION)
    with torch.no_grad():
        for layer in network.L_level.parameters():
            layer.zero_()
    return Checkpoint("drowsy", network, "", "0")


def test_each_view_ends_where_it_stands_still_and_the_next_begins() -> None:
    maze = next(generate_mazes(1, 3, "obstacles", 21, 21))
    refinements = list(Reasoning(drowsy(), maze, Budget(STEPS, 3)).refinements())
    films = [[r for r in refinements if r.view == view] for view in range(3)]
    for film in films:
        assert STILL_STEPS < len(film) < STEPS
        assert not any(r.changed.any() for r in film[-STILL_STEPS:])
        assert all(r.latent_change < STILL_CHANGE for r in film[-STILL_STEPS:])
        assert film[-STILL_STEPS - 1].changed.any() or film[-STILL_STEPS - 1].latent_change >= STILL_CHANGE


def test_going_on_looks_for_a_standstill_anew() -> None:
    maze = next(generate_mazes(1, 3, "obstacles", 21, 21))
    checkpoint = drowsy()
    first = Reasoning(checkpoint, maze, Budget(STEPS, 1))
    done = len(list(first.refinements()))
    again = list(Reasoning(checkpoint, maze, Budget(STEPS, 1), resume=first.state()).refinements())
    assert [r.step for r in again] == [done + 1 + i for i in range(STILL_STEPS)]


def test_many_mazes_side_by_side_stand_still_one_by_one() -> None:
    mazes = list(generate_mazes(3, 3, "obstacles", 21, 21))
    for outcome in solve_many(drowsy(), mazes, lambda _: Budget(STEPS, 2)):
        assert not outcome.verified
        assert (outcome.view, outcome.steps) == (0, STEPS), "the puzzle as given runs all its steps"


def test_it_counts_steps_in_a_row() -> None:
    standstill = Standstill(2)
    small, large = np.float32(STILL_CHANGE / 2), np.float32(STILL_CHANGE * 2)
    for _ in range(STILL_STEPS - 1):
        standstill.see(np.array([True, True]), np.array([small, small]))
    assert standstill.reached.tolist() == [False, False]
    standstill.see(np.array([True, True]), np.array([small, large]))
    assert standstill.reached.tolist() == [True, False]
    standstill.keep(np.array([1]))
    for _ in range(STILL_STEPS):
        standstill.see(np.array([True]), np.array([small]))
    assert standstill.reached.tolist() == [True]
    standstill.see(np.array([False]), np.array([small]))
    assert standstill.reached.tolist() == [False]


def test_latent_change_is_relative() -> None:
    before = torch.ones(2, 3, 4)
    after = before * torch.tensor([1.5, 1.0])[:, None, None]
    np.testing.assert_allclose(latent_change(after, before), [0.5, 0.0])
