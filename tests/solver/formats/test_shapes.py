import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from solver.formats.maze_picture.islands import without_islands
from solver.formats.shapes import shapes_of


@given(arrays(np.bool_, array_shapes(min_dims=2, max_dims=2, max_side=9), elements=st.booleans()))
def test_shapes_are_the_groups_of_touching_pixels(ink):
    found = [
        {(shape.top + row, shape.left + column) for row, column in np.argwhere(shape.mask).tolist()}
        for shape in shapes_of(ink)
    ]
    assert sorted(map(sorted, found)) == sorted(map(sorted, groups(ink)))


def test_letters_and_discs_are_taken_away_but_not_the_walls_around_them():
    mask = np.zeros((30, 30), dtype=bool)
    mask[[0, -1]] = mask[:, [0, -1]] = True
    mask[0:20, 10] = True
    walls = mask.copy()
    assert without_islands(mask) is None
    mask[14:18, 14:18] = mask[5:7, 20:24] = True
    assert np.array_equal(without_islands(mask), walls)
    assert without_islands(np.zeros((5, 5), dtype=bool)) is None


def groups(ink):
    left = {tuple(cell) for cell in np.argwhere(ink).tolist()}
    while left:
        group, waiting = set(), [left.pop()]
        while waiting:
            row, column = waiting.pop()
            group.add((row, column))
            beside = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= beside
            waiting += beside
        yield group
