import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from app.window.check_box import CheckBox
from app.window.palettes import CONTRAST, DARK, LIGHT
from app.window.theme import apply_font_scale, apply_theme


@pytest.fixture
def box(qtbot):
    box = CheckBox("&Wall up the goal")
    qtbot.addWidget(box)
    box.show()
    return box


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 counts it."""

    def luminance(color):
        parts = (color.redF(), color.greenF(), color.blueF())
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=lambda palette: palette.name)
def test_its_edge_is_seen_in_every_theme_and_a_tick_in_it(qapp, box, palette):
    try:
        apply_theme(qapp, palette.name)
        empty = box.grab().toImage()
        middle = box.height() // 2
        strongest = max(contrast(QColor(empty.pixel(x, middle)), palette.color("window")) for x in range(8))
        assert strongest >= 3
        box.setChecked(True)
        assert box.grab().toImage() != empty
    finally:
        apply_theme(qapp, "light")


def test_it_is_pressed_by_mouse_key_and_letter(qtbot, box):
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(6, box.height() // 2))
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.sizeHint().width() - 4, box.height() // 2))
    assert not box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert not box.shortcut().isEmpty()


def test_it_grows_with_the_text(qapp, box):
    before = box.sizeHint()
    try:
        apply_font_scale(qapp, 200)
        assert box.sizeHint().height() > 1.6 * before.height()
        assert box.sizeHint().width() > 1.6 * before.width()
    finally:
        apply_font_scale(qapp, 100)
