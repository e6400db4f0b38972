"""What a network that is being fitted answers on the way."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from solver.cancelling import Cancelled
from solver.reasoning import guessing
from solver.reasoning.answer_task import answer_task
from solver.reasoning.guessing import Guesses
from solver.reasoning.view_batch import ViewBatch
from tests.solver.reasoning.test_adapt import LONG, TASK, fit


@pytest.fixture
def at_once(monkeypatch):
    """Guesses are due after every step."""
    monkeypatch.setattr(Guesses, "due", True)


def test_every_test_input_is_guessed_while_the_network_is_fitted(at_once):
    heard = []
    guesses = Guesses(TASK, LONG, lambda test, guess: heard.append((test, guess)))
    adapted = fit(TASK, most_steps=5, guesses=guesses)
    assert [test for test, _ in heard] == [0, 1] * 5
    for test, made in enumerate(guesses.made):
        assert made == [guess for of, guess in heard if of == test]
        assert [guess.fitted_steps for guess in made] == [1, 2, 3, 4, 5]
        assert all(0 < before.fitted_seconds < after.fitted_seconds for before, after in pairwise(made))
        for guess in made:
            assert guess.answer.shape == adapted.part
            assert guess.probabilities.sum(-1) == pytest.approx(1, abs=1e-5)
            assert guess.accepted is None
            assert not guess.violations.any(), "known outputs are not looked at"
        for before, after in pairwise(made):
            assert np.array_equal(after.changed, before.answer != after.answer)


def test_guessing_changes_nothing_of_what_is_fitted(at_once):
    alone = fit(TASK, most_steps=4)
    watched = fit(TASK, most_steps=4, guesses=Guesses(TASK, LONG, lambda *_: None))
    assert np.array_equal(alone.losses, watched.losses)


def test_guesses_come_closer_to_the_answer(at_once):
    guesses = Guesses(replace(TASK, test=TASK.test[:1]), LONG, lambda *_: None)
    fit(replace(TASK, test=TASK.test[:1]), most_steps=40, guesses=guesses)
    known = np.array(TASK.test[0].output)
    off = [int((guess.answer[:3, :3] != known).sum()) for guess in guesses.made[0]]
    assert off[-1] == 0
    assert max(off) > 0


def test_a_slow_guess_makes_the_next_one_wait(monkeypatch):
    """A guess of 1.5 s takes its share of the fit when the next one comes 50 s later."""
    network, now = fit(TASK, most_steps=1).network, [100.0]
    monkeypatch.setattr(guessing.time, "perf_counter", lambda: now[0])
    guesses = Guesses(TASK, 100.0, lambda *_: None)
    assert not guesses.due
    now[0] += guessing.INTERVAL
    assert guesses.due

    class Slow(ViewBatch):
        def step(self, check_cancelled):
            now[0] += 0.75
            return super().step(check_cancelled)

    monkeypatch.setattr(guessing, "ViewBatch", Slow)
    guesses.make(network, (0, 0), lambda: None, fitted_steps=1, fitted_seconds=1.0, right=0.0)
    assert [len(made) for made in guesses.made] == [1, 1], "and was content with one refinement of each"
    now[0] += 49.0
    assert not guesses.due
    now[0] += 1.5
    assert guesses.due


def test_a_guess_can_be_cancelled(at_once):
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return False

    fit(TASK, most_steps=1, cancelled=cancelled)
    before, guesses = len(asked), Guesses(TASK, LONG, lambda *_: None)
    with pytest.raises(Cancelled):
        fit(TASK, most_steps=1, cancelled=lambda: (asked.append(True), len(asked) > 2 * before)[1], guesses=guesses)
    assert guesses.made == [[], []]


def test_once_the_task_is_answered_its_guesses_are_judged(at_once):
    answered = answer_task(TASK, 1.0, guessed=lambda *_: None)
    for pair, guesses in zip(TASK.test, answered.guesses, strict=True):
        assert guesses
        for guess in guesses:
            rows, columns = len(pair.output), len(pair.output[0])
            right = bool((guess.answer[:rows, :columns] == np.array(pair.output)).all())
            assert guess.accepted is not None
            assert right or not guess.accepted
    assert answer_task(TASK, 0.5).guesses == [[], []], "nobody asked for them"
