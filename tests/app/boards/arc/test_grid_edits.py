"""Editing one ARC grid, as a function of grids."""

import pytest

from app.boards.arc.grid_edits import (
    Block,
    flooded,
    mirrored,
    moved,
    painted,
    part_of,
    pasted,
    piece_text,
    read_piece,
    resized,
    turned,
)

GRID = ((1, 1, 2), (0, 1, 2))
WHOLE = Block.whole(GRID)


def test_paint_and_flood():
    assert painted(GRID, [(0, 0), (1, 2)], 5) == ((5, 1, 2), (0, 1, 5))
    assert flooded(GRID, (0, 0), 5) == ((5, 5, 2), (0, 5, 2))
    assert flooded(((1, 0), (0, 1)), (0, 0), 5) == ((5, 0), (0, 1)), "corners do not join"
    assert flooded(GRID, (0, 0), 1) == GRID


def test_blocks_in_either_direction():
    assert Block.between((1, 2), (0, 1)) == Block.between((0, 1), (1, 2)) == Block(0, 1, 2, 2)
    assert Block(0, 1, 2, 2).cells == [(0, 1), (0, 2), (1, 1), (1, 2)]
    assert part_of(GRID, Block(0, 1, 2, 2)) == ((1, 2), (1, 2))


def test_pasted_pieces_are_cut_off_at_the_edges():
    assert pasted(GRID, (1, 2), ((7, 7), (7, 7))) == ((1, 1, 2), (0, 1, 7))
    assert pasted(GRID, (-1, -1), ((7, 7), (7, 8))) == ((8, 1, 2), (0, 1, 2))
    assert pasted(GRID, (5, 5), ((7,),)) == GRID


def test_resize_keeps_what_fits():
    assert resized(GRID, 3, 2) == ((1, 1), (0, 1), (0, 0))


def test_moving_leaves_black_behind():
    assert moved(GRID, WHOLE, (0, 1)) == ((0, 1, 1), (0, 0, 1))
    assert moved(GRID, Block(0, 0, 1, 1), (1, 0)) == ((0, 1, 2), (1, 1, 2))


def test_a_whole_grid_turns_with_its_shape_and_a_block_within_it():
    assert turned(GRID, WHOLE, 1) == ((0, 1), (1, 1), (2, 2))
    assert turned(turned(GRID, WHOLE, 1), Block(0, 0, 3, 2), -1) == GRID
    assert turned(GRID, Block(0, 0, 1, 2), 1) == ((1, 0, 2), (1, 1, 2))


def test_mirrors():
    assert mirrored(GRID, WHOLE, upside_down=False) == ((2, 1, 1), (2, 1, 0))
    assert mirrored(GRID, WHOLE, upside_down=True) == ((0, 1, 2), (1, 1, 2))
    assert mirrored(GRID, Block(0, 1, 1, 2), upside_down=False) == ((1, 2, 1), (0, 1, 2))


@pytest.mark.parametrize("text", ["112\n012", "112\n012\n", "1 1 2\n0 1 2", "1,1,2\n0,1,2", "[[1, 1, 2], [0, 1, 2]]"])
def test_pieces_are_read(text):
    assert read_piece(text) == GRID
    assert read_piece(piece_text(GRID)) == GRID


@pytest.mark.parametrize("text", ["", "12\n1", "12\nab", "1" * 81, "[[1, 11]]", "[[", "{}", "#S G#"])
def test_anything_else_is_no_piece(text):
    assert read_piece(text) is None
