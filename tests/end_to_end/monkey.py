"""A monkey at the real window: random keys, clicks, drags, menus, files and pastes, all drawn from one seed."""

import itertools
import random
from collections import deque
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QWheelEvent,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QMessageBox, QWidget
from shiboken6 import isValid

from app.documents.draft import Draft, as_content
from app.documents.samples import samples
from app.solving.branch_dialog import BranchDialog
from app.window.main_window import MainWindow
from solver.formats.registry import write, writers
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Puzzle, PuzzleError

Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier
KEYS = (
    *(Key(Key.Key_0 + digit) for digit in range(10)),
    *(Key(Key.Key_A + letter) for letter in range(26)),
    *(Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_PageUp),
    *(Key.Key_PageDown, Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Space),
    *(Key.Key_Backspace, Key.Key_Delete, Key.Key_Period, Key.Key_NumberSign, Key.Key_Plus, Key.Key_Minus),
    *(Key.Key_F1, Key.Key_F5, Key.Key_F10),
)
MODIFIERS = (
    *([Modifier.NoModifier] * 6),
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
    Modifier.ControlModifier | Modifier.ShiftModifier,
)
NAMES = ("a.ponder", "b.ponder", "c.json", "d.png", "e.txt", "no/such/folder.ponder", "ü ✓.ponder", "")
RUBBISH = ("", " ", "\0", "{}", "[]", '{"refinements": []}', "{" * 3000, "🂡" * 81, "#" * 9999)
REMEMBERED = 15
"""Actions told of on failure."""
STEPS, VIEWS, ARC_SECONDS = 2, 1, 1
"""Of each solve: the monkey is after the window, not after answers."""


