"""Rules of ARC training tasks about the things that lie in a grid: which are large, hollow, alike or alone."""

from collections.abc import Callable

import numpy as np

from solver.puzzles.base import BoolGrid, IntGrid
from solver.training.arc_rules.rule import (
    Pair,
    Rule,
    Undrawable,
    between,
    blob,
    bounding_box,
    chance,
    family,
    filled,
    free_place,
    some_colours,
    turned,
)

Measure = Callable[[BoolGrid], float]


def _height(part: BoolGrid) -> float:
    return float(part.any(1).sum())


def _width(part: BoolGrid) -> float:
    return float(part.any(0).sum())


_MEASURES: list[Measure] = [
    lambda part: float(part.sum()),
    _height,
    _width,
    lambda part: float(part[bounding_box(part)].all()),
]


def _scattered(
    random: np.random.Generator, grid: IntGrid, count: int, colours: list[int], low: int, high: int, background: int = 0
) -> list[BoolGrid]:
    """Draws up to `count` things, none touching another, each in one of the colours; their masks."""
    found = []
    for _ in range(count):
        rows, columns = between(random, low, high), between(random, low, high)
        try:
            place = free_place(random, grid != background, rows, columns)
        except Undrawable:
            continue
        mask = np.zeros(grid.shape, dtype=bool)
        mask[place] = blob(random, rows, columns, random.uniform(0.4, 0.95))
        grid[mask] = colours[between(random, 0, len(colours) - 1)]
        found.append(mask)
    if len(found) < 2:
        raise Undrawable
    return found


def _canvas(random: np.random.Generator, low: int = 8, high: int = 16) -> IntGrid:
    return filled(between(random, low, high), between(random, low, high))


def _only_extreme(values: list[float], *, largest: bool) -> int:
    """Which one is the largest or smallest; `Undrawable` if several are."""
    wanted = max(values) if largest else min(values)
    if values.count(wanted) != 1:
        raise Undrawable
    return values.index(wanted)


@family("08ed6ac7")
def extreme_recoloured(random: np.random.Generator) -> Rule:
    """The largest thing gets another colour (or the smallest, tallest, widest), the rest perhaps a second one."""
    colour, marked, second = some_colours(random, 3)
    measure, largest, rest = _MEASURES[between(random, 0, 2)], chance(random, 0.6), chance(random, 0.4)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random)
        things = _scattered(random, given, between(random, 3, 6), [colour], 1, 5)
        output = np.where(given > 0, second, 0) if rest else given.copy()
        output[things[_only_extreme([measure(t) for t in things], largest=largest)]] = marked
        return given, output

    return pair


@family("be94b721")
def extreme_cropped(random: np.random.Generator) -> Rule:
    """The answer is the largest thing (or the smallest, tallest, widest)."""
    measure, largest = _MEASURES[between(random, 0, 2)], chance(random, 0.7)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random)
        things = _scattered(random, given, between(random, 2, 5), some_colours(random, 4), 2, 5)
        part = things[_only_extreme([measure(t) for t in things], largest=largest)]
        box = bounding_box(part)
        return given, np.where(part, given, 0)[box].copy()

    return pair


@family("67385a82")
def large_ones_recoloured(random: np.random.Generator) -> Rule:
    """Things with at least a given number of cells get another colour, or the smaller ones are removed."""
    colour, marked = some_colours(random, 2)
    least, removes = between(random, 2, 5), chance(random, 0.4)
    low = chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 6, 14)
        things = _scattered(random, given, between(random, 3, 8), [colour], 1, 3)
        output = given.copy()
        for part in things:
            if (part.sum() >= least) != low:
                output[part] = 0 if removes else marked
        if (output == given).all():
            raise Undrawable
        return given, output

    return pair


