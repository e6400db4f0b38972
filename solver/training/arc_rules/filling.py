"""Rules of ARC training tasks about filling and recolouring: boxes, bars, holes, rows and gaps."""

from itertools import pairwise

import numpy as np

from solver.puzzles.base import BoolGrid, IntGrid
from solver.training.arc_rules.rule import (
    Pair,
    Rule,
    Undrawable,
    between,
    blob,
    chance,
    components,
    family,
    filled,
    free_place,
    noise,
    some_colours,
    sprinkled,
    turned,
)


def hollow(grid: IntGrid, place: tuple[slice, slice], frame: int, inside: int) -> None:
    """Draw a box with a frame of one cell's width into the grid."""
    rows, columns = place
    grid[rows, columns] = frame
    grid[rows.start + 1 : rows.stop - 1, columns.start + 1 : columns.stop - 1] = inside


def has_hole(mask: BoolGrid, *, diagonal: bool) -> bool:
    """Whether the cells outside the shape are in more than one part."""
    return len(list(components(~np.pad(mask, 1), diagonal=diagonal))) > 1


@family("c0f76784")
def boxes_filled_by_size(random: np.random.Generator) -> Rule:
    """Each hollow square is filled with the colour that belongs to its size."""
    frame, *inside = some_colours(random, 4)
    ground = some_colours(random, 1, but=(frame, *inside))[0] if chance(random, 0.2) else 0
    first = between(random, 1, 2)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 11, 18), between(random, 11, 18), ground)
        output = given.copy()
        kinds = [int(k) for k in random.permutation(3)[: between(random, 2, 3)]]
        for kind in sorted(kinds, reverse=True):
            side = first + kind + 2
            place = free_place(random, given != ground, side, side)
            hollow(given, place, frame, ground)
            hollow(output, place, frame, inside[kind])
        return given, output

    return pair


@family("868de0fa")
def boxes_filled_by_parity(random: np.random.Generator) -> Rule:
    """Each hollow square is filled with one colour if its inner side is odd, with another if it is even."""
    frame, even, odd = some_colours(random, 3)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 10, 20), between(random, 10, 20))
        output = given.copy()
        for side in sorted((between(random, 3, 8) for _ in range(between(random, 2, 4))), reverse=True):
            place = free_place(random, given != 0, side, side)
            hollow(given, place, frame, 0)
            hollow(output, place, frame, odd if side % 2 else even)
        return given, output

    return pair


@family("d4f3cd78")
def box_flows_out(random: np.random.Generator) -> Rule:
    """The box fills up and flows through the gap in its wall, straight to the border."""
    wall, water = some_colours(random, 2)
    fills = chance(random, 0.8)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 8, 14), between(random, 8, 14)
        given = filled(rows, columns)
        height, width = between(random, 3, rows - 3), between(random, 4, columns - 2)
        top, left = between(random, 1, rows - height - 2), between(random, 1, columns - width - 1)
        hollow(given, (slice(top, top + height), slice(left, left + width)), wall, 0)
        gap = between(random, left + 1, left + width - 2)
        given[top + height - 1, gap] = 0
        output = given.copy()
        if fills:
            output[top + 1 : top + height - 1, left + 1 : left + width - 1] = water
        output[top + height - 1 :, gap] = water
        turn = turned(random)
        return turn(given), turn(output)

    return pair


@family("b2862040")
def shapes_with_holes(random: np.random.Generator) -> Rule:
    """Each shape that encloses a hole is recoloured (or each that does not)."""
    ground = 0 if chance(random, 0.5) else some_colours(random, 1)[0]
    shape, new = some_colours(random, 2, but=(ground,))
    wanted = chance(random, 0.8)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 9, 16), between(random, 9, 16), ground)
        output = given.copy()
        for index in range(between(random, 3, 6)):
            height, width = between(random, 3, 5), between(random, 3, 5)
            mask = blob(random, height, width, 0.5)
            if index == 0 or chance(random, 0.4):
                mask[:3, :3] = True
                mask[1, 1] = False
            holed = has_hole(mask, diagonal=True)
            if holed != has_hole(mask, diagonal=False) or len(list(components(mask))) > 1:
                continue
            place = free_place(random, given != ground, height, width)
            given[place][mask] = shape
            output[place][mask] = new if holed == wanted else shape
        if (given == output).all():
            raise Undrawable
        return given, output

    return pair


