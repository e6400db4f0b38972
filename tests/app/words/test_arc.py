"""What is said of an ARC task."""

from dataclasses import replace

import pytest

from app.arc.fitting import Fitting
from app.window.status_line import status_of
from app.words.arc import arc_status, explain_verdict, fitting_words, minutes
from app.words.explanation import explain, explain_puzzle
from tests.arc_tasks import arc_puzzle, arc_trace

FITTING = Fitting(212, (0.5, 0.4), 0.93, 0.5, 35.4)


def said(trace, shown, **state):
    return status_of(trace.puzzle, trace, shown, **state)


def test_verified_is_only_what_equals_the_known_output():
    trace = arc_trace()
    right, wrong = trace.answers
    assert said(trace, right).state == "verified"
    assert said(trace, right).sentence == "Verified: it matches the task's known output (answer 1, 20 of 32 votes)."
    assert said(trace, wrong).state == "unsure"
    assert "It differs from the known output in 1 cell (answer 2, 7 of 32 votes)." in said(trace, wrong).sentence
    assert "on the way to answer 2" in said(trace, trace.of_view(1)[0]).sentence
    most = arc_trace(votes=(3, 20))
    assert said(most, most.answers[1]).state == "confident", "more than half of the views are for it"


def test_without_a_known_output_nothing_is_verified():
    trace = arc_trace(arc_puzzle(1), (((0, 8), (2, 2)),), (31,))
    status = said(trace, trace.answers[0])
    assert status.state == "confident"
    assert "Not checkable" in status.sentence
    assert "gives no output for this input" in explain_verdict(trace.answers[0])


def test_while_it_runs():
    puzzle = arc_puzzle()
    assert "Loading" in status_of(puzzle, None, None, running=True, loading=True).sentence
    assert "Preparing to fit" in status_of(puzzle, None, None, running=True).sentence
    assert "93 % of them are correct" in status_of(puzzle, None, None, running=True, fitting=FITTING).sentence
    assert "voting" in arc_status(None, None, replace(FITTING, voting=True), running=True, loading=False)[1]
    assert fitting_words(FITTING) == "Fitting: 50 %, about 0:35 left"
    assert fitting_words(replace(FITTING, voting=True)).startswith("Views vote")
    assert status_of(puzzle, None, None).sentence.startswith("Ready")
    assert status_of(puzzle, None, None, warnings=("One demonstration.",)).sentence == "One demonstration."


@pytest.mark.parametrize(("seconds", "words"), [(0, "0:00"), (9.6, "0:10"), (65, "1:05"), (600, "10:00"), (-1, "0:00")])
def test_minutes(seconds, words):
    assert minutes(seconds) == words


def test_it_is_explained_why_a_network_is_fitted_first():
    trace = arc_trace()
    assert "can only answer a task that it was fitted to" in explain_puzzle(trace.puzzle)
    first, second = trace.of_view(1)[:2]
    assert "answer 2" in explain(trace.puzzle, first, None, "answer 2")[-1]
    assert "starts over" not in " ".join(explain(trace.puzzle, second, first, "answer 2"))
