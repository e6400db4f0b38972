"""A trace comes back from JSON bit for bit, and a damaged one is refused."""

import base64
import copy
import json
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from solver.puzzles.base import PuzzleError
from solver.trace import Anatomy, LatentState, Trace
from solver.trace.names import LONGEST_NAME
from solver.trace.trace_json import TraceError, trace_from_json, trace_to_json
from tests.arc_tasks import arc_guesses, arc_trace
from tests.traces import maze_trace, sudoku_trace


def with_state(trace: Trace) -> Trace:
    random = np.random.default_rng(0)
    y, z = random.standard_normal((2, 2, 81, 4)).astype(np.float32)
    trace.state = LatentState((0, 1), (16, 2), y, z)
    return trace


@pytest.mark.parametrize(
    "trace", [with_state(sudoku_trace(second_view=True)), maze_trace(), arc_trace()], ids=["sudoku", "maze", "arc"]
)
def test_round_trip(trace: Trace) -> None:
    back = trace_from_json(json.loads(json.dumps(trace_to_json(trace, state=True))))
    _check_same(trace, back)


@pytest.mark.parametrize(
    "trace", [with_state(sudoku_trace(second_view=True)), maze_trace(), arc_trace()], ids=["sudoku", "maze", "arc"]
)
def test_the_compact_form_rounds_probabilities_alone(trace: Trace) -> None:
    plain, compact = (json.dumps(trace_to_json(trace, state=True, compact=compact)) for compact in (False, True))
    assert len(compact) < 0.75 * len(plain)
    back = trace_from_json(json.loads(compact))
    for r, b in zip(trace, back, strict=True):
        np.testing.assert_allclose(b.probabilities, r.probabilities, rtol=5e-4, atol=1e-7)
        object.__setattr__(b, "probabilities", r.probabilities)
    _check_same(trace, back)


@pytest.mark.parametrize("compact", [False, True])
def test_hrm_s_second_q_comes_back(compact: bool) -> None:
    trace = sudoku_trace()
    trace.refinements[1] = replace(trace.refinements[1], continue_probability=0.25)
    data = json.loads(json.dumps(trace_to_json(trace, compact=compact)))
    assert [r.continue_probability for r in trace_from_json(data)][:3] == [None, 0.25, None]
    data["refinements"][1]["continue_probability"] = 1.5
    with pytest.raises(PuzzleError, match="continue_probability"):
        trace_from_json(data)


@pytest.mark.parametrize("compact", [False, True])
def test_what_was_guessed_while_fitting_comes_back(compact: bool) -> None:
    trace = arc_trace()
    trace.guesses = arc_guesses(trace)
    data = json.loads(json.dumps(trace_to_json(trace, compact=compact)))
    back = trace_from_json(data)
    assert [(g.fitted_steps, g.fitted_seconds, g.right) for g in back.guesses] == [
        (10, 2.0, 0.5),
        (20, 4.0, 0.5),
        (30, 6.0, 0.5),
    ]
    for before, after in zip(trace.guesses, back.guesses, strict=True):
        np.testing.assert_array_equal(before.answer, after.answer)
        np.testing.assert_array_equal(before.violations, after.violations)
    assert len(back) == len(trace)
    assert "guesses" not in trace_to_json(arc_trace())


@pytest.mark.parametrize(("name", "value"), [("right", 2.0), ("fitted_steps", -1), ("fitted_seconds", "soon")])
def test_a_damaged_guess_is_named(name: str, value: object) -> None:
    trace = arc_trace()
    trace.guesses = arc_guesses(trace)
    data = trace_to_json(trace)
    data["guesses"][1][name] = value
    with pytest.raises(PuzzleError, match="damaged in guess 2"):
        trace_from_json(data)


@pytest.mark.parametrize("name", ["probabilities", "halt_probability", "latent_change", "seconds"])
@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_what_is_not_finite_is_not_written(name: str, number: float) -> None:
    trace = sudoku_trace()
    value = np.full_like(trace.refinements[2].probabilities, number) if name == "probabilities" else number
    object.__setattr__(trace.refinements[2], name, value)
    with pytest.raises(TraceError, match="not finite"):
        trace_to_json(trace)


def test_long_names_are_cut() -> None:
    data = trace_to_json(sudoku_trace())
    data["views"] = ["<b>" * 1_000_000]
    data["checkpoint"] = data["device"] = "x" * 1_000_000
    back = trace_from_json(data)
    assert max(map(len, (back.views[0].text, str(back.checkpoint), back.device))) <= LONGEST_NAME


def _check_same(trace: Trace, back: Trace) -> None:
    assert back.puzzle == trace.puzzle
    assert (back.checkpoint, back.device, back.views) == (trace.checkpoint, trace.device, trace.views)
    assert (back.votes, back.voters) == (trace.votes, trace.voters)
    assert len(back) == len(trace)
    for a, b in zip(trace, back, strict=True):
        for name in ("answer", "inner_answers", "probabilities", "changed"):
            np.testing.assert_array_equal(getattr(a, name), getattr(b, name))
        for name in ("view", "step", "mean_confidence", "halt_probability", "latent_change", "seconds"):
            assert getattr(a, name) == getattr(b, name)
    if trace.state is not None:
        assert back.state is not None
        assert (back.state.views, back.state.steps) == (trace.state.views, trace.state.steps)
        np.testing.assert_array_equal(back.state.z, trace.state.z)


def test_the_state_stays_out_unless_asked_for() -> None:
    assert "state" not in trace_to_json(with_state(sudoku_trace()))


def test_what_the_rules_say_is_worked_out_again() -> None:
    """A file cannot claim that a wrong answer was verified."""
    data = trace_to_json(sudoku_trace(solved=False))
    for refinement in data["refinements"]:
        refinement["accepted"] = True
    assert trace_from_json(data).verified is None