@family("810b9b61")
def closed_recoloured(random: np.random.Generator) -> Rule:
    """Things with a hole get another colour; or those without one."""
    colour, marked = some_colours(random, 2)
    wanted, by_count = chance(random, 0.7), chance(random, 0.3)
    palette = some_colours(random, 4)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 9, 18)
        output = given.copy()
        for _ in range(between(random, 3, 6)):
            holes = between(random, 0, 3 if by_count else 1)
            rows, columns = between(random, 3, 5), 2 * max(holes, 1) + 1
            try:
                place = free_place(random, given > 0, rows, columns)
            except Undrawable:
                continue
            thing = filled(rows, columns, colour)
            for number in range(max(holes, 1)):
                thing[1:-1, 2 * number + 1] = 0
            if not holes:
                thing[0, 1] = 0
            given[place] = thing
            now = palette[holes] if by_count else marked if bool(holes) == wanted else colour
            output[place] = np.where(thing > 0, now, 0)
        if (output == given).all():
            raise Undrawable
        return given, output

    return pair


@family("dc1df850")
def box_drawn(random: np.random.Generator) -> Rule:
    """Around each thing a frame is drawn, or the rest of its box is filled."""
    colour, frame = some_colours(random, 2)
    fills, diagonal = chance(random, 0.5), chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 8, 15)
        inner = given[1:-1, 1:-1]
        things = _scattered(random, inner, between(random, 2, 4), [colour], 1 + fills, 4)
        output = given.copy()
        for thing in things:
            rows, columns = bounding_box(np.pad(thing, 1))
            if fills:
                box = output[rows, columns]
                box[box == 0] = frame
                continue
            for r in range(rows.start - 1, rows.stop + 1):
                for c in range(columns.start - 1, columns.stop + 1):
                    corner = r in (rows.start - 1, rows.stop) and c in (columns.start - 1, columns.stop)
                    if output[r, c] == 0 and not (diagonal and corner):
                        inside = rows.start <= r < rows.stop and columns.start <= c < columns.stop
                        output[r, c] = 0 if inside else frame
        return given, output

    return pair


@family("b27ca6d3")
def neighbours_marked(random: np.random.Generator) -> Rule:
    """Around cells of one colour a pattern is drawn; cells of another colour get another one or none."""
    first, second, third, fourth = some_colours(random, 4)
    patterns = random.random((2, 3, 3)) < 0.45
    patterns[:, 1, 1] = False
    patterns[0, 0, between(random, 0, 2)] = True
    two = chance(random, 0.6)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 6, 13)
        output = given.copy()
        for _ in range(between(random, 1, 5)):
            try:
                rows, columns = free_place(random, output > 0, 3, 3, gap=0)
            except Undrawable:
                break
            number = between(random, 0, 1)
            colour = (first, second)[number]
            given[rows.start + 1, columns.start + 1] = output[rows.start + 1, columns.start + 1] = colour
            if number == 0 or two:
                output[rows, columns][patterns[number]] = (third, fourth)[number]
        if (output == given).all():
            raise Undrawable
        return given, output

    return pair


@family("5521c0d9")
def moved_by_own_size(random: np.random.Generator) -> Rule:
    """Each thing moves to one side: by its own height, or until it touches the edge or another thing."""
    turn, own = turned(random), chance(random, 0.4)
    copies = chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 8, 15)
        output = np.zeros_like(given)
        column = between(random, 0, 2)
        while column < given.shape[1]:
            height, width = between(random, 1, 4), between(random, 1, 4)
            width = min(width, given.shape[1] - column)
            colour = some_colours(random, 1)[0]
            bottom = len(given) if own else between(random, height + 1, len(given) - 1)
            part = slice(column, column + width)
            given[bottom - height : bottom, part] = colour
            top = bottom - 2 * height if own else 0
            if top < 0:
                raise Undrawable
            output[top : top + height, part] = colour
            column += width + between(random, 1, 3)
        if copies:
            output = np.where(given > 0, given, output)
        return turn(given), turn(output)

    return pair


