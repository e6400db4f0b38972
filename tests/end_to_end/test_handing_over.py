"""The swift network begins and the deep one takes over: one film in the real window, and what is done with it."""

import json

import numpy as np
import pytest
from PySide6.QtTest import QTest

from app.batch.run import BatchRun
from app.documents.entry import Entry
from app.documents.ponder_file import read_ponder, write_ponder
from app.exporting.text import trace_text
from app.film.transport import where_words
from app.window.settings import Settings
from app.words.comparing import recording_details
from solver.model.bundled import bundled_pair
from solver.puzzles.sudoku.generator import generate
from solver.reasoning.budget import HAND_OVER_AFTER
from solver.trace.trace_json import trace_from_json, trace_to_json
from tests.app.window.test_checkpoint_page import open_page
from tests.app.windows import open_window
from tests.end_to_end.test_branch import dialog_of, go
from tests.end_to_end.test_influence import click_cell, press_why
from tests.traces import puzzle_for_both

SECONDS = 60_000


def opened(qtbot, tmp_path, puzzle, *, steps=0, views=0):
    settings = Settings(tmp_path / "ponder.ini")
    settings.device, settings.steps, settings.views = "cpu", steps, views
    window = open_window(qtbot, settings, puzzle)
    qtbot.waitUntil(lambda: bool(window.solver.device_found) and window.comparing.ready, timeout=SECONDS)
    return window


def solve(qtbot, window, action="solve"):
    with qtbot.waitSignal(window.solver.finished, timeout=SECONDS):
        getattr(window.actions_, action).trigger()
    return window.document.trace


@pytest.fixture
def solved(qtbot, tmp_path):
    window = opened(qtbot, tmp_path, puzzle_for_both())
    window.said = []
    show = window.status_line.show_status
    window.status_line.show_status = lambda status: (window.said.append(status.sentence), show(status))
    solve(qtbot, window)
    return window


def test_one_film_shows_both_and_says_which_one_thinks(qtbot, solved):
    window, trace, film = solved, solved.document.trace, solved.film
    swift, deep = bundled_pair("sudoku")
    assert trace.hand_over is not None
    assert trace.verified is not None
    assert trace.made_by(0).startswith(f"{swift.name} (")
    assert trace.made_by(1).startswith(f"{deep.name} (")
    assert [r.view for r in film.refinements[: HAND_OVER_AFTER + 1]] == [0] * HAND_OVER_AFTER + [1]
    assert film.refinements == trace.film()
    assert film.refinements[-1] is trace.verified
    sentence = window.status_line.status.sentence
    assert "after the deep network took over" in sentence
    assert "deep network, 129,313 parameters" in sentence
    assert "rules accept" in sentence

    parameters = {}
    for position in (0, HAND_OVER_AFTER):
        film.go_to(position)
        parameters[position] = window.docks.loop_panel.loop.anatomy.parameters
    assert parameters == {0: 46_321, HAND_OVER_AFTER: 129_313}
    assert "deep network: as given" in where_words(window.player)
    film.go_to(0)
    assert "deep" not in where_words(window.player)

    film.go_to(HAND_OVER_AFTER)
    assert "so the deep network takes over. It starts again from the puzzle." in window.docks.explanation.text()
    film.go_to(HAND_OVER_AFTER - 1)
    assert "takes over" not in window.docks.explanation.text()


def test_it_is_said_while_it_thinks(solved):
    told = "".join(solved.said)
    assert "he swift network thinks" in told
    assert "he deep network takes over" in told


def test_files_texts_and_comparisons_name_both(solved, tmp_path):
    trace, entry = solved.document.trace, solved.document.entry
    write_ponder(tmp_path / "both.ponder", [entry], 0)
    (again,), _ = read_ponder(tmp_path / "both.ponder")
    assert again.trace is not None
    assert (again.trace.hand_over, again.trace.views) == (trace.hand_over, trace.views)
    exported = trace_from_json(json.loads(json.dumps(trace_to_json(trace))))
    assert exported.networks == trace.networks
    for words in (trace_text(trace), recording_details(trace)):
        assert f"{trace.networks[0]}, then {trace.networks[1]}" in words


def test_a_comparison_names_the_networks_and_their_fingerprints_only_in_its_tooltip(qtbot, solved):
    window, trace = solved, solved.document.trace
    window.comparing.compare("Again", trace)
    comparison = window.comparing.comparison
    qtbot.waitUntil(comparison.isVisible)
    about = comparison.left.about
    assert "swift network, then deep network" in about.text()
    for network in trace.networks:
        fingerprint = network.rpartition(" (")[2].rstrip(")")
        assert fingerprint not in about.text()
        assert fingerprint in about.toolTip()
    assert comparison.height() <= 860


