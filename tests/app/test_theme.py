import dataclasses

import pytest
from PySide6.QtGui import QColor

from app.theme import DARK, LIGHT, Palette, apply_theme, current_palette


def luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
@pytest.mark.parametrize(
    ("foreground", "background", "least"),
    [
        ("text", "window", 7),
        ("muted", "window", 4.5),
        ("given", "board_given", 7),
        ("predicted", "board", 4.5),
        ("on_accent", "accent", 4.5),
        ("verified", "window", 4.5),
        ("confident", "window", 4.5),
        ("failure", "window", 4.5),
        ("violation", "board", 3),
        ("line_strong", "board", 3),
        ("plot_mean", "window", 3),
        ("plot_halt", "window", 3),
        ("plot_change", "window", 3),
    ],
)
def test_contrast_meets_wcag(palette: Palette, foreground, background, least):
    assert contrast(getattr(palette, foreground), getattr(palette, background)) >= least


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_every_role_is_a_color(palette):
    for field in dataclasses.fields(palette):
        if field.name not in ("name", "dark"):
            assert QColor.isValidColorName(getattr(palette, field.name)), field.name


def test_theme_dresses_the_program(qapp):
    for name, palette in (("dark", DARK), ("light", LIGHT)):
        assert apply_theme(qapp, name) is palette
        assert current_palette() is palette
        assert qapp.palette().window().color() == QColor(palette.window)
        assert palette.accent in qapp.styleSheet()


def test_heat_goes_from_low_to_high():
    assert LIGHT.heat(0) == QColor(LIGHT.heat_low)
    assert LIGHT.heat(1) == LIGHT.heat(7) == QColor(LIGHT.heat_high)
    assert LIGHT.color("path", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
