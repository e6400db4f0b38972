"""A recording that an earlier version saved opens, plays and is told as it was."""

import json
from pathlib import Path

from app.film.intermediate import movement_of
from app.panels.loop import LoopPanel
from solver.trace import Anatomy
from solver.trace.trace_json import trace_from_json

SAVED = Path(__file__).parents[2] / "solver" / "trace" / "earlier" / "sudoku.json"


def test_a_trace_without_movement_plays_with_all_that_shows_it(qtbot, player):
    trace = trace_from_json(json.loads(SAVED.read_text("utf-8")))
    assert trace.anatomy == Anatomy()
    player.paced = True
    player.speed = 8
    player.show(trace.puzzle, trace)
    loop = LoopPanel(player)
    qtbot.addWidget(loop)
    loop.show()
    seen = []
    player.film.changed.connect(lambda _: seen.append(player.film.shown()))
    player.play()
    qtbot.waitUntil(lambda: not player.playing)
    assert [r.step for r in seen if r in trace.refinements] == [1, 2]
    assert movement_of(player.film.current(), "z") is None
    assert not loop.grab().isNull()
    assert player.view_words(0) == "as given"
