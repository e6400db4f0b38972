"""Walks through the window's states and dialogs in each size, size of text, theme and language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from app.documents.entry import Entry
from app.window.main_window import MainWindow
from app.window.settings import Settings
from app.window.theme import ThemeName, apply_font_scale, apply_theme
from app.words.language import install_language
from tests.looks.geometry import complaints
from tests.looks.states import DIALOGS, STATES, opened, panels, prepare_dialogs
from tests.traces import sudoku_puzzle

SIZES = ((800, 600), (1240, 880), (2560, 1440))
USUAL = SIZES[1]
SHORT = tuple(state for state in STATES if state != "why")
"""States in which all that happens is read without scrolling, in the usual size."""
TEXTS = (100, 150, 200)
THEMES: tuple[ThemeName, ...] = ("light", "dark", "contrast")
LANGUAGES = ("en", "de")
LEAST_BOARD = 240
"""Pixels that the board keeps in either direction in every window, unless a message is shown above it."""


@dataclass(frozen=True)
class Look:
    """One picture, and what is wrong with it."""

    language: str
    text: int
    size: tuple[int, int]
    theme: str
    what: str
    faults: tuple[str, ...]

    @property
    def name(self) -> str:
        """For its file."""
        where = f"{self.language}-{self.text}-{self.size[0]}x{self.size[1]}-{self.theme}"
        return f"{where}-{self.what.replace(' ', '_')}"


def walk(
    app: QApplication,
    settings: Settings,
    *,
    languages: Iterable[str] = LANGUAGES,
    texts: Iterable[int] = TEXTS,
    sizes: Iterable[tuple[int, int]] = SIZES,
    themes: Iterable[ThemeName] = THEMES,
    states: Iterable[str] = tuple(STATES),
    dialogs: Iterable[str] = tuple(DIALOGS),
    pictures: Path | None = None,
) -> Iterator[Look]:
    """Every combination; a window for each language and size of text. Leaves `app` as it was."""
    sizes, themes, states, dialogs = list(sizes), list(themes), list(states), list(dialogs)
    try:
        for language in languages:
            translators = install_language(app, language)
            for text in texts:
                apply_font_scale(app, text)
                window = _window(settings)
                for theme in themes:
                    apply_theme(app, theme)
                    for size in sizes:
                        window.resize(QSize(*size))
                        for what, widget in _stops(window, states, dialogs):
                            _settle()
                            faults = tuple(complaints(widget))
                            bar = window.docks.words.widget().verticalScrollBar()
                            if what in SHORT and size == USUAL and text == 100 and bar.isVisible():
                                faults += ("What happens has a scroll bar",)
                            too_large = window.width() > size[0] or window.height() > size[1]
                            board = window.board_view.size()
                            if widget is window and what != "message" and min(board.toTuple()) < LEAST_BOARD:
                                faults += (f"the board has {board.width()}×{board.height()}",)
                            if widget is window and too_large:
                                faults += (f"the window is {window.width()}×{window.height()}",)
                            look = Look(language, text, size, theme, what, faults)
                            if pictures is not None:
                                widget.grab().save(str(pictures / f"{look.name}.png"))
                            yield look
                window.document.settle()
                window.close()
                window.deleteLater()
                _settle()
            for translator in translators:
                app.removeTranslator(translator)
    finally:
        apply_font_scale(app, 100)
        apply_theme(app, "light")


def _window(settings: Settings) -> MainWindow:
    window = MainWindow(Entry("Test", sudoku_puzzle(), passing=True), settings)
    settings.paced = False
    window.player.paced = False
    window.show()
    while window.docks.confidence is None:
        QApplication.processEvents()
    return window


def _stops(window: MainWindow, states: list[str], dialogs: list[str]) -> Iterator[tuple[str, QWidget]]:
    for name in states:
        STATES[name](window)
        yield name, window
        if name == "solved":
            for dock in panels(window):
                dock.raise_()
                yield f"{name} {dock.objectName()}", window
            # Those that are in front at first, for all that follows.
            for dock in (window.docks.cell, window.docks.words, window.docks.plot, window.docks.playback):
                dock.raise_()
    if not dialogs:
        return
    window.solving.stop()
    window.solver.abandon()
    prepare_dialogs(window)
    for name in dialogs:
        with opened(window, name) as dialog:
            if dialog is None:
                continue
            tabs = dialog.findChild(QTabWidget)
            for page in range(1 if tabs is None else tabs.count()):
                if tabs is not None:
                    tabs.setCurrentIndex(page)
                yield (name if page == 0 else f"{name} {page + 1}"), dialog


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
