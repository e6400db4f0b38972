"""A solve by the swift and the deep network: who thinks, when the other takes over, and how it goes on."""

import json

import numpy as np
import pytest

from solver.cancelling import Cancelled
from solver.model.bundled import bundled_pair
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.sudoku.generator import generate
from solver.reasoning.batch import solve_many
from solver.reasoning.budget import HAND_OVER_AFTER, Budget
from solver.reasoning.refine import Reasoning
from solver.reasoning.relay import Pair, Relay, reasoning_of, solve_many_by
from solver.reasoning.timing import time_to_verified
from solver.trace import HandOver, Trace, ViewName
from solver.trace.trace_json import trace_from_json, trace_to_json
from tests.traces import puzzle_for_both

EASY_ONE, HARD = next(generate(1, 5, "easy")), puzzle_for_both()
SHORT = Budget(HAND_OVER_AFTER + 2, 1)


@pytest.fixture(scope="module")
def pair():
    folders = bundled_pair("sudoku")
    assert folders is not None
    swift, deep = map(load_checkpoint, folders)
    return Pair(swift, lambda: deep)


def recorded(relay: Relay, pair: Pair) -> Trace:
    trace = Trace(HARD, pair.swift.label, anatomy=pair.swift.anatomy)
    trace.refinements.extend(relay.refinements())
    trace.views, trace.state, trace.hand_over = relay.views, relay.state(), relay.hand_over
    return trace


def test_an_easy_puzzle_is_the_swift_networks_alone_and_the_deep_one_is_not_loaded(pair):
    def fail():
        raise AssertionError

    relay = Relay(Pair(pair.swift, fail), EASY_ONE, Budget(16, 8))
    refinements = list(relay.refinements())
    assert refinements[-1].accepted
    assert len(refinements) <= HAND_OVER_AFTER
    assert relay.hand_over is None
    assert relay.views == (ViewName(),)
    assert relay.state().views == (0,)


def test_the_deep_network_takes_over_with_a_start_of_its_own(pair):
    told: list[HandOver] = []
    relay = Relay(pair, HARD, Budget(16, 8), handed_over=told.append)
    trace = recorded(relay, pair)
    deep = pair.deep()
    assert told == [HandOver(1, deep.label, deep.anatomy)] == [trace.hand_over]
    assert [r.step for r in trace.of_view(0)] == list(range(1, HAND_OVER_AFTER + 1))
    assert trace.verified is not None
    assert trace.verified.view >= 1
    # What each of them would have said alone.
    for offset, network, budget in ((0, pair.swift, Budget(HAND_OVER_AFTER, 1)), (1, deep, Budget(16, 8))):
        alone = list(Reasoning(network, HARD, budget).refinements())
        mine = [r for r in trace if (r.view >= 1) == bool(offset)]
        assert [(r.view + offset, r.step) for r in alone] == [(r.view, r.step) for r in mine]
        assert all((one.answer == other.answer).all() for one, other in zip(alone, mine, strict=True))
    assert trace.views[:2] == (ViewName(), ViewName(took_over=True))
    assert [trace.made_by(view) for view in (0, 1, 5)] == [pair.swift.label, deep.label, deep.label]
    assert trace.anatomy_of(1).parameters > trace.anatomy_of(0).parameters
    assert trace.film() == [*trace.of_view(0), *trace.of_view(1)]


def test_a_recording_of_both_comes_back_from_its_file(pair):
    trace = recorded(Relay(pair, HARD, Budget(16, 8)), pair)
    again = trace_from_json(json.loads(json.dumps(trace_to_json(trace, state=True, compact=True))))
    assert (again.hand_over, again.views, again.networks) == (trace.hand_over, trace.views, trace.networks)
    assert again.state is not None
    assert trace.state is not None
    assert again.state.views == trace.state.views == (1,)
    assert [(r.view, r.step) for r in again.film()] == [(r.view, r.step) for r in trace.film()]


@pytest.mark.parametrize(
    ("named", "value"),
    [("view", 0), ("view", 99), ("view", "x"), ("anatomy", {}), ("anatomy", {"parameters": -1})],
)
def test_a_damaged_hand_over_is_refused(named, value, pair):
    data = trace_to_json(recorded(Relay(pair, HARD, Budget(4, 1)), pair))
    data["hand_over"][named] = value
    with pytest.raises(ValueError, match="damaged"):
        trace_from_json(data)


def test_it_goes_on_where_it_was_stopped(pair):
    """Stopped while either of them thinks, and continued, it says what it would have said."""
    whole = list(Relay(pair, HARD, SHORT).refinements())
    for enough in (2, HAND_OVER_AFTER + 1):
        stopped = [False]
        first = Relay(pair, HARD, SHORT, cancelled=lambda stopped=stopped: stopped[0])
        seen = []
        try:
            for refinement in first.refinements():
                seen.append(refinement)
                stopped[0] = len(seen) == enough
        except Cancelled:
            pass
        assert len(seen) == enough
        second = Relay(pair, HARD, SHORT, resume=first.state(), hand_over=first.hand_over, recorded=first.views)
        seen += second.refinements()
        assert second.views == (ViewName(), ViewName(took_over=True))
        for one, other in zip(whole, seen, strict=False):
            assert (one.view, one.step) == (other.view, other.step)
            assert np.allclose(one.probabilities, other.probabilities, atol=1e-5)


def test_a_recording_of_the_swift_network_is_handed_over_at_once(pair):
    alone = Reasoning(pair.swift, HARD, Budget(HAND_OVER_AFTER + 2, 2))
    views = {r.view for r in alone.refinements()}
    relay = Relay(pair, HARD, Budget(4, 1), resume=alone.state())
    refinements = list(relay.refinements())
    assert relay.hand_over is not None
    assert {r.view for r in refinements} == {relay.hand_over.view} == {len(views)}
    assert refinements[0].step == 1


def test_stopped_right_at_the_hand_over_it_still_goes_on(pair):
    stop = [False]

    def told(_):
        stop[0] = True

    first = Relay(pair, HARD, SHORT, cancelled=lambda: stop[0], handed_over=told)
    seen = []
    with pytest.raises(Cancelled):
        seen.extend(first.refinements())
    assert first.state().views == (0,) or first.state().steps == (0,)
    second = Relay(pair, HARD, SHORT, resume=first.state(), hand_over=first.hand_over, recorded=first.views)
    (view,) = {r.view for r in second.refinements()}
    assert view == 1


def test_a_list_is_answered_by_both(pair):
    done: list[int] = []
    outcomes = solve_many_by(pair, [EASY_ONE, HARD], lambda _: Budget(16, 8), done.append)
    assert sum(done) == 2
    assert all(outcome.verified for outcome in outcomes)
    (swift,) = solve_many(pair.swift, [EASY_ONE], lambda _: Budget(HAND_OVER_AFTER, 1))
    (deep,) = solve_many(pair.deep(), [HARD], lambda _: Budget(16, 8))
    assert [o.steps for o in outcomes] == [swift.steps, deep.steps]
    (alone,) = solve_many_by(pair.swift, [EASY_ONE], lambda _: Budget(16, 1))
    assert alone.verified


def test_a_pair_is_timed_like_a_network(pair):
    assert time_to_verified(pair, HARD, Budget(16, 8)).verified
    assert isinstance(reasoning_of(pair, HARD, Budget(1, 1)), Relay)
    assert isinstance(reasoning_of(pair.swift, HARD, Budget(1, 1)), Reasoning)
