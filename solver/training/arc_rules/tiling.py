"""Rules of ARC training tasks about repeating and mirroring: periods, tiles, rings, rays and lines."""

import numpy as np

from solver.training.arc_rules.rule import (
    Pair,
    Rule,
    Undrawable,
    between,
    blob,
    chance,
    family,
    filled,
    noise,
    some_colours,
    sprinkled,
    turned,
)


@family("85c4e7cd")
def rings_reversed(random: np.random.Generator) -> Rule:
    """Concentric rings take each other's colours: inside out (or each the next one's)."""
    step = between(random, 1, 2) if chance(random, 0.25) else 0

    def pair(random: np.random.Generator) -> Pair:
        count = between(random, 3, 7)
        extra = between(random, 0, 3) if chance(random, 0.2) else 0
        rows, columns = 2 * count + extra, 2 * count
        r, c = np.indices((rows, columns))
        depth = np.minimum(np.minimum(r, rows - 1 - r), np.minimum(c, columns - 1 - c))
        colours = np.array(some_colours(random, count), dtype=np.int64)
        return colours[depth], (np.roll(colours, step) if step else colours[::-1])[depth]

    return pair


@family("67e8384a")
def mirrored_quarters(random: np.random.Generator) -> Rule:
    """The grid is put together with its mirror images, two by two."""
    rows, columns = between(random, 2, 5), between(random, 2, 5)
    palette = some_colours(random, between(random, 3, 8), but=())
    flips = (1, 1, 1, 1) if chance(random, 0.4) else tuple(between(random, 0, 1) for _ in range(4))
    if not any(flips):
        flips = (0, 1, 1, 0)

    def pair(random: np.random.Generator) -> Pair:
        given = noise(random, rows, columns, palette)
        right = given[:, ::-1] if flips[0] else given
        below = given[::-1] if flips[1] else given
        corner = below[:, ::-1] if flips[2] else below
        corner = corner[::-1] if not flips[3] else corner
        return given, np.vstack([np.hstack([given, right]), np.hstack([below, corner])])

    return pair


@family("bd4472b8")
def row_read_out(random: np.random.Generator) -> Rule:
    """Below the bar, rows are filled with the colours of the top row, one after the other."""
    bar = some_colours(random, 1)[0]
    turn = turned(random)
    backwards = chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        count = between(random, 2, 6)
        top = np.array(some_colours(random, count, but=(0, bar)), dtype=np.int64)
        given = filled(between(random, count + 2, 2 * count + 4), count)
        given[0], given[1] = top, bar
        output = given.copy()
        order = top[::-1] if backwards else top
        output[2:] = np.resize(order, len(given) - 2)[:, None]
        return turn(given), turn(output)

    return pair


