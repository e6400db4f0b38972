"""One solve on the bundled networks: what is recorded, when it ends, and how it goes on."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest
import torch

from solver.cancelling import Cancelled
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import Checkpoint, load_checkpoint
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.base import Puzzle
from solver.puzzles.maze.cells import PATH
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.generator import generate
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.puzzles.vocabulary import VOCABULARIES, encode
from solver.reasoning.budget import STEPS_PER_ATTEMPT, Budget
from solver.reasoning.refine import Reasoning, views_at_once
from solver.reasoning.view_batch import NotFiniteError
from solver.reasoning.views import embedded, initial_state, view_of
from solver.trace import LatentState, Refinement
from tests.solver.model.networks import ATTENTION, CANDIDATE, COLOUR, HRM, MLP, random_network
from tests.traces import hopeless_sudoku


@lru_cache
def checkpoint(kind: str) -> Checkpoint:
    return load_checkpoint(bundled_checkpoints()[kind])


@lru_cache
def easy() -> SudokuPuzzle:
    return next(generate(1, seed=5, difficulty="easy"))


def solve(puzzle: Puzzle, budget: Budget, **options: object) -> tuple[list[Refinement], Reasoning]:
    reasoning = Reasoning(checkpoint(puzzle.kind), puzzle, budget, **options)
    return list(reasoning.refinements()), reasoning


def test_a_maze_is_as_sure_as_it_is_of_its_path() -> None:
    puzzle = next(generate_mazes(1, 3, "perfect", 21, 21))
    refinements, _ = solve(puzzle, Budget(60, 1))
    were_path = np.zeros(puzzle.shape, dtype=bool)
    for r in refinements:
        were_path |= (r.answer == PATH) & puzzle.free
        expected = r.confidence[were_path].mean() if were_path.any() else 0.0
        assert r.mean_confidence == pytest.approx(expected)
    assert not (refinements[0].answer == PATH).any(), "the wave has not reached the start"
    assert refinements[0].mean_confidence == 0
    assert refinements[-1].mean_confidence > 0.8


@pytest.mark.parametrize("kind", ["sudoku", "maze"])
def test_it_ends_with_the_first_answer_that_the_rules_accept(kind: str) -> None:
    puzzle = easy() if kind == "sudoku" else next(generate_mazes(1, 3, "perfect", 11, 15))
    refinements, _ = solve(puzzle, Budget(16, 8))
    assert [r.accepted for r in refinements] == [False] * (len(refinements) - 1) + [True]
    assert puzzle.check(refinements[-1].answer).accepted
    assert [r.step for r in refinements] == list(range(1, len(refinements) + 1))
    assert all(r.view == 0 for r in refinements)


def test_a_refinement_agrees_with_itself() -> None:
    puzzle = hopeless_sudoku()
    refinements, _ = solve(puzzle, Budget(4, 3))
    assert len(refinements) == 4 + 2 * 4
    vocabulary = VOCABULARIES["sudoku"]
    before: dict[int, np.ndarray] = {}
    for r in refinements:
        assert r.probabilities.shape == (9, 9, 11)
        np.testing.assert_allclose(r.probabilities.sum(-1), 1, atol=1e-5)
        np.testing.assert_array_equal(vocabulary.decode(r.probabilities.argmax(-1)), r.answer)
        np.testing.assert_array_equal(r.probabilities.max(-1), r.confidence)
        np.testing.assert_array_equal(r.inner_answers[-1], r.answer)
        assert len(r.inner_answers) == checkpoint("sudoku").config.H_cycles
        assert r.mean_confidence == pytest.approx(r.confidence[puzzle.free].mean())
        assert 0 < r.halt_probability < 1
        assert r.latent_change > 0
        np.testing.assert_array_equal(r.changed, r.answer != before.get(r.view, puzzle.grid))
        np.testing.assert_array_equal(r.violations, puzzle.check(r.answer).violations)
        before[r.view] = r.answer


def test_every_view_is_shown_in_the_puzzles_own_frame() -> None:
    """Whatever a view turned or renamed, the givens stand where and as they are in the puzzle."""
    puzzle = hopeless_sudoku()
    refinements, reasoning = solve(puzzle, Budget(3, 6))
    assert {r.view for r in refinements} == set(range(6))
    assert len(set(reasoning.views)) > 1
    given = ~puzzle.free
    for r in refinements:
        assert (r.answer[given] == puzzle.grid[given]).mean() > 0.8


def test_nothing_recorded_is_shared_with_the_network() -> None:
    refinements, reasoning = solve(hopeless_sudoku(), Budget(2, 2))
    first = refinements[0]
    frozen = first.probabilities.copy()
    state = reasoning.state()
    for _ in reasoning.refinements():
        pass
    np.testing.assert_array_equal(first.probabilities, frozen)
    assert not np.array_equal(reasoning.state().y, state.y), "it went on from where it was"
    assert not any(isinstance(value, torch.Tensor) for value in vars(first).values())


def test_thinking_on_is_as_if_it_had_never_stopped() -> None:
    whole, _ = solve(hopeless_sudoku(), Budget(6, 1))
    first, reasoning = solve(hopeless_sudoku(), Budget(2, 1))
    rest, _ = solve(hopeless_sudoku(), Budget(4, 1), resume=reasoning.state())
    assert [r.step for r in first + rest] == [1, 2, 3, 4, 5, 6]
    for a, b in zip(whole, first + rest, strict=True):
        np.testing.assert_array_equal(a.answer, b.answer)
        np.testing.assert_array_equal(a.probabilities, b.probabilities)
        np.testing.assert_array_equal(a.changed, b.changed)


def test_thinking_on_goes_on_in_every_view_begun_and_then_in_new_ones() -> None:
    _, reasoning = solve(hopeless_sudoku(), Budget(2, 2))
    assert reasoning.state().views == (0, 1)
    assert reasoning.state().steps == (2, 2)
    refinements, reasoning = solve(hopeless_sudoku(), Budget(1, 4), resume=reasoning.state())
    assert [(r.view, r.step) for r in refinements] == [(0, 3), (1, 3), (2, 1), (3, 1)]
    assert reasoning.state().views == (0, 1, 2, 3)
    assert len(reasoning.views) == 4


def test_after_the_steps_of_an_attempt_a_view_restarts() -> None:
    puzzle = hopeless_sudoku()
    refinements, reasoning = solve(puzzle, Budget(STEPS_PER_ATTEMPT["sudoku"] + 2, 2))
    film = [r for r in refinements if r.view == 1]
    assert [r.step for r in film] == list(range(1, 19))
    x, context = embedded(checkpoint("sudoku").network, [view_of("sudoku", 1, 1)], seen(puzzle, 1), (9, 9))
    y, z = initial_state(checkpoint("sudoku").network, [view_of("sudoku", 1, 1)], 81)
    with torch.inference_mode():
        for _ in range(2):
            y, z, _, q = checkpoint("sudoku").network(x, y, z, context)
    assert film[-1].halt_probability == pytest.approx(float(torch.sigmoid(q)), abs=1e-4)
    np.testing.assert_allclose(reasoning.state().z[1], z[0].numpy(), atol=1e-3)


def seen(puzzle: Puzzle, view: int) -> torch.Tensor:
    return torch.from_numpy(view_of(puzzle.kind, view).apply(encode(puzzle))).flatten()[None]


@pytest.mark.parametrize("first", [15, 16, 17])
def test_thinking_on_over_a_new_beginning_is_as_if_it_had_never_stopped(first: int) -> None:
    puzzle = hopeless_sudoku()
    whole, _ = solve(puzzle, Budget(19, 1))
    begun, reasoning = solve(puzzle, Budget(first, 1))
    rest, _ = solve(puzzle, Budget(19 - first, 1), resume=reasoning.state())
    assert [r.step for r in begun + rest] == [r.step for r in whole]
    for ours, theirs in zip(begun + rest, whole, strict=True):
        np.testing.assert_array_equal(ours.answer, theirs.answer)
        assert ours.latent_change == pytest.approx(theirs.latent_change, rel=1e-4)


def test_views_of_a_large_maze_come_one_after_the_other_so_that_a_success_spares_the_rest() -> None:
    puzzle = next(generate_mazes(1, 8, "obstacles", 30, 30))
    reasoning = Reasoning(checkpoint("maze"), puzzle, Budget(2, 3))
    order = [(r.view, r.step) for r in reasoning.refinements()]
    assert order == [(0, 1), (0, 2), (1, 1), (1, 2), (2, 1), (2, 2)]
    assert views_at_once(puzzle, torch.device("cpu")) == 1
    assert views_at_once(hopeless_sudoku(), torch.device("cpu")) >= 7
    assert views_at_once(puzzle, torch.device("cuda")) >= 512


def test_views_of_an_oblong_maze_are_turned_and_turned_back() -> None:
    puzzle = next(generate_mazes(1, 8, "obstacles", 15, 25))
    reasoning = Reasoning(checkpoint("maze"), puzzle, Budget(1, 8))
    refinements = [r for r in reasoning.refinements() if not r.accepted]
    for r in refinements:
        assert r.answer.shape == puzzle.shape
        assert (r.answer[~puzzle.free] == puzzle.grid[~puzzle.free]).mean() > 0.9
    state: LatentState = reasoning.state()
    assert len(state.y) == len(state.views) == len(set(state.views))


class CancelAfter:
    def __init__(self, evaluations: int) -> None:
        self.left = evaluations

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


def record(reasoning: Reasoning, into: list[Refinement]) -> None:
    for refinement in reasoning.refinements():
        into.append(refinement)  # what came before the exception counts


@pytest.mark.parametrize("evaluations", [0, 1, 5, 6, 7])
def test_cancelling_is_looked_at_after_each_evaluation(evaluations: int) -> None:
    config = checkpoint("sudoku").config
    each_step = config.H_cycles * (config.L_cycles + 1)
    cancelled: Callable[[], bool] = CancelAfter(evaluations)
    reasoning = Reasoning(checkpoint("sudoku"), hopeless_sudoku(), Budget(16, 1), cancelled=cancelled)
    seen = []
    with pytest.raises(Cancelled):
        record(reasoning, seen)
    assert len(seen) == evaluations // each_step
    assert reasoning.state().steps == (len(seen),), "the state is that of the last whole step"


def test_a_checkpoint_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="solves mazes only"):
        Reasoning(checkpoint("maze"), easy(), Budget(1, 1))


def test_an_arc_task_is_refused() -> None:
    puzzle = ArcPuzzle(ArcTask((ArcPair(((1,),), ((2,),)),), (ArcPair(((1,),)),)))
    arc = Checkpoint("arc", random_network(COLOUR), "", "0")
    with pytest.raises(ValueError, match="ARC tasks are solved by fitting"):
        Reasoning(arc, puzzle, Budget(1, 1))


def test_latents_of_another_size_are_refused_in_a_sentence() -> None:
    y, z = np.zeros((2, 1, 81, 4), dtype=np.float32)
    with pytest.raises(ValueError, match=r"cannot continue this recording: its latents are 81×4, "):
        Reasoning(checkpoint("sudoku"), easy(), Budget(1, 1), resume=LatentState((0,), (1,), y, z))


def test_every_sudoku_mixer_goes_on_from_its_own_latents() -> None:
    for config in (CANDIDATE, MLP, ATTENTION, HRM):
        untrained = Checkpoint("untrained", random_network(config), "", "0")
        first = Reasoning(untrained, hopeless_sudoku(), Budget(1, 1))
        assert [r.step for r in first.refinements()] == [1]
        again = Reasoning(untrained, hopeless_sudoku(), Budget(1, 1), resume=first.state())
        assert [r.step for r in again.refinements()] == [2]


def test_a_view_stopped_before_its_first_step_goes_on_as_if_new() -> None:
    """Its first step is compared with the puzzle, not with what an initial latent happens to decode to."""
    config = checkpoint("sudoku").config
    cancelled = CancelAfter(config.H_cycles * (config.L_cycles + 1))
    reasoning = Reasoning(checkpoint("sudoku"), hopeless_sudoku(), Budget(1, 2), cancelled=cancelled)
    with pytest.raises(Cancelled):
        record(reasoning, [])
    assert reasoning.state().steps == (1, 0)
    rest, _ = solve(hopeless_sudoku(), Budget(1, 2), resume=reasoning.state())
    first = next(r for r in rest if (r.view, r.step) == (1, 1))
    np.testing.assert_array_equal(first.changed, first.answer != hopeless_sudoku().grid)


def test_cancelling_between_two_shapes_loses_no_step() -> None:
    """Turned views of an oblong maze are a batch of their own; a step that the state counts must be recorded."""
    puzzle = next(generate_mazes(1, 8, "obstacles", 15, 25))
    config = checkpoint("maze").config
    each_step = config.H_cycles * (config.L_cycles + 1)
    reasoning = Reasoning(checkpoint("maze"), puzzle, Budget(1, 4), cancelled=CancelAfter(2 * each_step + 1))
    seen: list[Refinement] = []
    with pytest.raises(Cancelled):
        record(reasoning, seen)
    taken = {view: steps for view, steps in zip(reasoning.state().views, reasoning.state().steps, strict=True) if steps}
    assert len(taken) > 1
    assert {r.view: r.step for r in seen} == taken


def test_no_array_keeps_a_tensor_alive() -> None:
    refinements, _ = solve(hopeless_sudoku(), Budget(1, 1))
    assert refinements[0].probabilities.base is None, "a private copy, not a window into the network's memory"


@pytest.mark.parametrize("config", [CANDIDATE, ATTENTION, MLP], ids=["candidate", "attention", "mlp"])
def test_huge_but_finite_weights_are_refused_as_they_come(config) -> None:
    network = random_network(config)
    with torch.no_grad():
        network.lm_head.weight.fill_(3e38)
    huge = Checkpoint("huge", network.eval().requires_grad_(False), "", "0123456789ab")
    reasoning = Reasoning(huge, easy(), Budget(3, 1))
    with pytest.raises(NotFiniteError, match="At refinement 1 the network's numbers became too large"):
        list(reasoning.refinements())


def test_both_of_hrm_s_q_are_recorded() -> None:
    hrm = Checkpoint("hrm", random_network(HRM), "", "0")
    (refinement,) = Reasoning(hrm, hopeless_sudoku(), Budget(1, 1)).refinements()
    x, context = embedded(hrm.network, [view_of("sudoku", 0)], seen(hopeless_sudoku(), 0), (9, 9))
    with torch.inference_mode():
        y, *_ = hrm.network(x, *hrm.network.initial_state(1, 81), context)
        halt, go_on = torch.sigmoid(hrm.network.q_logits(y))[0].tolist()
    assert refinement.halt_probability == pytest.approx(halt)
    assert refinement.continue_probability == pytest.approx(go_on)
    (refinement,) = Reasoning(checkpoint("sudoku"), hopeless_sudoku(), Budget(1, 1)).refinements()
    assert refinement.continue_probability is None