def damaged(**path_and_value: Any) -> dict[str, Any]:
    data = copy.deepcopy(trace_to_json(with_state(sudoku_trace(steps=2, second_view=True)), state=True))
    for path, value in path_and_value.items():
        *way, last = path.split("__")
        place: Any = data
        for key in way:
            place = place[int(key[1:]) if key.startswith("i") and key[1:].isdigit() else key]
        if value is KeyError:
            del place[last]
        else:
            place[last] = value
    return data


def array(values: np.ndarray) -> dict[str, Any]:
    return {
        "dtype": "<f4",
        "shape": list(values.shape),
        "base64": base64.b64encode(values.astype("<f4").tobytes()).decode(),
    }


def probabilities(width: int = 11, **changed: float) -> dict[str, Any]:
    values = np.full((9, 9, width), 1 / width)
    values[4, 4, :2] = changed.get("first", 1 / width), changed.get("second", 1 / width)
    return array(values)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ([], "not a Ponder trace"),
        ({}, "not a Ponder trace"),
        (damaged(version=99), "version 99"),
        (damaged(refinements=3), "damaged"),
        (damaged(checkpoint=KeyError), "`checkpoint` is missing"),
        (damaged(puzzle={"kind": "chess"}), "chess"),
        (damaged(refinements__i0__answer=[[1, 2]]), "9×9"),
        (damaged(refinements__i0__answer=[["x"] * 9] * 9), "9×9"),
        (damaged(refinements__i0__view=7), "`view` can't be 7"),
        (damaged(refinements__i0__changed=[[9, 0]]), "no cell"),
        (damaged(refinements__i0__probabilities__base64="%%%"), "base64"),
        (damaged(refinements__i0__probabilities__shape=[3, 3]), "damaged"),
        (damaged(refinements__i0__probabilities__dtype="|O"), "instead of <f4"),
        (damaged(refinements__i0__probabilities=probabilities(3)), "for 3 tokens.*11"),
        (damaged(refinements__i1__probabilities=probabilities(12)), "refinement 2.*for 12 tokens"),
        (damaged(refinements__i0__probabilities=probabilities(first=np.nan)), "not finite"),
        (damaged(refinements__i0__probabilities=probabilities(first=np.inf)), "not finite"),
        (damaged(refinements__i0__probabilities=probabilities(first=-1, second=1 + 2 / 11)), "between 0 and 1"),
        (damaged(refinements__i0__probabilities=probabilities(first=0.9)), "do not add up to 1"),
        (damaged(refinements__i0__answer=[[99] * 9] * 9), "from 0 to 9"),
        (damaged(refinements__i0__inner_answers=[[[-3] * 9] * 9]), "from 0 to 9"),
        (damaged(refinements__i0__inner_answers=[]), "`inner_answers` is empty"),
        (damaged(refinements__i0__halt_probability=float("nan")), "halt_probability"),
        (damaged(refinements__i0__halt_probability=1.5), "halt_probability"),
        (damaged(refinements__i0__mean_confidence=-0.1), "mean_confidence"),
        (damaged(refinements__i0__latent_change=float("nan")), "latent_change"),
        (damaged(refinements__i0__seconds=-1), "seconds"),
        (damaged(refinements__i0__step=0), "step"),
        (damaged(state__y=array(np.zeros((2, 0, 4))), state__z=array(np.zeros((2, 0, 4)))), "don't match"),
        (damaged(state__views=[0]), "don't match"),
        (damaged(state__views=[0, 10**9]), "don't match"),
        (damaged(state__views=[-1, 1]), "don't match"),
        (damaged(state__views=[1, 1]), "don't match"),
        (damaged(refinements__i0__step=float("inf")), "damaged"),
    ],
)
def test_damage_is_told_in_a_sentence(data: object, why: str) -> None:
    with pytest.raises(PuzzleError, match=why) as caught:
        trace_from_json(data)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("votes", [[20], [20, -1], [20, 13], "ab", 3])
def test_votes_that_cannot_be_are_refused(votes: Any) -> None:
    data = trace_to_json(arc_trace())
    data["votes"] = votes
    with pytest.raises(PuzzleError, match="damaged"):
        trace_from_json(data)


def test_movement_comes_back_bit_for_bit_and_may_be_missing():
    trace = sudoku_trace(steps=3)
    data = json.loads(json.dumps(trace_to_json(trace)))
    again = trace_from_json(data)
    for before, after in zip(trace, again, strict=True):
        assert after.z_movement.dtype == np.float16
        np.testing.assert_array_equal(after.z_movement, before.z_movement)
        np.testing.assert_array_equal(after.y_movement, before.y_movement)
    for described in data["refinements"]:
        del described["z_movement"], described["y_movement"]
    assert trace_from_json(data).refinements[0].z_movement is None


def test_a_movement_that_does_not_fit_is_refused():
    data = trace_to_json(sudoku_trace(steps=1))
    data["refinements"][0]["z_movement"]["shape"] = [3, 81]
    with pytest.raises(PuzzleError, match="z_movement"):
        trace_from_json(data)


def test_what_the_network_is_made_of_is_kept_where_it_is_known():
    trace = sudoku_trace(steps=1)
    assert "anatomy" not in trace_to_json(trace)
    trace.anatomy = Anatomy(46_321, 6, 2)
    data = trace_to_json(trace)
    assert trace_from_json(data).anatomy == trace.anatomy
    data["anatomy"]["latent_cycles"] = -1
    with pytest.raises(PuzzleError, match="latent_cycles"):
        trace_from_json(data)
