import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from solver.model.boards.grid_features import (
    AROUND,
    BESIDE,
    CELL_FEATURES,
    CELL_GROUPS,
    COLOUR_FEATURES,
    COLOUR_GROUPS,
    FAR,
    background,
    cell_features,
    colour_features,
    components,
    counted,
    withheld,
)

GRIDS = st.tuples(st.integers(1, 9), st.integers(1, 9)).flatmap(
    lambda shape: arrays(np.int64, shape, elements=st.integers(2, 4))
)


def flooded(grid, around):
    """Each cell's component by the lowest number of a cell in it, found by walking."""
    rows, columns = grid.shape
    label = np.full(grid.shape, -1)
    for start in range(grid.size):
        waiting = [divmod(start, columns)] if label.flat[start] < 0 else []
        while waiting:
            row, column = waiting.pop()
            label[row, column] = start
            for down, right in around:
                r, c = row + down, column + right
                if 0 <= r < rows and 0 <= c < columns and label[r, c] < 0 and grid[r, c] == grid[row, column]:
                    waiting.append((r, c))
    return label


@pytest.mark.parametrize("around", [BESIDE, AROUND], ids=["beside", "around"])
@given(grid=GRIDS)
def test_components_are_those_that_walking_finds(around, grid) -> None:
    found = components(torch.from_numpy(grid).view(1, -1), grid.shape, around)
    assert found.view(grid.shape).tolist() == flooded(grid, around).tolist()


def test_components_of_a_spiral_are_found_to_its_end() -> None:
    side = 30
    grid = np.full((side, side), 2)
    row, column, down, right, length = 0, 0, 0, 1, side - 1
    grid[0, 0] = 3
    for turn in range(2 * side):
        for _ in range(length):
            row, column = row + down, column + right
            grid[row, column] = 3
        down, right = right, -down
        length -= 2 if turn and turn % 2 == 0 else 0
        if length < 2:
            break
    found = components(torch.from_numpy(grid).view(1, -1), grid.shape, BESIDE)
    assert found.view(side, side).tolist() == flooded(grid, BESIDE).tolist()


CANVAS = torch.tensor(
    [
        [2, 2, 2, 2, 1],
        [2, 5, 5, 2, 1],
        [2, 2, 2, 7, 1],
        [1, 1, 1, 1, 0],
        [0, 0, 0, 0, 0],
    ]
)


def test_cells_are_told_of_the_edges_and_of_their_components() -> None:
    features, labels = cell_features(CANVAS.view(1, -1), (5, 5))
    assert features.shape == (1, 25, CELL_FEATURES)
    assert set(features.unique().tolist()) == {0.0, 1.0}
    cells = features.view(5, 5, -1)
    edges = cells[..., 1 : 1 + 4 * (FAR + 1)].view(5, 5, 4, FAR + 1)
    assert edges[1, 2].argmax(-1).tolist() == [1, 1, 2, 1], "up, down, left (farther than is told), right"
    assert not edges[3:].any(), "beyond the grid there are no edges"
    assert cells[..., 0].tolist() == (CANVAS < 2).float().tolist()
    of_colour, of_things = labels.view(5, 5, 2).unbind(-1)
    assert of_colour[1, 1] == of_colour[1, 2] == 6
    assert of_colour[2, 3] == 13
    assert of_things[2, 3] == of_things[1, 1] == 6, "corners touch"


def test_the_components_features_follow_from_their_cells() -> None:
    features = cell_features(CANVAS.view(1, -1), (5, 5))[0].view(5, 5, -1)
    first = 4 * (FAR + 1) + 1
    size, flags, sides = features[..., first : first + 28].split([12, 4, 12], dim=-1)
    sides = sides.reshape(5, 5, 4, 3)
    assert size[1, 1].argmax() == 2
    assert size[2, 3].argmax() == 1
    assert size[0, 0].argmax() == 6, "nine cells, which is as many as are told together with seven and eight"
    assert flags[1, 1].tolist() == [0, 1, 1, 0], "touches no edge, and is the largest thing"
    assert flags[2, 3].tolist() == [1, 0, 0, 1], "touches the edge, and is the smallest"
    assert flags[0, 0].tolist() == [1, 0, 0, 0]
    assert not flags[4, 4].any()
    assert sides[1, 2].argmax(-1).tolist() == [0, 0, 1, 0], "from the top, bottom, left and right of its box"


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_canvas_turns_the_features(turns) -> None:
    features, labels = cell_features(CANVAS.view(1, -1), (5, 5))
    turned, turned_labels = cell_features(CANVAS.rot90(turns).reshape(1, -1), (5, 5))
    # What names no direction is the same: being outside, the sizes and the flags.
    said = [0, *range(13, 29), *range(41, 57)]
    want = features.view(5, 5, -1)[..., said].rot90(turns)
    assert torch.equal(turned.view(5, 5, -1)[..., said], want)
    far = [found[0, :, 1:13].view(-1, 4, 3).argmax(-1).sort(-1).values.tolist() for found in (features, turned)]
    assert sorted(far[0]) == sorted(far[1])
    for before, after in zip(labels.unbind(-1), turned_labels.unbind(-1), strict=True):
        assert len(before.unique()) == len(after.unique())


def test_groups_of_features_can_be_withheld() -> None:
    features = torch.ones(2, 3, CELL_FEATURES)
    left = withheld(features, torch.tensor([[1.0, 0.0, 1.0], [0.0, 0.0, 0.0]]), CELL_GROUPS)
    assert left[0].sum(-1).tolist() == [CELL_FEATURES - CELL_GROUPS[2]] * 3
    assert left[1].sum(-1).tolist() == [1] * 3
    assert sum(CELL_GROUPS) == CELL_FEATURES
    assert sum(COLOUR_GROUPS) == COLOUR_FEATURES


def test_colours_are_told_their_counts_and_ranks() -> None:
    features = colour_features(CANVAS.view(1, -1), torch.tensor([2, 5, 7, 8]))
    assert features.shape == (1, 4, COLOUR_FEATURES)
    assert features[0, :, :2].tolist() == [[1, 1], [0, 0], [0, 0], [0, 0]]
    assert features[0, :, 2:14].argmax(-1).tolist() == [6, 2, 1, 0]
    assert features[0, :, 14:].argmax(-1).tolist() == [0, 1, 2, 4], "an absent colour has no rank"


def test_the_background_is_black_or_else_the_commonest_colour() -> None:
    assert background(torch.tensor([[2, 5, 5, 1], [4, 5, 5, 0]])).tolist() == [2, 5]


def test_what_was_counted_once_is_remembered_grid_by_grid():
    colours = torch.tensor([2, 5, 7, 8])
    batch = torch.stack((CANVAS.flatten(), CANVAS.rot90().flatten(), CANVAS.flatten()))
    for _ in range(2):
        features, labels, counts = counted(batch, (5, 5), colours)
        wanted, components = cell_features(batch, (5, 5))
        assert torch.equal(features, wanted)
        assert torch.equal(labels, components)
        assert torch.equal(counts, colour_features(batch, colours))