@family("b230c067")
def odd_shape_out(random: np.random.Generator) -> Rule:
    """All shapes but one are the same; they get one colour, the odd one out another."""
    shape, same, odd = some_colours(random, 3)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 9, 15), between(random, 9, 15))
        output = given.copy()
        height, width = between(random, 2, 4), between(random, 2, 4)
        common = blob(random, height, width)
        other = blob(random, height, width)
        if (common == other).all():
            raise Undrawable
        for mask, new in [(other, odd)] + [(common, same)] * between(random, 2, 3):
            place = free_place(random, given != 0, height, width)
            given[place][mask] = shape
            output[place][mask] = new
        return given, output

    return pair


@family("ea32f347")
def bars_by_rank(random: np.random.Generator) -> Rule:
    """Each bar gets the colour of its rank in length."""
    bar, *ranks = some_colours(random, 5)
    count = between(random, 2, 4)
    if chance(random, 0.2):
        ranks[1:] = [bar] * 3

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 9, 14), between(random, 9, 14))
        output = given.copy()
        lengths = sorted((int(n) for n in 2 + random.permutation(7)[:count]), reverse=True)
        for length, new in zip(lengths, ranks, strict=False):
            rows, columns = (length, 1) if chance(random, 0.5) else (1, length)
            place = free_place(random, given != 0, rows, columns)
            given[place] = bar
            output[place] = new
        return given, output

    return pair


@family("a61f2674")
def tallest_and_shortest(random: np.random.Generator) -> Rule:
    """Of bars that stand in a row, the longest and the shortest get their colours and the others vanish (or stay)."""
    bar, longest, shortest = some_colours(random, 3)
    others = bar if chance(random, 0.3) else 0
    turn = turned(random)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 6, 12), between(random, 7, 15)
        places = np.flatnonzero(random.random((columns + 1) // 2) < 0.8) * 2
        if not 3 <= len(places) <= rows:
            raise Undrawable
        heights = random.permutation(np.arange(1, rows + 1))[: len(places)]
        given = filled(rows, columns)
        output = given.copy()
        for column, height in zip(places, heights, strict=True):
            given[rows - height :, column] = bar
            new = longest if height == heights.max() else shortest if height == heights.min() else others
            output[rows - height :, column] = new
        return turn(given), turn(output)

    return pair


@family("3befdf3e")
def ring_swells(random: np.random.Generator) -> Rule:
    """Ring and core of a square swap colours, and the ring's old colour grows out of each side by the core's width."""
    steady = some_colours(random, 2)
    fresh = chance(random, 0.6)
    corners = chance(random, 0.2)

    def pair(random: np.random.Generator) -> Pair:
        ring, core = some_colours(random, 2) if fresh else steady
        n = between(random, 1, 3)
        side = n + 2
        given = filled(between(random, 3 * n + 3, 14), between(random, 3 * n + 3, 14))
        rows, columns = given.shape
        r, c = between(random, n, rows - side - n), between(random, n, columns - side - n)
        output = given.copy()
        hollow(given, (slice(r, r + side), slice(c, c + side)), ring, core)
        output[r - n : r + side + n, c : c + side] = ring
        output[r : r + side, c - n : c + side + n] = ring
        if corners:
            output[r - n : r + side + n, c - n : c + side + n] = ring
        hollow(output, (slice(r, r + side), slice(c, c + side)), core, ring)
        return given, output

    return pair


@family("3eda0437")
def largest_gap_filled(random: np.random.Generator) -> Rule:
    """The largest empty rectangle is filled."""
    new, *palette = some_colours(random, between(random, 2, 3))
    turn = turned(random)
    share = random.uniform(0.4, 0.6)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 2, 5), between(random, 14, 26)
        given = sprinkled(random, filled(rows, columns), share, palette)
        place = free_place(random, given < 0, between(random, 2, min(3, rows)), between(random, 3, 5))
        given[place] = 0
        found: list[tuple[int, int, int, int, int]] = []
        for top in range(rows):
            for bottom in range(top + 1, rows + 1):
                full = np.flatnonzero(np.pad((given[top:bottom] != 0).any(0), 1, constant_values=True)).tolist()
                found += [((bottom - top) * (b - a - 1), top, bottom, a, b - 1) for a, b in pairwise(full)]
        found.sort(reverse=True)
        area, top, bottom, left, right = found[0]
        if area < 6 or found[1][0] == area:
            raise Undrawable
        output = given.copy()
        output[top:bottom, left:right] = new
        return turn(given), turn(output)

    return pair


@family("3aa6fb7a")
def missing_corners(random: np.random.Generator) -> Rule:
    """Each square that lacks a corner gets it, in another colour."""
    shape, new = some_colours(random, 2)
    side = 2 if chance(random, 0.6) else between(random, 3, 4)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 2 * side + 3, 14), between(random, 2 * side + 3, 14))
        output = given.copy()
        for _ in range(between(random, 2, 5) if side == 2 else 2):
            place = free_place(random, given != 0, side, side)
            corner = -between(random, 0, 1), -between(random, 0, 1)
            given[place] = output[place] = shape
            given[place][corner] = 0
            output[place][corner] = new
        return given, output

    return pair


