from dataclasses import replace

import pytest

from app.documents.draft import Draft
from app.window.status_line import Status, StatusLine, status_of
from app.words.advice import Offered, advice_words
from solver.trace import Anatomy
from tests.traces import sudoku_puzzle, sudoku_trace

PUZZLE = sudoku_puzzle()


def test_verified_is_what_the_rules_accept():
    trace = sudoku_trace()
    status = status_of(PUZZLE, trace, replace(trace.verified, halt_probability=0.01))
    assert status.state == "verified"
    assert "rules accept" in status.sentence


def test_how_it_was_solved_is_told_with_the_network_and_the_device():
    trace = sudoku_trace(steps=4)
    trace.anatomy, trace.device = Anatomy(46_321), "cpu"
    said = status_of(PUZZLE, trace, trace.verified).sentence
    step = trace.verified.step
    assert said == (
        f"Solved at refinement {step}, computed in {0.031 * step:.2f} s · 46,321 parameters · CPU. "
        "The rules accept this answer."
    )


def test_confident_is_never_called_verified():
    trace = sudoku_trace(solved=False)
    status = status_of(PUZZLE, trace, replace(trace.refinements[-1], halt_probability=0.97))
    assert status.state == "confident"
    assert "97 % sure, but rules are broken in" in status.sentence


def test_an_answer_that_cannot_be_checked_says_so():
    unchecked = replace(sudoku_trace().refinements[-1], accepted=None, halt_probability=0.9)
    status = status_of(PUZZLE, None, unchecked)
    assert status.state == "confident"
    assert "cannot be checked" in status.sentence


def test_the_other_states():
    trace = sudoku_trace(solved=False)
    assert status_of(PUZZLE, None, None).state == "idle"
    assert status_of(PUZZLE, None, None, running=True).state == "thinking"
    assert status_of(PUZZLE, trace, trace.refinements[0], running=True).state == "thinking"
    assert status_of(PUZZLE, trace, replace(trace.refinements[0], halt_probability=0.1)).state == "unsure"
    assert status_of(PUZZLE, None, None, warnings=("Too few.",)) == Status("idle", "Too few.")
    broken = status_of(Draft.of(PUZZLE, {(0, 0): 9}), None, None)
    assert broken.state == "invalid"
    assert "9" in broken.sentence


@pytest.mark.parametrize("go_on", [False, True])
@pytest.mark.parametrize("starts", [False, True])
@pytest.mark.parametrize("branch", [False, True])
def test_only_what_is_offered_is_advised(go_on, starts, branch):
    trace = sudoku_trace(solved=False)
    offered = Offered(go_on, starts, branch and not go_on)
    said = status_of(PUZZLE, trace, trace.closest, offered=offered).sentence
    assert said.endswith(advice_words(offered))
    assert ("eep thinking" in said) is ("more views" in said) is go_on
    assert ("16 starts" in said) is starts
    assert ("branch" in said) is (branch and not go_on)


def test_one_start_is_no_plural():
    trace = sudoku_trace(solved=False)
    assert status_of(PUZZLE, trace, trace.closest).sentence.startswith("Not solved in 1 view with 1 start. ")


def test_another_view_is_named():
    trace = sudoku_trace(second_view=True)
    assert "of another view" in status_of(PUZZLE, trace, trace.verified).sentence


@pytest.mark.parametrize("state", ["idle", "invalid", "thinking", "verified", "confident", "unsure"])
def test_each_state_has_a_mark_of_its_own(qtbot, state):
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(400, 30)
    line.show_status(Status(state, "words"))
    assert line.accessibleName() == "Words"
    image = line.grab().toImage()
    corner = image.pixelColor(0, 0)
    assert any(image.pixelColor(x, y) != corner for x in range(10, 30) for y in range(4, 26))
