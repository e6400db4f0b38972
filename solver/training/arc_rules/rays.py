"""Rules of ARC training tasks in which lines are drawn: from cells, between them, or until something stops them."""

from itertools import pairwise

import numpy as np

from solver.puzzles.base import IntGrid
from solver.training.arc_rules.rule import (
    Pair,
    Rule,
    Undrawable,
    between,
    chance,
    family,
    filled,
    free_place,
    some_colours,
    turned,
)

_STRAIGHT = [(0, 1), (1, 0), (0, -1), (-1, 0)]
_DIAGONAL = [(1, 1), (1, -1), (-1, 1), (-1, -1)]


def _shot(grid: IntGrid, row: int, column: int, step: tuple[int, int], colour: int) -> None:
    """Paints empty cells from beside the given one on, until the edge or something is hit."""
    while True:
        row, column = row + step[0], column + step[1]
        if not (0 <= row < grid.shape[0] and 0 <= column < grid.shape[1]) or grid[row, column]:
            return
        grid[row, column] = colour


def _cells(random: np.random.Generator, grid: IntGrid, count: int) -> list[tuple[int, int]]:
    """Different cells."""
    chosen = random.permutation(grid.size)[:count]
    return [(int(n) // grid.shape[1], int(n) % grid.shape[1]) for n in chosen]


@family("178fcbfb")
def rays_by_colour(random: np.random.Generator) -> Rule:
    """From cells of each colour lines go out in that colour's own directions."""
    palette = some_colours(random, between(random, 1, 3))
    sets = [
        [_STRAIGHT[0], _STRAIGHT[2]],
        [_STRAIGHT[1], _STRAIGHT[3]],
        _STRAIGHT,
        _DIAGONAL,
        [_STRAIGHT[between(random, 0, 3)]],
        [_DIAGONAL[between(random, 0, 3)]],
        [],
    ]
    chosen = [sets[int(n)] for n in random.permutation(6)[: len(palette)]]
    paint = palette if chance(random, 0.6) else some_colours(random, len(palette))

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 5, 14), between(random, 5, 14))
        cells = _cells(random, given, between(random, 1, 4))
        kinds = [between(random, 0, len(palette) - 1) for _ in cells]
        for cell, kind in zip(cells, kinds, strict=True):
            given[cell] = palette[kind]
        output = given.copy()
        # The later colours' lines lie below the earlier ones'.
        for wanted in range(len(palette)):
            for cell, kind in zip(cells, kinds, strict=True):
                if kind == wanted:
                    for step in chosen[kind]:
                        _shot(output, *cell, step, paint[kind])
        return given, output

    return pair


@family("a699fb00")
def connected(random: np.random.Generator) -> Rule:
    """Cells of one colour that see each other in a row or column are joined by a line."""
    ends, line = some_colours(random, 2)
    if chance(random, 0.3):
        line = ends
    axes = between(random, 0, 2)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 6, 14), between(random, 6, 14))
        for cell in _cells(random, given, between(random, 3, 8)):
            given[cell] = ends
        output = given.copy()
        for axis in (0, 1):
            if axes not in (axis, 2):
                continue
            for number in range(given.shape[axis]):
                seen = np.flatnonzero((given if axis == 0 else given.T)[number])
                if len(seen) >= 2:
                    lane = (output if axis == 0 else output.T)[number]
                    between_ends = lane[seen[0] : seen[-1] + 1]
                    between_ends[between_ends == 0] = line
        if (output == given).all():
            raise Undrawable
        return given, output

    return pair


@family("ded97339")
def shot_until_hit(random: np.random.Generator) -> Rule:
    """Each shooter's line goes on until something stops it."""
    shooter, wall, line = some_colours(random, 3)
    if chance(random, 0.5):
        line = shooter
    turn, slanted = turned(random), chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 6, 14), between(random, 6, 14))
        for _ in range(between(random, 1, 5)):
            rows, columns = free_place(random, given > 0, 1, between(random, 1, 3))
            given[rows, columns] = wall
        cells = [cell for cell in _cells(random, given, between(random, 2, 6)) if not given[cell]]
        for cell in cells:
            given[cell] = shooter
        output = given.copy()
        for cell in cells:
            _shot(output, *cell, (1, 1) if slanted else (1, 0), line)
        return turn(given), turn(output)

    return pair


@family("bdad9b1f")
def striped(random: np.random.Generator) -> Rule:
    """From each cell at an edge a stripe goes across the grid; where stripes cross there is a colour of its own."""
    crossing = some_colours(random, 1)[0]
    own = chance(random, 0.5)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 5, 13), between(random, 5, 13))
        a, b = some_colours(random, 2, but=(0, crossing))
        rows = random.permutation(len(given))[: between(random, 1, 2)]
        columns = random.permutation(given.shape[1])[: between(random, 1, 2)]
        rows, columns = rows[rows > 0], columns[columns > 0]
        given[rows, 0] = a
        given[0, columns] = b
        output = given.copy()
        output[rows] = a
        output[:, columns] = b
        output[np.ix_(rows, columns)] = crossing if own else a
        if not len(rows) and not len(columns):
            raise Undrawable
        return given, output

    return pair