@family("ce22a75a")
def pixels_to_blocks(random: np.random.Generator) -> Rule:
    """The pixel in the middle of a block fills the block with another colour."""
    dot, new = some_colours(random, 2)
    side = 5 if chance(random, 0.2) else 3
    down, right = between(random, 2, 4 if side == 3 else 3), between(random, 2, 4 if side == 3 else 3)
    keep = chance(random, 0.2)

    def pair(random: np.random.Generator) -> Pair:
        marks = random.random((down, right)) < random.uniform(0.2, 0.7)
        if not marks.any():
            raise Undrawable
        given = filled(down * side, right * side)
        given[side // 2 :: side, side // 2 :: side] = marks * dot
        output = np.kron(marks.astype(np.int64), filled(side, side, new))
        return given, np.where(given, given, output) if keep else output

    return pair


@family("25d8a9c8")
def uniform_rows(random: np.random.Generator) -> Rule:
    """Rows of one colour only are marked (or those of several colours), all others are cleared."""
    new = some_colours(random, 1)[0]
    turn = turned(random)
    rows, columns = between(random, 3, 7), between(random, 3, 6)
    marks_uniform = chance(random, 0.8)

    def pair(random: np.random.Generator) -> Pair:
        given = noise(random, rows, columns, some_colours(random, between(random, 2, 4)))
        uniform = random.random(rows) < 0.5
        given[uniform] = given[uniform, :1]
        uniform = (given == given[:, :1]).all(1)
        output = filled(rows, columns)
        output[uniform == marks_uniform] = new
        return turn(given), turn(output)

    return pair


@family("b1948b0a")
def colour_replaced(random: np.random.Generator) -> Rule:
    """One colour is replaced by another."""
    old, new, *others = some_colours(random, between(random, 3, 5), but=())

    def pair(random: np.random.Generator) -> Pair:
        given = noise(random, between(random, 2, 8), between(random, 2, 8), [old, *others])
        if not (given == old).any():
            raise Undrawable
        return given, np.where(given == old, new, given)

    return pair
