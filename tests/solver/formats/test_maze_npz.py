import contextlib
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formats.maze_npz import read_maze_npz
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.maze.puzzle import canonical_label

MAZES = list(generate_mazes(4, 5, "braided", 9, 11))
INPUTS = np.stack([maze.grid for maze in MAZES]).astype(np.uint8)
LABELS = np.stack([canonical_label(maze) for maze in MAZES]).astype(np.uint8)


def npz(**arrays):
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    file.seek(0)
    return file


def test_inputs_and_labels_are_read(tmp_path):
    path = tmp_path / "mazes.npz"
    path.write_bytes(npz(inputs=INPUTS, labels=LABELS).getvalue())
    read = read_maze_npz(path)
    assert [item.puzzle for item in read] == MAZES
    assert [item.line for item in read] == [1, 2, 3, 4]
    assert all(item.puzzle.check(item.solution).accepted for item in read)


def test_labels_are_not_needed():
    assert [item.solution for item in read_maze_npz(npz(inputs=INPUTS))] == [None] * 4


def test_pads_around_a_maze_are_left_out():
    padded = {"inputs": np.pad(INPUTS, ((0, 0), (0, 5), (2, 1))), "labels": np.pad(LABELS, ((0, 0), (0, 5), (2, 1)))}
    read = read_maze_npz(npz(**padded))
    assert [item.puzzle for item in read] == MAZES
    assert read[0].solution.tolist() == LABELS[0].tolist()


def test_a_maze_without_a_way_is_read_beside_the_others():
    [closed] = generate_mazes(1, 5, "braided", 9, 11, no_way=True)
    read = read_maze_npz(npz(inputs=np.stack([MAZES[0].grid, closed.grid]).astype(np.uint8)))
    assert [item.puzzle for item in read] == [MAZES[0], closed]
    assert read[1].puzzle.no_answer is not None


def test_one_bad_maze_does_not_hide_the_others():
    inputs = INPUTS.copy()
    inputs[1][inputs[1] == 4] = 2
    inputs[2, 3, 4] = 9
    inputs[3] = 0
    read = read_maze_npz(npz(inputs=inputs))
    assert read[0].puzzle == MAZES[0]
    assert str(read[1].error.why) == "Maze 2: The maze has no goal (G)."
    assert "Maze 3: 9 at row 4, column 5" in str(read[2].error.why)
    assert str(read[3].error.why) == "Maze 4 is empty."


@pytest.mark.parametrize(
    ("arrays", "why"),
    [
        ({"labels": LABELS}, "no array “inputs”"),
        ({"inputs": INPUTS.reshape(4, -1)}, "N × H × W"),
        ({"inputs": INPUTS.astype(float)}, "float64"),
        ({"inputs": INPUTS, "labels": LABELS[:3]}, "differ in shape"),
        ({"inputs": np.array([object()])}, "not an array of plain numbers"),
    ],
)
def test_unusable_arrays_say_why(arrays, why):
    with pytest.raises(PuzzleError, match=why):
        read_maze_npz(npz(**arrays))


def test_unusable_files_say_why(tmp_path):
    with pytest.raises(PuzzleError, match="damaged"):
        read_maze_npz(io.BytesIO(b"no zip at all"))
    whole = npz(inputs=INPUTS).getvalue()
    with pytest.raises(PuzzleError, match="damaged"):
        read_maze_npz(io.BytesIO(whole[:-60]))
    with pytest.raises(FileNotFoundError):
        read_maze_npz(tmp_path / "nowhere.npz")


def test_zip_bomb_is_refused_unread(monkeypatch):
    monkeypatch.setattr("solver.formats.maze_npz.LARGEST_ARRAY", 1 << 20)
    with pytest.raises(PuzzleError, match="unpacks to more than 1 MiB"):
        read_maze_npz(npz(inputs=np.zeros((3, 1024, 1024), dtype=np.uint8)))


def test_a_small_file_of_very_many_mazes_is_refused():
    with pytest.raises(PuzzleError, match="At most 20,000 are read"):
        read_maze_npz(npz(inputs=np.zeros((100_000, 3, 3), dtype=np.uint8)))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 1 << 20), st.integers(0, 255))
def test_any_damage_is_a_plain_error(where, byte):
    data = bytearray(npz(inputs=INPUTS).getvalue())
    data[where % len(data)] = byte
    with contextlib.suppress(PuzzleError):
        read_maze_npz(io.BytesIO(bytes(data)))