class Monkey:
    """Does one random action at a time at `window`.

    Each action draws from a generator of its own, so that what it is depends on the seed and its number alone, however
    far the threads have come.
    """

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed = seed
        self.window: MainWindow | None = None
        self.last: deque[str] = deque(maxlen=REMEMBERED)
        self._count = itertools.count()
        self._random = random.Random()
        self._folder = folder
        self._seeds = [path.read_bytes() for path in samples()]
        # What asks its question in an event loop of its own (a menu at a button, "Replace this file?") has to be
        # answered from within that loop, or the monkey's would never go on.
        self._doorkeeper = QTimer()
        self._doorkeeper.setInterval(20)
        self._doorkeeper.timeout.connect(self._answer)
        self._actions: list[tuple[int, Callable[[], str]]] = [
            (20, self._press_key),
            (14, self._click),
            (4, self._turn_wheel),
            (12, self._drag),
            (22, self._choose_from_menu),
            (7, self._drop_file),
            (4, self._drop_text),
            (7, self._paste),
            (3, self._resize),
            (5, self._wait),
            (2, self._settle),
            (5, self._watch_film),
            (5, self._open_format),
            (3, self._branch),
            (4, self._close_puzzles),
        ]

    def act(self) -> None:
        """One action, with whatever follows at once."""
        window = self._window
        number = next(self._count)
        self._random = random.Random(f"{self.seed}/{number}")
        window.settings.steps, window.settings.views, window.settings.arc_seconds = STEPS, VIEWS, ARC_SECONDS
        weights = [weight for weight, _ in self._actions]
        [(_, action)] = self._random.choices(self._actions, weights)
        modal = QApplication.activeModalWidget()
        self.last.append(f"{number}: {action.__name__.lstrip('_')}")
        self._doorkeeper.start()
        try:
            said = self._answer_dialog(modal) if isinstance(modal, QDialog) else action()
            self.last[-1] += f" {said}"
            QApplication.processEvents()
        finally:
            self._doorkeeper.stop()

    def report(self) -> str:
        """How to see it again."""
        return f"seed {self.seed}; the last actions:\n" + "\n".join(self.last)

    @property
    def _window(self) -> MainWindow:
        assert self.window is not None
        return self.window

    # What it does

    def _press_key(self) -> str:
        key, modifiers = self._random.choice(KEYS), self._random.choice(MODIFIERS)
        target = self._random.choice([QApplication.focusWidget(), self._window.board, self._window.docks.timeline])
        if key == Key.Key_Q and modifiers & Modifier.ControlModifier:
            return "nothing"
        QTest.keyClick(target or self._window.board, key, modifiers)
        return f"{modifiers.name} {key.name} at {_name(target)}"

    def _click(self) -> str:
        widget = self._any_widget(self._some_window())
        button = self._random.choice([Button.LeftButton] * 5 + [Button.RightButton, Button.MiddleButton])
        at, modifiers = self._point(widget.rect()), self._random.choice(MODIFIERS)
        twice = self._random.random() < 0.3
        name = _name(widget)
        QTest.mouseClick(widget, button, modifiers, at)
        # The click may have closed what it hit.
        if twice and isValid(widget) and widget.isVisible():
            QTest.mouseDClick(widget, button, modifiers, at)
            if isValid(widget):
                QTest.mouseRelease(widget, button, modifiers, at)
        return f"{button.name} {modifiers.name} at {at.toTuple()} of {name}"

    def _turn_wheel(self) -> str:
        widget = self._random.choice([self._window.board, self._any_widget(self._some_window())])
        at = QPointF(self._point(widget.rect()))
        turn = self._random.choice([-960, -120, 120, 960])
        modifiers = self._random.choice(MODIFIERS)
        event = QWheelEvent(
            at,
            widget.mapToGlobal(at),
            QPoint(),
            QPoint(0, turn),
            Button.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
        return f"{modifiers.name} by {turn} over {_name(widget)}"

    def _drag(self) -> str:
        docks = self._window.docks
        widget = self._random.choice([self._window.board] * 3 + [docks.timeline, self._any_widget(self._window)])
        points = [self._point(widget.rect()) for _ in range(self._random.randint(2, 5))]
        button = self._random.choice([Button.LeftButton, Button.LeftButton, Button.RightButton])
        name = _name(widget)
        QTest.mousePress(widget, button, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(widget, point)
        if self._random.random() < 0.15:
            QTest.keyClick(widget, Key.Key_Escape)
        QTest.mouseRelease(widget, button, pos=points[-1])
        return f"{button.name} over {[point.toTuple() for point in points]} of {name}"

    def _choose_from_menu(self) -> str:
        leaves = [action for action in _leaves(self._window) if action is not self._window.actions_.quit]
        # Drawn from all of them, enabled or not, so that the choice depends on less of what the threads do.
        action = self._random.choice(leaves)
        words = action.text()
        action.trigger()
        return f"“{words}”"

    def _drop_file(self) -> str:
        path = self._some_file()
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        self._drop(mime)
        return path.name

    def _drop_text(self) -> str:
        text = self._some_text()
        mime = QMimeData()
        mime.setText(text)
        self._drop(mime)
        return repr(text[:200])

    def _paste(self) -> str:
        text = self._some_text()
        QGuiApplication.clipboard().setText(text)
        self._window.actions_.paste.trigger()
        return repr(text[:200])

    def _resize(self) -> str:
        width, height = self._random.randint(300, 1600), self._random.randint(200, 1100)
        self._window.resize(width, height)
        return f"to {width}×{height}"

    def _wait(self) -> str:
        ms = self._random.choice([1, 10, 40])
        QTest.qWait(ms)
        return f"{ms} ms"

    def _settle(self) -> str:
        """Wait for whatever is under way, for it to have its effect before the next action."""
        for _ in range(200):
            if not self._window.threads.busy and not self._window.solving.running:
                break
            QTest.qWait(10)
        return ""

    def _watch_film(self) -> str:
        """Go somewhere in the film, as the timeline and the transport do, or let it play."""
        player, film = self._window.player, self._window.film
        do = self._random.choice(["go", "play", "cycles", "part", "faster", "skip"])
        if do == "go":
            player.go_to(self._random.randint(-2, film.length + 1))
        elif do == "play":
            player.toggle()
        elif do == "cycles":
            player.inner_cycles = not player.inner_cycles
        elif do == "part" and film.length > 1:
            player.play_part(self._random.randrange(film.length), film.last)
        elif do == "faster":
            player.speed = self._random.choice([0.25, 1.0, 4.0])
        else:
            player.skip()
        return do

    def _open_format(self) -> str:
        """Open a puzzle in any of the formats that are written."""
        puzzle = self._window.document.content
        if not isinstance(puzzle, Puzzle):
            return "nothing"
        form = self._random.choice(writers(puzzle.kind))
        path = self._folder / f"format{form.endings[0] if form.endings else '.txt'}"
        try:
            path.write_bytes(write(form, [puzzle] * self._random.choice([1, 1, 3])))
        except PuzzleError:
            return f"{form.key} cannot hold this"
        self._window.files.open(path)
        return form.key

    def _branch(self) -> str:
        """Ask for a branch where there can be one, and begin it."""
        self._window.actions_.branch.trigger()
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, BranchDialog):
            return "nothing"
        dialog.force.setCurrentIndex(self._random.randrange(dialog.force.count()))
        dialog.kick.setValue(self._random.choice([0.0, 0.5]))
        dialog.accept()
        return repr(dialog.force.currentText())

    def _close_puzzles(self) -> str:
        """One of the list, or all but one."""
        count = len(self._window.document.entries)
        one = self._random.randrange(count)
        going = [one] if self._random.random() < 0.7 else [n for n in range(count) if n != one]
        if going:
            self._window.docks.chooser.closed.emit(going)
        return f"{len(going)} of {count}"

    # Dialogs

    def _answer_dialog(self, dialog: QDialog) -> str:
        title, chance = dialog.windowTitle() or type(dialog).__name__, self._random.random()
        if isinstance(dialog, QFileDialog):
            # Never clicks at random: that could rename or delete what is no business of a test.
            name = self._random.choice(NAMES)
            if chance < 0.5 or not name:
                dialog.reject()
                return f"gives up “{title}”"
            dialog.findChild(QLineEdit, "fileNameEdit").setText(str(self._folder / name))
            dialog.accept()
            return f"chooses {name} in “{title}”"
        if isinstance(dialog, QPrintDialog):
            # Nor here: at a real printer this would print.
            if chance < 0.5 or dialog.printer().outputFormat() != QPrinter.OutputFormat.PdfFormat:
                dialog.reject()
                return f"gives up “{title}”"
            dialog.findChild(QLineEdit, "filename").setText(str(self._folder / "printed.pdf"))
            dialog.accept()
            return f"accepts “{title}”"
        if chance < 0.35:
            QTest.keyClick(dialog, Key.Key_Escape)
            return f"Escape in “{title}”"
        widget = self._any_widget(dialog)
        name = _name(widget)
        if chance < 0.8:
            QTest.mouseClick(widget, Button.LeftButton, pos=self._point(widget.rect()))
            return f"clicks {name} in “{title}”"
        key = self._random.choice(KEYS)
        QTest.keyClick(widget, key)
        return f"{key.name} at {name} in “{title}”"

    def _answer(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QMessageBox) and isinstance(modal.parentWidget(), QFileDialog | QPrintDialog):
            modal.reject()

    # What it finds

    def _some_window(self) -> QWidget:
        """The main window mostly, else one that is open beside it."""
        beside = [each for each in self._window.findChildren(QDialog) if each.isVisible()]
        return self._random.choice([self._window] * 3 + beside)

    def _any_widget(self, root: QWidget) -> QWidget:
        widgets = [
            widget
            for widget in root.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.window() is root and not widget.rect().isEmpty()
        ]
        return self._random.choice(widgets or [root])

    def _point(self, rect: QRect) -> QPoint:
        return QPoint(
            rect.left() + int(self._random.random() * max(rect.width(), 1)),
            rect.top() + int(self._random.random() * max(rect.height(), 1)),
        )

    def _drop(self, mime: QMimeData) -> None:
        window = self._window
        at, actions = self._point(window.rect()), Qt.DropAction.CopyAction
        for event in (
            QDragEnterEvent(at, actions, mime, Button.LeftButton, Modifier.NoModifier),
            QDropEvent(QPointF(at), actions, mime, Button.LeftButton, Modifier.NoModifier),
        ):
            QApplication.sendEvent(window, event)

    def _some_file(self) -> Path:
        suffix = self._random.choice((".ponder", ".json", ".txt", ".sdm", ".png", ".npz", ".csv", ""))
        path = self._folder / f"dropped{suffix}"
        chance = self._random.random()
        if chance < 0.08:
            return self._folder
        if chance < 0.16:
            return self._folder / "missing.ponder"
        if chance < 0.3:
            return self._random.choice(samples())
        saved = sorted(path for path in self._folder.iterdir() if path.is_file())
        if chance < 0.4 and saved:
            return self._random.choice(saved)
        sources = self._seeds + [each.read_bytes() for each in saved if each.suffix in (".ponder", ".json", ".png")]
        path.write_bytes(self._broken(self._random.choice(sources)))
        return path

    def _broken(self, content: bytes) -> bytes:
        """`content`, cut off, garbled, doubled or quite another."""
        way = self._random.randrange(5)
        if way == 0:
            return content[: self._random.randrange(len(content) + 1)]
        if way == 1:
            return self._random.randbytes(self._random.randrange(400))
        if way == 2:
            return content[: 1 << 16] * 2
        garbled = bytearray(content)
        for _ in range(self._random.randint(1, 8)):
            if garbled:
                garbled[self._random.randrange(len(garbled))] = self._random.randrange(256)
        return bytes(garbled)

    def _some_text(self) -> str:
        chance = self._random.random()
        if chance < 0.3:
            return "".join(self._random.choices("0123456789.", k=self._random.choice([80, 81, 81, 82, 162])))
        if chance < 0.5:
            columns = self._random.randint(1, 30)
            return "\n".join("".join(self._random.choices("#  SG", k=columns)) for _ in range(columns))
        if chance < 0.6:
            return self._random.choice(
                ["", " ", "\0", "{}", "[]", '{"refinements": []}', "{" * 3000, "🂡" * 81, "#" * 9999]
            )
        content = self._random.choice(self._seeds)
        return (content if chance < 0.8 else self._broken(content)).decode("utf-8", "replace")[:20_000]


def check_valid(window: MainWindow) -> None:
    """Raise `AssertionError` unless the document is valid and the window shows it."""
    document = window.document
    assert document.entries
    assert 0 <= document.index < len(document.entries)
    for entry in document.entries if len(document.entries) < 20 else [document.entry]:
        again = as_content(Draft(entry.content.kind, entry.content.grid))
        if isinstance(entry.content, ArcPuzzle):
            assert ArcPuzzle.from_json(entry.content.to_json()) == entry.content
            assert all(trace.puzzle.task == entry.content.task for trace in entry.others)
        elif isinstance(entry.content, Draft):
            assert entry.content.problem is not None, "a draft that is a puzzle"
            assert isinstance(again, Draft)
            assert entry.trace is None, "a solve of what is no puzzle"
        else:
            assert isinstance(again, Puzzle)
            assert np.array_equal(again.grid, entry.content.grid)
        if entry.trace is not None:
            assert entry.trace.puzzle == entry.content, "a solve of another puzzle"
            assert len(entry.trace.refinements) > 0
    for refinement in window.player.film.refinements:
        assert refinement.answer.shape == document.content.shape, "a film of another puzzle"
    assert -1 <= window.player.film.position < max(len(window.player.film.refinements), 1)
    assert window.board.content is not None
    assert window.board.content is document.content, "the board shows something else"
    assert window.board.refinement is window.player.film.shown(), "the board shows another step"
    assert window.isVisible()


def _leaves(window: MainWindow) -> list[QAction]:
    leaves: list[QAction] = []

    def gather(menu: QMenu) -> None:
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                gather(below)
            elif not action.isSeparator():
                leaves.append(action)

    for action in window.menuBar().actions():
        below = action.menu()
        if isinstance(below, QMenu):
            gather(below)
    return leaves


def _name(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}".strip()
