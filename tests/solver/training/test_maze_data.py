import numpy as np
import pytest
import torch

from solver.puzzles.maze.cells import CHARACTERS, FREE, GOAL, PATH, START, WALL
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.training.config import MazePart, MazeStage, ValidationConfig
from solver.training.maze_data import STYLES, MazeSource, maze_validation_sets
from solver.training.maze_kernels import accepted_paths

CPU = torch.device("cpu")
STEPS = ((1, 0), (0, -1), (0, 1), (-1, 0))


def draw(part, count=25, canvas=13, **stage):
    source = MazeSource((MazeStage(canvas, (part,), **stage),), 3, CPU)
    mazes, labels, *_ = source.draw(torch.arange(count), torch.zeros(count, dtype=torch.long))
    return mazes.numpy().reshape(-1, canvas, canvas), labels.numpy().reshape(-1, canvas, canvas)


def puzzle_of(maze):
    return MazePuzzle(tuple("".join(CHARACTERS[token] for token in row) for row in maze))


@pytest.mark.parametrize("style", STYLES)
def test_labels_are_canonical_shortest_paths(style):
    for maze, label in zip(*draw(MazePart(style)), strict=True):
        puzzle = puzzle_of(maze)
        assert puzzle.check(label).accepted
        cell = puzzle.start
        while puzzle.goal_moves[cell] > 1:
            left = puzzle.goal_moves[cell]
            steps = [(cell[0] + down, cell[1] + right) for down, right in STEPS]
            inside = [c for c in steps if 0 <= c[0] < 13 and 0 <= c[1] < 13]
            cell = next(c for c in inside if puzzle.goal_moves[c] == left - 1)
            assert label[cell] == PATH


def test_perfect_mazes_have_no_loops_and_the_others_have():
    def loops(part):
        mazes, _ = draw(part, count=40)
        free = mazes != WALL
        cells = free.sum()
        doors = (free[:, 1:] & free[:, :-1]).sum() + (free[:, :, 1:] & free[:, :, :-1]).sum()
        return doors - cells + len(mazes)

    assert loops(MazePart("perfect")) == 0
    assert loops(MazePart("braided", openness=0.0)) == 0
    assert 0 < loops(MazePart("braided", openness=0.2)) < loops(MazePart("braided", openness=1.0))
    assert loops(MazePart("rooms")) > 0


def test_sizes_run_from_the_smallest_to_the_canvas():
    mazes, _ = draw(MazePart("perfect", smallest=9), count=60)
    heights = {int((maze != WALL).any(1).sum()) + 2 for maze in mazes}
    assert heights == {9, 11, 13}


def test_start_and_goal_are_as_far_apart_as_asked():
    mazes, _ = draw(MazePart("obstacles", least_moves=1.5, smallest=13))
    assert min(puzzle_of(maze).shortest for maze in mazes) >= 1.5 * 13
    # So far that hardly any start has such a goal: another start is drawn.
    mazes, labels = draw(MazePart("obstacles", least_moves=2.5, smallest=13))
    for maze, label in zip(mazes, labels, strict=True):
        assert puzzle_of(maze).shortest >= 2.5 * 13
        assert puzzle_of(maze).check(label).accepted
    mazes, _ = draw(MazePart("perfect"), farthest=1.0)
    for maze in mazes:
        puzzle = puzzle_of(maze)
        assert puzzle.shortest == puzzle.start_moves.max()


def test_draws_depend_on_slot_and_count_alone():
    source = MazeSource((MazeStage(13, (MazePart("perfect"), MazePart("obstacles"))),), 3, CPU)
    mazes, *_ = source.draw(torch.arange(6), torch.full((6,), 2))
    alone, *_ = source.draw(torch.tensor([4]), torch.tensor([2]))
    assert torch.equal(alone[0], mazes[4])
    assert len(torch.unique(mazes, dim=0)) == 6


def test_stages_follow_the_steps():
    source = MazeSource((MazeStage(9, (MazePart("perfect"),)), MazeStage(15, (MazePart("rooms"),), 100)), 0, CPU)
    assert source.shape == (9, 9)
    source.at_step(99)
    assert source.shape == (9, 9)
    source.at_step(100)
    assert source.shape == (15, 15)


def test_the_compiled_check_agrees_with_the_rules():
    mazes, labels = draw(MazePart("rooms"), count=30)
    rng = np.random.default_rng(0)
    answers = [labels]
    for _ in range(6):
        damaged = labels.copy()
        for answer in damaged:
            row, column = rng.integers(13, size=2)
            answer[row, column] = rng.choice((WALL, FREE, START, GOAL, PATH))
        answers.append(damaged)
    # Shortest paths other than the canonical one: those of the maze turned by 180°, turned back.
    turned = [canonical(maze[::-1, ::-1])[::-1, ::-1] for maze in mazes]
    answers.append(np.array(turned))
    assert (answers[-1] != labels).any()
    for batch in answers:
        expected = [puzzle_of(maze).check(answer).accepted for maze, answer in zip(mazes, batch, strict=True)]
        assert accepted_paths(np.ascontiguousarray(batch), mazes).tolist() == expected
    assert accepted_paths(answers[-1], mazes).all()
    assert not accepted_paths(mazes, mazes).any()


def canonical(maze):
    puzzle = puzzle_of(maze)
    answer, cell = maze.copy(), puzzle.start
    while puzzle.goal_moves[cell] > 1:
        steps = [(cell[0] + down, cell[1] + right) for down, right in STEPS]
        cell = next(c for c in steps if puzzle.goal_moves[c] == puzzle.goal_moves[cell] - 1)
        answer[cell] = PATH
    return answer


def test_validation_sets_are_frozen():
    config = ValidationConfig(puzzles=2, sizes=(7, 9))
    first, again = maze_validation_sets(config), maze_validation_sets(config)
    assert [s.name for s in first] == [f"{style} {n}×{n}" for n in (7, 9) for style in STYLES]
    assert all(np.array_equal(a.inputs, b.inputs) for a, b in zip(first, again, strict=True))
    assert not first[0].accepts(first[0].inputs, first[0].inputs).any()
