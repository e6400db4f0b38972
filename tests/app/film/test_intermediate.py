import numpy as np

from app.film.intermediate import intermediate
from app.words.playback import step_words
from tests.traces import sudoku_trace


def test_it_shows_the_recorded_answer_and_claims_nothing_else():
    before, refinement = sudoku_trace().refinements[2:4]
    shown = intermediate(refinement, 2, before.answer)
    assert np.array_equal(shown.answer, refinement.inner_answers[1])
    assert np.array_equal(shown.changed, refinement.inner_answers[1] != refinement.inner_answers[0])
    assert (shown.step, shown.cycle, shown.cycles) == (refinement.step, 2, 3)
    assert shown.accepted is None
    assert not shown.violations.any()
    assert not shown.probabilities.any()
    assert np.isnan([shown.mean_confidence, shown.halt_probability, shown.latent_change, shown.seconds]).all()


def test_the_first_cycle_is_compared_with_the_refinement_before():
    before, refinement = sudoku_trace().refinements[2:4]
    assert np.array_equal(
        intermediate(refinement, 1, before.answer).changed, refinement.inner_answers[0] != before.answer
    )
    assert not intermediate(refinement, 1, None).changed.any()


def test_where_it_stands_is_said_with_its_nature():
    refinement = sudoku_trace().refinements[3]
    words = step_words(intermediate(refinement, 1, None), 16)
    assert words == "Refinement 4 of 16, draft after cycle 1 of 3"
