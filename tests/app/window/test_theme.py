import dataclasses

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFileDialog, QSpinBox, QToolButton

from app.window.theme import BLUE_ORANGE, CONTRAST, LIGHT, PALETTES, Palette, apply_theme, current_palette, mix


def luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
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


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_every_role_is_a_color(palette):
    for field in dataclasses.fields(palette):
        if field.name not in ("name", "dark", "faintest", "movement"):
            value = getattr(palette, field.name)
            colors = value if isinstance(value, tuple) else (value,)
            assert all(QColor.isValidColorName(color) for color in colors), field.name


def test_theme_dresses_the_program(qapp):
    for name, palette in PALETTES.items():
        assert apply_theme(qapp, name) is palette
        assert current_palette() is palette
        assert qapp.palette().window().color() == QColor(palette.window)
        assert palette.accent in qapp.styleSheet()


@pytest.mark.parametrize("foreground", ["text", "muted", "outline", "verified", "confident", "failure", "accent"])
def test_high_contrast_is_high(foreground):
    assert contrast(getattr(CONTRAST, foreground), CONTRAST.window) >= 7


def test_the_faintest_digit_is_legible_in_high_contrast():
    faint = QColor(CONTRAST.predicted)
    share = CONTRAST.faintest
    faint = QColor.fromRgbF(faint.redF() * share, faint.greenF() * share, faint.blueF() * share)
    assert contrast(faint.name(), CONTRAST.board) >= 4.5


def test_the_faintest_digit_is_legible_over_the_strongest_movement_in_high_contrast():
    fill = mix(CONTRAST.color("board"), CONTRAST.color("memory"), CONTRAST.movement)
    digit = mix(fill, CONTRAST.color("predicted"), CONTRAST.faintest)
    assert contrast(digit.name(), fill.name()) >= 4
    assert contrast(fill.name(), CONTRAST.board) >= 1.9, "and the movement is seen"


# Machado, Oliveira and Fernandes, 2009: what is left of linear RGB without one kind of cone.
BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def seen(color: str, eyes: str) -> np.ndarray:
    """`color` as it looks to these eyes, in CIE L*a*b*, where distances are differences as seen."""
    rgb = np.array(QColor(color).getRgbF()[:3])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    linear = np.clip(np.array(BLIND[eyes]) @ linear, 0, 1)
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(np.maximum(to_xyz @ linear / (0.9505, 1.0, 1.089), 1e-6))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eyes", BLIND)
@pytest.mark.parametrize(
    "pair",
    [
        ("verified", "failure"),
        ("verified", "confident"),
        ("verified", "violation"),
        ("predicted", "violation"),
        ("predicted", "changed"),
        ("start", "goal"),
        ("plot_mean", "plot_violations"),
        ("plot_mean", "plot_change"),
        ("plot_halt", "plot_change"),
        ("plot_halt", "plot_minimum"),
    ],
)
def test_colour_blind_eyes_tell_signals_apart(eyes, pair):
    one, other = (seen(getattr(BLUE_ORANGE, role), eyes) for role in pair)
    assert np.linalg.norm(one - other) >= 25


def test_heat_goes_from_low_to_high():
    assert LIGHT.heat(0) == QColor(LIGHT.heat_low)
    assert LIGHT.heat(1) == LIGHT.heat(7) == QColor(LIGHT.heat_high)
    assert LIGHT.color("path", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


def test_fields_are_framed_in_high_contrast_and_as_everything_else_afterwards(qtbot, qapp):
    def frame():
        field = QSpinBox()
        qtbot.addWidget(field)
        field.setFixedSize(120, 30)
        image = field.grab().toImage()
        return max(image.pixelColor(60, y).lightnessF() for y in range(3))

    apply_theme(qapp, "contrast")
    assert frame() > 0.5
    apply_theme(qapp, "dark")
    assert QApplication.palette("QAbstractSpinBox") == qapp.palette()
    assert frame() < 0.5


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_buttons_of_qts_own_file_dialog_show_what_they_are(qtbot, qapp, theme):
    before = qapp.palette(), qapp.styleSheet()
    apply_theme(qapp, theme)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    try:
        buttons = [button for button in dialog.findChildren(QToolButton) if button.isVisible()]
        assert len(buttons) > 3
        assert [button.objectName() for button in buttons if not painted(button)] == []
    finally:
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])


def painted(button: QToolButton) -> bool:
    """Whether something is in the middle, and not only its frame."""
    middle = button.grab().toImage().copy(button.rect().adjusted(4, 4, -4, -4))
    return len({middle.pixel(x, y) for x in range(middle.width()) for y in range(middle.height())}) > 1
