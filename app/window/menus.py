"""The menu bar and the tool bar: which action is where."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget
from shiboken6 import isValid

from app.documents.generating import Recipe, recipe_words, recipes
from app.documents.samples import sample_title, samples
from app.exporting.exports import (
    FAN_FORMATS,
    FORMATS,
    LOOP_FORMATS,
    MAZE_FORMATS,
    PLOT_FORMATS,
    SHEET_FORMATS,
    ExportFormat,
    puzzle_formats,
)
from app.window.actions import Actions
from app.window.allowing import allow
from app.window.theme import ThemeName
from app.words.plain import menu_words, tip
from app.words.why_not import no_files

translate = QCoreApplication.translate


class Menus:
    """Those menus that change while the program runs."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        bar = window.menuBar()
        file = bar.addMenu(translate("menus", "&File"))
        new = file.addMenu(translate("menus", "&New"))
        new.addActions([actions.new_sudoku, actions.new_maze, actions.new_arc])
        file.addActions([actions.open, actions.browse_arc])
        self.samples = file.addMenu(translate("menus", "Open Sa&mple"))
        self.recent = file.addMenu(translate("menus", "&Recent"))
        file.addSeparator()
        file.addActions([actions.save, actions.save_as, actions.close_puzzle])
        self.export = file.addMenu(translate("menus", "&Export"))
        self.export_puzzle = self.export.addMenu(translate("menus", "Puzzle &Only"))
        compare = file.addMenu(translate("menus", "&Compare"))
        compare.addAction(actions.compare_systems)
        compare.setToolTipsVisible(True)
        file.addActions([actions.print, actions.print_all])
        file.addSeparator()
        file.addAction(actions.quit)

        edit = bar.addMenu(translate("menus", "&Edit"))
        edit.addActions([actions.undo, actions.redo])
        edit.addSeparator()
        edit.addActions([actions.copy, actions.paste, actions.clear])
        edit.addSeparator()
        edit.addActions([actions.guess, actions.clear_guess])
        edit.addSeparator()
        for menu in (file, edit, self.export):
            menu.setToolTipsVisible(True)
        self.edit = edit
        self._below_board_edits = edit.addSeparator()
        self._board_edits: list[QAction] = []
        edit.addAction(actions.preferences)

        puzzle = bar.addMenu(translate("menus", "&Puzzle"))
        puzzle.addActions([actions.solve, actions.stop, actions.vote_now])
        puzzle.addSeparator()
        puzzle.addActions([actions.keep_thinking, actions.more_views, actions.try_starts, actions.branch])
        puzzle.addAction(actions.why)
        puzzle.addSeparator()
        puzzle.addAction(actions.solve_many)
        puzzle.addSeparator()
        self.generate = puzzle.addMenu(translate("menus", "&Generate"))
        puzzle.setToolTipsVisible(True)

        playback = bar.addMenu(translate("menus", "P&layback"))
        playback.addAction(actions.play)
        playback.addSeparator()
        playback.addActions([actions.step_back, actions.step_forward, actions.go_first, actions.go_last])
        playback.addAction(actions.skip)
        playback.addSeparator()
        playback.addAction(actions.inner_cycles)
        self.compare = playback.addMenu(translate("menus", "&Compare With an Earlier Solve"))
        playback.addAction(actions.compare_file)
        playback.setToolTipsVisible(True)

        self.view = bar.addMenu(translate("menus", "&View"))
        self.view.addActions([actions.overlay_z, actions.overlay_y])
        self.view.addSeparator()
        self.view.addActions([actions.pencil_marks, actions.arc_digits, actions.arc_safe])
        self.view.addSeparator()
        self.view.addActions([actions.zoom_in, actions.zoom_out, actions.zoom_fit])
        self.view.addSeparator()
        self.theme = self.view.addMenu(translate("menus", "&Colours"))
        self.panels = self.view.addMenu(translate("menus", "&Panels"))

        help_menu = bar.addMenu(translate("menus", "&Help"))
        help_menu.addActions([actions.tour, actions.what, actions.shortcuts])
        help_menu.addSeparator()
        help_menu.addAction(actions.about)

    def show_board_edits(self, actions: list[QAction]) -> None:
        """Offer in the Edit menu what the shown kind of board adds, in place of what the board before added."""
        # Now, for that board lives on until Qt comes to deleting it, and its shortcuts would be ambiguous.
        for action in self._board_edits:
            if isValid(action):
                self.edit.removeAction(action)
        self._board_edits = list(actions)
        self.edit.insertActions(self._below_board_edits, actions)


def fill_samples(menu: QMenu, open_sample: Callable[[Path], None]) -> None:
    """Every puzzle that ships with Ponder."""
    for path in samples():
        menu.addAction(sample_title(path)).triggered.connect(lambda _=False, path=path: open_sample(path))


