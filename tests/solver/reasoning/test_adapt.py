import threading
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import torch

from solver.cancelling import Cancelled
from solver.messages import ExplainedError
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import Checkpoint, load_checkpoint
from solver.model.errors import CheckpointError
from solver.model.registry import build_model
from solver.puzzles.arc.canvas import NOTHING, from_canvas
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.adapt import Adapted, FitProgress, adapt
from solver.reasoning.answer_task import answer_task
from solver.reasoning.arc_views import view_identifier
from solver.reasoning.fitting import Fit
from solver.reasoning.influence import influence
from solver.reasoning.recorded_view import recorded_view
from solver.reasoning.stopping_rule import HELD_OUT_SHARE
from solver.reasoning.vote import STEPS, vote
from tests.solver.model.networks import COLOUR, CONVOLUTION, random_network

LONG = 10_000.0
"""Seconds: the tests count steps instead."""


@cache
def bundled_base() -> Checkpoint:
    return load_checkpoint(bundled_checkpoints()["arc"])


def fit(task: ArcTask, seconds: float = LONG, **how) -> Adapted:
    """From the bundled base."""
    return adapt(task, seconds, bundled_base(), **how)


def flipped(*rows: str) -> ArcPair:
    """A pair in which 1 and 2 change places."""
    given, output = (
        tuple(tuple(map(int, row.translate(names))) for row in rows) for names in ({}, str.maketrans("12", "21"))
    )
    return ArcPair(given, output)


TASK = ArcTask(
    (flipped("120", "201", "112"), flipped("002", "210", "022"), flipped("111", "020", "201"), flipped("21", "02")),
    (flipped("210", "120", "011"), flipped("12", "01")),
)


@pytest.fixture(scope="module")
def learned() -> tuple[Adapted, list[FitProgress]]:
    """A whole fit to `TASK`, and what it told on the way."""
    told: list[FitProgress] = []
    return fit(TASK, most_steps=1000, seed=1, progress=told.append), told


def test_a_rule_is_learned_from_the_demonstrations_and_applied_to_the_test_inputs(learned):
    adapted, _ = learned
    assert adapted.right > 0.7
    assert adapted.losses[-10:].mean() < 0.1 * adapted.losses[:10].mean()
    for test, pair in enumerate(TASK.test):
        best, *others = vote(adapted, test, LONG)
        assert best.grid == pair.output
        assert 0.5 < best.share <= 1
        assert best.share + sum(candidate.share for candidate in others) <= 1 + 1e-9
        assert 0 < best.halt_probability < 1


def test_each_candidate_brings_the_refinements_that_led_to_it():
    adapted = fit(TASK, most_steps=20)
    for candidate in vote(adapted, 0, LONG):
        film = candidate.refinements
        assert [r.step for r in film] == list(range(1, len(film) + 1))
        assert len({r.view for r in film}) == 1
        assert from_canvas(film[-1].answer) == candidate.grid
        assert film[-1].probabilities.shape == (*adapted.part, 12)
        assert (film[-1].probabilities.argmax(-1) == VOCABULARIES["arc"].encode(film[-1].answer)).all()
        assert film[-1].accepted is None, "the fitted network's task has no outputs to check by"


def test_the_answered_task_tells_what_the_known_outputs_say():
    answered = answer_task(TASK, 2.0)
    for pair, candidates in zip(TASK.test, answered.candidates, strict=True):
        for candidate in candidates:
            assert candidate.refinements[-1].accepted == (candidate.grid == pair.output)


def test_test_outputs_are_never_looked_at():
    other = ArcTask(TASK.train, (ArcPair(TASK.test[0].input, ((7, 7),)), ArcPair(TASK.test[1].input)))
    first, second = (answer_task_in_steps(task) for task in (TASK, other))
    assert first == second


def answer_task_in_steps(task: ArcTask) -> tuple:
    adapted = fit(task, most_steps=6)
    return adapted.task, adapted.losses.tolist(), [vote(adapted, test, LONG) for test in range(2)]


