"""Colours by role, light and dark, and how the whole program takes them on."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.stylesheet import stylesheet

ThemeName = Literal["light", "dark", "system"]


@dataclass(frozen=True)
class Palette:
    """Every colour that Ponder paints with, as `#rrggbb`, named after its role and never after its hue.

    The signal colours are Okabe and Ito's, shifted for contrast: colour-blind eyes can tell them apart.
    """

    name: str
    dark: bool

    window: str
    surface: str
    """Behind boards, plots and text fields."""
    panel: str
    """Docks, tool bars, buttons."""
    outline: str
    text: str
    muted: str
    accent: str
    on_accent: str

    board: str
    board_given: str
    """Behind a cell that the puzzle itself gives."""
    line: str
    line_strong: str
    given: str
    predicted: str
    pencil: str
    changed: str
    """Mark of a cell decoded differently than one step before."""
    violation: str
    selection: str
    peer: str
    """Behind the cells that share a unit with the selected one."""
    hover: str

    wall: str
    start: str
    goal: str
    path: str
    heat_low: str
    heat_high: str

    verified: str
    confident: str
    failure: str

    plot_mean: str
    plot_minimum: str
    plot_halt: str
    plot_change: str
    plot_violations: str
    plot_cursor: str
    plot_grid: str

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of `role`, `alpha` from 0 (clear) to 1."""
        color = QColor(getattr(self, role))
        color.setAlphaF(alpha)
        return color

    def heat(self, share: float) -> QColor:
        """From `heat_low` to `heat_high` as `share` goes from 0 to 1."""
        return mix(QColor(self.heat_low), QColor(self.heat_high), share)


LIGHT = Palette(
    name="light",
    dark=False,
    window="#f4f3ef",
    surface="#ffffff",
    panel="#faf9f6",
    outline="#d9d6cd",
    text="#23262d",
    muted="#666b76",
    accent="#2f5fb3",
    on_accent="#ffffff",
    board="#ffffff",
    board_given="#f3f1ea",
    line="#cfccc3",
    line_strong="#4b4f59",
    given="#1b1e24",
    predicted="#1f5fbf",
    pencil="#6d7280",
    changed="#d98a00",
    violation="#c8401a",
    selection="#bcd3f5",
    peer="#e9f0fb",
    hover="#dfe8f7",
    wall="#3c414d",
    start="#00795a",
    goal="#a8457f",
    path="#1f5fbf",
    heat_low="#ffffff",
    heat_high="#f0a93b",
    verified="#00795a",
    confident="#96600a",
    failure="#b53a17",
    plot_mean="#1f5fbf",
    plot_minimum="#4a9fd8",
    plot_halt="#00795a",
    plot_change="#c77800",
    plot_violations="#c8401a",
    plot_cursor="#4b4f59",
    plot_grid="#e4e1d9",
)

DARK = Palette(
    name="dark",
    dark=True,
    window="#1b1e24",
    surface="#21252c",
    panel="#262a32",
    outline="#3a404b",
    text="#e6e8ec",
    muted="#9aa1ae",
    accent="#6ea3f2",
    on_accent="#10141b",
    board="#21252c",
    board_given="#2a2f38",
    line="#414854",
    line_strong="#9098a6",
    given="#f2f3f5",
    predicted="#7cb4ff",
    pencil="#8f97a5",
    changed="#f2b33d",
    violation="#ff7f57",
    selection="#35507f",
    peer="#2b3341",
    hover="#313b4c",
    wall="#0c0e12",
    start="#3fcf9f",
    goal="#ea8fc4",
    path="#7cb4ff",
    heat_low="#2a2f38",
    heat_high="#c9862a",
    verified="#4fd3a6",
    confident="#f2b33d",
    failure="#ff8f6b",
    plot_mean="#7cb4ff",
    plot_minimum="#56b4e9",
    plot_halt="#4fd3a6",
    plot_change="#f2b33d",
    plot_violations="#ff7f57",
    plot_cursor="#9098a6",
    plot_grid="#333944",
)


def mix(low: QColor, high: QColor, share: float) -> QColor:
    """The colour `share` (0 to 1) of the way from `low` to `high`."""
    share = min(max(share, 0.0), 1.0)
    return QColor.fromRgbF(
        low.redF() + (high.redF() - low.redF()) * share,
        low.greenF() + (high.greenF() - low.greenF()) * share,
        low.blueF() + (high.blueF() - low.blueF()) * share,
    )


_chosen: ThemeName = "system"


def current_palette() -> Palette:
    """What is shown now. Ask for it in each `paintEvent`; a `PaletteChange` event tells of changes."""
    app = QApplication.instance()
    if _chosen == "system" and isinstance(app, QApplication):
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if _chosen == "dark" else LIGHT


def apply_theme(app: QApplication, choice: ThemeName) -> Palette:
    """Dress the whole program as `choice`, and keep following the desktop while it is `system`."""
    global _chosen
    if app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(_follow_desktop)
    _chosen = choice
    # Title bars and native dialogs follow the scheme; the colours inside the window are ours.
    app.styleHints().setColorScheme(
        {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice, Qt.ColorScheme.Unknown)
    )
    return _dress(app)


def _follow_desktop() -> None:
    app = QApplication.instance()
    if _chosen == "system" and isinstance(app, QApplication):
        _dress(app)


def _dress(app: QApplication) -> Palette:
    palette = current_palette()
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(stylesheet(palette))
    return palette


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: palette.window,
        role.WindowText: palette.text,
        role.Base: palette.surface,
        role.AlternateBase: palette.panel,
        role.Text: palette.text,
        role.PlaceholderText: palette.muted,
        role.Button: palette.panel,
        role.ButtonText: palette.text,
        role.BrightText: palette.failure,
        role.ToolTipBase: palette.panel,
        role.ToolTipText: palette.text,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Link: palette.accent,
        role.Accent: palette.accent,
        role.Mid: palette.outline,
        role.Light: palette.surface,
        role.Midlight: palette.panel,
        role.Dark: palette.outline,
        role.Shadow: palette.outline,
    }
    qt_palette = QPalette()
    for which, color in colors.items():
        qt_palette.setColor(which, QColor(color))
    for which in (role.Text, role.WindowText, role.ButtonText):
        faded = mix(QColor(palette.muted), QColor(palette.window), 0.4)
        qt_palette.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return qt_palette
