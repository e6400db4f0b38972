"""How often the window works for one refinement: each panel hears of it once, and paints once."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject

from app.window.settings import Settings
from solver.trace import Trace
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle, sudoku_trace


class Paints(QObject):
    """Counts the paint events of some widgets, by name."""

    def __init__(self, widgets):
        super().__init__()
        self.counts = Counter()
        self._names = {widget: name for name, widget in widgets.items()}
        for widget in widgets.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.counts[self._names[watched]] += 1
        return False


@pytest.fixture
def window(qtbot, tmp_path):
    settings = Settings(tmp_path / "ponder.ini")
    settings.flash = False
    return open_window(qtbot, settings, sudoku_puzzle())


def test_one_refinement_is_one_update_and_one_repaint_of_each_panel(qtbot, window, monkeypatch):
    trace = sudoku_trace(steps=5)
    window.board.select((0, 0))
    window.player.begin(Trace(window.document.content, "made-up"), 16)
    window.player.append(trace.refinements[0])
    docks = window.docks
    panels = {
        "board": window.board,
        "timeline": docks.timeline,
        "distribution": docks.inspector.distribution,
    }
    # That the solver has got ready is shown too, which may come late on a busy machine.
    qtbot.waitUntil(lambda: bool(window.solver.device_found), timeout=60_000)
    qtbot.wait(250)  # whatever the first one has moved about
    shown = Counter()
    for name in ("_show_status", "_enable"):
        work = getattr(window, name)
        monkeypatch.setattr(window, name, lambda work=work, name=name: (shown.update([name]), work()))
    changes = []
    window.film.changed.connect(changes.append)
    paints = Paints(panels)
    docks.confidence.curves["mean confidence"].sigPlotChanged.connect(lambda _: shown.update(["plot"]))
    docks.steps.model().rowsInserted.connect(lambda *_: shown.update(["steps"]))
    for label in (docks.explanation, docks.transport.where):
        write = label.setText
        monkeypatch.setattr(label, "setText", lambda words, write=write: (shown.update(["words"]), write(words)))
    window.player.append(trace.refinements[1])
    qtbot.waitUntil(lambda: shown["plot"] >= 1)
    qtbot.wait(250)
    assert len(changes) == 1
    assert shown == {"_show_status": 1, "_enable": 1, "plot": 1, "steps": 1, "words": 2}
    assert paints.counts == dict.fromkeys(panels, 1)
