"""Deleting what was fitted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.arc.cache_row import CacheRow
from app.runtime.background import Background
from solver.caches import adapted_folder


@pytest.fixture
def row(qtbot):
    adapted_folder().mkdir(parents=True)
    for name in ("a.safetensors", "b.safetensors"):
        (adapted_folder() / name).write_bytes(bytes(600_000))
    background = Background()
    parent = QWidget()
    qtbot.addWidget(parent)
    yield CacheRow(background, parent)
    background.close()


def test_what_is_kept_is_counted_and_deleted(qtbot, row):
    qtbot.waitUntil(lambda: row.words.text() == "2 tasks kept, 1.2 MB")
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.words.text() == "0 tasks kept")
    assert list(adapted_folder().iterdir()) == []
    assert not row.button.isEnabled()
