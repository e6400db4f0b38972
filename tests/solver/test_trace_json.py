"""A trace comes back from JSON bit for bit, and a damaged one is refused."""

import copy
import json
from typing import Any

import numpy as np
import pytest

from solver.puzzles.base import PuzzleError
from solver.trace import LatentState, Trace
from solver.trace_json import trace_from_json, trace_to_json
from tests.traces import maze_trace, sudoku_trace


def with_state(trace: Trace) -> Trace:
    random = np.random.default_rng(0)
    y, z = random.standard_normal((2, 2, 81, 4)).astype(np.float32)
    trace.state = LatentState((0, 1), (16, 2), y, z)
    return trace


@pytest.mark.parametrize("trace", [with_state(sudoku_trace(second_view=True)), maze_trace()], ids=["sudoku", "maze"])
def test_round_trip(trace: Trace) -> None:
    back = trace_from_json(json.loads(json.dumps(trace_to_json(trace, state=True))))
    assert back.puzzle == trace.puzzle
    assert (back.checkpoint, back.device, back.views) == (trace.checkpoint, trace.device, trace.views)
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


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ([], "not a Ponder trace"),
        ({}, "not a Ponder trace"),
        (damaged(version=99), "version 99"),
        (damaged(refinements=3), "damaged"),
        (damaged(checkpoint=KeyError), "'checkpoint' is missing"),
        (damaged(puzzle={"kind": "chess"}), "chess"),
        (damaged(refinements__i0__answer=[[1, 2]]), "9×9"),
        (damaged(refinements__i0__answer=[["x"] * 9] * 9), "9×9"),
        (damaged(refinements__i0__view=7), "no view 7"),
        (damaged(refinements__i0__changed=[[9, 0]]), "no cell"),
        (damaged(refinements__i0__probabilities__base64="%%%"), "base64"),
        (damaged(refinements__i0__probabilities__shape=[3, 3]), "damaged"),
        (damaged(refinements__i0__probabilities__dtype="|O"), "not read"),
        (damaged(state__views=[0]), "do not fit"),
        (damaged(state__views=[0, 10**9]), "do not fit"),
        (damaged(state__views=[-1, 1]), "do not fit"),
        (damaged(state__views=[1, 1]), "do not fit"),
        (damaged(refinements__i0__step=float("inf")), "damaged"),
    ],
)
def test_damage_is_told_in_a_sentence(data: object, why: str) -> None:
    with pytest.raises(PuzzleError, match=why):
        trace_from_json(data)
