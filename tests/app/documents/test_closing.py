import pytest
from PySide6.QtWidgets import QWidget

from app.documents.closing import Closing
from app.documents.document import Document
from app.documents.entry import Entry
from app.window.message_bar import MessageBar
from tests.traces import maze_puzzle, sudoku_puzzle, sudoku_trace


@pytest.fixture
def window(qtbot, monkeypatch):
    monkeypatch.setattr("app.documents.document.MOST_STEPS", 2)
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_the_offer_to_undo_goes_though_the_undo_stack_is_full(window):
    document = Document(Entry("one", sudoku_puzzle()), window)
    messages = MessageBar(window)
    closing = Closing(document, messages, window)
    document.record(sudoku_trace(), "Solve")
    document.add(Entry("two", maze_puzzle(), by_hand=True), "Paste")
    closing.close_shown()
    assert messages.choices
    document.record(sudoku_trace(), "Solve")
    assert document.undo_stack.count() == 2
    assert not messages.choices, "it would undo the solve"


def test_the_offer_to_undo_stays_while_it_undoes_the_closing(window):
    document = Document(Entry("one", sudoku_puzzle()), window)
    messages = MessageBar(window)
    closing = Closing(document, messages, window)
    document.add(Entry("two", maze_puzzle(), by_hand=True), "Paste")
    closing.close_shown()
    [undo] = messages.choices
    undo.click()
    assert [entry.label for entry in document.entries] == ["one", "two"]
    assert not messages.choices