@family("a61ba2ce")
def assembled_colour_by_touching(random: np.random.Generator) -> Rule:
    """Things that touch the edge get a colour, those that don't another one, or none."""
    colour, touching, apart = some_colours(random, 3)
    keeps = between(random, 0, 2)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 7, 14)
        things = _scattered(random, given, between(random, 3, 7), [colour], 1, 4)
        output = given.copy()
        for part in things:
            at_edge = part[0].any() or part[-1].any() or part[:, 0].any() or part[:, -1].any()
            if keeps == 0:
                output[part] = touching if at_edge else apart
            elif at_edge == (keeps == 1):
                output[part] = 0 if apart % 2 else touching
        if (output == given).all():
            raise Undrawable
        return given, output

    return pair


@family("d511f180")
def keyed_recolouring(random: np.random.Generator) -> Rule:
    """Each thing takes the colour of the single cell of another colour in it; or the cell takes the thing's."""
    base = some_colours(random, 1)[0]
    cell_changes = chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 8, 15)
        things = _scattered(random, given, between(random, 2, 5), [base], 2, 5)
        output = given.copy()
        for part in things:
            cells = np.argwhere(part)
            key = some_colours(random, 1, but=(0, base))[0]
            given[tuple(cells[between(random, 0, len(cells) - 1)])] = key
            output[part] = base if cell_changes else key
        return given, output

    return pair


@family("a79310a0")
def recoloured_and_moved(random: np.random.Generator) -> Rule:
    """Everything moves a little and changes its colour."""
    before, after = some_colours(random, 2)
    down, right = between(random, -1, 2), between(random, -1, 2)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 5, 12)
        _scattered(random, given[2:-2, 2:-2], between(random, 2, 4), [before], 1, 3)
        return given, np.roll(np.where(given > 0, after, 0), (down, right), (0, 1))

    return pair


@family("1a07d186")
def stray_cells_drawn_to_line(random: np.random.Generator) -> Rule:
    """Single cells move until they lie beside the line of their colour; others vanish or stay."""
    turn, vanish = turned(random), chance(random, 0.6)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 8, 15)
        line, other = some_colours(random, 2)
        row = between(random, 2, len(given) - 3)
        given[row] = line
        output = given.copy()
        for column in random.permutation(given.shape[1])[: between(random, 2, 5)].tolist():
            r = int(random.choice([r for r in range(len(given)) if abs(r - row) > 1]))
            colour = line if chance(random, 0.7) else other
            given[r, column] = colour
            if colour == line:
                output[row + (1 if r > row else -1), column] = line
            elif not vanish:
                output[r, column] = other
        return turn(given), turn(output)

    return pair


@family("b230c067")
def odd_one_out(random: np.random.Generator) -> Rule:
    """Of several things of one shape, the one that differs is marked, or is the answer."""
    colour, marked, rest = some_colours(random, 3)
    crops = chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        given = _canvas(random, 8, 15)
        rows, columns = between(random, 2, 4), between(random, 2, 4)
        shape, other = blob(random, rows, columns), blob(random, rows, columns)
        if (shape == other).all():
            raise Undrawable
        output = given.copy()
        count = between(random, 3, 5)
        for number in range(count):
            place = free_place(random, given > 0, rows, columns)
            given[place] = np.where(other if number == 0 else shape, colour, 0)
            output[place] = np.where(other if number == 0 else shape, marked if number == 0 else rest, 0)
        return given, np.where(other, colour, 0).astype(np.int64) if crops else output

    return pair


@family("9565186b")
def sorted_heights(random: np.random.Generator) -> Rule:
    """Bars get colours by their rank in length, or are sorted by it."""
    palette, bar = some_colours(random, 5), some_colours(random, 1)[0]
    sorts, turn = chance(random, 0.4), turned(random)

    def pair(random: np.random.Generator) -> Pair:
        count = between(random, 3, 4)
        rows = between(random, count + 2, 10)
        heights = random.permutation(np.arange(1, rows))[:count]
        given = filled(rows, 2 * count + 1)
        output = given.copy()
        ranks = (-heights).argsort().argsort()
        for number, height in enumerate(heights):
            given[rows - height :, 2 * number + 1] = bar
            place = int(ranks[number]) if sorts else number
            output[rows - height :, 2 * place + 1] = bar if sorts else palette[int(ranks[number])]
        if (output == given).all():
            raise Undrawable
        return turn(given), turn(output)

    return pair
