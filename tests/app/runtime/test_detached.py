import threading

import pytest

from app.runtime.detached import Detached
from solver.cancelling import Cancelled


@pytest.fixture
def detached(qapp):
    detached = Detached()
    yield detached
    detached.close()


def test_one_that_hangs_holds_up_neither_another_nor_the_end(qtbot, detached):
    heard, hanging = [], threading.Event()
    job = detached.run(lambda _: hanging.wait(60), heard.append, lambda *problem: heard.append(problem))
    detached.run(lambda _: threading.current_thread(), heard.append, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0] is not threading.current_thread()
    assert detached.busy
    job.cancel()
    detached.close()
    assert not detached.busy
    hanging.set()
    qtbot.wait(50)
    assert len(heard) == 1, "nothing is heard of what was cancelled"


def test_failures_are_told_but_not_that_it_was_cancelled(qtbot, detached):
    heard = []

    def cancelled(_):
        raise Cancelled

    def failing(_):
        raise OSError(5, "Input/output error", "a.ponder")

    detached.run(cancelled, heard.append, lambda *problem: heard.append(problem))
    detached.run(failing, heard.append, lambda *problem: heard.append(problem))
    qtbot.waitUntil(lambda: not detached.busy)
    assert [sentence for sentence, _ in heard] == ["a.ponder: The disk reports an error."]


def test_work_waits_until_it_may_start(qtbot):
    detached, heard = Detached(started=False), []
    detached.run(lambda _: 1, heard.append, heard.append)
    qtbot.wait(30)
    assert heard == []
    detached.start()
    qtbot.waitUntil(lambda: heard == [1])
