import numpy as np
import pytest

from solver.training.arc_rules.rule import (
    Undrawable,
    blob,
    bounding_box,
    components,
    draw_pairs,
    free_place,
    some_colours,
    turned,
)


def test_colours_differ_and_leave_out_what_they_should() -> None:
    for seed in range(20):
        found = some_colours(np.random.default_rng(seed), 5, but=(0, 3))
        assert len(set(found)) == 5
        assert not {0, 3} & set(found)


def test_a_blob_is_connected_and_touches_all_sides() -> None:
    for seed in range(20):
        mask = blob(np.random.default_rng(seed), 4, 6, 0.5)
        assert len(list(components(mask))) == 1
        assert bounding_box(mask) == (slice(0, 4), slice(0, 6))


def test_components_by_sides_and_by_corners() -> None:
    mask = np.eye(3, dtype=bool)
    assert len(list(components(mask))) == 3
    (whole,) = components(mask, diagonal=True)
    assert (whole == mask).all()


def test_no_place_is_free_in_a_full_grid() -> None:
    random = np.random.default_rng(0)
    taken = np.zeros((8, 8), dtype=bool)
    taken[0, 0] = True
    rows, columns = free_place(random, taken, 3, 3)
    assert not taken[max(0, rows.start - 1) : rows.stop + 1, max(0, columns.start - 1) : columns.stop + 1].any()
    with pytest.raises(Undrawable):
        free_place(random, ~np.zeros((8, 8), dtype=bool), 1, 1)
    with pytest.raises(Undrawable):
        free_place(random, taken, 9, 1)


def test_the_same_symmetry_for_all_grids() -> None:
    """Which of the eight it is shows in the first grid; the second one is turned by the same."""
    first, second = np.arange(6).reshape(2, 3), np.arange(20).reshape(4, 5)
    seen = set()
    for seed in range(60):
        turn = turned(np.random.default_rng(seed))
        found = turn(first)
        (which,) = [n for n in range(8) if np.array_equal(np.rot90(first.T if n > 3 else first, n % 4), found)]
        assert np.array_equal(np.rot90(second.T if which > 3 else second, which % 4), turn(second))
        seen.add(which)
    assert seen == set(range(8))


def test_pairs_differ_and_what_cannot_be_drawn_is_drawn_again() -> None:
    def rule(random):
        if random.random() < 0.5:
            raise Undrawable
        cell = random.integers(0, 3, (1, 1))
        return cell, cell

    pairs = draw_pairs(rule, 8, np.random.default_rng(0))
    assert sorted(int(given[0, 0]) for given, _ in pairs) == [0, 1, 2]
