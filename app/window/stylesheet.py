"""The style sheet, for what Qt's Fusion style cannot take from a palette: rounded controls, quiet docks."""

from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.window.palettes import Palette

_SHEET = Template("""
QMainWindow::separator { background: $window; width: 8px; height: 8px; }
QMainWindow::separator:hover { background: $outline; }
QMenuBar { background: $window; border: none; padding: 2px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $panel; border: 1px solid $outline; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $hover; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $outline; margin: 5px 8px; }
QToolBar { background: $window; border: none; spacing: 5px; padding: 5px 8px; }
QToolButton { padding: 5px 10px; border: 1px solid transparent; border-radius: 6px; }
QFileDialog QToolButton { padding: 2px; }
QToolButton#mode { padding: 5px 4px; }
QToolButton#digit { padding: 4px; border: 1px solid $outline; }
QToolButton#qt_toolbar_ext_button { padding: 2px; background: $beneath_black; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:disabled { color: $muted; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton#primary { background: $accent; color: $on_accent; font-weight: 600; padding: 5px 16px; }
QToolButton#primary:disabled { background: $outline; color: $muted; }
QToolButton#primary:focus { border: 1px solid $text; }
QPushButton { padding: 5px 14px; border: 1px solid $outline; border-radius: 6px; background: $panel; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:checked { background: $selection; border: 1px solid $accent; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $muted; }
QDockWidget { font-weight: 600; titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: $window; padding: 5px 8px; }
QDockWidget > QWidget { font-weight: normal; }
QStatusBar { background: $window; border-top: 1px solid $outline; }
QStatusBar::item { border: none; }
QTabWidget::pane { background: $panel; border: 1px solid $outline; border-radius: 6px; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { padding: 6px 12px; border: none; border-top: 2px solid transparent; color: $muted;
    background: transparent; }
QTabBar::tab:selected { color: $text; border-top: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QListView, QTreeView { border: 1px solid $outline; border-radius: 6px; background: $surface; padding: 3px; }
QListView::item, QTreeView::item { padding: 5px 6px; border-radius: 4px; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QFileDialog QTreeView::item { padding: 2px 3px; }
QScrollArea { border: none; background: transparent; }
QToolTip { background: $panel; color: $text; border: 1px solid $outline; padding: 4px; }
QFrame#messageBar { background: $panel; border: 1px solid $outline; border-left: 4px solid $failure;
    border-radius: 6px; }
QFrame#tour { background: $panel; border: 1px solid $outline; border-left: 4px solid $accent; border-radius: 6px; }
QLabel#muted { color: $muted; }
QLabel#heading { font-weight: 600; }
""")


def stylesheet(palette: "Palette") -> str:
    """The style sheet in the colours of `palette`."""
    colors = {name: value for name, value in vars(palette).items() if isinstance(value, str)}
    # Qt's arrow to the tools that have no room is black.
    return _SHEET.substitute(colors, beneath_black=palette.muted if palette.dark else palette.hover)