def test_another_seed_is_another_network_and_leaves_other_random_numbers_alone():
    first, same, other = (fit(TASK, most_steps=3, seed=seed).losses for seed in (1, 1, 2))
    assert np.array_equal(first, same)
    assert not np.array_equal(first, other)


def test_progress_is_told_step_by_step():
    told = []
    adapted = fit(TASK, most_steps=5, progress=told.append)
    assert [now.step for now in told] == [1, 2, 3, 4, 5]
    assert [now.loss for now in told] == pytest.approx(adapted.losses.tolist())
    assert all(0 <= now.fraction <= 1 and now.seconds > 0 for now in told)


def test_cancelling_ends_it_before_the_next_step():
    told = []
    with pytest.raises(Cancelled):
        fit(TASK, cancelled=lambda: len(told) == 3, progress=told.append)
    assert len(told) == 3


def test_a_fit_that_is_cancelled_hands_over_what_was_fitted_and_can_be_gone_on_with():
    told, stopped = [], []
    with pytest.raises(Cancelled):
        fit(TASK, cancelled=lambda: len(told) == 3, progress=told.append, stopped=stopped.append)
    [partial] = stopped
    assert partial.losses.tolist() == pytest.approx([now.loss for now in told])
    assert 0 < partial.given < LONG, "so it is not taken for a whole fit"
    again = fit(TASK, earlier=partial, most_steps=5)
    assert again.losses[:3].tolist() == partial.losses.tolist()
    assert len(again.losses) == 5


def test_a_fit_that_is_cancelled_before_its_first_step_hands_nothing_over():
    with pytest.raises(Cancelled):
        fit(TASK, cancelled=lambda: True, stopped=pytest.fail)
    first = fit(TASK, most_steps=2)
    with pytest.raises(Cancelled):
        fit(TASK, 2 * LONG, earlier=first, cancelled=lambda: True, stopped=pytest.fail)


def test_enough_ends_a_fit_whose_network_can_vote():
    told = []
    adapted = fit(TASK, enough=lambda: len(told) == 3, progress=told.append)
    assert len(adapted.losses) == 3
    assert adapted.given < LONG
    assert vote(adapted, 0, LONG)
    assert fit(TASK, earlier=adapted, enough=lambda: True) is adapted


def test_a_fit_of_large_grids_asks_often_whether_it_is_cancelled():
    full = tuple((row % 10,) * 30 for row in range(30))
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) == 2

    with pytest.raises(Cancelled):
        fit(ArcTask((ArcPair(full, full),), (ArcPair(full),)), cancelled=cancelled, progress=pytest.fail)


def test_a_vote_can_be_cancelled_too():
    adapted = fit(TASK, most_steps=2)
    asked = []
    with pytest.raises(Cancelled):
        vote(adapted, 0, LONG, cancelled=lambda: bool(asked), progress=asked.append)
    assert len(asked) == 1


def test_a_vote_out_of_time_still_asks_the_eight_symmetries():
    adapted = fit(TASK, most_steps=2)
    told = []
    vote(adapted, 0, 0.0, progress=told.append)
    assert len(told) >= STEPS


def test_a_vote_on_large_grids_leaves_symmetries_out_once_its_time_is_long_over():
    full = tuple(tuple((row + column) % 10 for column in range(30)) for row in range(30))
    adapted = adapt(ArcTask((ArcPair(full, full),), (ArcPair(full),)), LONG, colour_base(), most_steps=1)
    told = []
    for candidate in vote(adapted, 0, 1e-6, progress=told.append):
        assert candidate.voters <= torch.get_num_threads()
    assert len(told) == STEPS


def test_a_task_is_answered_within_one_budget():
    voted = []
    answered = answer_task(TASK, 1.0, voting=lambda test, fraction: voted.append((test, fraction)))
    assert len(answered.candidates) == 2
    assert len(answered.adapted.losses) >= 1
    assert {test for test, _ in voted} == {0, 1}
    assert voted[-1][1] == 1
    assert answered.adapted.task == TASK.without_answers()


