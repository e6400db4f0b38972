import threading

import pytest

from app.runtime.background import Background, explain
from solver.messages import ExplainedError
from solver.model.device import NO_DEVICE
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.puzzle import NO_START


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()


def test_success_and_failure_return_to_the_thread_that_asked(background, qtbot):
    heard = []

    def work(_):
        return threading.current_thread()

    def fail(_):
        raise KeyError("broken")

    background.run(work, lambda thread: heard.append((thread, threading.current_thread())), heard.append)
    background.run(fail, heard.append, lambda *problem: heard.append(problem))
    assert background.busy
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert not background.busy
    (there, here), (sentence, details) = heard
    assert here is threading.current_thread()
    assert there is not here
    assert "KeyError" in sentence
    assert "Traceback" in details


def test_a_cancelled_job_says_nothing(background, qtbot):
    heard = []
    begun = threading.Event()

    def work(cancelled):
        begun.set()
        while not cancelled():
            pass

    job = background.run(work, heard.append, lambda *problem: heard.append(problem))
    assert begun.wait(10)
    job.cancel()
    background.run(lambda _: "next", heard.append, heard.append)
    qtbot.waitUntil(lambda: heard == ["next"])


def test_close_ends_what_is_under_way(qtbot):
    background = Background()
    background.run(lambda cancelled: [None for _ in iter(cancelled, True)], print, print)
    background.close()


def test_close_drops_what_waits_but_not_a_save(qtbot):
    done = []
    begun, go_on = threading.Event(), threading.Event()

    def slow(cancelled):
        begun.set()
        go_on.wait(10)

    background = Background()
    background.run(slow, print, print)
    assert begun.wait(10)
    background.run(lambda _: done.append("drop me"), print, print)
    background.run(lambda _: done.append("save"), print, print, must_finish=True)
    threading.Timer(0.05, go_on.set).start()
    background.close()
    assert done == ["save"]


def test_jobs_wait_for_the_start(qtbot):
    done = []
    background = Background(started=False)
    background.run(lambda _: "first", done.append, print)
    qtbot.wait(20)
    assert done == []
    background.start()
    qtbot.waitUntil(lambda: done == ["first"])
    background.close()


def test_close_saves_even_what_was_never_begun(qapp):
    done = []
    background = Background(started=False)
    background.run(lambda _: done.append("drop me"), print, print)
    background.run(lambda _: done.append("save"), print, print, must_finish=True)
    background.close()
    assert done == ["save"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PuzzleError(NO_START()), "The maze has no start (S)."),
        (FileNotFoundError(2, "No such file or directory", "a.txt"), "a.txt: No such file or folder."),
        (MemoryError(), "There is not enough memory for this. Close other programs, and try again."),
        (ExplainedError(NO_DEVICE(name="MPS")), str(NO_DEVICE(name="MPS"))),
        (ValueError("A defect, though it ends with a full stop."), "Something unexpected went wrong (ValueError)."),
        (KeyError("x"), "Something unexpected went wrong (KeyError)."),
    ],
)
def test_errors_become_sentences(error, sentence):
    assert explain(error)[0] == sentence


@pytest.mark.parametrize(
    ("error", "details"),
    [
        (PuzzleError(NO_START()), ""),
        (PuzzleError(NO_START(), cells=((0, 0), (0, 8))), "Cells: r1c1, r1c9"),
        (FileNotFoundError(2, "No such file or directory", "a.txt"), "[Errno 2] No such file or directory: 'a.txt'"),
    ],
)
def test_bad_input_is_detailed_in_plain_words(error, details):
    with pytest.raises(type(error)) as raised:
        raise error
    assert explain(raised.value)[1] == details


def test_what_lies_behind_bad_input_is_told_without_a_traceback():
    error = PuzzleError(NO_START())
    error.__cause__ = ValueError("invalid literal for int() with base 10: 'x'")
    assert explain(error)[1] == "Found while reading: invalid literal for int() with base 10: 'x'"
