"""Rules of ARC training tasks about comparing parts: halves overlaid, sectors counted, odd ones out, rays to blocks."""

from collections.abc import Callable

import numpy as np

from solver.puzzles.base import BoolGrid, IntGrid
from solver.training.arc_rules.rule import (
    Pair,
    Rule,
    Undrawable,
    between,
    blob,
    chance,
    family,
    filled,
    free_place,
    some_colours,
    turned,
)

OPERATIONS: dict[str, Callable[[BoolGrid, BoolGrid], BoolGrid]] = {
    "and": lambda a, b: a & b,
    "or": lambda a, b: a | b,
    "xor": lambda a, b: a ^ b,
    "nor": lambda a, b: ~(a | b),
    "nand": lambda a, b: ~(a & b),
    "same": lambda a, b: a == b,
    "first only": lambda a, b: a & ~b,
}


def overlaid(random: np.random.Generator, usual: str, *, same_colour: bool, stacked: bool) -> Rule:
    """Two halves on the sides of a bar are combined cell by cell, most often by the usual operation."""
    first, second, bar, new = some_colours(random, 4)
    if same_colour:
        second = first
    combine = OPERATIONS[usual if chance(random, 0.4) else random.choice(list(OPERATIONS))]
    rows, columns = between(random, 3, 9), between(random, 3, 7)
    upright = stacked == chance(random, 0.7)
    share = random.uniform(0.35, 0.65)

    def pair(random: np.random.Generator) -> Pair:
        a, b = random.random((2, rows, columns)) < share
        given, output = np.vstack([a * first, filled(1, columns, bar), b * second]), combine(a, b) * new
        return (given, output) if upright else (given.T.copy(), output.T.copy())

    return pair


@family("3428a4f5")
def halves_that_differ(random: np.random.Generator) -> Rule:
    """Two halves of one colour: a cell is marked where just one has it (or by another operation)."""
    return overlaid(random, "xor", same_colour=True, stacked=True)


@family("99b1bc43")
def coloured_halves_that_differ(random: np.random.Generator) -> Rule:
    """Two halves of two colours: a cell is marked where just one has it (or by another operation)."""
    return overlaid(random, "xor", same_colour=False, stacked=True)


@family("1b2d62fb")
def halves_both_empty(random: np.random.Generator) -> Rule:
    """Two halves side by side: a cell is marked where both are empty (or by another operation)."""
    return overlaid(random, "nor", same_colour=True, stacked=False)


