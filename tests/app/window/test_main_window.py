import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMessageBox, QTabBar, QTextBrowser, QToolButton

from app.documents.draft import Draft
from app.documents.entry import Entry
from app.exporting import writers
from app.exporting.exports import PLOT_FORMATS, SHEET_FORMATS
from app.window.main_window import MainWindow
from app.window.settings import Settings
from app.window.theme import apply_theme
from app.words.language import LANGUAGES, install_language
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.trace.trace_json import trace_to_json
from tests.app.windows import open_window
from tests.arc_tasks import arc_puzzle
from tests.traces import MAZE, SUDOKU, maze_puzzle, sudoku_puzzle, sudoku_trace

OTHER = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "ponder.ini")


@pytest.fixture
def window(qtbot, settings):
    return open_window(qtbot, settings, sudoku_puzzle())


def paste(qtbot, window, text):
    QGuiApplication.clipboard().setText(text)
    window.actions_.paste.trigger()
    qtbot.waitUntil(lambda: not window.threads.busy)


def drop(qtbot, window, data: QMimeData):
    event = QDropEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: not window.threads.busy)


@pytest.mark.parametrize("content", [sudoku_puzzle(), maze_puzzle(), arc_puzzle()], ids=lambda content: content.kind)
def test_every_action_is_in_a_menu_and_no_shortcut_is_taken_twice(window, content):
    window.document.replace([Entry("a", content)])
    menus = set()
    waiting = [action.menu() for action in window.menuBar().actions()]
    while waiting:
        for action in waiting.pop().actions():
            menus.add(action)
            if action.menu() is not None:
                waiting.append(action.menu())
    assert set(window.actions_.findChildren(QAction)) <= menus
    shortcuts = [key.toString() for action in menus for key in action.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))


def test_a_board_that_was_left_takes_its_actions_along_at_once(window):
    """Else its shortcuts would be ambiguous until it is deleted, which is only when Qt comes to it."""
    for content in (arc_puzzle(), sudoku_puzzle(), arc_puzzle(1)):
        window.document.replace([Entry("a", content)])
    offered = [action for action in window.menus.edit.actions() if action in window.board.edit_actions()]
    assert offered == window.board.edit_actions()
    texts = [action.text() for action in window.menus.edit.actions() if action.text()]
    assert len(texts) == len(set(texts))


def test_pasting_one_puzzle_can_be_undone(qtbot, window):
    paste(qtbot, window, "\n".join(MAZE))
    assert window.document.content == maze_puzzle()
    assert window.board.content.kind == "maze"
    window.actions_.undo.trigger()
    assert window.document.content == sudoku_puzzle()
    assert window.board.content.kind == "sudoku"


def test_a_solved_puzzle_gives_way_to_one_of_another_size(qtbot, window):
    window.document.record(sudoku_trace(), "Solve")
    paste(qtbot, window, "\n".join(MAZE))
    assert window.player.film.refinements == []
    assert window.board.refinement is None
    window.actions_.undo.trigger()
    assert window.board.refinement is window.document.trace.verified


def test_bad_text_is_told_and_nothing_is_lost(qtbot, window):
    before = window.document.content
    paste(qtbot, window, OTHER[:-1] + "x?")
    assert window.messages.isVisible()
    assert window.messages.sentence.text().endswith(".")
    assert window.document.content is before
    assert not window.document.modified
    window.messages.dismiss.trigger()
    assert not window.messages.isVisible()


def test_a_typo_is_detailed_without_a_traceback(qtbot, window):
    paste(qtbot, window, OTHER[:-1] + "x?")
    assert "Traceback" not in window.messages._details
    assert ".py" not in window.messages._details


