"""Rules of ARC training tasks about a small answer put together from, or read off, what a grid holds."""

import numpy as np

from solver.puzzles.base import BoolGrid
from solver.training.arc_rules.rule import (
    Pair,
    Rule,
    Undrawable,
    between,
    blob,
    bounding_box,
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


@family("681b3aeb")
def two_pieces_make_a_square(random: np.random.Generator) -> Rule:
    """Two pieces lying about are shifted together, to fill a square."""
    side, margin = between(random, 3, 4), between(random, 4, 9)
    fixed = some_colours(random, 2) if chance(random, 0.3) else None

    def pair(random: np.random.Generator) -> Pair:
        a, b = fixed or some_colours(random, 2)
        first = blob(random, side, between(random, 2, side), 0.5)
        first = np.pad(first, ((0, 0), (0, side - first.shape[1])))
        if chance(random, 0.5):
            first = first.T
        if len(list(components(~first))) != 1:
            raise Undrawable
        output = np.where(first, a, b)
        given = filled(side + margin, side + margin)
        for mask, colour in ((first, a), (~first, b)):
            piece = mask[bounding_box(mask)]
            given[free_place(random, given > 0, *piece.shape)][piece] = colour
        return given, output

    return pair


@family("75b8110e")
def layers(random: np.random.Generator) -> Rule:
    """The quarters (or the halves, thirds) are laid over each other, in one order of precedence."""
    down, across = ((2, 2), (1, 3), (3, 1), (1, 4), (2, 1), (1, 2))[between(random, 0, 5)]
    colours = some_colours(random, down * across)
    order = random.permutation(down * across)
    share, free = random.uniform(0.35, 0.6), chance(random, 0.4)
    size = between(random, 3, 6), between(random, 3, 6)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = (between(random, 3, 6), between(random, 3, 6)) if free else size
        parts = [np.where(random.random((rows, columns)) < share, colour, 0) for colour in colours]
        output = filled(rows, columns)
        for part in order:
            output = np.where(parts[part] > 0, parts[part], output)
        return np.block([parts[r * across : (r + 1) * across] for r in range(down)]), output

    return pair


@family("963e52fc")
def pattern_carried_on(random: np.random.Generator) -> Rule:
    """A band with a repeating pattern is carried on over twice (thrice) the width."""
    times, ground = between(random, 2, 3), 0 if chance(random, 0.7) else between(random, 1, 9)
    upright = chance(random, 0.3)
    few = between(random, 2, 3)

    def pair(random: np.random.Generator) -> Pair:
        palette = some_colours(random, few, but=(ground,))
        period, above, below = between(random, 2, 4), between(random, 0, 3), between(random, 0, 3)
        columns = between(random, 2 * period, 9 if times == 2 else 8)
        tile = noise(random, between(random, 1, 3), period, palette)
        if (tile == tile[:, :1]).all():
            raise Undrawable
        band = np.tile(tile, (1, 30))[:, : times * columns]
        output = np.pad(band, ((above, below), (0, 0)), constant_values=ground)
        given = output[:, :columns].copy()
        return (given.T.copy(), output.T.copy()) if upright else (given, output)

    return pair


@family("3af2c5a8")
def mirrored_tiles(random: np.random.Generator) -> Rule:
    """The answer is made of the grid and its mirror images (or turned copies), each in its set place."""
    down, across = ((2, 2), (1, 2), (2, 1), (1, 3), (3, 3), (2, 2))[between(random, 0, 5)]
    flips = random.integers(4, size=(down, across))
    if chance(random, 0.5):
        flips = (np.arange(down) % 2)[:, None] + 2 * (np.arange(across) % 2) + np.zeros((down, across), dtype=np.int64)
    low, high = (2, 4) if max(down, across) == 3 else (2, 7)
    fixed = (between(random, low, high), between(random, low, high)) if chance(random, 0.5) else None
    many = between(random, 1, 4)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = fixed or (between(random, low, high), between(random, low, high))
        given = noise(random, rows, columns, [0, *some_colours(random, many)])
        views = [given, given[::-1], given[:, ::-1], given[::-1, ::-1]]
        return given, np.block([[views[flip] for flip in row] for row in flips])

    return pair


@family("a85d4709")
def row_told_by_its_mark(random: np.random.Generator) -> Rule:
    """The column that a row's mark stands in says which colour fills the row."""
    columns = between(random, 2, 5)
    mark, *fills = some_colours(random, columns + 1)
    turn = turned(random)
    kept, rows = chance(random, 0.2), 0 if chance(random, 0.5) else between(random, 3, 9)

    def pair(random: np.random.Generator) -> Pair:
        places = random.integers(columns, size=rows or between(random, 3, 9))
        given = filled(len(places), columns)
        given[np.arange(len(places)), places] = mark
        output = np.repeat(np.array(fills)[places][:, None], columns, axis=1)
        return turn(given), turn(np.where(kept & (given > 0), mark, output))

    return pair


@family("6150a2bd")
def seen_from_elsewhere(random: np.random.Generator) -> Rule:
    """The whole grid is turned or mirrored."""
    quarters, mirrored = between(random, 0, 3), chance(random, 0.5)
    if not quarters and not mirrored:
        quarters = 2
    low = between(random, 3, 10)
    blank = between(random, 0, 4)

    def pair(random: np.random.Generator) -> Pair:
        palette = some_colours(random, between(random, 2, 6)) + [0] * blank
        given = noise(random, between(random, low, low + 4), between(random, low, low + 4), palette)
        return given, np.rot90(given.T if mirrored else given, quarters).copy()

    return pair


@family("794b24be")
def counted(random: np.random.Generator) -> Rule:
    """As many cells of the answer are filled, in a set order, as there are marks."""
    side = between(random, 3, 4)
    a, b = some_colours(random, 2)
    order = np.arange(side * side)
    style = between(random, 0, 4)
    if style == 1:
        order = order.reshape(side, side).T.flatten()
    elif style == 2:
        order = np.where(np.arange(side * side) // side % 2, order.reshape(side, side)[:, ::-1].flatten(), order)
    elif style == 3:
        order = order[::-1]
    elif side == 3:
        order = np.array([0, 1, 2, 4, 3, 5, 7, 6, 8])
    rows, columns = between(random, side, 7), between(random, side, 7)

    def pair(random: np.random.Generator) -> Pair:
        count = between(random, 1, side * side - 2)
        given, output = filled(rows, columns), filled(side, side)
        given.flat[random.permutation(rows * columns)[:count]] = a
        output.flat[order[:count]] = b
        return given, output

    return pair


def _shape_of(random: np.random.Generator, cells: int) -> BoolGrid:
    """A connected shape of that many cells, in a box of at most 4 x 4."""
    for _ in range(20):
        rows, columns = between(random, 1, 4), between(random, 1, 4)
        if rows + columns - 1 <= cells <= rows * columns:
            shape = blob(random, rows, columns, (cells - 0.5) / (rows * columns))
            if shape.sum() == cells:
                return shape
    raise Undrawable


@family("a3325580")
def colours_of_the_largest(random: np.random.Generator) -> Rule:
    """The colours of the shapes with most (or fewest) cells, from left to right (or right to left), one a column."""
    largest, backwards, upright = chance(random, 0.7), chance(random, 0.2), chance(random, 0.4)
    height, side = between(random, 1, 4), between(random, 9, 13)

    def pair(random: np.random.Generator) -> Pair:
        given, found = filled(side, side), list[tuple[int, int, int]]()
        size = between(random, 4, 7)
        winners = between(random, 1, 3)
        for number, colour in enumerate(some_colours(random, between(random, winners + 1, 5))):
            cells = size if number < winners else size + between(random, 1, 3) * (-1 if largest else 1)
            shape = _shape_of(random, max(1, cells))
            place = free_place(random, given > 0, *shape.shape)
            given[place][shape] = colour
            if number < winners:
                found.append((place[1].start, place[1].stop, colour))
        found.sort()
        starts = [left for left, _, _ in found]
        if len(set(starts)) < len(starts):
            raise Undrawable
        line = np.array([colour for _, _, colour in found][:: -1 if backwards else 1])
        output = np.repeat(line[None], height, axis=0)
        return (given, output.T.copy()) if upright else (given, output)

    return pair


@family("b9b7f026")
def colour_of_the_odd_one(random: np.random.Generator) -> Rule:
    """One box alone has a hole (or alone has none): its colour, or a picture of it, is the answer."""
    hollow, crop = chance(random, 0.6), chance(random, 0.3)
    side = between(random, 12, 18)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(side, between(random, side - 2, side + 2))
        output = filled(1, 1)
        for number, colour in enumerate(some_colours(random, between(random, 3, 6))):
            rows, columns = between(random, 3, 5), between(random, 3, 5)
            box = filled(rows, columns, colour)
            if (number == 0) == hollow:
                top, left = between(random, 1, rows - 2), between(random, 1, columns - 2)
                box[top : between(random, top + 1, rows - 1), left : between(random, left + 1, columns - 1)] = 0
            given[free_place(random, given > 0, rows, columns)] = box
            if number == 0:
                output = box if crop else filled(1, 1, colour)
        return given, output

    return pair


@family("e8593010")
def coloured_by_size(random: np.random.Generator) -> Rule:
    """The holes in the ground are coloured by how many cells they have."""
    ground, *fills = some_colours(random, 4)
    hole = 0 if chance(random, 0.7) else some_colours(random, 1, but=(ground, *fills))[0]
    if chance(random, 0.3):
        ground, hole = 0, ground
    share, side = random.uniform(0.12, 0.3), between(random, 7, 12)

    def pair(random: np.random.Generator) -> Pair:
        given = sprinkled(random, filled(side, side, ground), share, [hole])
        output = given.copy()
        for part in components(given == hole):
            if part.sum() > 3:
                given[part] = output[part] = ground
            else:
                output[part] = fills[int(part.sum()) - 1]
        if not {1, 2}.issubset({int(part.sum()) for part in components(given == hole)}):
            raise Undrawable
        return given, output

    return pair


@family("4290ef0e")
def nested_corners(random: np.random.Generator) -> Rule:
    """Four-cornered frames of different sizes lie about; they are put one inside another."""
    ground, whole = between(random, 0, 9), chance(random, 0.3)
    dotted = chance(random, 0.7)

    def pair(random: np.random.Generator) -> Pair:
        count = between(random, 2, 3)
        colours = some_colours(random, count + 1, but=(ground,))
        side = 2 * count + (1 if dotted else 0)
        output = filled(side, side, ground)
        given = filled(between(random, 12, 18), between(random, 12, 18), ground)
        for ring, colour in enumerate(colours[:count]):
            size = side - 2 * ring
            frame = np.zeros((size, size), dtype=bool)
            frame[[0, -1]] = frame[:, [0, -1]] = True
            if not whole and size > 3:
                arm = between(random, 1, (size - 1) // 2)
                frame[arm:-arm] = frame[:, arm:-arm] = False
            given[free_place(random, given != ground, size, size)][frame] = colour
            output[ring : ring + size, ring : ring + size][frame] = colour
        if dotted:
            given[free_place(random, given != ground, 1, 1)] = colours[-1]
            output[count, count] = colours[-1]
        return given, output

    return pair


@family("1f85a75f")
def thing_in_the_noise(random: np.random.Generator) -> Rule:
    """The one shape amid single specks is cut out."""
    side, share = between(random, 10, 24), random.uniform(0.05, 0.12)
    low, high = between(random, 2, 3), between(random, 3, 5)
    lone = chance(random, 0.5)

    def pair(random: np.random.Generator) -> Pair:
        colour, *specks = some_colours(random, between(random, 2, 4))
        shape = blob(random, between(random, low, high), between(random, 3, high), 0.6)
        given = sprinkled(random, filled(side, side), share, specks)
        if lone:
            given[1::2] = given[:, 1::2] = 0
        box = free_place(random, np.zeros_like(given, dtype=bool), *shape.shape)
        given[max(0, box[0].start - 1) : box[0].stop + 1, max(0, box[1].start - 1) : box[1].stop + 1] = 0
        given[box][shape] = colour
        return given, np.where(shape, colour, 0)

    return pair


def _letter(random: np.random.Generator, kind: int) -> BoolGrid:
    """A shape of one of four kinds, drawn with lines: corner, U, T, or frame."""
    rows, columns = between(random, 3, 5), between(random, 3, 5)
    shape = np.zeros((rows, columns), dtype=bool)
    shape[0] = True
    if kind == 0:
        shape[:, 0] = True
    elif kind == 1:
        shape[:, [0, -1]] = True
    elif kind == 2:
        shape[:, between(random, 1, columns - 2)] = True
    else:
        shape[-1] = shape[:, [0, -1]] = True
    return np.rot90(shape.T if chance(random, 0.5) else shape, between(random, 0, 3))


@family("e509e548")
def coloured_by_kind(random: np.random.Generator) -> Rule:
    """Corners, U shapes, T shapes and frames are each given their colour, however turned and long."""
    colour, *fills = some_colours(random, 5)
    kinds = random.permutation(4)[: between(random, 2, 4)]
    side = between(random, 11, 19)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(side, side)
        output = filled(side, between(random, side - 2, side))
        given = given[:, : output.shape[1]].copy()
        seen = set[int]()
        for _ in range(between(random, 3, max(4, side // 3))):
            kind = int(random.choice(kinds))
            shape = _letter(random, kind)
            place = free_place(random, given > 0, *shape.shape)
            given[place][shape], output[place][shape] = colour, fills[kind]
            seen.add(kind)
        if len(seen) < 2:
            raise Undrawable
        return given, output

    return pair
