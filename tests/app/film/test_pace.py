import pytest

from app.film.pace import CYCLE_MS, DWELL_MS, SHORTEST_MS, WHOLE_MS, beat, dwell_ms


def test_few_refinements_stay_long_enough_to_be_read():
    assert beat(5, 1.0) == (DWELL_MS, 1)
    assert beat(5, 2.0) == (DWELL_MS // 2, 1)
    assert beat(5, 1.0, within=True) == (CYCLE_MS, 1)


@pytest.mark.parametrize("length", [13, 45, 82, 300, 1000])
def test_however_many_there_are_the_whole_takes_about_ten_seconds(length):
    milliseconds, further = beat(length, 1.0)
    assert dwell_ms(length) < DWELL_MS
    assert length / further * milliseconds <= WHOLE_MS * 1.35
    assert milliseconds >= SHORTEST_MS
