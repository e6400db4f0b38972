import ctypes
import gc
import sys

import pytest
from PySide6.QtCore import QObject

from app.runtime.garbage import GarbageCollector, give_back_memory, resident
from app.window.settings import Settings
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle


@pytest.fixture
def collector(qapp, monkeypatch):
    monkeypatch.setattr("app.runtime.garbage.EVERY_MS", 1)
    enabled = gc.isenabled()
    parent = QObject()
    collector = GarbageCollector(parent)
    yield collector
    collector.stop()
    assert gc.isenabled() is enabled


def make_garbage() -> None:
    """More than the youngest generation's threshold."""
    cycles = [[] for _ in range(gc.get_threshold()[0] * 3)]
    for cycle in cycles:
        cycle.append(cycle)
    assert gc.get_count()[0] > gc.get_threshold()[0]


def is_collected() -> bool:
    return gc.get_count()[0] <= gc.get_threshold()[0]


def test_python_rests_while_the_gui_collects(qapp, qtbot, monkeypatch):
    monkeypatch.setattr("app.runtime.garbage.EVERY_MS", 1)
    parent = QObject()
    collector = GarbageCollector(parent)
    gc.enable()
    collector.start()
    collector.keep_loaded()
    try:
        assert not gc.isenabled()
        make_garbage()
        qtbot.waitUntil(is_collected)
    finally:
        collector.stop()
    assert gc.isenabled()
    gc.disable()
    collector.start()
    collector.stop()
    assert not gc.isenabled()


def test_what_is_loaded_is_never_looked_at_until_the_window_closes(collector, qtbot):
    collector.start()
    assert gc.get_freeze_count() == 0
    kept = [[] for _ in range(1000)]
    collector.keep_loaded()
    assert gc.get_freeze_count() >= len(kept)
    later = [[]]
    tracked = gc.get_objects()
    assert any(each is later for each in tracked)
    assert not any(each is kept for each in tracked)
    del tracked
    collector.stop()
    assert gc.get_freeze_count() == 0


def test_the_window_keeps_what_is_loaded_once_a_network_is(qtbot, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "settings.ini"), sudoku_puzzle())
    # It may have been so already.
    gc.unfreeze()
    window.solver.warmed.emit("cpu", "")
    assert gc.get_freeze_count() > 0
    window.close()
    assert gc.get_freeze_count() == 0


def test_collecting_waits_for_the_libraries_but_not_for_ever(collector, qtbot, monkeypatch):
    collected = []
    monkeypatch.setattr("app.runtime.garbage.LONGEST_START", 5)
    monkeypatch.setattr("app.runtime.garbage.collect_if_due", lambda: collected.append(collector._left_out))
    collector.start()
    qtbot.waitUntil(lambda: bool(collected))
    assert collected[0] == 5


def test_free_memory_is_given_back_each_time_the_process_has_grown(collector, qtbot, monkeypatch):
    sizes = {"now": 500, "kept": 500}
    given = []

    def give_back():
        sizes["now"] = sizes["kept"]
        given.append(True)

    monkeypatch.setattr("app.runtime.garbage.MOST_GROWTH", 10)
    monkeypatch.setattr("app.runtime.garbage.resident", lambda: sizes["now"])
    monkeypatch.setattr("app.runtime.garbage.give_back_memory", give_back)
    seen = []
    monkeypatch.setattr("app.runtime.garbage.collect_if_due", lambda: seen.append(True))

    def some_more():
        seen.clear()
        qtbot.waitUntil(lambda: len(seen) > 3)

    collector.start()
    collector.keep_loaded()
    qtbot.waitUntil(lambda: len(given) == 1)
    sizes["now"] = 510
    some_more()
    assert len(given) == 1
    sizes["now"] = 511
    qtbot.waitUntil(lambda: len(given) == 2)
    # What is really kept is looked for once.
    sizes["now"] = sizes["kept"] = 520
    qtbot.waitUntil(lambda: len(given) == 3)
    some_more()
    assert len(given) == 3
    # It shrinks by itself, and grows from there.
    sizes["now"] = sizes["kept"] = 400
    some_more()
    sizes["now"] = 411
    qtbot.waitUntil(lambda: len(given) == 4)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the GNU C library's own figures")
def test_what_is_free_within_the_heap_goes_back_to_the_system():
    library = ctypes.CDLL(None)
    if not hasattr(library, "malloc_trim"):
        pytest.skip("another C library")
    library.malloc.restype = library.realloc.restype = ctypes.c_void_p
    # Small enough to lie in the heap, with a block kept at its end so that the heap can't simply shrink.
    blocks = [library.malloc(100_000) for _ in range(500)]
    for block in blocks:
        ctypes.memset(block, 1, 100_000)
    for block in blocks[:-1]:
        library.free(ctypes.c_void_p(block))
    before = resident()
    give_back_memory()
    assert resident() < before - 20_000_000
    library.free(ctypes.c_void_p(blocks[-1]))
