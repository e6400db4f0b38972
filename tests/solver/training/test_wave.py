import numpy as np
import pytest
import torch
from msgspec.structs import replace

from solver.puzzles.maze.cells import GOAL, PATH, START, WALL
from solver.puzzles.maze.generator import STYLES, generate_mazes
from solver.puzzles.maze.puzzle import MazePuzzle, canonical_label
from solver.training.config import parse_run_config
from solver.training.loop import Trainer
from solver.training.maze_data import MazeSource
from solver.training.maze_kernels import accepted_paths
from solver.training.processes import Processes
from solver.training.state_file import load_state, save_state
from solver.training.wave import (
    WAYS,
    fastest_wave,
    favoured_labels,
    ripe_cells,
    shortest_ways,
    steps_needed,
    wave_losses,
    wave_targets,
)

from .conftest import MAZE

DOWN, LEFT, RIGHT, UP = 1, 2, 3, 4
MOVES = {DOWN: (1, 0), LEFT: (0, -1), RIGHT: (0, 1), UP: (-1, 0)}
CORRIDOR = torch.tensor([[WALL, START, 2, 2, 2, GOAL, 2, WALL]])
"""Moves to the goal: 4, 3, 2, 1, 0, 1."""


def tokens(puzzles):
    return torch.tensor(np.array([p.grid.reshape(-1) for p in puzzles]))


def corridor():
    return wave_targets(CORRIDOR, (1, 8))


@pytest.mark.parametrize("style", STYLES)
def test_following_the_ways_from_the_start_is_the_canonical_path(style):
    puzzles = list(generate_mazes(6, 5, style, 11, 9))
    ways, moves = wave_targets(tokens(puzzles), (11, 9))
    for puzzle, way, move in zip(puzzles, ways.view(-1, 11, 9), moves.view(-1, 11, 9), strict=True):
        assert np.array_equal(move.numpy(), puzzle.goal_moves)
        assert np.array_equal(way.numpy() > 0, puzzle.goal_moves > 0)
        followed, cell = puzzle.grid.copy(), puzzle.start
        while True:
            down, right = MOVES[int(way[cell])]
            cell = (cell[0] + down, cell[1] + right)
            if cell == puzzle.goal:
                break
            followed[cell] = PATH
        assert np.array_equal(followed, canonical_label(puzzle))


def test_ties_go_down_before_left_before_right_before_up():
    puzzle = MazePuzzle(("     ", "     ", "  G  ", "     ", "S    "))
    ways, _ = wave_targets(tokens([puzzle]), puzzle.shape)
    grid = ways.view(5, 5)
    assert (grid[:2] == DOWN).all()
    assert (grid[2:, 3:] == LEFT).all()
    assert (grid[2:, :2] == RIGHT).all()
    assert grid[3:, 2].tolist() == [UP, UP]
    assert grid[2, 2] == 0


def test_cells_without_a_way_have_none():
    puzzle = MazePuzzle(("S G# ", "   # ", "   # ", "   ##", "    #"))
    ways, moves = wave_targets(tokens([puzzle]), puzzle.shape)
    assert moves.view(5, 5)[0].tolist() == [2, 1, 0, -1, -1]
    assert ways.view(5, 5)[0].tolist() == [RIGHT, RIGHT, 0, 0, 0]


def losses(chosen, steps, *, least=1.0, most=2.0, cells=CORRIDOR):
    """The loss of a head that is all but sure of `chosen`."""
    ways, moves = wave_targets(cells, (1, cells.shape[1]))
    logits = 20.0 * torch.nn.functional.one_hot(torch.tensor([chosen]), WAYS).float()
    return float(wave_losses(logits, ways, moves, cells, torch.tensor([steps]), least=least, most=most))


def test_a_way_counts_once_the_wave_must_have_come_and_a_guess_before_it_can_have():
    assert losses([0, 0, 0, 0, RIGHT, 0, LEFT, 0], 1) < 1e-6
    # The cell 2 moves away may say anything at step 1, the one 1 move away must know, the one 3 away must not.
    assert losses([0, 0, 0, UP, RIGHT, 0, LEFT, 0], 1) < 1e-6
    assert losses([0, 0, 0, 0, UP, 0, LEFT, 0], 1) == pytest.approx(20 / 4, rel=1e-3)
    assert losses([0, 0, RIGHT, 0, RIGHT, 0, LEFT, 0], 1) == pytest.approx(20 / 4, rel=1e-3)
    assert losses([0, RIGHT, RIGHT, RIGHT, RIGHT, 0, LEFT, 0], 4) < 1e-6
    assert losses([0, 0, RIGHT, RIGHT, RIGHT, 0, LEFT, 0], 4) == pytest.approx(20 / 5, rel=1e-3)


