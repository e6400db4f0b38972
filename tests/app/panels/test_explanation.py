from dataclasses import replace

import numpy as np
import pytest

from app.film.player import Player
from app.panels.explanation import Explanation
from app.words.explanation import explain
from tests.films import show_film
from tests.traces import maze_trace, sudoku_trace


def test_words_follow_the_playhead(qtbot):
    trace = sudoku_trace()
    player = Player()
    explanation = Explanation(player)
    qtbot.addWidget(explanation)
    player.show(trace.puzzle)
    assert "53 cells to decide" in explanation.text()
    show_film(player, trace.film(), position=0)
    assert "N_sup" in explanation.toolTip()
    assert "filled in 53 cells" in explanation.text()
    player.go_last()
    assert "changed its mind about 1 cell." in explanation.text()
    assert "rules accept this answer" in explanation.text()


def test_a_wrong_answer_is_never_called_verified():
    trace = sudoku_trace(solved=False)
    for before, refinement in zip([None, *trace.refinements], trace.refinements, strict=False):
        text = " ".join(explain(trace.puzzle, refinement, before, "as given"))
        assert "verified" not in text
        assert "rules are broken" in text


def test_another_view_is_introduced():
    trace = sudoku_trace(second_view=True)
    first = trace.of_view(1)[0]
    assert "digits permuted" in explain(trace.puzzle, first, None, "digits permuted")[-1]


def test_a_restart_is_explained():
    trace = sudoku_trace()
    before, first = (replace(trace.refinements[0], step=step) for step in (16, 17))
    assert "Restart:" in explain(trace.puzzle, first, before, "as given")[-1]
    assert "16 rounds" in explain(trace.puzzle, first, before, "as given")[-1]
    assert "Restart:" not in explain(trace.puzzle, before, None, "as given")[-1]


def test_the_verdict_comes_first():
    trace = sudoku_trace()
    assert explain(trace.puzzle, trace.refinements[-1], trace.refinements[-2], "as given")[0].startswith("Verified")


def test_a_maze_without_a_path_says_so():
    trace = maze_trace()
    blank = replace(trace.refinements[0], answer=trace.puzzle.grid, changed=np.zeros(trace.puzzle.shape, dtype=bool))
    said = explain(trace.puzzle, blank, None, "as given")
    assert said[0].startswith("No path yet. Purple shows where the working memory has just moved")
    assert "on the path" not in " ".join(said), "there is none to be confident of"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (1.5, "changed a lot: it is far from settled"),
        (0.2, "changed by 20 %: it has not settled yet"),
        (0.01, "barely changed: it is settling"),
    ],
)
def test_a_change_of_the_memory_is_weighed(change, words):
    trace = sudoku_trace()
    refinement = replace(trace.refinements[0], latent_change=change)
    assert words in " ".join(explain(trace.puzzle, refinement, None, "as given"))