@family("f35d900a")
def alternating_line(random: np.random.Generator) -> Rule:
    """Between two cells of a row every second cell is painted; or the line changes colour half-way."""
    colour = some_colours(random, 1)[0]
    halves, turn = chance(random, 0.5), turned(random)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 4, 10), 2 * between(random, 3, 7) + 1)
        output = given.copy()
        for row in random.permutation(len(given))[: between(random, 1, 3)].tolist():
            a, b = some_colours(random, 2, but=(0, colour))
            given[row, 0], given[row, -1] = a, b
            middle = given.shape[1] // 2
            if halves:
                output[row, :middle], output[row, middle + 1 :], output[row, middle] = a, b, colour
            else:
                output[row] = given[row]
                output[row, 2:-1:2] = colour
        return turn(given), turn(output)

    return pair


@family("8d510a79")
def grown_to_wall(random: np.random.Generator) -> Rule:
    """Cells of one colour grow towards the wall, those of another away from it to the edge."""
    towards, away, wall = some_colours(random, 3)
    turn, both = turned(random), chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 8, 15), between(random, 5, 13)
        given = filled(rows, columns)
        middle = between(random, 3, rows - 4)
        given[middle] = wall
        output = given.copy()
        for column in random.permutation(columns)[: between(random, 2, 5)].tolist():
            row = int(random.choice([r for r in range(rows) if abs(r - middle) > 1]))
            colour = towards if chance(random, 0.5) else away
            given[row, column] = output[row, column] = colour
            step = 1 if row < middle else -1
            if colour == towards or both:
                _shot(output, row, column, (step, 0), colour)
            if colour == away or both:
                _shot(output, row, column, (-step, 0), colour)
        return turn(given), turn(output)

    return pair


@family("db3e9e38")
def spread_pattern(random: np.random.Generator) -> Rule:
    """From one cell a checkered or ring-shaped pattern spreads over the whole grid."""
    first, second = some_colours(random, 2)
    kind, period = between(random, 0, 3), between(random, 2, 3)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 5, 13), between(random, 5, 13))
        row, column = _cells(random, given, 1)[0]
        given[row, column] = first
        r, c = np.abs(np.indices(given.shape) - np.array([row, column])[:, None, None])
        distance = (np.maximum(r, c), r + c, r * (c > 0) + c, np.where(c % 2 == 0, r, r + 1))[kind]
        output = np.where(distance % period == 0, first, second if kind < 2 else 0)
        if kind == 2:
            output = np.where((r == c) | (r == 0) & (c % period == 0), first, 0)
        return given, output.astype(np.int64)

    return pair


@family("06df4c85")
def lattice_joined(random: np.random.Generator) -> Rule:
    """In a lattice of rooms, rooms of one colour in a line with each other are joined through those between."""
    line, side = some_colours(random, 1)[0], between(random, 1, 2)
    axes = between(random, 0, 2)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 4, 7), between(random, 4, 7)
        rooms = filled(rows, columns)
        palette = some_colours(random, 2, but=(0, line))
        for cell in _cells(random, rooms, between(random, 3, 6)):
            rooms[cell] = palette[between(random, 0, 1)]
        joined = rooms.copy()
        for axis in (0, 1):
            if axes not in (axis, 2):
                continue
            for number in range(rooms.shape[axis]):
                lane, result = (g[number] if axis == 0 else g[:, number] for g in (rooms, joined))
                seen = np.flatnonzero(lane)
                for one, other in pairwise(seen):
                    if lane[one] == lane[other]:
                        result[one:other] = lane[one]
        if (joined == rooms).all():
            raise Undrawable
        return _lattice(rooms, side, line), _lattice(joined, side, line)

    return pair


def _lattice(rooms: IntGrid, side: int, line: int) -> IntGrid:
    """Each room as a square, with lines between them."""
    rows, columns = rooms.shape
    grid = filled(rows * (side + 1) - 1, columns * (side + 1) - 1, line)
    for r in range(rows):
        for c in range(columns):
            grid[r * (side + 1) : r * (side + 1) + side, c * (side + 1) : c * (side + 1) + side] = rooms[r, c]
    return grid


@family("f8b3ba0a")
def lattice_summarised(random: np.random.Generator) -> Rule:
    """A lattice of rooms becomes a grid with one cell a room; perhaps only its marked part."""
    line, side = some_colours(random, 1)[0], between(random, 1, 3)
    backwards = chance(random, 0.25)

    def pair(random: np.random.Generator) -> Pair:
        rooms = np.where(random.random((between(random, 2, 5), between(random, 2, 5))) < 0.5, 0, 1)
        palette = np.array(some_colours(random, 4, but=(line,)))
        rooms = palette[random.integers(0, 4, rooms.shape)] * rooms
        pair = _lattice(rooms.astype(np.int64), side, line), rooms.astype(np.int64)
        return (pair[1], pair[0]) if backwards else pair

    return pair