@family("53b68214")
def pattern_runs_on(random: np.random.Generator) -> Rule:
    """The pattern is continued downwards until the grid is a square."""
    side = between(random, 7, 14)
    turn = turned(random)
    palette = some_colours(random, 5)

    def pair(random: np.random.Generator) -> Pair:
        period, drift = between(random, 1, 3), between(random, 0, 2)
        shown = between(random, min(2 * period + 1, side - 1), side - 1)
        width = between(random, 1, 4)
        colours = random.choice(palette, between(random, 1, 2))
        tile = sprinkled(random, filled(period, width), 0.75, [int(c) for c in colours])
        if not tile.any(1).all():
            raise Undrawable
        output = filled(side, 3 * side)
        left = between(random, 0, side - width) if drift == 0 else between(random, 0, 2)
        for row in range(side):
            start = left + drift * (row // period)
            output[row, start : start + width] = tile[row % period]
        output = output[:, :side].copy()
        return turn(output[:shown]), turn(output)

    return pair


@family("05269061")
def stripes_completed(random: np.random.Generator) -> Rule:
    """A few diagonals of a pattern of stripes are shown; it fills the grid."""
    side, period = between(random, 5, 12), between(random, 2, 5)
    turn = turned(random)
    slope = 2 if chance(random, 0.15) and period > 2 else 1

    def pair(random: np.random.Generator) -> Pair:
        colours = np.array(some_colours(random, period), dtype=np.int64)
        r, c = np.indices((side, side))
        stripe = slope * r + c
        output = colours[stripe % period]
        shown = np.zeros(int(stripe.max()) + 1, dtype=bool)
        for residue in range(period):
            shown[random.choice(np.arange(residue, max(side, period), period))] = True
        if chance(random, 0.5):
            shown[:] = False
            start = between(random, 0, side - 1)
            shown[start : start + period] = True
        given = np.where(shown[stripe], output, 0)
        if len(np.unique(given[given > 0])) < period:
            raise Undrawable
        return turn(given), turn(output)

    return pair


@family("2dee498d")
def one_of_the_repeats(random: np.random.Generator) -> Rule:
    """The grid is a tile repeated side by side: out comes the tile."""
    count = between(random, 2, 4)
    turn = turned(random)
    palette = some_colours(random, between(random, 3, 6), but=())

    def pair(random: np.random.Generator) -> Pair:
        tile = noise(random, between(random, 2, 6), between(random, 2, 6), palette)
        return turn(np.tile(tile, count)), turn(tile)

    return pair


@family("8403a5d5")
def combed(random: np.random.Generator) -> Rule:
    """From the pixel's column on, every other column is drawn, with joints at top and bottom by turns."""
    joint = some_colours(random, 1)[0]
    turn = turned(random)
    rows, columns = between(random, 6, 14), between(random, 7, 16)
    steady = some_colours(random, 1, but=(0, joint))[0] if chance(random, 0.3) else 0
    step = 3 if chance(random, 0.25) else 2

    def pair(random: np.random.Generator) -> Pair:
        dot = steady or some_colours(random, 1, but=(0, joint))[0]
        start = between(random, 0, columns - 4)
        given = filled(rows, columns)
        given[-1, start] = dot
        output = filled(rows, columns)
        output[:, start::step] = dot
        output[0, start + 1 :: 2 * step] = joint
        output[-1, start + 1 + step :: 2 * step] = joint
        return turn(given), turn(output)

    return pair


@family("3ac3eb23")
def zigzag_down(random: np.random.Generator) -> Rule:
    """Below each pixel of the top row, its two neighbours and itself alternate."""
    turn = turned(random)
    rows = between(random, 4, 12)
    both = chance(random, 0.8)

    def pair(random: np.random.Generator) -> Pair:
        columns = between(random, 5, 16)
        given = filled(rows, columns)
        output = given.copy()
        column = between(random, 1, 3)
        while column < columns - 1:
            dot = some_colours(random, 1)[0]
            given[0, column] = dot
            output[::2, column] = dot
            output[1::2, [column - 1, column + 1] if both else [column + 1]] = dot
            column += between(random, 3, 6)
        return turn(given), turn(output)

    return pair


@family("4938f0c2")
def mirrored_about_the_block(random: np.random.Generator) -> Rule:
    """The shape is mirrored to all four corners of the block in the middle."""
    shape, middle = some_colours(random, 2)
    core = between(random, 1, 3)
    apart = 0 if chance(random, 0.8) else 1

    def pair(random: np.random.Generator) -> Pair:
        height, width = between(random, 2, 5), between(random, 2, 5)
        mask = blob(random, height, width, 0.5)
        half = np.zeros((height + apart, width + apart), dtype=bool)
        half[:height, :width] = mask
        rows, columns = 2 * len(half) + core, 2 * half.shape[1] + core
        around = filled(rows, columns)
        around[: len(half), : half.shape[1]] = half * shape
        around[len(half) : len(half) + core, half.shape[1] : half.shape[1] + core] = middle
        whole = np.maximum(np.where(around == middle, 0, around), 0)
        whole = np.maximum(whole, whole[:, ::-1])
        whole = np.where(around == middle, middle, np.maximum(whole, whole[::-1]))
        margins = [between(random, 0, 4) for _ in range(4)]
        padding = (margins[0], margins[1]), (margins[2], margins[3])
        turn = turned(random)
        return turn(np.pad(around, padding)), turn(np.pad(whole, padding))

    return pair


@family("7468f01a")
def cropped_and_mirrored(random: np.random.Generator) -> Rule:
    """The block is cut out and mirrored (or turned)."""
    symmetry = between(random, 0, 4)

    def pair(random: np.random.Generator) -> Pair:
        ground, *others = some_colours(random, between(random, 2, 3))
        rows, columns = between(random, 3, 8), between(random, 3, 8)
        block = filled(rows, columns, ground)
        mask = blob(random, between(random, 2, rows), between(random, 2, columns), 0.4)
        block[: len(mask), : mask.shape[1]][mask] = random.choice(others)
        block = turned(random)(sprinkled(random, block, 0.06, others))
        given = np.pad(block, ((between(random, 1, 6), between(random, 1, 6)),) * 2)
        turns = [block[:, ::-1], block[::-1], np.rot90(block), np.rot90(block, 2), block.T]
        return given, turns[symmetry].copy()

    return pair


@family("d364b489")
def framed_in_four_colours(random: np.random.Generator) -> Rule:
    """Each pixel gets four (or three) neighbours beside it (or at its corners), each side in its own colour."""
    dot, *sides = some_colours(random, 5)
    if chance(random, 0.3):
        sides[between(random, 0, 3)] = 0
    rows, columns = between(random, 6, 14), between(random, 6, 14)
    diagonal = chance(random, 0.25)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(rows, columns)
        taken = np.zeros((rows + 2, columns + 2), dtype=bool)
        output = filled(rows + 2, columns + 2)
        steps = [(-1, -1), (-1, 1), (1, 1), (1, -1)] if diagonal else [(-1, 0), (0, 1), (1, 0), (0, -1)]
        for _ in range(between(random, 3, 9)):
            r, c = between(random, 0, rows - 1), between(random, 0, columns - 1)
            cells = [(r + 1 + down, c + 1 + right) for down, right in steps]
            if taken[r + 1, c + 1] or any(taken[cell] for cell in cells):
                continue
            given[r, c] = output[r + 1, c + 1] = dot
            taken[r + 1, c + 1] = True
            for cell, colour in zip(cells, sides, strict=True):
                output[cell] = colour
                taken[cell] = True
        return given, output[1:-1, 1:-1].copy()

    return pair


@family("99fa7670")
def right_and_down(random: np.random.Generator) -> Rule:
    """Each pixel draws a line to the right and then down along the border, until the next one's line."""
    turn = turned(random)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 3, 14), between(random, 3, 14)
        output = filled(rows, columns)
        given = output.copy()
        row = between(random, 0, 2)
        while row < rows:
            column = between(random, 0, columns - 2)
            given[row, column] = dot = some_colours(random, 1)[0]
            output[row, column:] = dot
            output[row:, -1] = dot
            row += between(random, 2, 5)
        return turn(given), turn(output)

    return pair


