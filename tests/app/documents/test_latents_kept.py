import numpy as np
import pytest

from app.documents.document import Document
from app.documents.entry import Entry
from app.documents.latents_kept import LatentsKept
from app.window.settings import Settings
from solver.trace import LatentState, Trace
from tests.app.windows import open_window
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace

NUMBERS = 50
STATE_BYTES = 2 * NUMBERS * 4


@pytest.fixture
def document(qapp, monkeypatch):
    monkeypatch.setattr("app.documents.latents_kept.MOST_LATENTS", 2 * STATE_BYTES)
    document = Document(Entry("one", sudoku_puzzle()))
    LatentsKept(document)
    return document


def recording() -> Trace:
    trace = sudoku_trace(steps=2)
    latents = np.zeros((1, 10, 5), np.float32)
    trace.state = LatentState((0,), (2,), latents, latents.copy())
    return trace


def test_only_the_latest_recordings_behind_the_shown_one_keep_their_latents(document):
    recordings = [recording() for _ in range(5)]
    for each in recordings:
        document.record(each, "Solve")
    assert [each.state is not None for each in recordings] == [False, False, False, True, True]
    assert all(len(each) == 2 for each in recordings), "each can still be played"
    document.undo_stack.undo()
    assert document.trace is recordings[3]
    assert document.trace.state is not None


def test_open_puzzles_keep_theirs_however_many_there_are(document):
    entries = [Entry(str(number), sudoku_puzzle(), recording()) for number in range(6)]
    document.open(entries, "Open")
    document.open([Entry("maze", maze_puzzle())], "Open")
    assert all(each.trace is not None and each.trace.state is not None for each in entries)
    document.close([document.entries.index(each) for each in entries], "Close")
    assert sum(each.trace is not None and each.trace.state is not None for each in entries) == 2


def test_what_was_shown_again_counts_as_new(document):
    first, *others = [recording() for _ in range(3)]
    for each in (first, *others):
        document.record(each, "Solve")
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.trace is first
    document.undo_stack.redo()
    document.undo_stack.redo()
    document.record(recording(), "Solve")
    assert [each.state is not None for each in (first, *others)] == [False, False, True]


def test_the_window_limits_them(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("app.documents.latents_kept.MOST_LATENTS", 0)
    window = open_window(qtbot, Settings(tmp_path / "settings.ini"), sudoku_puzzle())
    first, second = recording(), recording()
    window.document.record(first, "Solve")
    assert first.state is not None
    window.document.record(second, "Solve")
    assert first.state is None
    assert second.state is not None