def fill_recent(menu: QMenu, paths: list[Path], open_path: Callable[[Path], None], forget: Callable[[], None]) -> None:
    """The files opened or saved last, with their folders, since names can be the same."""
    menu.clear()
    menu.setEnabled(bool(paths))
    allow(menu.menuAction(), bool(paths), no_files())
    for path in paths:
        action = menu.addAction(menu_words(path.name))
        action.setToolTip(tip(str(path)))
        action.setStatusTip(str(path))
        action.triggered.connect(lambda _=False, path=path: open_path(path))
    menu.setToolTipsVisible(True)
    if paths:
        menu.addSeparator()
        menu.addAction(translate("menus", "Clear the List")).triggered.connect(forget)


def fill_generate(menu: QMenu, generate: Callable[[Recipe], None], ask_maze: Callable[[], None]) -> None:
    """Each kind by difficulty, or by style and size; mazes of further sizes are asked about."""
    titles = {"sudoku": translate("menus", "Sudoku"), "maze": translate("menus", "Maze")}
    submenus: dict[str, QMenu] = {}
    for recipe in recipes():
        if recipe.kind not in submenus:
            submenus[recipe.kind] = menu.addMenu(titles[recipe.kind])
        words = recipe_words(recipe.name)
        if recipe.size:
            words += f", {recipe.size} × {recipe.size}"
        submenus[recipe.kind].addAction(words).triggered.connect(lambda _=False, recipe=recipe: generate(recipe))
    submenus["maze"].addSeparator()
    submenus["maze"].addAction(translate("menus", "&Other Size…")).triggered.connect(ask_maze)


def fill_export(
    menu: QMenu, ask: Callable[..., None], ask_plot: Callable[[str], None]
) -> list[tuple[ExportFormat, QAction]]:
    """Every format there is, the picture first and by shortcut, the confidence plot's at the end."""
    made = []
    for form in FORMATS:
        action = menu.addAction(_export_words(form))
        action.triggered.connect(lambda _=False, form=form: ask(form))
        made.append((form, action))
    for formats in (LOOP_FORMATS, FAN_FORMATS, MAZE_FORMATS, SHEET_FORMATS):
        for form in formats:
            action = menu.addAction(_export_words(form))
            action.triggered.connect(lambda _=False, form=form, formats=formats: ask(form, formats))
            made.append((form, action))
    for form in PLOT_FORMATS:
        if form not in FORMATS:
            action = menu.addAction(_export_words(form))
            action.triggered.connect(lambda _=False, suffix=form.suffix: ask_plot(suffix))
            made.append((form, action))
    made[0][1].setShortcut("Ctrl+E")
    return made


def fill_puzzle_formats(menu: QMenu, kind: str, ask: Callable[..., None]) -> None:
    """Every format that the puzzle alone can be written in."""
    menu.clear()
    for form in puzzle_formats(kind):
        menu.addAction(_export_words(form)).triggered.connect(lambda _=False, form=form: ask(form, (form,)))


def _export_words(form: ExportFormat) -> str:
    """As “Picture of the board (PNG)…”."""
    name = form.suffix.removeprefix(".").upper()
    return f"{form.words}…" if name in form.words.upper() else f"{form.words} ({name})…"


def fill_theme(menu: QMenu, chosen: ThemeName, choose: Callable[[ThemeName], None]) -> None:
    """As the desktop, or one palette."""
    group = QActionGroup(menu)
    names: list[tuple[ThemeName, str]] = [
        ("system", translate("menus", "Same as the Des&ktop")),
        ("light", translate("menus", "&Light")),
        ("dark", translate("menus", "&Dark")),
        ("contrast", translate("menus", "&High Contrast")),
        ("blue-orange", translate("menus", "&Blue and Orange (Colour-Blind Safe)")),
    ]
    for name, words in names:
        action = QAction(words, menu, checkable=True, checked=name == chosen)
        action.triggered.connect(lambda _=False, name=name: choose(name))
        group.addAction(action)
        menu.addAction(action)


def build_tool_bar(window: QMainWindow, actions: Actions, menus: Menus) -> QToolBar:
    """What is needed most: solving at the left, the puzzle at the right."""
    bar = QToolBar(translate("menus", "Tools"), window)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    bar.addAction(actions.solve)
    solve = bar.widgetForAction(actions.solve)
    solve.setObjectName("primary")
    bar.addActions([actions.stop, actions.keep_thinking, actions.more_views])
    space = QWidget(bar)
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    bar.addActions([actions.undo, actions.redo, actions.pencil_marks])
    actions.overlay_z.setIconText(translate("menus", "Memory"))
    bar.addAction(actions.overlay_z)
    generate = QToolButton(bar)
    generate.setText(translate("menus", "Generate"))
    generate.setMenu(menus.generate)
    generate.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    bar.addWidget(generate)
    bar.addAction(actions.open)
    for action in bar.actions():
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    window.addToolBar(bar)
    return bar
