"""The ARC board, through real mouse and key events."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.boards.arc.board import ArcBoard
from app.boards.arc.places import Place, grid_at
from app.boards.size_dialog import SizeDialog
from app.documents.document import Document
from app.documents.entry import Entry
from app.film.film import Film
from app.window.theme import LIGHT
from solver.puzzles.arc.puzzle import ArcPuzzle
from tests.arc_tasks import TASK, arc_puzzle, arc_trace
from tests.films import show_refinement

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier
FIRST_IN, FIRST_OUT = Place("train", 0, "input"), Place("train", 0, "output")


@pytest.fixture
def document():
    return Document(Entry("arc", arc_puzzle()))


@pytest.fixture
def board(qtbot, document):
    board = ArcBoard(Film())
    qtbot.addWidget(board.tool_row())
    qtbot.addWidget(board)
    board.resize(800, 700)
    board.edited.connect(document.edit)
    board.testWanted.connect(document.choose_test)
    document.contentChanged.connect(lambda: board.film.show(document.content))
    board.film.show(document.content)
    board.show()
    return board


def grid(document, place):
    return grid_at(document.content.task, place)


def small(board, place: Place) -> QPoint:
    framed = next(f for f in board.sheet().strip if place in (f.input.place, f.output.place))
    placed = framed.input if framed.input.place == place else framed.output
    return placed.geometry.board.center().toPoint()


def large(board, place: Place, cell) -> QPoint:
    sheet = board.sheet()
    placed = next(p for p in (sheet.input, sheet.output) if p.place == place)
    return placed.geometry.cell(*cell).center().toPoint()


def drag(qtbot, board, place, cells, modifier=Modifier.NoModifier):
    qtbot.mousePress(board, Button.LeftButton, modifier, large(board, place, cells[0]))
    for cell in cells[1:]:
        qtbot.mouseMove(board, large(board, place, cell))
    qtbot.mouseRelease(board, Button.LeftButton, modifier, large(board, place, cells[-1]))


def act(board, words: str):
    next(action for action in board.edit_actions() if words in action.text().replace("&", "")).trigger()


def test_a_drag_is_one_undo_step(qtbot, board, document):
    qtbot.mouseClick(board, Button.LeftButton, pos=small(board, FIRST_OUT))
    assert board.active == FIRST_OUT
    qtbot.mouseClick(board.tool_row().swatches[7], Button.LeftButton)
    drag(qtbot, board, FIRST_OUT, [(0, 0), (0, 2), (1, 2)])
    assert grid(document, FIRST_OUT) == ((7, 7, 7), (0, 2, 7))
    assert document.undo_stack.count() == 1
    assert board.active == FIRST_OUT, "it goes on being shown"
    document.undo_stack.undo()
    assert document.content.task == TASK


def test_a_drag_given_up_changes_nothing(qtbot, board, document):
    place = Place("test", 0, "input")
    qtbot.mousePress(board, Button.LeftButton, pos=large(board, place, (0, 0)))
    qtbot.mouseMove(board, large(board, place, (0, 2)))
    assert board.grid != TASK.test[0].input
    qtbot.keyClick(board, Key.Key_Escape)
    qtbot.mouseRelease(board, Button.LeftButton, pos=large(board, place, (0, 2)))
    assert document.content.task == TASK
    assert board.content is document.content


def test_fill_select_copy_and_paste_between_grids(qtbot, board, document):
    place = Place("test", 0, "input")
    board.set_colour(3)
    qtbot.mouseClick(board.tool_row().tools["fill"], Button.LeftButton)
    qtbot.mouseClick(board, Button.LeftButton, pos=large(board, place, (0, 0)))
    assert grid(document, place) == ((3, 3, 0), (8, 0, 0))
    drag(qtbot, board, place, [(0, 1), (1, 2)], Modifier.ShiftModifier)
    assert board.copied() == "30\n00"
    assert document.undo_stack.count() == 1, "Shift only selects"
    qtbot.mouseClick(board, Button.LeftButton, pos=small(board, FIRST_IN))
    board.select((0, 0))
    assert board.paste_text(board.copied() and "30\n00")
    assert grid(document, FIRST_IN) == ((3, 0, 8), (0, 0, 0))
    board.select(None)
    assert board.paste_text("12\n34\n56")
    assert grid(document, FIRST_IN) == ((1, 2), (3, 4), (5, 6))
    assert not board.paste_text("#####\n#S G#\n#####")


def test_all_by_keyboard(qtbot, board, document):
    qtbot.keyClick(board, Key.Key_PageDown)
    assert board.active == Place("test", 0, "output")
    for _ in range(3):
        qtbot.keyClick(board, Key.Key_PageUp)
    assert board.active == Place("train", 1, "input")
    qtbot.keyClick(board, Key.Key_Down)
    qtbot.keyClick(board, Key.Key_Right, Modifier.ShiftModifier)
    qtbot.keyClick(board, Key.Key_Down, Modifier.ShiftModifier)
    qtbot.keyClick(board, Key.Key_7)
    assert grid(document, board.active) == ((7, 7), (7, 7), (8, 0))
    qtbot.keyClick(board, Key.Key_Delete)
    assert grid(document, board.active) == ((0, 0), (0, 0), (8, 0))
    board.set_colour(4)
    qtbot.keyClick(board, Key.Key_F)
    assert grid(document, board.active) == ((4, 4), (4, 4), (8, 4))
    qtbot.keyClick(board, Key.Key_Escape)
    assert board.block is None
    qtbot.keyClick(board, Key.Key_3)
    assert board.colour == 3, "with nothing selected a digit only chooses"


def test_resize_turn_mirror_and_move(qtbot, board, document):
    board.activate(FIRST_IN)
    act(board, "Rotate Right")
    assert grid(document, FIRST_IN) == ((0, 5), (5, 0), (0, 8))
    act(board, "Mirror Left")
    assert grid(document, FIRST_IN) == ((5, 0), (0, 5), (8, 0))
    act(board, "Move Down")
    assert grid(document, FIRST_IN) == ((0, 0), (5, 0), (0, 5))
    board.select((1, 0))
    qtbot.keyClick(board, Key.Key_Right, Modifier.ShiftModifier)
    act(board, "Move Up")
    assert grid(document, FIRST_IN) == ((5, 0), (0, 0), (0, 5))
    assert board.block.top == 0, "the selection goes along"
    act(board, "Resize")
    dialog = board.findChild(SizeDialog)
    dialog.rows.setValue(1)
    dialog.columns.setValue(4)
    dialog.accept()
    assert grid(document, FIRST_IN) == ((5, 0, 0, 0),)


def test_pairs_and_outputs_come_and_go(board, document):
    act(board, "Add a Demonstration")
    assert len(document.content.task.train) == 3
    assert board.active == Place("train", 2, "input")
    act(board, "Remove This Pair")
    assert document.content.task == TASK
    act(board, "Add a Test")
    assert document.content.test == 2
    act(board, "Copy the Input")
    assert document.content.known_output == document.content.task.test[2].input
    act(board, "Remove the Known")
    assert document.content.known_output is None
    act(board, "Remove This Pair")
    assert document.content == ArcPuzzle(TASK, 1)


def test_the_other_test_input_is_chosen_by_a_click(qtbot, board, document):
    qtbot.mouseClick(board, Button.LeftButton, pos=small(board, Place("test", 1, "input")))
    assert document.content.test == 1
    assert board.active == Place("test", 1, "input")
    assert not document.modified


def test_over_a_refinement_a_click_selects_and_the_answer_is_read_aloud(qtbot, board, document):
    trace = arc_trace()
    show_refinement(board, trace.refinements[-1])
    answer = Place("test", 0, "answer")
    assert board.active == answer
    with qtbot.waitSignal(board.cellSelected, check_params_cb=lambda r, c: (r, c) == (1, 2)):
        qtbot.mouseClick(board, Button.LeftButton, pos=large(board, answer, (1, 2)))
    assert board.describe((1, 2)).startswith("row 2, column 3: red (2), predicted, ")
    assert board.describe((1, 2)).endswith(", differs from the known output")
    assert board.describe((3, 0)).startswith("row 4, column 1: nothing")
    qtbot.mouseClick(board, Button.LeftButton, pos=large(board, answer.beside("input"), (0, 0)))
    assert document.content.task == TASK
    assert board.describe((0, 0)) == "row 1, column 1: grey (5)"
    assert "Test 1, input: 2 rows, 3 columns" in board.accessibleName()
    show_refinement(board, None)
    assert board.active == answer.beside("input")


def test_the_right_button_picks_a_colour_up(qtbot, board):
    qtbot.mouseClick(board, Button.RightButton, pos=large(board, Place("test", 0, "input"), (1, 0)))
    assert board.colour == 8
    assert board.tool_row().swatches[8].isChecked()


def test_nothing_is_edited_while_the_model_thinks(qtbot, board, document):
    board.set_editable(False)
    drag(qtbot, board, Place("test", 0, "input"), [(0, 0), (0, 2)])
    qtbot.keyClick(board, Key.Key_4)
    assert document.content.task == TASK
    assert not board.tool_row().isEnabled()
    qtbot.keyClick(board, Key.Key_PageUp)
    assert board.active == Place("train", 1, "output"), "looking is allowed"


def test_its_colours_are_painted(qtbot, board):
    picture = board.grab().toImage()
    place = Place("test", 0, "input")
    assert picture.pixelColor(large(board, place, (0, 0))).name() == LIGHT.arc[5]
    board.set_look(digits=False, safe_colours=True)
    assert board.grab().toImage().pixelColor(large(board, place, (1, 0))).name() == "#9ceeff"
