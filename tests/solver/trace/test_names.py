"""The names that a recording gives to its views and its network; those of earlier versions stay as they are."""

import pytest

from solver.trace import FittedTo, ViewName
from solver.trace.names import network_name_from_json, network_name_to_json
from solver.trace.trace_json import trace_from_json, trace_to_json
from tests.traces import sudoku_trace

NAMES = {
    ViewName(): "as given",
    ViewName(quarter_turns=3): "disguised puzzle (rotated by 270°)",
    ViewName(relabelled=True, mirrored=True): "disguised puzzle (relabelled, mirrored)",
    ViewName(new_start=True, perturbed=True): "new random start, slightly perturbed",
    ViewName(True, True, 1, True, True): "disguised puzzle (relabelled, mirrored, rotated by 90°), new random start, "
    "slightly perturbed",
    ViewName(answer=2, mirrored=True): "answer 2: disguised puzzle (mirrored)",
    ViewName(text="digits renamed, turned 90°"): "digits renamed, turned 90°",
}


@pytest.mark.parametrize("name", NAMES, ids=str)
def test_a_view_is_named_after_what_was_done(name):
    assert str(name) == NAMES[name]
    assert ViewName.from_json(name.to_json()) == name


def test_the_longest_name_of_an_earlier_version_is_shown_whole():
    longest = "answer 1, digits renamed, mirrored, turned 270°, another initial latent, slightly perturbed"
    assert str(ViewName(text=longest)) == longest


def test_a_trace_of_an_earlier_version_opens_with_its_own_words():
    data = trace_to_json(sudoku_trace(second_view=True))
    data["views"] = ["as given", "digits renamed, another initial latent"]
    trace = trace_from_json(data)
    assert [str(view) for view in trace.views] == data["views"]
    assert trace_from_json(trace_to_json(trace)).views == trace.views


@pytest.mark.parametrize("name", ["small-sudoku 0123abcd", FittedTo("007bbfb7", 12), FittedTo("", 1)])
def test_a_network_is_named_after_its_checkpoint_or_its_task(name):
    assert network_name_from_json(network_name_to_json(name)) == name
    trace = sudoku_trace()
    trace.checkpoint = name
    assert trace_from_json(trace_to_json(trace)).checkpoint == name


def test_a_fit_counts_its_steps():
    assert str(FittedTo("007bbfb7", 12)) == "fitted to the task 007bbfb7 in 12 steps"
    assert str(FittedTo("", 1)) == "fitted to this task in 1 step"
