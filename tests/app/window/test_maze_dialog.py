from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from app.documents.opening import read_file
from app.exporting.exports import MAZE_FORMATS
from app.window.maze_dialog import MazeDialog
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import maze_trace, sudoku_puzzle


def ask(window) -> MazeDialog:
    mazes = window.menus.generate.actions()[1].menu()
    mazes.actions()[-1].trigger()
    (dialog,) = window.findChildren(MazeDialog)
    return dialog


def type_into(qtbot, spin, text):
    spin.selectAll()
    qtbot.keyClicks(spin, text)


def test_a_maze_of_any_size_is_generated_and_exported_as_an_image_to_open_again(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    (image,) = [action for form, action in window.export_actions if form is MAZE_FORMATS[0]]
    assert not image.isEnabled()

    dialog = ask(window)
    type_into(qtbot, dialog.rows, "5")
    type_into(qtbot, dialog.columns, "50")
    qtbot.keyClick(dialog.style_, Qt.Key.Key_Down)
    style = dialog.style_.currentData()
    assert style != "perfect"
    (accept,) = [
        button
        for button in dialog.findChild(QDialogButtonBox).buttons()
        if dialog.findChild(QDialogButtonBox).buttonRole(button) == QDialogButtonBox.ButtonRole.AcceptRole
    ]
    with qtbot.waitSignal(window.document.contentChanged, timeout=30_000):
        qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert window.document.content.shape == (5, 50)

    assert image.isEnabled()
    file = tmp_path / "maze.png"
    with qtbot.waitSignal(window.exports.exported):
        window.exports.write(file, MAZE_FORMATS)
    (entry,) = read_file(file).entries
    assert entry.content == window.document.content

    dialog = ask(window)
    assert (dialog.rows.value(), dialog.columns.value()) == (5, 50)
    dialog.reject()


def test_the_image_shows_the_answer_and_still_reads_as_the_maze(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    trace = maze_trace()
    window.document.set_content(trace.puzzle, "Paste")
    with qtbot.waitSignal(window.exports.exported):
        window.exports.write(tmp_path / "plain.png", MAZE_FORMATS)
    window.document.record(trace, "Solve")
    with qtbot.waitSignal(window.exports.exported):
        window.exports.write(tmp_path / "answered.png", MAZE_FORMATS)
    assert (tmp_path / "plain.png").read_bytes() != (tmp_path / "answered.png").read_bytes()
    (entry,) = read_file(tmp_path / "answered.png").entries
    assert entry.content == trace.puzzle
