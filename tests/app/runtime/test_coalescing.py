"""Requests are many, calls are few, and the last request is always honoured."""

from PySide6.QtCore import QObject

from app.runtime.coalescing import Coalescing


def test_requests_of_one_turn_are_one_call(qtbot) -> None:
    calls: list[int] = []
    parent = QObject()
    soon = Coalescing(lambda: calls.append(1), parent)
    for _ in range(5):
        soon.request()
    assert calls == []
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == [1]
    assert not soon.waiting


def test_a_request_soon_after_a_call_waits_and_is_not_lost(qtbot) -> None:
    calls: list[int] = []
    parent = QObject()
    soon = Coalescing(lambda: calls.append(1), parent, rest_ms=80)
    soon.request()
    qtbot.waitUntil(lambda: len(calls) == 1)
    soon.request()
    qtbot.wait(1)
    assert soon.waiting
    qtbot.waitUntil(lambda: len(calls) == 2)