def test_walls_and_the_goal_are_free_and_cells_cut_off_stay_without_a_way():
    assert losses([UP, RIGHT, RIGHT, RIGHT, RIGHT, UP, LEFT, UP], 4) < 1e-6
    cut_off = torch.tensor([[START, GOAL, WALL, 2]])
    assert losses([RIGHT, 0, 0, 0], 9, cells=cut_off) < 1e-6
    assert losses([RIGHT, 0, 0, UP], 9, cells=cut_off) == pytest.approx(20 / 2, rel=1e-3)


def test_path_cells_ripen_from_the_start_once_the_wave_has_been_there():
    labels = CORRIDOR.clone()
    labels[0, 2:5] = PATH
    _, moves = corridor()
    # 4 moves out, then the cells 1, 2 and 3 moves on.
    ripe = [ripe_cells(labels, moves, torch.tensor([k]), 1.0)[0].tolist() for k in range(4, 8)]
    assert [r[2:5] for r in ripe] == [[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1]]
    assert all(r[:2] + r[5:] == [1] * 5 for r in ripe)
    assert steps_needed(labels, 1.0).tolist() == [8]
    assert steps_needed(labels, 3.0).tolist() == [3]


def trainer(**changes):
    config = parse_run_config(MAZE)
    config = replace(config, training=replace(config.training, cycles=(), **changes))
    cpu = torch.device("cpu")
    return Trainer(config, MazeSource(config.data.stages, 0, cpu), Processes())


def test_no_wave_outruns_what_the_convolutions_carry():
    network = trainer().network
    row = torch.full((1, 60), 2)
    x, context = network.embed(row, shape=(1, 60))
    y, z = network.initial_state(1, 60)
    changed = row.clone()
    changed[0, 0] = GOAL
    with torch.no_grad():
        before = network(x, y, z, context)[0]
        after = network(network.embed(changed, shape=(1, 60))[0], y, z, context)[0]
    assert (before != after).any(-1).nonzero()[:, 1].max() <= fastest_wave(network.config)


def test_the_auxiliary_head_is_learned_and_left_out_of_the_checkpoint():
    run = trainer(wave_weight=1.0, rate=1e-2, warmup=0)
    before = run.wave_head.weight.detach().clone()
    for _ in range(30):
        run.step()
    early = run.take_metrics()["wave_loss"]
    for _ in range(150):
        run.step()
    assert run.take_metrics()["wave_loss"] < 0.9 * early
    assert not torch.equal(run.wave_head.weight, before)
    assert run.network.state_dict().keys() == trainer().network.state_dict().keys()


def test_a_run_goes_on_with_its_head_and_its_optimiser(tmp_path):
    run = trainer(wave_weight=1.0)
    for _ in range(3):
        run.step()
    again = trainer(wave_weight=1.0)
    save_state(tmp_path, run.state())
    again.load_state(load_state(tmp_path))
    # Both draw new puzzles then: the slots are no part of the state, which also rounds the weights.
    run.slots = again._empty_slots()
    run.slots.draws = again.slots.draws.clone()
    run.step()
    again.step()
    for a, b in zip((again.wave_head.weight, *again.parameters), (run.wave_head.weight, *run.parameters), strict=True):
        torch.testing.assert_close(a, b, atol=1e-3, rtol=1e-2)


def test_a_run_can_start_from_one_without_the_head():
    plain, run = trainer(), trainer(wave_weight=1.0)
    plain.step()
    state = plain.state()
    run.start_from(state["network"], state["ema"], state["optimiser"], state["wave_head"])
    assert torch.equal(run.network.lm_head.weight, plain.network.lm_head.weight)
    run.step()


def test_a_maze_gets_the_steps_that_it_needs_and_no_more():
    run = trainer(wave_weight=1.0, wave_speed=100.0, spare_steps=1, exploration=0.0, rate=1e-9)
    run.step()
    assert not run.slots.halted.any()
    run.step()
    assert run.slots.halted.all()


