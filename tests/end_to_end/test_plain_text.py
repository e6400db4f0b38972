"""Text from files is shown as it is: no widget takes it for HTML, and none loads or grows by it."""

import html
import json
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QAction, QImage, QTextDocument
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QTextBrowser,
    QWidget,
)

from app.arc.browser import ArcBrowser
from app.boards.painting import PaintOptions
from app.documents.entry import Entry
from app.documents.ponder_file import write_ponder
from app.window.help import show_about, show_cards, show_shortcuts, show_what
from app.window.maze_dialog import MazeDialog
from app.window.preferences import Preferences
from app.window.settings import Settings
from app.words.plain import LONGEST_TIP, LONGEST_WORD, breakable, tip
from solver.trace import ViewName
from tests.app.windows import open_window
from tests.arc_tasks import arc_trace
from tests.traces import sudoku_puzzle, sudoku_trace

HOSTILE = '<img src="/dev/zero"><b>bold</b><table><tr><td>'
WIDE = "W" * 5_000


@pytest.fixture
def window(qtbot, tmp_path):
    return open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())


@pytest.fixture
def hostile_file(tmp_path):
    """A document whose every name is an attack, and its file's name too."""
    trace = sudoku_trace(second_view=True)
    trace.views = (ViewName(text=HOSTILE), ViewName(text=f"{WIDE}{{0.__class__}}"))
    trace.checkpoint = f"{HOSTILE} {WIDE}"
    trace.device = HOSTILE
    other = replace(arc_trace(), checkpoint=HOSTILE)
    file = tmp_path / "<b>&bold[*].ponder"
    entries = [Entry(HOSTILE, trace.puzzle, trace), Entry(WIDE, other.puzzle, other), Entry("\0\n" * 9, trace.puzzle)]
    write_ponder(file, entries, 0)
    return file


def rows(model: QAbstractItemModel):
    for row in range(min(model.rowCount(), 50)):
        # Qt keeps the columns of a list to itself.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield model.index(row, column)


def tooltips(widget: QWidget):
    yield widget.toolTip()
    for action in widget.actions() + widget.findChildren(QAction):
        yield action.toolTip()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for index in rows(widget.model()):
            yield index.data(Qt.ItemDataRole.ToolTipRole) or ""


def check(top: QWidget) -> int:
    """Fail for any widget at or below `top` that would take its text for HTML; how many were looked at."""
    widgets = [top, *top.findChildren(QWidget)]
    for widget in widgets:
        if isinstance(widget, QLabel) and not isinstance(top, QMenu):
            assert widget.textFormat() == Qt.TextFormat.PlainText, f"{widget}: {widget.text()!r}"
        for words in tooltips(widget):
            if QtText.mightBeRichText(words):
                inner = words.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "\n")
                assert "<" not in inner, f"{widget}: {words!r}"
                assert words.startswith("<qt>")
                assert html.unescape(inner)
    return len(widgets)


def check_open_windows() -> int:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Qt's own file dialog shows names as plain text; the labels in menus are the plotting library's, and fixed.
    tops = [each for each in QApplication.topLevelWidgets() if not isinstance(each, QFileDialog)]
    return sum(map(check, tops))


def test_no_widget_takes_text_for_html(qtbot, window, hostile_file):
    settings, background = window.settings, window.background
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(hostile_file)
    assert len(window.document.entries) == 3
    window.player.go_last()
    for place in range(3):
        window.document.choose(place)
        window.docks.timeline.setToolTip(tip(window.docks.timeline.describe(-1)))
        if window.film.length:
            window.docks.timeline.setToolTip(tip(window.docks.timeline.describe(window.film.last)))
        window.board.select((0, 0))
        assert check_open_windows() > 100
    window.document.choose(0)
    assert window.width() < 2_000
    assert window.minimumSizeHint().width() < 2_000

    window.messages.say(f"{HOSTILE} {WIDE}", HOSTILE)
    window.messages.offer(HOSTILE, {"&Yes": lambda: None}, "Later")
    window.comparing.compare(HOSTILE, sudoku_trace(seed=3))
    dialogs: list[QDialog] = [
        Preferences(settings, window.solver, background, "sudoku", window),
        MazeDialog(window.document.content, window),
        ArcBrowser(background, PaintOptions(), window),
    ]
    for dialog in dialogs:
        dialog.show()
    window.actions_.solve_many.trigger()
    show_what(window)
    show_about(window)
    show_shortcuts(window, window.actions_, [])
    show_cards(window, [(HOSTILE, HOSTILE)])
    window.document.record(sudoku_trace(), "Solve")
    window.document.sheet.path = hostile_file
    window.files.if_saved(lambda: None)
    assert window.findChild(QMessageBox) is not None
    assert check_open_windows() > 300
    for each in window.findChildren(QDialog):
        assert each.minimumSizeHint().width() < 2_000, type(each)
        each.close()
    for dialog in dialogs:
        dialog.close()
    qtbot.waitUntil(lambda: not background.busy)


