import ctypes
import gc
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from app.runtime.garbage import GarbageCollector, give_back_memory


def test_python_rests_while_the_gui_collects(qapp, qtbot, monkeypatch):
    monkeypatch.setattr("app.runtime.garbage.EVERY_MS", 1)
    parent = QObject()
    collector = GarbageCollector(parent)
    gc.enable()
    collector.start()
    try:
        assert not gc.isenabled()
        cycles = [[] for _ in range(gc.get_threshold()[0] * 3)]
        for cycle in cycles:
            cycle.append(cycle)
        assert gc.get_count()[0] > gc.get_threshold()[0]
        qtbot.waitUntil(lambda: gc.get_count()[0] <= gc.get_threshold()[0])
    finally:
        collector.stop()
    assert gc.isenabled()
    gc.disable()
    collector.start()
    collector.stop()
    assert not gc.isenabled()


def test_free_memory_is_given_back_now_and_then(qapp, qtbot, monkeypatch):
    given = []
    monkeypatch.setattr("app.runtime.garbage.EVERY_MS", 1)
    monkeypatch.setattr("app.runtime.garbage.GIVE_BACK_EVERY", 2)
    monkeypatch.setattr("app.runtime.garbage.give_back_memory", lambda: given.append(True))
    parent = QObject()
    collector = GarbageCollector(parent)
    enabled = gc.isenabled()
    collector.start()
    try:
        qtbot.waitUntil(lambda: len(given) >= 2)
    finally:
        collector.stop()
    assert gc.isenabled() is enabled


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


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