@family("0b148d64")
def quarter_of_another_colour(random: np.random.Generator) -> Rule:
    """Of four patches, the one of another colour is cut out."""
    down, right = (2, 2) if chance(random, 0.7) else (1, 3)
    steady = some_colours(random, 2) if chance(random, 0.3) else None

    def pair(random: np.random.Generator) -> Pair:
        common, odd = steady or some_colours(random, 2)
        heights = [between(random, 3, 9) for _ in range(down)]
        widths = [between(random, 3, 26 // right - 2 if right > 2 else 9) for _ in range(right)]
        gap = between(random, 1, 3)
        chosen = between(random, 0, down - 1), between(random, 0, right - 1)
        given = filled(sum(heights) + gap * (down - 1), sum(widths) + gap * (right - 1))
        output = given
        for i in range(down):
            for j in range(right):
                mask = blob(random, heights[i], widths[j], 0.6)
                patch = mask * (odd if (i, j) == chosen else common)
                r, c = sum(heights[:i]) + gap * i, sum(widths[:j]) + gap * j
                given[r : r + heights[i], c : c + widths[j]] = patch
                output = patch if (i, j) == chosen else output
        return given, output.astype(np.int64)

    return pair


@family("2dc579da")
def quarter_with_a_speck(random: np.random.Generator) -> Rule:
    """Lines cut the grid into quarters (or more): the one with a speck is cut out."""
    sectors = 3 if chance(random, 0.25) else 2
    without = chance(random, 0.2)

    def pair(random: np.random.Generator) -> Pair:
        ground, bar, speck = some_colours(random, 3, but=())
        side = between(random, 2, 6)
        step = side + 1
        given = filled(sectors * step - 1, sectors * step - 1, ground)
        given[side::step] = given[:, side::step] = bar
        i, j = between(random, 0, sectors - 1), between(random, 0, sectors - 1)
        output = given
        for down in range(sectors):
            for right in range(sectors):
                sector = given[down * step : down * step + side, right * step : right * step + side]
                if ((down, right) == (i, j)) != without:
                    sector[between(random, 0, side - 1), between(random, 0, side - 1)] = speck
                output = sector.copy() if (down, right) == (i, j) else output
        return given, output

    return pair


@family("6773b310")
def sectors_with_two_dots(random: np.random.Generator) -> Rule:
    """The output has a cell for each sector, marked if that holds enough dots (or just one, or none)."""
    dot, bar, new = some_colours(random, 3)
    side = between(random, 2, 4)
    sectors = between(random, 2, 4)
    wanted = random.choice([(2, 2), (2, 9), (1, 1), (0, 0), (3, 3)], p=[0.5, 0.1, 0.15, 0.15, 0.1])

    def pair(random: np.random.Generator) -> Pair:
        step = side + 1
        given = filled(sectors * step - 1, sectors * step - 1)
        given[side::step] = given[:, side::step] = bar
        counts = random.integers(0, 4 if wanted[0] == 3 else 3, (sectors, sectors))
        for (i, j), count in np.ndenumerate(counts):
            for cell in random.permutation(side * side)[:count]:
                given[i * step + cell // side, j * step + cell % side] = dot
        marked = (counts >= wanted[0]) & (counts <= wanted[1])
        return given, marked * np.int64(new)

    return pair


@family("cbded52d")
def marks_joined_across_blocks(random: np.random.Generator) -> Rule:
    """Where two blocks of a row or column have the same mark in the same corner, the blocks between get it too."""
    plain = some_colours(random, 1)[0]
    side, blocks = (2 if chance(random, 0.7) else 3), (3 if chance(random, 0.6) else 4)
    step = side + 1
    size = blocks * step - 1
    wall = 0 if chance(random, 0.7) else some_colours(random, 1, but=(0, plain))[0]

    def pair(random: np.random.Generator) -> Pair:
        given = filled(size, size, plain)
        given[side::step] = given[:, side::step] = wall
        output = given.copy()
        corners = [(int(n) // side, int(n) % side) for n in random.permutation(side * side)]
        for down, right in corners[: between(random, 2, 3)]:
            mark = some_colours(random, 1, but=(0, plain, wall))[0]
            line = between(random, 0, blocks - 1) * step
            first = between(random, 0, blocks - 3)
            last = between(random, first + 2, blocks - 1)
            cells = [n * step for n in range(first, last + 1)]
            flat = chance(random, 0.5)
            for n in cells:
                cell = (line + down, n + right) if flat else (n + down, line + right)
                output[cell] = mark
                if n in (cells[0], cells[-1]):
                    given[cell] = mark
        return given, output

    return pair


@family("3de23699")
def inside_four_corners(random: np.random.Generator) -> Rule:
    """What lies between the four corner marks is cut out, in the marks' colour."""
    recoloured = chance(random, 0.8)
    with_marks = chance(random, 0.2)

    def pair(random: np.random.Generator) -> Pair:
        mark, shape = some_colours(random, 2)
        height, width = between(random, 2, 7), between(random, 2, 7)
        block = blob(random, height, width, 0.4) * shape
        framed = np.pad(block, 1)
        framed[[0, 0, -1, -1], [0, -1, 0, -1]] = mark
        margins = [between(random, 0, 4) for _ in range(4)]
        given = np.pad(framed, ((margins[0], margins[1]), (margins[2], margins[3])))
        output = framed if with_marks else block
        return given, np.where(output > 0, mark, 0) if recoloured else output

    return pair


def block_and_rays(
    random: np.random.Generator, given: IntGrid, place: tuple[slice, slice], dots: list[int]
) -> tuple[IntGrid, IntGrid]:
    """The grid with pixels strewn around the block, and with those that face it joined to it."""
    rows, columns = place
    given, output = given.copy(), given.copy()
    lines_down, lines_across = set[int](), set[int]()
    for _ in range(between(random, 5, 12)):
        r, c = between(random, 0, len(given) - 1), between(random, 0, given.shape[1] - 1)
        near = rows.start - 1 <= r <= rows.stop and columns.start - 1 <= c <= columns.stop
        if near or r in lines_across or c in lines_down:
            continue
        lines_across.add(r)
        lines_down.add(c)
        given[r, c] = output[r, c] = dot = dots[between(random, 0, len(dots) - 1)]
        if rows.start <= r < rows.stop:
            output[r, slice(c, columns.start) if c < columns.start else slice(columns.stop, c + 1)] = dot
        elif columns.start <= c < columns.stop:
            output[slice(r, rows.start) if r < rows.start else slice(rows.stop, r + 1), c] = dot
    if (given == output).all():
        raise Undrawable
    return given, output


@family("2c608aff")
def rays_to_the_box(random: np.random.Generator) -> Rule:
    """Each pixel that faces the box draws a line to it."""
    steady = some_colours(random, 3, but=()) if chance(random, 0.3) else None

    def pair(random: np.random.Generator) -> Pair:
        ground, box, dot = steady or some_colours(random, 3, but=())
        given = filled(between(random, 9, 18), between(random, 9, 18), ground)
        place = free_place(random, given != ground, between(random, 3, 5), between(random, 3, 6))
        given[place] = box
        return block_and_rays(random, given, place, [dot])

    return pair


@family("d43fd935")
def coloured_rays_to_the_block(random: np.random.Generator) -> Rule:
    """Each pixel that faces the small block draws a line to it, whatever its colour."""
    box, *dots = some_colours(random, between(random, 2, 4))
    side = 2 if chance(random, 0.7) else between(random, 1, 4)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 8, 14), between(random, 8, 14))
        place = free_place(random, given > 0, side, side)
        given[place] = box
        return block_and_rays(random, given, place, dots)

    return pair


@family("6855a6e4")
def thrown_into_the_brackets(random: np.random.Generator) -> Rule:
    """What lies behind each of two brackets is mirrored to its inside."""
    bracket, shape = some_colours(random, 2)
    turn = turned(random)

    def pair(random: np.random.Generator) -> Pair:
        columns, width = between(random, 7, 15), between(random, 5, 7)
        depths = between(random, 1, 3), between(random, 1, 3)
        margins = between(random, 1, 2), between(random, 1, 2)
        inner = sum(depths) + sum(margins) + between(random, 1, 3)
        r, c = max(depths) + max(margins), between(random, 0, columns - width)
        given = filled(2 * r + inner + 2, columns)
        given[[r, -r - 1], c : c + width] = bracket
        given[[r + 1, -r - 2], c] = given[[r + 1, -r - 2], c + width - 1] = bracket
        output = given.copy()
        for index, (depth, margin) in enumerate(zip(depths, margins, strict=True)):
            size = between(random, 1, width - 2)
            left = between(random, c + 1, c + width - 1 - size)
            patch = blob(random, depth, size, 0.7) * shape
            before, after = r - margin - depth, r + 1 + margin
            grids = (given, output) if index == 0 else (given[::-1], output[::-1])
            grids[0][before : before + depth, left : left + size] = patch
            grids[1][after : after + depth, left : left + size] = patch[::-1]
        return turn(given), turn(output)

    return pair


@family("57aa92db")
def patterns_completed_at_scale(random: np.random.Generator) -> Rule:
    """One pattern is whole; the others, scaled, show two of its cells and are completed in their own colour."""
    key, steady = some_colours(random, 2)
    scales = [1] if chance(random, 0.4) else [1, 2]

    def pair(random: np.random.Generator) -> Pair:
        mask = blob(random, 3, 3, 0.55)
        cells = np.argwhere(mask)
        centre = cells[between(random, 0, len(cells) - 1)]
        beside = [cell for cell in cells if abs(cell - centre).sum() == 1]
        neighbour = beside[between(random, 0, len(beside) - 1)]
        given = filled(between(random, 12, 18), between(random, 12, 18))
        output = given.copy()
        colours = [steady, *some_colours(random, 2, but=(0, key, steady))]
        for index, colour in enumerate(colours[: between(random, 2, 3)]):
            scale = 1 if index == 0 else int(random.choice(scales))
            whole = mask * colour
            whole[tuple(centre)] = key
            shown = whole.copy() if index == 0 else np.zeros_like(whole)
            for cell in (centre, neighbour):
                shown[tuple(cell)] = whole[tuple(cell)]
            place = free_place(random, output != 0, 3 * scale, 3 * scale)
            given[place] = np.kron(shown, filled(scale, scale, 1))
            output[place] = np.kron(whole, filled(scale, scale, 1))
        return given, output

    return pair