def answer_logits(grid, path):
    """Logits of an answer that marks these cells of a maze [R, C]."""
    answered = torch.from_numpy(grid.copy())
    for cell in path:
        answered[cell] = PATH
    return torch.nn.functional.one_hot(answered.flatten(), 6).float()[None]


def test_the_favoured_label_is_the_shortest_path_that_the_answer_comes_nearest():
    puzzle = MazePuzzle(("S  ##", "   ##", "  G##", "#####", "#####"))
    grid = puzzle.grid
    for path in ([(0, 1), (0, 2), (1, 2)], [(1, 0), (2, 0), (2, 1)], [(0, 1), (1, 1), (2, 1)]):
        logits = answer_logits(grid, path)
        labels = favoured_labels(tokens([puzzle]), logits, puzzle.shape)
        assert torch.equal(labels, logits.argmax(-1)), "a shortest path is its own label"
    nearly = favoured_labels(tokens([puzzle]), answer_logits(grid, [(0, 2), (1, 1), (2, 1)]), puzzle.shape)
    assert nearly.view(5, 5)[1, 1] == nearly.view(5, 5)[2, 1] == PATH
    undecided = favoured_labels(tokens([puzzle]), torch.zeros(1, 25, 6), puzzle.shape)
    assert np.array_equal(undecided.numpy().reshape(5, 5), canonical_label(puzzle))


@pytest.mark.parametrize("style", STYLES)
def test_favoured_labels_are_accepted_whatever_the_answer(style):
    puzzles = list(generate_mazes(6, 5, style, 11, 9))
    inputs, logits = tokens(puzzles), torch.randn(6, 99, 6, generator=torch.Generator().manual_seed(0))
    labels = favoured_labels(inputs, logits, (11, 9)).numpy().reshape(-1, 11, 9)
    assert accepted_paths(labels, inputs.numpy().reshape(-1, 11, 9)).all()


def test_a_maze_without_a_way_keeps_its_label():
    grid = torch.tensor([[START, WALL, GOAL]])
    assert torch.equal(favoured_labels(grid, torch.zeros(1, 3, 6), (1, 3)), grid)


def test_every_shortest_way_is_allowed_and_no_other():
    puzzle = MazePuzzle(("     ", "     ", "  G  ", "     ", "S    "))
    ways, moves = wave_targets(tokens([puzzle]), puzzle.shape)
    allowed = shortest_ways(moves, puzzle.shape)
    assert torch.equal(allowed.gather(-1, ways[..., None])[..., 0], moves > 0), "the canonical one is among them"
    corner, above = allowed.view(5, 5, WAYS)[0, 0], allowed.view(5, 5, WAYS)[0, 2]
    assert corner.nonzero().flatten().tolist() == [DOWN, RIGHT]
    assert above.nonzero().flatten().tolist() == [DOWN]
    assert not allowed.view(5, 5, WAYS)[2, 2].any()


def test_any_allowed_way_has_the_same_loss():
    inputs = torch.tensor([[START, 2, 2, 2, 2, 2, 2, 2, GOAL]])
    ways, moves = wave_targets(inputs, (3, 3))
    allowed = shortest_ways(moves, (3, 3))
    sure = torch.full((1, 9, WAYS), -20.0)
    for cell, way in enumerate((RIGHT, DOWN, DOWN, RIGHT, RIGHT, DOWN, RIGHT, RIGHT, 0)):
        sure[0, cell, way] = 20.0
    steps, speeds = torch.tensor([3]), {"least": 8, "most": 8}
    assert wave_losses(sure, ways, moves, inputs, steps, **speeds, allowed=allowed).item() < 1e-6
    assert wave_losses(sure, ways, moves, inputs, steps, **speeds).item() > 1
    wrong = sure.roll(1, -1)
    assert wave_losses(wrong, ways, moves, inputs, steps, **speeds, allowed=allowed).item() > 1


def test_a_run_may_accept_any_shortest_path(maze_config):
    config = replace(maze_config, training=replace(maze_config.training, any_path=True, wave_weight=1.0))
    trainer = Trainer(config, MazeSource(config.data.stages, 0, torch.device("cpu")), Processes())
    for _ in range(2):
        trainer.step()
    grids = [t.numpy().reshape(-1, 9, 9) for t in (trainer.slots.labels, trainer.slots.inputs)]
    assert accepted_paths(*grids).all()
    assert np.isfinite(trainer.take_metrics()["wave_loss"])