def test_a_fit_starts_from_its_base_and_leaves_that_alone():
    base = colour_base()
    before = {name: tensor.clone() for name, tensor in base.network.state_dict().items()}
    adapted = adapt(TASK, LONG, base, most_steps=2)
    assert adapted.base == "abc"
    for name, tensor in base.network.state_dict().items():
        assert torch.equal(tensor, before[name])
    other = fit(TASK, most_steps=2)
    assert other.base == bundled_base().fingerprint
    assert adapted.losses[0] != other.losses[0]


def test_a_network_of_another_kind_is_refused_as_a_base():
    maze = Checkpoint("maze", random_network(CONVOLUTION), "", "abc")
    with pytest.raises(CheckpointError, match="maze is not a base"):
        adapt(TASK, LONG, maze)


def colour_base() -> Checkpoint:
    config = replace(COLOUR, num_puzzle_identifiers=16)
    return Checkpoint("base", build_model(config).eval(), "", "abc")


def test_a_base_that_knows_no_colour_is_fitted_to_those_of_the_task():
    task = ArcTask((flipped("120", "201"), flipped("002", "210")), (flipped("212", "021"),))
    adapted = adapt(task, LONG, colour_base(), most_steps=60)
    assert adapted.network.config.colours == "012"
    assert adapted.losses[-10:].mean() < 0.5 * adapted.losses[:10].mean()
    for candidate in vote(adapted, 0, LONG):
        assert {cell for row in candidate.grid for cell in row} <= {0, 1, 2}


def test_colours_that_the_test_input_alone_has_are_known_too():
    new = ArcTask((flipped("12", "21"),), (ArcPair(((7, 7), (1, 2))),))
    assert adapt(new, LONG, colour_base(), most_steps=1).network.config.colours == "127"


def test_a_fit_of_large_grids_in_all_colours_asks_often_whether_it_is_cancelled():
    full = tuple(tuple((row + column) % 10 for column in range(30)) for row in range(30))
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) == 4

    task = ArcTask((ArcPair(full, full),), (ArcPair(full),))
    with pytest.raises(Cancelled):
        adapt(task, LONG, colour_base(), cancelled=cancelled, progress=pytest.fail)


def test_a_fit_goes_on_from_an_earlier_one():
    first = fit(TASK, most_steps=20)
    again = fit(TASK, 2 * LONG, earlier=first, most_steps=25)
    assert len(again.losses) == 25
    assert np.array_equal(again.losses[:20], first.losses)
    assert again.losses[20] < first.losses[:5].mean()
    assert again.seconds > first.seconds


def test_a_fit_that_was_given_as_long_is_over(monkeypatch):
    first = fit(TASK, most_steps=5)
    assert fit(TASK, earlier=first) is first


def test_it_ends_early_once_the_demonstration_held_out_is_answered(learned):
    adapted, told = learned
    looks = [progress.held_out for progress in told]
    assert looks[0] is None
    assert adapted.held_out == looks[-1] >= 0.5
    assert len(adapted.losses) < 400
    assert told[-1].fraction > 0.95
    assert adapted.given == LONG


def test_what_is_held_out_is_not_learned_until_it_was_looked_at(monkeypatch):
    drawn = []
    step = Fit.step
    monkeypatch.setattr(Fit, "step", lambda fit, *how: (step(fit, *how), drawn.append(list(fit._learned)))[0])
    monkeypatch.setattr(Fit, "held_out_views", lambda *_: 0.0)
    fit(TASK, most_steps=40)
    first = drawn[0]
    assert len(first) == len(TASK.demonstrations) - 1
    assert drawn.index(drawn[-1]) == pytest.approx(40 * HELD_OUT_SHARE, abs=3)
    assert sorted(drawn[-1]) == list(range(len(TASK.demonstrations)))


def test_of_two_demonstrations_none_is_held_out():
    assert fit(replace(TASK, train=TASK.train[:2]), most_steps=10).held_out is None


