from dataclasses import replace

from app.film.player import Player
from app.panels.explanation import Explanation, explain
from tests.films import show_film
from tests.traces import sudoku_trace


def test_words_follow_the_playhead(qtbot):
    trace = sudoku_trace()
    player = Player()
    explanation = Explanation(player)
    qtbot.addWidget(explanation)
    player.show(trace.puzzle)
    assert "53 cells to decide" in explanation.text()
    show_film(player, trace.film(), position=0)
    assert "N_sup" in explanation.text()
    assert "filled in 53 cells" in explanation.text()
    player.go_last()
    assert "changed its mind about 1 cell." in explanation.text()
    assert "rules accept this answer" in explanation.text()


def test_a_wrong_answer_is_never_called_verified():
    trace = sudoku_trace(solved=False)
    for before, refinement in zip([None, *trace.refinements], trace.refinements, strict=False):
        text = " ".join(explain(trace.puzzle, refinement, before, "as given"))
        assert "verified" not in text
        assert "Rules are broken" in text


def test_another_view_is_introduced():
    trace = sudoku_trace(second_view=True)
    first = trace.of_view(1)[0]
    assert "digits permuted" in explain(trace.puzzle, first, None, "digits permuted")[0]


def test_beginning_anew_is_told():
    trace = sudoku_trace()
    before, first = (replace(trace.refinements[0], step=step) for step in (16, 17))
    assert "begins anew" in explain(trace.puzzle, first, before, "as given")[0]
    assert "16 rounds" in explain(trace.puzzle, first, before, "as given")[0]
    assert "begins anew" not in explain(trace.puzzle, before, None, "as given")[0]
