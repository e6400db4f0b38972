"""Rules of ARC training tasks about frames, boxes and lattices: what bounds something, and what lies within."""

from collections.abc import Iterator

import numpy as np

from solver.puzzles.base import BoolGrid
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


@family("56ff96f3")
def boxes_from_corners(random: np.random.Generator) -> Rule:
    """Two cells of a colour are opposite corners of a box, which is filled (or outlined, or filled but for them)."""
    style, low = between(random, 0, 3), between(random, 7, 13)
    other = between(random, 1, 9) if chance(random, 0.3) else 0

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, low, low + 3), between(random, low, low + 3))
        output = given.copy()
        for colour in some_colours(random, between(random, 1, 3), but=(0, other)):
            rows, columns = between(random, 2, 6), between(random, 2, 6)
            place = free_place(random, output > 0, rows, columns)
            box = filled(rows, columns, other or colour)
            if style == 1:
                box[1:-1, 1:-1] = 0
            marks = filled(rows, columns)
            marks[0, 0] = marks[-1, -1] = colour
            if chance(random, 0.5):
                marks = marks[:, ::-1]
            given[place] = marks
            output[place] = np.where(marks > 0, 0 if style == 3 else colour, box) if style > 1 or other else box
        return given, output

    return pair


@family("6d75e8bb")
def box_made_full(random: np.random.Generator) -> Rule:
    """What a shape leaves free of the smallest box around it is filled; or a frame is drawn around that box."""
    body, fill = some_colours(random, 2)
    framed, many, low = chance(random, 0.3), chance(random, 0.5), between(random, 7, 14)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, low, low + 4), between(random, low, low + 4))
        output = given.copy()
        for _ in range(between(random, 2, 4) if many else 1):
            high = 4 if many else min(8, low - 2)
            shape = blob(random, between(random, 2, high), between(random, 2, high), random.uniform(0.5, 0.75))
            rows, columns = shape.shape
            place = free_place(random, output > 0, rows + 2, columns + 2, gap=0)
            given[place][1:-1, 1:-1][shape] = body
            if framed:
                output[place] = fill
                output[place][1:-1, 1:-1] = np.where(shape, body, 0)
            else:
                output[place][1:-1, 1:-1] = np.where(shape, body, fill)
        return given, output

    return pair


@family("6f8cd79b")
def border(random: np.random.Generator) -> Rule:
    """The grid's border is drawn (or put around it), with corners or a second ring of other colours in some tasks."""
    ring, second, *palette = some_colours(random, 5)
    style, around, empty = between(random, 0, 3), chance(random, 0.3), chance(random, 0.4)
    share, ground = random.uniform(0.1, 0.4), 0 if chance(random, 0.8) else palette[0]

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 3, 10), between(random, 3, 10), ground)
        if not empty:
            given = sprinkled(random, given, share, palette[1:])
        output = np.pad(given, 1 if around else 0)
        if style == 3 and min(output.shape) > 4:
            output[[1, -2], 1:-1] = output[1:-1, [1, -2]] = second
        output[[0, -1]] = ring
        output[:, [0, -1]] = ring
        if style == 1:
            output[[0, 0, -1, -1], [0, -1, 0, -1]] = second
        elif style == 2:
            output[:, [0, -1]] = second
        return given, output

    return pair


@family("9d9215db")
def dotted_rings(random: np.random.Generator) -> Rule:
    """Cells near one corner are mirrored to all four; those beside a ring's corner are repeated along the ring."""
    half, step = between(random, 5, 9), 2 if chance(random, 0.75) else 1
    side = 2 * half + 1 if step == 2 else 2 * half
    start = between(random, 0, 1) if step == 2 else 0
    half = (side - 1 - 2 * start) // 2

    def pair(random: np.random.Generator) -> Pair:
        given, output, drawn = filled(side, side), filled(side, side), 0
        palette = some_colours(random, 4)
        for depth in range(start, start + min(half, 4 * step), step):
            last = side - 1 - depth
            if last - depth < 4 * step - 1 or chance(random, 0.3):
                continue
            corner, dots = int(random.choice(palette)), int(random.choice(palette))
            given[depth, depth] = corner
            if chance(random, 0.5):
                given[depth, depth + step] = given[depth + step, depth] = dots
                for cells in (output, output.T):
                    cells[[depth, last], depth + step : last : step] = dots
                drawn += 1
            output[[depth, depth, last, last], [depth, last, depth, last]] = corner
            drawn += 1
        if drawn < 2 or not np.array_equal(given > 0, (given > 0) & (given == output)):
            raise Undrawable
        quarters = between(random, 0, 3)
        return np.rot90(given, quarters).copy(), output

    return pair


