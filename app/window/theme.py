"""Chooses the palette and applies it to the whole program."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.window.palettes import BLUE_ORANGE as BLUE_ORANGE
from app.window.palettes import CONTRAST as CONTRAST
from app.window.palettes import DARK as DARK
from app.window.palettes import LIGHT as LIGHT
from app.window.palettes import Palette as Palette
from app.window.palettes import mix as mix
from app.window.stylesheet import stylesheet

ThemeName = Literal["light", "dark", "contrast", "blue-orange", "system"]
PALETTES: dict[str, Palette] = {each.name: each for each in (LIGHT, DARK, CONTRAST, BLUE_ORANGE)}


FRAMED = ("QAbstractSpinBox", "QLineEdit", "QComboBox", "QCheckBox", "QProgressBar")

_chosen: ThemeName = "system"
_desktop_font: QFont | None = None


def current_palette() -> Palette:
    """What is shown now. Ask for it in each `paintEvent`; a `PaletteChange` event tells of changes."""
    app = QApplication.instance()
    if _chosen == "system" and isinstance(app, QApplication):
        return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return PALETTES.get(_chosen, LIGHT)


def apply_theme(app: QApplication, choice: ThemeName) -> Palette:
    """Dress the whole program as `choice`, and keep following the desktop while it is `system`."""
    global _chosen
    if app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(_follow_desktop)
    _chosen = choice
    # Title bars and native dialogs follow the scheme; the colours inside the window are ours.
    scheme = Qt.ColorScheme.Unknown
    if choice in PALETTES:
        scheme = Qt.ColorScheme.Dark if PALETTES[choice].dark else Qt.ColorScheme.Light
    app.styleHints().setColorScheme(scheme)
    return _dress(app)


def apply_font_scale(app: QApplication, percent: int) -> None:
    """Set all text in the window in so many per cent of the desktop's size."""
    global _desktop_font
    if _desktop_font is None:
        _desktop_font = QFont(app.font())
    font = QFont(_desktop_font)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * percent / 100)
    else:
        font.setPixelSize(round(font.pixelSize() * percent / 100))
    if font != app.font():
        app.setFont(font)
        # Else what is styled keeps the sizes that were worked out before.
        app.setStyleSheet(app.styleSheet())


def _follow_desktop() -> None:
    app = QApplication.instance()
    if _chosen == "system" and isinstance(app, QApplication):
        _dress(app)


def _dress(app: QApplication) -> Palette:
    palette = current_palette()
    app.setPalette(_qt_palette(palette))
    if palette is CONTRAST:
        # Fusion draws frames in a darker window's colour, which around a field on black is black.
        framed = _qt_palette(palette)
        framed.setColor(QPalette.ColorRole.Window, QColor(palette.outline))
        for name in FRAMED:
            app.setPalette(framed, name)  # type: ignore[arg-type]  # the stubs want bytes, Qt wants str
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