def test_the_largest_grids_fit():
    full = tuple((row % 10,) * 30 for row in range(30))
    adapted = fit(ArcTask((ArcPair(full, full),), (ArcPair(full),)), most_steps=1)
    assert adapted.part == (30, 30)
    assert np.isfinite(adapted.losses).all()


@pytest.mark.parametrize(("dtype", "off"), [(torch.float32, 1e-3), (torch.bfloat16, 0.05)])
def test_the_losses_are_those_of_the_layers_one_by_one(monkeypatch, dtype, off):
    """Step by step, within rounding; the gradients written by hand are only faster."""
    monkeypatch.setattr("solver.reasoning.fitting.activation_dtype", lambda _: dtype)
    losses = []
    for way in (True, False):
        monkeypatch.setattr("solver.model.blocks.by_hand", lambda _, way=way: way)
        monkeypatch.setattr("solver.model.mixers.colour.by_hand", lambda _, way=way: way)
        losses.append(fit(TASK, most_steps=6).losses)
    assert losses[0] == pytest.approx(losses[1], rel=off)
    assert not np.array_equal(*losses), "they were the same layers"


@pytest.fixture
def two_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


def test_two_threads_share_the_slots_and_lose_the_same(two_threads, monkeypatch):
    monkeypatch.setattr("solver.reasoning.fitting.activation_dtype", lambda _: torch.float32)
    threads = set()
    told = {"cancelled": lambda: bool(threads.add(threading.get_ident()))}
    both = fit(TASK, most_steps=8, **told)
    assert len(threads) == 2
    torch.set_num_threads(1)
    assert fit(TASK, most_steps=8).losses == pytest.approx(both.losses, rel=1e-3)


def test_a_fit_in_two_threads_is_cancelled_in_both(two_threads):
    first = threading.Event()

    def cancelled() -> bool:
        # In whichever thread asks second; the other one finds it out by itself.
        if threading.current_thread() is not threading.main_thread():
            first.set()
        return first.is_set()

    with pytest.raises(Cancelled):
        fit(TASK, cancelled=cancelled)
    assert torch.get_num_threads() == 2


WIDE = ArcTask(
    (flipped("102000000010", "000000100000"), flipped("000100200000", "020000000001"), flipped("1" * 12, "012" * 4)),
    (flipped("000000000012", "210000000000"),),
)
"""On two rows of twelve cells."""


def test_of_a_wide_task_the_network_is_given_the_rows_that_there_are():
    seen = set()
    base = colour_base()
    embed = type(base.network).embed

    def watched(network, inputs, *how, shape=None, **more):
        seen.add((inputs.shape[1], shape))
        return embed(network, inputs, *how, shape=shape, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(base.network), "embed", watched)
        adapted = adapt(WIDE, LONG, base, most_steps=20)
        candidates = vote(adapted, 0, LONG)
    rows, columns = adapted.part
    assert seen == {(rows * columns, (rows, columns)), (rows * columns, (columns, rows))}
    assert candidates
    for candidate in candidates:
        assert candidate.voters == 8
        assert candidate.refinements[-1].probabilities.shape == (13, 13, 12), "it is shown on the task's canvas"
        assert (candidate.refinements[-1].answer[rows:] == NOTHING).all()
    assert adapted.losses[-5:].mean() < adapted.losses[:5].mean()


def test_what_a_cell_of_a_wide_answer_rests_on_can_be_asked():
    adapted = fit(WIDE, most_steps=2)
    puzzle = ArcPuzzle(WIDE)
    candidate = vote(adapted, 0, LONG)[0]
    view = recorded_view(adapted, puzzle, candidate.view, candidate.refinements[0])
    found = influence(adapted.network, puzzle, (0, 3), 2, view=view, identifier=view_identifier(view))
    assert found.heat.shape == puzzle.shape
    with pytest.raises(ExplainedError):
        influence(adapted.network, puzzle, (12, 3), 2, view=view, identifier=view_identifier(view))