def test_a_file_opened_while_the_program_gets_ready_is_announced(qtbot, settings, tmp_path):
    file = tmp_path / "other.sdm"
    file.write_text(OTHER)
    window = MainWindow(Entry("Test", sudoku_puzzle()), settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.files.open(file)
    assert "getting ready" in window.messages.sentence.text()
    with qtbot.waitSignal(window.document.entriesChanged):
        pass
    assert window.document.content.grid[0, 0] == 5
    assert not window.messages.isVisible()


def test_an_export_is_finished_when_the_window_closes(window, tmp_path):
    window.document.record(sudoku_trace(), "Solve")
    file = tmp_path / "film.gif"
    window.exports.write(file)
    assert window.close()
    assert file.read_bytes().startswith(b"GIF8")


def test_an_empty_clipboard_is_told(window):
    QGuiApplication.clipboard().clear()
    window.actions_.paste.trigger()
    assert window.messages.isVisible()


def test_several_puzzles_are_listed_to_choose_from(qtbot, window):
    paste(qtbot, window, f"{SUDOKU}\n{OTHER}\n11{SUDOKU[2:]}\n")
    assert window.docks.puzzles.isVisible()
    assert len(window.document.entries) == 2
    assert "1 puzzle or recording could not be read" in window.messages.sentence.text()
    chooser = window.docks.chooser
    chooser.setCurrentIndex(chooser.model().index(1, 0))
    assert window.board.content.grid[0, 0] == 5
    window.document.choose(0)
    assert chooser.currentIndex().row() == 0


def test_copy_gives_back_what_paste_takes(qtbot, window):
    window.actions_.copy.trigger()
    assert QGuiApplication.clipboard().text().replace(".", "0") == SUDOKU


def test_files_and_text_are_dropped(qtbot, window, tmp_path):
    trace = sudoku_trace()
    file = tmp_path / "trace.json"
    file.write_text(json.dumps(trace_to_json(trace)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(qtbot, window, data)
    assert len(window.document.trace) == len(trace)
    assert window.status_line.status.state == "verified"
    assert window.settings.recent == [file]
    assert window.menus.recent.actions()[0].text() == "trace.json"
    data = QMimeData()
    data.setText(OTHER)
    drop(qtbot, window, data)
    assert window.document.content.grid[0, 0] == 5


def test_a_conflict_is_shown_and_not_solved(qtbot, window):
    window.board.select((0, 0))
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_9)
    assert isinstance(window.document.content, Draft)
    assert window.status_line.status.state == "invalid"
    assert not window.actions_.solve.isEnabled()
    qtbot.keyClick(window.board, Qt.Key.Key_Backspace)
    assert window.status_line.status.state == "idle"
    assert window.actions_.solve.isEnabled()


def test_the_inspector_shows_the_cell_that_the_board_selects(qtbot, window):
    window.board.select((0, 0))
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_9)
    assert isinstance(window.document.content, Draft)
    qtbot.keyClick(window.board, Qt.Key.Key_Backspace)
    assert window.board.selected == window.docks.inspector.cell == (0, 0)
    paste(qtbot, window, "\n".join(MAZE))
    assert window.board.selected is window.docks.inspector.cell is None


def test_warnings_are_said_but_do_not_stop(qtbot, window):
    window.actions_.clear.trigger()
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert not np.any(window.document.content.grid)
    assert window.status_line.status.sentence in map(str, window.document.content.warnings())
    assert window.actions_.solve.isEnabled()


def test_save_and_open_again(qtbot, window, tmp_path):
    file = tmp_path / "kept.ponder"
    window.document.record(sudoku_trace(), "Solve")
    assert window.isWindowModified()
    window.files.save_to(file)
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert not window.isWindowModified()
    assert "kept.ponder" in window.windowTitle()
    window.actions_.close_puzzle.trigger()
    window.files.open(file)
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert window.document.trace.verified is not None
    assert window.document.path == file


def test_a_failed_save_is_told_and_stays_unsaved(qtbot, window, tmp_path):
    window.board.select((0, 0))
    qtbot.keyClick(window.board, Qt.Key.Key_4)
    window.files.save_to(tmp_path / "no such folder" / "x.ponder")
    qtbot.waitUntil(lambda: not window.threads.busy)
    assert window.messages.isVisible()
    assert window.isWindowModified()


def question(window) -> QMessageBox | None:
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return boxes[0] if boxes else None


def test_work_by_hand_is_asked_about_before_it_goes(qtbot, window):
    qtbot.keyClick(window.board, Qt.Key.Key_Right)
    qtbot.keyClick(window.board, Qt.Key.Key_4)
    edited = window.document.content
    window.close()
    assert window.isVisible()
    question(window).button(QMessageBox.StandardButton.Cancel).click()
    assert window.document.content is edited
    window.close()
    question(window).button(QMessageBox.StandardButton.Discard).click()
    assert not window.isVisible()


def test_solving_a_sample_asks_nothing(window):
    window.document.record(sudoku_trace(), "Solve")
    assert window.close()
    assert question(window) is None


def test_generate_puts_a_new_puzzle_in_place(qtbot, window):
    before = window.document.content
    sudoku = window.menus.generate.actions()[0].menu().actions()[0]
    with qtbot.waitSignal(window.document.contentChanged, timeout=30_000):
        sudoku.trigger()
    assert window.document.content != before
    window.actions_.undo.trigger()
    assert window.document.content is before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_themes_show_board_and_marks(qapp, qtbot, window, theme):
    apply_theme(qapp, theme)
    window.document.record(sudoku_trace(solved=False), "Solve")
    blank = window.board.grab().toImage()
    window.player.go_first()
    assert window.board.grab().toImage() != blank


def open_dialogs(window):
    return [child for child in window.children() if child.isWidgetType() and child.isWindow() and child.isVisible()]


def test_help_opens(window):
    for action in (window.actions_.what, window.actions_.shortcuts, window.actions_.about):
        action.trigger()
        (dialog,) = open_dialogs(window)
        dialog.reject()


def test_the_sheet_has_every_shortcut_and_no_key_that_is_labelled(window):
    window.actions_.shortcuts.trigger()
    (dialog,) = open_dialogs(window)
    sheet = dialog.findChild(QTextBrowser).toPlainText()
    native = QKeySequence.SequenceFormat.NativeText
    for action in all_actions(window):
        for keys in action.shortcuts()[:1]:
            assert keys.toString(native) in sheet, action.text()
    for words in ("New Sudoku", "Ctrl+E", "Ctrl+Shift+M"):
        assert words in sheet
    assert "Ctrl+O, Open" not in sheet
    dialog.reject()


def all_actions(window):
    menus = [window.menuBar().actions()]
    while menus:
        actions = menus.pop()
        menus += [action.menu().actions() for action in actions if action.menu() is not None]
        yield from actions


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_a_narrow_window_nothing_is_cut_to_a_few_letters(qtbot, qapp, settings, language):
    translators = install_language(qapp, language)
    apply_theme(qapp, "light")
    try:
        window = open_window(qtbot, settings, sudoku_puzzle())
        window.resize(760, 640)
        words = "Your unsaved changes were kept, and here is a sentence about them."
        window.messages.offer(words, {"Restore everything": print, "Discard everything": print}, "Decide much later")
        bar, said, choices = window.messages, window.messages.sentence, window.messages.choices
        qtbot.waitUntil(lambda: all(each.mapTo(bar, QPoint()).y() > said.geometry().bottom() for each in choices))
        assert window.width() < 900
        window.messages.say("Something else.")
        assert window.messages.choices == []
        bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
        tabs = [(bar, n) for bar in bars for n in range(bar.count())]
        assert len(tabs) >= 6
        assert [bar.tabText(n) for bar, n in tabs if bar.tabRect(n).width() < bar.tabSizeHint(n).width()] == []
        assert not window.docks.loop.isVisible(), "the board needs its room"
        more = window.findChild(QToolButton, "qt_toolbar_ext_button")
        assert more.isVisible()
        image = more.grab().toImage()
        assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1
        window.close()
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_preferences_are_kept(window, settings):
    window.actions_.preferences.trigger()
    (dialog,) = open_dialogs(window)
    dialog.steps.setValue(5)
    dialog.views.setValue(1)
    dialog.threads.setValue(1)
    dialog.flash.click()
    dialog.accept()
    assert (settings.steps, settings.views, settings.flash) == (5, 1, False)
    assert window.solving.new_solve(sudoku_puzzle()).threads == settings.threads == 1
    assert not window.board.flashing
    budget = window.solving.budget(sudoku_puzzle())
    assert (budget.steps, budget.views) == (5, 1)


def test_pictures_are_exported_as_large_as_the_preferences_say(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(writers, "LARGEST_FILM", 400)
    window.actions_.preferences.trigger()
    (dialog,) = open_dialogs(window)
    dialog.picture_size.setValue(700)
    dialog.accept()
    window.document.record(sudoku_trace(), "Solve")
    for name, size in (("board.png", 700), ("film.gif", 400)):
        with qtbot.waitSignal(window.exports.exported, timeout=60_000):
            window.exports.write(tmp_path / name)
        assert QImage(str(tmp_path / name)).width() == size


def test_the_size_of_text_is_set_and_left_to_the_desktop_again(qtbot, qapp, window, settings):
    usual = qapp.font()
    for percent in (200, 100):
        window.actions_.preferences.trigger()
        (dialog,) = open_dialogs(window)
        dialog.font_scale.setValue(percent)
        dialog.accept()
        qtbot.waitUntil(lambda: not open_dialogs(window))
        assert settings.font_scale == percent
        expected = usual.pointSize() * percent // 100
        assert qapp.font().pointSize() == expected
        assert window.docks.transport.where.font().pointSize() == expected
        assert window.menuBar().font().pointSize() == expected
    assert qapp.font() == usual


def test_the_window_is_found_as_it_was_left(qtbot, settings):
    window = open_window(qtbot, settings, sudoku_puzzle())
    window.resize(700, 650)
    window.player.speed = 4.0
    size = window.size()
    window.close()
    again = open_window(qtbot, settings, sudoku_puzzle())
    assert again.size() == size
    assert again.player.speed == 4.0


def test_the_list_of_puzzles_is_shown_for_what_is_open_now_and_not_then(qtbot, settings):
    first = open_window(qtbot, settings, sudoku_puzzle())
    first.document.replace([Entry("one", sudoku_puzzle()), Entry("two", maze_puzzle())])
    assert first.docks.puzzles.isVisible()
    first.close()
    second = open_window(qtbot, settings, sudoku_puzzle())
    assert not second.docks.puzzles.isVisible()


def test_the_plot_is_exported_from_the_file_menu_as_it_is_shown(qtbot, window, tmp_path):
    png = next(action for form, action in window.export_actions if form is PLOT_FORMATS[0])
    assert not png.isEnabled()
    window.document.record(sudoku_trace(), "Solve")
    assert png.isEnabled()
    for form in PLOT_FORMATS:
        path = tmp_path / f"plot{form.suffix}"
        window.exports.ask_plot(form.suffix)
        dialog = window.findChild(QFileDialog)
        with qtbot.waitSignal(window.exports.exported):
            dialog.fileSelected.emit(str(path))
        dialog.done(0)
        qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)
        assert path.stat().st_size > 500
    assert QImage(str(tmp_path / "plot.png")).width() == 1920


def test_hidden_curves_are_remembered(qtbot, window, settings):
    qtbot.mouseClick(window.docks.confidence.legend["rule violations"], Qt.MouseButton.LeftButton)
    again = open_window(qtbot, settings, sudoku_puzzle())
    assert again.docks.confidence.hidden_curves == ("rule violations",)


def test_all_open_puzzles_are_exported_as_pages_from_the_menu(qtbot, window, tmp_path):
    window.document.replace([Entry("One", sudoku_puzzle()), Entry("Two", maze_puzzle())])
    sheets = next(action for form, action in window.export_actions if form is SHEET_FORMATS[0])
    sheets.trigger()
    dialog = window.findChild(QFileDialog)
    with qtbot.waitSignal(window.exports.exported):
        dialog.fileSelected.emit(str(tmp_path / "pages.pdf"))
    dialog.done(0)
    content = (tmp_path / "pages.pdf").read_bytes()
    assert content.startswith(b"%PDF")


def test_both_choices_of_how_arc_looks_are_there_again_at_the_next_start(qtbot, settings):
    settings.arc_safe_colours = settings.arc_digits = True
    window = open_window(qtbot, settings, arc_puzzle())
    assert window.actions_.arc_safe.isChecked()
    assert window.actions_.arc_digits.isChecked()
    assert all(button.options.safe_colours for button in window.adapting.answers.buttons)
    assert settings.arc_safe_colours
    assert settings.arc_digits
    window.actions_.arc_safe.trigger()
    assert (settings.arc_safe_colours, settings.arc_digits) == (False, True)


@pytest.mark.parametrize(("before", "now"), [(sudoku_puzzle, arc_puzzle), (arc_puzzle, sudoku_puzzle)])
def test_the_arc_panel_is_for_what_is_open_now_whatever_was_open_last_time(qtbot, settings, before, now):
    open_window(qtbot, settings, before()).close()
    window = open_window(qtbot, settings, now())
    assert window.docks.adapting.isVisible() == (now is arc_puzzle)


def test_an_arc_panel_that_was_closed_stays_so_while_the_task_is_edited(qtbot, settings):
    window = open_window(qtbot, settings, arc_puzzle())
    window.docks.adapting.close()
    task = window.document.content.task
    window.document.edit(ArcPuzzle(replace(task, name="another")), "rename")
    assert not window.docks.adapting.isVisible()
