"""Threads that share grids: what they found comes in order, and none is left behind."""

import threading

import pytest
import torch

from solver.reasoning.side_by_side import SideBySide


@pytest.fixture
def three_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    yield
    torch.set_num_threads(before)


@pytest.mark.usefixtures("three_threads")
def test_what_was_found_comes_in_the_order_of_the_parts():
    meeting = threading.Barrier(3, timeout=60)

    def work(part: int) -> tuple[int, int]:
        if part < 3:
            meeting.wait()  # So that no thread can have worked on two of them.
        return part * part, torch.get_num_threads()

    with SideBySide(torch.device("cpu")) as threads:
        assert threads.count == 3
        assert threads.run(work, range(7)) == [(part * part, 1) for part in range(7)]
        assert threads.run(work, []) == []
    assert torch.get_num_threads() == 3


def test_threads_beyond_the_parts_share_single_operations():
    before = torch.get_num_threads()
    torch.set_num_threads(5)
    try:
        threads = SideBySide(torch.device("cpu"))
        threads.limit(2)
        with threads:
            assert threads.count == 2
            assert threads.run(lambda _: torch.get_num_threads(), range(2)) == [2, 2]
        assert torch.get_num_threads() == 5
    finally:
        torch.set_num_threads(before)


@pytest.mark.usefixtures("three_threads")
@pytest.mark.parametrize("failing", [0, 1])
def test_an_error_comes_once_no_thread_works_any_more(failing):
    working = threading.Event()
    ended = []

    def work(part: int) -> None:
        if part == failing:
            working.wait(60)
            raise ArithmeticError(part)
        working.set()
        ended.append(part)

    with pytest.raises(ArithmeticError, match=str(failing)), SideBySide(torch.device("cpu")) as threads:
        threads.run(work, range(3))
    assert sorted([*ended, failing]) == [0, 1, 2]
    assert torch.get_num_threads() == 3


def test_with_one_thread_nothing_leaves_the_calling_one():
    with SideBySide(torch.device("meta")) as threads:
        assert threads.count == 1
        assert threads.run(lambda _: threading.current_thread(), range(3)) == [threading.current_thread()] * 3