@family("a64e4611")
def lanes_in_the_noise(random: np.random.Generator) -> Rule:
    """The wide empty lanes through the noise are filled, but for a cell's width at their sides."""
    fill = between(random, 1, 9)
    share, low, gap = random.uniform(0.4, 0.6), between(random, 15, 20), 1 if chance(random, 0.7) else 0
    turn = turned(random)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, low, low + 5), between(random, low, low + 5)
        colour = some_colours(random, 1, but=(0, fill))[0]
        given = sprinkled(random, filled(rows, columns), share, [colour])
        lanes = np.zeros((rows, columns), dtype=bool)
        width, left = between(random, 3, 6), between(random, 3, columns - 9)
        lanes[:, left : left + width] = True
        for top in (between(random, 2, rows // 2 - 5), between(random, rows // 2 + 1, rows - 6)):
            height = between(random, 3, 4)
            if chance(random, 0.4):
                continue
            first = left if chance(random, 0.6) else 0
            lanes[top : top + height, first : columns if chance(random, 0.6) or first else left + width] = True
        if gap:
            near = np.pad(lanes, 1, mode="edge")
            around = [near[r : r + rows, c : c + columns] for r in range(3) for c in range(3)]
            wide = np.logical_or.reduce(around)
        else:
            wide = lanes
        given[wide] = 0
        return turn(given), turn(np.where(lanes, fill, given))

    return pair


@family("5daaa586")
def window_of_four_lines(random: np.random.Generator) -> Rule:
    """What four lines bound is cut out with them; the dots within shoot to the line of their own colour."""
    shooting = chance(random, 0.7)
    low = between(random, 11, 16)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, low, low + 5), between(random, low, low + 5)
        colours = some_colours(random, 4)
        dot = colours[0]
        top, left = between(random, 1, rows // 3), between(random, 1, columns // 3)
        bottom, right = between(random, top + 5, rows - 2), between(random, left + 5, columns - 2)
        given = sprinkled(random, filled(rows, columns), random.uniform(0.06, 0.15), [dot])
        order = random.permutation(4)
        for line in order:
            if line % 2:
                given[:, (left, right)[line // 2]] = colours[line]
            else:
                given[(top, bottom)[line // 2]] = colours[line]
        output = given[top : bottom + 1, left : right + 1].copy()
        if shooting:
            inner = output[1:-1, 1:-1]
            inner[:] = np.where(np.logical_or.accumulate(inner[::-1] == dot)[::-1], dot, 0)
        quarters = between(random, 0, 3)
        return np.rot90(given, quarters).copy(), np.rot90(output, quarters).copy()

    return pair


@family("36fdfd69")
def boxes_in_the_noise(random: np.random.Generator) -> Rule:
    """Amid the noise, the rest of the box around each shape of the given colour is recoloured."""
    body, fill = some_colours(random, 2)
    share, low = random.uniform(0.3, 0.6), between(random, 10, 17)
    only_noise = chance(random, 0.2)

    def pair(random: np.random.Generator) -> Pair:
        speck = some_colours(random, 1, but=(0, body, fill))[0]
        rows, columns = between(random, low, low + 3), between(random, low, low + 3)
        given = sprinkled(random, filled(rows, columns), share, [speck])
        taken = np.zeros((rows, columns), dtype=bool)
        output = given.copy()
        for _ in range(between(random, 2, 4)):
            shape = blob(random, between(random, 2, 4), between(random, 2, 5), 0.6)
            place = free_place(random, taken, *shape.shape, gap=2)
            taken[place] = True
            if not only_noise:
                given[place] = speck
            rest = np.where(given[place] == speck, fill, 0)
            given[place][shape] = body
            output[place] = np.where(shape, body, rest)
        return given, output

    return pair


def _regions(mask: BoolGrid) -> Iterator[BoolGrid]:
    """The mask's connected parts, from left to right."""
    return iter(sorted(components(mask), key=lambda part: float(np.argwhere(part)[:, 1].mean())))


@family("7447852a")
def every_third_triangle(random: np.random.Generator) -> Rule:
    """Of the triangles that a zigzag cuts off, every third (or second, or fourth) is filled."""
    line, fill = some_colours(random, 2)
    height, every, turn = between(random, 3, 5), between(random, 2, 4), turned(random)
    first, phase = (0, 0) if chance(random, 0.6) else (between(random, 0, every - 1), between(random, 0, height - 2))
    second = some_colours(random, 1, but=(0, line, fill))[0] if every > 2 and chance(random, 0.3) else 0

    def pair(random: np.random.Generator) -> Pair:
        columns = between(random, (height - 1) * every, 23)
        steps = (np.arange(columns) + phase) % (2 * height - 2)
        given = filled(height, columns)
        given[np.minimum(steps, 2 * height - 2 - steps), np.arange(columns)] = line
        output = given.copy()
        for number, part in enumerate(_regions(given == 0)):
            if number % every == first:
                output[part] = fill
            elif number % every == (first + 1) % every and second:
                output[part] = second
        return turn(given), turn(output)

    return pair


@family("941d9a10")
def lattice_places(random: np.random.Generator) -> Rule:
    """Of the rooms between the lines, those at set places (corners, the middle) are coloured."""
    line, *fills = some_colours(random, 4)
    places = [[(0.0, 0.0), (0.5, 0.5), (1.0, 1.0)], [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)], [(0.5, 0.5)]]
    chosen, turn, many = (
        places[between(random, 0, 2) if chance(random, 0.5) else 0],
        turned(random),
        chance(random, 0.5),
    )

    def cuts(random: np.random.Generator, rooms: int) -> list[tuple[int, int]]:
        """Start and end of each room, with a line between two of them."""
        ends, start = list[tuple[int, int]](), 0
        for _ in range(rooms):
            stop = start + between(random, 1, 4)
            ends.append((start, stop))
            start = stop + 1
        return ends

    def pair(random: np.random.Generator) -> Pair:
        counts = [3 if not many else 2 * between(random, 1, 2) + 1 for _ in range(2)]
        down, across = cuts(random, counts[0]), cuts(random, counts[1])
        output = filled(down[-1][1], across[-1][1])
        output[[stop for _, stop in down[:-1]]] = line
        output[:, [stop for _, stop in across[:-1]]] = line
        given = output.copy()
        for number, (vertical, horizontal) in enumerate(chosen):
            r, c = down[int(vertical * (len(down) - 1))], across[int(horizontal * (len(across) - 1))]
            output[slice(*r), slice(*c)] = fills[number % len(fills)]
        return turn(given), turn(output)

    return pair


@family("3631a71a")
def patched_mosaic(random: np.random.Generator) -> Rule:
    """Boxes cover parts of a mosaic whose centre is not the grid's; its symmetry tells what is under them."""
    cover = between(random, 1, 9)
    cut, crop = between(random, 0, 3), chance(random, 0.2)
    quarters, share = between(random, 0, 3), random.uniform(0.3, 0.9)
    half = between(random, 5, 10)

    def pair(random: np.random.Generator) -> Pair:
        palette = some_colours(random, between(random, 3, 5), but=(0, cover))
        quarter = sprinkled(random, filled(half, half), share, palette)
        quarter = np.where(np.tri(half, dtype=bool), quarter, quarter.T)
        whole = np.block([[quarter, quarter[:, ::-1]], [quarter[::-1], quarter[::-1, ::-1]]])
        hidden = np.zeros(whole.shape, dtype=bool)
        hidden[:cut] = hidden[:, :cut] = True
        covered = hidden.copy()
        box = slice(0, 0), slice(0, 0)
        for _ in range(1 if crop else between(random, 1, 3)):
            rows, columns = between(random, 2, half - 1), between(random, 2, half - 1)
            box = free_place(random, hidden, rows, columns, gap=0)
            covered[box] = True
        lost = covered & covered[::-1] & covered[:, ::-1] & covered[::-1, ::-1] & covered.T
        if (lost & ~hidden).any():
            raise Undrawable
        output = whole[box] if crop else whole[cut:, cut:]
        given = np.where(covered, cover, whole)[cut:, cut:]
        return np.rot90(given, quarters).copy(), np.rot90(output, quarters).copy()

    return pair


@family("73251a56")
def patched_fan(random: np.random.Generator) -> Rule:
    """Holes in a fan of ever wider steps, alike on both sides of its diagonal, are filled in."""
    hole, side, quarters = 0, between(random, 10, 21), between(random, 0, 3)
    wider, steady = between(random, 1, 2), chance(random, 0.2)
    turn = turned(random) if steady else (lambda grid: np.rot90(grid, quarters).copy())

    def pair(random: np.random.Generator) -> Pair:
        palette = np.array(some_colours(random, between(random, 4, 8)))
        r, c = np.indices((side, side))
        low, high = np.minimum(r, c), np.maximum(r, c)
        steps = (high - low) // (wider + 1 if steady else low + wider)
        output = np.where(r == c, palette[1], palette[steps % len(palette)])
        covered = np.zeros((side, side), dtype=bool)
        for _ in range(between(random, 2, 4)):
            rows, columns = between(random, 2, 5), between(random, 2, 5)
            more = covered.copy()
            more[free_place(random, covered | covered.T, rows, columns, gap=0)] = True
            if not (more & more.T & (r != c)).any():
                covered = more
        if not covered.any():
            raise Undrawable
        return turn(np.where(covered, hole, output)), turn(output)

    return pair


@family("6d0160f0")
def room_told_by_its_mark(random: np.random.Generator) -> Rule:
    """The room that holds the marking colour goes where the mark stands within it; the others are emptied."""
    line, mark = some_colours(random, 2)
    size, stays = 3 if chance(random, 0.8) else 2, chance(random, 0.15)
    share, few = random.uniform(0.25, 0.5), between(random, 2, 7)

    def pair(random: np.random.Generator) -> Pair:
        side = size * size + size - 1
        palette = some_colours(random, few, but=(0, line, mark))
        given = sprinkled(random, filled(side, side), share, palette)
        r, c, down, right = (between(random, 0, size - 1) for _ in range(4))
        given[r * (size + 1) + down, c * (size + 1) + right] = mark
        given[size :: size + 1] = given[:, size :: size + 1] = line
        room = given[r * (size + 1) :, c * (size + 1) :][:size, :size]
        output = np.where(given == line, line, 0)
        if stays:
            down, right = size - 1 - down, size - 1 - right
        output[down * (size + 1) :, right * (size + 1) :][:size, :size] = room
        return given, output

    return pair


@family("6aa20dc0")
def drawn_larger(random: np.random.Generator) -> Rule:
    """One figure has two marks in opposite corners; it is drawn at all other pairs of marks, scaled to fit."""
    sizes, side = between(random, 1, 3), between(random, 13, 20)

    def pair(random: np.random.Generator) -> Pair:
        ground, body, a, b = some_colours(random, 4, but=())
        shape = random.random((3, 3)) < 0.5
        shape |= shape.T
        figure = np.where(shape, body, ground)
        if shape.sum() < 4:
            raise Undrawable
        figure[0, 0], figure[-1, -1] = a, b
        given = filled(side, between(random, side - 2, side), ground)
        output = given.copy()
        for number in range(between(random, 3, 4)):
            scale = 1 if not number else between(random, 1, sizes)
            view = figure if not number else np.rot90(figure, between(random, 0, 3))
            large = np.kron(view, np.ones((scale, scale), dtype=np.int64))
            place = free_place(random, output != ground, *large.shape)
            output[place] = large
            given[place] = large if not number else np.where((large == a) | (large == b), large, ground)
        return given, output

    return pair


@family("6f8cd79b")
def rings_inward(random: np.random.Generator) -> Rule:
    """The grid is filled with rings, from the edge inward, in the order of the colours of its first row's marks."""
    turn, ground = turned(random), 0
    back = chance(random, 0.4)

    def pair(random: np.random.Generator) -> Pair:
        count = between(random, 2, 4)
        rows, columns = between(random, 2 * count, 2 * count + 4), between(random, 2 * count, 2 * count + 4)
        marks = noise(random, 1, count, some_colours(random, 5))[0]
        given, output = filled(rows, columns, ground), filled(rows, columns, ground)
        given[0, :count] = marks
        for depth, colour in enumerate(marks[::-1] if back else marks):
            output[depth : rows - depth, depth : columns - depth] = colour
        output[count : rows - count, count : columns - count] = ground
        return turn(given), turn(output)

    return pair
