"""A part of `make looks`: nothing is cut off or overlaps in the window's usual sizes, in English and German."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.window.settings import Settings
from tests.looks.geometry import complaints
from tests.looks.states import DIALOGS, STATES
from tests.looks.walk import walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_cut_off_or_overlaps(qapp, tmp_path, language):
    settings = Settings(tmp_path / "ponder.ini")
    looks = list(walk(qapp, settings, languages=[language], texts=[100], sizes=[(1240, 880)], themes=["light"]))
    assert len(looks) >= len(STATES) + len(DIALOGS)
    assert [(look.what, look.faults) for look in looks if look.faults] == []


@pytest.fixture
def panel(qtbot):
    panel = QWidget()
    qtbot.addWidget(panel)
    panel.resize(200, 60)
    return panel


def test_a_label_that_is_cut_off_is_found(panel):
    label = QLabel("This sentence is far too long for its label", panel)
    label.setGeometry(0, 0, 60, 20)
    panel.show()
    [fault] = complaints(panel)
    assert "wants" in fault


def test_wrapped_words_without_room_below_are_found(panel):
    label = QLabel("These words need more than one line here", panel)
    label.setWordWrap(True)
    label.setGeometry(0, 0, 60, 20)
    panel.show()
    [fault] = complaints(panel)
    assert "pixels of height" in fault


def test_buttons_over_one_another_or_outside_are_found(panel):
    for x in (0, 40):
        button = QPushButton("Press", panel)
        button.setGeometry(x, 0, 100, 40)
    outside = QPushButton("Out", panel)
    outside.setGeometry(150, 30, 100, 40)
    panel.show()
    faults = complaints(panel)
    assert any("overlap" in fault for fault in faults)
    assert any("sticks out" in fault for fault in faults)


def test_a_layout_with_room_has_no_faults(panel):
    row = QHBoxLayout(panel)
    row.addWidget(QLabel("Words"))
    row.addWidget(QPushButton("Press"))
    panel.show()
    assert complaints(panel) == []