@family("623ea044")
def diagonals_through_the_pixel(random: np.random.Generator) -> Rule:
    """The pixel draws both diagonals (or a part of them, or its row and column)."""
    arms = [(1, 1), (-1, -1), (1, -1), (-1, 1)]
    kind = random.random()
    if kind > 0.8:
        arms = [(1, 0), (-1, 0), (0, 1), (0, -1)]
    elif kind > 0.6:
        arms = arms[: between(random, 1, 3)]
    line = some_colours(random, 1)[0] if chance(random, 0.2) else 0

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 6, 17), between(random, 6, 17))
        r, c = between(random, 1, len(given) - 2), between(random, 1, given.shape[1] - 2)
        dot = some_colours(random, 1, but=(0, line))[0]
        output = given.copy()
        for down, right in arms:
            y, x = r, c
            while 0 <= y < len(given) and 0 <= x < given.shape[1]:
                output[y, x] = line or dot
                y, x = y + down, x + right
        given[r, c] = output[r, c] = dot
        return given, output

    return pair


@family("ea786f4a")
def cross_cut_out(random: np.random.Generator) -> Rule:
    """Both diagonals of the square are cut out (or its middle row and column, or its border)."""
    hole = 0 if chance(random, 0.6) else some_colours(random, 1)[0]
    kind = between(random, 0, 2) if chance(random, 0.4) else 0

    def pair(random: np.random.Generator) -> Pair:
        side = 2 * between(random, 1, 8) + 1
        given = filled(side, side, some_colours(random, 1, but=(hole,))[0])
        given[side // 2, side // 2] = hole
        r, c = np.indices(given.shape)
        ring = np.maximum(abs(r - side // 2), abs(c - side // 2)) == side // 2
        cut = [(r == c) | (r + c == side - 1), (r == side // 2) | (c == side // 2), ring][kind]
        return given, np.where(cut, hole, given)

    return pair


@family("1f876c06")
def diagonally_joined(random: np.random.Generator) -> Rule:
    """Two pixels of one colour are joined by a diagonal line."""
    line = some_colours(random, 1)[0] if chance(random, 0.2) else 0

    def pair(random: np.random.Generator) -> Pair:
        side = between(random, 8, 14)
        output = filled(side, side)
        given = output.copy()
        for dot in some_colours(random, between(random, 2, 5), but=(0, line)):
            length, r, c = between(random, 3, 7), between(random, 0, side - 1), between(random, 0, side - 1)
            down, right = (1, 1) if chance(random, 0.5) else (1, -1)
            cells = [(r + n * down, c + n * right) for n in range(length)]
            if not all(0 <= y < side and 0 <= x < side and not output[y, x] for y, x in cells):
                continue
            for y, x in cells:
                output[y, x] = line or dot
            given[cells[0]] = given[cells[-1]] = output[cells[0]] = output[cells[-1]] = dot
        if not given.any():
            raise Undrawable
        return given, output

    return pair


@family("29c11459")
def halfway_meeting(random: np.random.Generator) -> Rule:
    """Two pixels at opposite borders grow towards each other and meet in the middle."""
    middle = some_colours(random, 1)[0]
    turn = turned(random)
    crossed = chance(random, 0.15)

    def pair(random: np.random.Generator) -> Pair:
        rows, half = between(random, 3, 12), between(random, 2, 7)
        given = filled(rows, 2 * half + 1)
        output = given.copy()
        row = between(random, 0, 2)
        while row < rows:
            left, right = some_colours(random, 2, but=(0, middle))
            given[row, 0], given[row, -1] = left, right
            first, second = (right, left) if crossed else (left, right)
            output[row, :half], output[row, half], output[row, half + 1 :] = first, middle, second
            row += between(random, 2, 6)
        return turn(given), turn(output)

    return pair


@family("178fcbfb")
def rows_over_columns(random: np.random.Generator) -> Rule:
    """Pixels of one colour become columns, all others rows that go over them."""
    column, *row = some_colours(random, between(random, 2, 4))
    turn = turned(random)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 7, 14), between(random, 7, 14)
        given = filled(rows, columns)
        output = given.copy()
        lines = [int(n) for n in random.permutation(rows)[: between(random, 3, 6)]]
        ups = between(random, 1, 2)
        places = [int(n) for n in random.permutation(columns)[: len(lines)]]
        for place, line in zip(places[:ups], lines[:ups], strict=True):
            given[line, place] = column
            output[:, place] = column
        for place, line in zip(places[ups:], lines[ups:], strict=True):
            given[line, place] = dot = int(random.choice(row))
            output[line] = dot
        return turn(given), turn(output)

    return pair


@family("25ff71a9")
def moved_by_a_step(random: np.random.Generator) -> Rule:
    """The shape moves by a step that is the same in all pairs."""
    steady = some_colours(random, 1)[0] if chance(random, 0.5) else 0
    down, right = (1, 0) if chance(random, 0.5) else (between(random, 0, 2), between(random, 1, 2))
    turn = turned(random)
    size = between(random, 3, 10)

    def pair(random: np.random.Generator) -> Pair:
        height, width = between(random, 1, min(4, size - down)), between(random, 1, min(4, size - right))
        mask = blob(random, height, width) * (steady or some_colours(random, 1)[0])
        given = filled(size, size)
        r, c = between(random, 0, size - down - height), between(random, 0, size - right - width)
        given[r : r + height, c : c + width] = mask
        return turn(given), turn(np.roll(given, (down, right), (0, 1)))

    return pair
