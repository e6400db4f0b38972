"""Text that is too long for its panel is cut between lines, wherever it is scrolled to."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.panels.whole_lines import SIDE, TOP, WholeLines


@pytest.fixture
def area(qtbot):
    label = QLabel("\n\n".join(["One sentence of a few words, and another one to fill the lines."] * 6))
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = WholeLines(label)
    qtbot.addWidget(area)
    area.resize(220, 400)
    area.show()
    return area


def lines(area: WholeLines) -> tuple[float, float]:
    """The first line that is seen and how many of them are; both whole unless a line is cut."""
    line = area.widget().fontMetrics().lineSpacing()
    return -area.widget().y() / line, area.viewport().height() / line


def test_no_line_is_cut_at_any_height_or_place(qtbot, area):
    seen = set()
    for height in range(60, 200, 7):
        area.resize(220, height)
        QApplication.processEvents()
        assert area.verticalScrollBar().isVisible()
        for place in (0, 5, 33, area.verticalScrollBar().maximum()):
            area.verticalScrollBar().setValue(place)
            first, count = lines(area)
            assert first == int(first)
            assert count == int(count)
            seen.add((first, count))
    assert len(seen) > 10


def test_the_wheel_scrolls_to_the_last_line(area):
    area.resize(220, 90)
    QApplication.processEvents()
    at = QPointF(area.viewport().rect().center())
    for _ in range(40):
        wheel = QWheelEvent(
            at,
            area.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(area.viewport(), wheel)
    first, count = lines(area)
    assert first + count == area.widget().height() / area.widget().fontMetrics().lineSpacing()


def test_with_room_for_all_of_it_there_is_no_bar_and_none_comes_back(area):
    area.resize(220, area.needed)
    QApplication.processEvents()
    assert not area.verticalScrollBar().isVisible()
    assert area.viewport().height() >= area.widget().heightForWidth(220 - 2 * SIDE)
    area.resize(220, area.needed - TOP)
    QApplication.processEvents()
    assert area.verticalScrollBar().isVisible()
    area.resize(220, area.needed)
    QApplication.processEvents()
    assert not area.verticalScrollBar().isVisible()


def test_longer_words_are_heard_of(area):
    area.widget().setText("Short.")
    QApplication.processEvents()
    assert not area.verticalScrollBar().isVisible()
    area.widget().setText("Long. " * 300)
    QApplication.processEvents()
    assert area.verticalScrollBar().isVisible()