def test_why_asks_the_network_that_made_the_refinement(qtbot, solved):
    window, control = solved, solved.influence
    cell = tuple(map(int, np.argwhere(window.document.content.free)[0]))
    asked = []
    ask = window.solver.ask
    window.solver.ask = lambda question: (asked.append(question), ask(question))
    click_cell(window, cell)
    press_why(window)
    for position, view in ((HAND_OVER_AFTER, 1), (0, 0)):
        window.film.go_to(position)
        qtbot.waitUntil(lambda view=view: control.found is not None and control.found.view == view, timeout=SECONDS)
        assert control.problem == ""
        assert asked[-1].recorded == window.document.trace.made_by(view)


def test_a_branch_is_continued_by_the_network_that_it_leaves(qtbot, solved):
    window, origin = solved, solved.document.trace
    for position, view in ((HAND_OVER_AFTER, 1), (1, 0)):
        window.film.go_to(position)
        dialog = dialog_of(qtbot, window)
        dialog.kick.setValue(0.5)
        go(qtbot, window, dialog)
        trace = window.document.trace
        step = window.document.trace.branches[-1].step
        assert {r.view for r in trace} == {view}
        assert trace.made_by(view) == origin.made_by(view)
        assert len(trace) > step
        assert trace.refinements[:step] == origin.of_view(view)[:step]
        assert window.film.refinements == trace.refinements
        window.actions_.undo.trigger()
        assert window.document.trace is origin


def test_keep_thinking_goes_on_with_the_deep_network_in_the_same_film(qtbot, tmp_path):
    window = opened(qtbot, tmp_path, puzzle_for_both(), steps=1, views=1)
    first = solve(qtbot, window)
    assert [(r.view, r.step) for r in first] == [(0, 1), (1, 1)]
    assert window.film.refinements == first.refinements
    trace = solve(qtbot, window, "keep_thinking")
    assert [(r.view, r.step) for r in trace] == [(0, 1), (1, 1), (1, 2)]
    assert window.film.refinements == trace.refinements
    window.actions_.undo.trigger()
    trace = solve(qtbot, window, "more_views")
    assert [(r.view, r.step) for r in trace][:3] == [(0, 1), (1, 1), (1, 2)]
    assert [view.took_over for view in trace.views] == [False, True, True]
    assert {trace.made_by(view) for view in (1, 2)} == {trace.hand_over.checkpoint}


def test_who_chooses_one_network_gets_no_other(qtbot, tmp_path):
    window = opened(qtbot, tmp_path, puzzle_for_both(), steps=6, views=1)
    for folder in bundled_pair("sudoku"):
        window.settings.set_checkpoint("sudoku", folder)
        trace = solve(qtbot, window)
        assert trace.hand_over is None
        assert trace.checkpoint.startswith(f"{folder.name} (")
        assert {r.view for r in trace} == {0}


def test_what_the_swift_network_left_is_taken_over_by_keep_thinking(qtbot, tmp_path):
    window = opened(qtbot, tmp_path, puzzle_for_both(), steps=12, views=1)
    window.settings.set_checkpoint("sudoku", bundled_pair("sudoku")[0])
    assert solve(qtbot, window).verified is None
    window.settings.set_checkpoint("sudoku", None)
    trace = solve(qtbot, window, "keep_thinking")
    assert trace.hand_over is not None
    assert trace.verified is not None
    assert trace.verified.view == trace.hand_over.view == 1


def test_a_list_tells_who_answered_each(qtbot, tmp_path):
    window = opened(qtbot, tmp_path, puzzle_for_both())
    run = BatchRun(window.solving.new_solve)
    results = []
    run.resultReady.connect(results.append)
    try:
        entries = [Entry("hard", puzzle_for_both()), Entry("easy", next(generate(1, 5, "easy")))]
        run.start(entries)
        qtbot.waitUntil(lambda: len(results) == 2, timeout=SECONDS)
    finally:
        run.close()
    assert [r.checkpoint.partition(" (")[0] for r in results] == ["sudoku-deep", "sudoku"]
    assert {r.series for r in results} == {"automatic"}


def test_the_preferences_offer_automatic_swift_and_deep(qtbot, tmp_path):
    window = opened(qtbot, tmp_path, puzzle_for_both())
    dialog, page = open_page(window)
    choice = page.choices["sudoku"]
    words = [choice.itemText(i) for i in range(choice.count())]
    assert words[0].startswith("Automatic")
    assert words[1].startswith("Swift: sudoku")
    assert any(each.startswith("Deep: sudoku-deep") for each in words)
    QTest.keyClicks(choice, "Deep")
    dialog.accept()
    assert window.settings.checkpoint("sudoku").name == "sudoku-deep"