def test_the_title_shows_the_file_s_name_as_it_is(qtbot, window, hostile_file):
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(hostile_file)
    assert window.windowTitle() == "<b>&bold[*][*].ponder[*] – Ponder"


def test_a_kind_that_is_html_is_told_as_it_is(qtbot, window):
    window.files.take_text(json.dumps({"kind": HOSTILE + WIDE}))
    qtbot.waitUntil(lambda: "<img src=" in window.messages.sentence.text(), timeout=60_000)
    assert window.messages.sentence.textFormat() == Qt.TextFormat.PlainText
    assert window.minimumSizeHint().width() < 2_000


def test_long_words_can_be_broken():
    assert breakable("short words stay") == "short words stay"
    assert max(map(len, breakable(WIDE).split("\u200b"))) == LONGEST_WORD
    assert breakable(WIDE).replace("\u200b", "") == WIDE


def test_a_tooltip_is_escaped_only_where_it_must_be():
    assert tip("3 < 4\nand more") == "3 < 4\nand more"
    assert tip("<b>x</b>\n&") == "<qt>&lt;b&gt;x&lt;/b&gt;<br>&amp;</qt>"
    assert len(tip("x y" * 5_000)) <= LONGEST_TIP


@pytest.fixture
def card(qtbot, window):
    def show(text: str) -> QTextBrowser:
        show_cards(window, [("card", text)])
        dialog = window.findChildren(QDialog)[-1]
        qtbot.addWidget(dialog)
        return dialog.findChild(QTextBrowser)

    return show


@pytest.mark.parametrize("how", ["![x]({})", '<img src="{}">', "[![x]({})](http://example.org)", "![x][r]\n\n[r]: {}"])
def test_a_card_loads_nothing(qtbot, card, tmp_path, how):
    picture = tmp_path / "picture.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(picture))
    sources = [str(picture), picture.as_uri(), "/dev/zero", "//server/share/x.png", "http://example.org/x.png"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "fifo")
        sources.append(str(tmp_path / "fifo"))
    browser = card("# Card\n\n" + "\n\n".join(how.format(source) for source in sources) + "\n\nThe end.")
    browser.grab()
    assert "The end." in browser.toPlainText()
    assert "\ufffc" not in browser.toPlainText(), "a place for a picture is left"
    loaded = browser.loadResource(QTextDocument.ResourceType.ImageResource, QUrl.fromLocalFile(str(picture)))
    assert isinstance(loaded, QImage)
    assert loaded.size().toTuple() == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|b" * 20_000 + "|\n",
        "|a|b|\n|-|-|\n" + "|c|d|\n" * 50_000,
        WIDE,
        "> " * 20_000 + "deep",
        "- " * 20_000 + "deep",
        "*" * 100_000,
        "[" * 100_000,
    ],
    ids=["wide table", "long table", "long word", "quotes", "lists", "stars", "brackets"],
)
def test_a_card_stays_a_page(card, text):
    browser = card(text)
    browser.grab()
    assert browser.document().size().width() < 4_000
    assert browser.document().blockCount() < 50_000


def test_a_card_s_links_open_only_on_the_web(card, monkeypatch):
    opened = []
    monkeypatch.setattr("app.window.card_browser.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    browser = card("[a](https://example.org/a) [b](file:///etc/passwd) [c](other.md) [d](//server/share)")
    for url in ("https://example.org/a", "file:///etc/passwd", "other.md", "//server/share", "smb://server/share"):
        browser.anchorClicked.emit(QUrl(url))
    assert opened == ["https://example.org/a"]
    assert "a b c d" in browser.toPlainText()
