import gc

from PySide6.QtCore import QObject

from app.runtime.garbage import GarbageCollector


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
