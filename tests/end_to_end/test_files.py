"""Files through the menus and Qt's own dialogs: every export, opening again, and a program killed while it saves."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QMenu

from app.documents.ponder_file import read_ponder
from app.window.settings import Settings
from app.words.language import install_language
from solver.formats import registry
from solver.formats.format import Format
from tests.app.windows import open_window
from tests.traces import maze_puzzle, maze_trace

GIVENS = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
ROOT = Path(__file__).parents[2]
SAVER = """
import sys
from pathlib import Path
from app.documents.entry import Entry
from app.documents.ponder_file import write_ponder
from tests.traces import sudoku_puzzle, sudoku_trace
trace = sudoku_trace(steps=60, solved=False)
while True:
    for entries in ([Entry("one", sudoku_puzzle(), trace)], [Entry("two", sudoku_puzzle(), trace)] * 2):
        write_ponder(Path(sys.argv[1]), entries, 0)
        print(len(entries), flush=True)
"""


@pytest.fixture
def window(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), maze_puzzle())
    window.document.record(maze_trace(), "Solve")
    return window


def answer(qtbot, window, path: Path) -> None:
    """Put `path` into the file dialog that is open, and press its button."""
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    # Not key by key: a completer would pop up, for which the plugin without a screen has no keyboard to grab.
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    box = dialog.findChild(QDialogButtonBox)
    (button,) = [each for each in box.buttons() if box.buttonRole(each) == QDialogButtonBox.ButtonRole.AcceptRole]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)


def entry(menu: QMenu, words: str):
    return next(action for action in menu.actions() if action.text().replace("&", "") == words)


def check(path: Path) -> None:
    """Raise unless `path` is a whole file of what its name says."""
    content = path.read_bytes()
    if path.suffix in (".png", ".gif", ".webp"):
        image = Image.open(io.BytesIO(content))
        image.load()
        assert image.width > 10
        if path.suffix != ".png":
            assert image.n_frames > 2
    elif path.suffix == ".svg":
        assert QSvgRenderer(content).isValid()
    elif path.suffix == ".pdf":
        assert content.startswith(b"%PDF")
        assert content.rstrip().endswith(b"%%EOF")
    else:
        assert len(content.decode("utf-8").splitlines()) > 0


def test_every_export_is_written_from_its_menu_entry(qtbot, window, tmp_path):
    window.settings.picture_size = 320
    written = []
    for number, (form, action) in enumerate(window.export_actions):
        assert action.isEnabled()
        path = tmp_path / f"{number}{form.suffix}"
        assert action in window.menus.export.actions()
        with qtbot.waitSignal(window.exports.exported, timeout=60_000):
            action.trigger()
            answer(qtbot, window, path)
        check(path)
        written.append(form.suffix)
    assert {".png", ".svg", ".gif", ".webp", ".pdf", ".txt", ".json", ".csv"} <= set(written)
    assert not window.messages.isVisible()


def test_each_entry_of_the_export_menu_names_its_format(window):
    for form, action in window.export_actions:
        assert form.suffix[1:].upper() in action.text().upper()


def test_a_pasted_puzzle_does_not_bear_the_name_of_the_file_before(qtbot, window, tmp_path):
    window.actions_.save_as.trigger()
    answer(qtbot, window, tmp_path / "mine.ponder")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("mine.ponder"))
    QGuiApplication.clipboard().setText(GIVENS)
    with qtbot.waitSignal(window.document.entriesChanged):
        window.actions_.paste.trigger()
    assert window.document.content.kind == "sudoku"
    assert "mine" not in window.document.name


def test_a_new_format_with_a_writer_is_offered_in_the_export_menu(qtbot, window, tmp_path, monkeypatch):
    shout = Format(
        key="shout",
        name="noisy mazes",
        kind="maze",
        endings=(".shout",),
        sniff=lambda _: 0.0,
        read=lambda _: [],
        write=lambda puzzles: b"".join(f"{row}!\n".encode() for puzzle in puzzles for row in puzzle.rows),
    )
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, shout))
    menu = window.menus.export_puzzle
    menu.aboutToShow.emit()
    assert len(menu.actions()) == len(registry.writers("maze"))
    with qtbot.waitSignal(window.exports.exported, timeout=20_000):
        entry(menu, "Noisy mazes (SHOUT)…").trigger()
        answer(qtbot, window, tmp_path / "maze.shout")
    rows = window.document.content.rows
    assert (tmp_path / "maze.shout").read_text("utf-8").splitlines() == [f"{row}!" for row in rows]


def test_what_was_exported_is_opened_again_and_found_among_the_recent_files(qtbot, window, tmp_path):
    recorded, puzzle = window.document.trace, window.document.content
    for name in ("trace.json", "steps.txt"):
        form_action = next(action for form, action in window.export_actions if form.suffix == Path(name).suffix)
        with qtbot.waitSignal(window.exports.exported):
            form_action.trigger()
            answer(qtbot, window, tmp_path / name)
        with qtbot.waitSignal(window.document.entriesChanged):
            window.actions_.open.trigger()
            answer(qtbot, window, tmp_path / name)
        assert window.document.content == puzzle
        if name == "trace.json":
            assert len(window.document.trace) == len(recorded)
        window.document.record(recorded, "Solve")
        window.document.settle()
    assert window.document.trace is not None
    with qtbot.waitSignal(window.document.entriesChanged):
        entry(window.menus.recent, "trace.json").trigger()
    assert len(window.document.trace) == len(recorded)
    entry(window.menus.recent, "Clear the List").trigger()
    assert not window.menus.recent.isEnabled()


def test_a_text_exported_in_german_is_opened_in_english(qtbot, qapp, window, tmp_path):
    translators = install_language(qapp, "de")
    try:
        with qtbot.waitSignal(window.exports.exported):
            window.exports.write(tmp_path / "schritte.txt")
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    assert "== Rätsel ==" in (tmp_path / "schritte.txt").read_text("utf-8")
    puzzle = window.document.content
    with qtbot.waitSignal(window.document.entriesChanged):
        window.files.open(tmp_path / "schritte.txt")
    assert window.document.content == puzzle


@pytest.mark.parametrize("after", [0.0, 0.013, 0.047, 0.11])
def test_a_program_killed_while_it_saves_leaves_a_whole_document(tmp_path, after):
    path = tmp_path / "kept.ponder"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", SAVER, str(path)], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    ) as program:
        # Once it has written each of the two, it is always at one of them.
        assert [program.stdout.readline() for _ in range(2)] == [b"1\n", b"2\n"]
        time.sleep(after)
        program.kill()
    entries, _ = read_ponder(path)
    assert len(entries) in (1, 2)
    assert all(len(each.trace) == 60 for each in entries)
