"""Rules of ARC training tasks that do the same with the whole grid, whatever is in it."""

import numpy as np

from solver.puzzles.base import IntGrid
from solver.training.arc_rules.rule import (
    Pair,
    Rule,
    Undrawable,
    between,
    bounding_box,
    chance,
    family,
    filled,
    noise,
    some_colours,
    sprinkled,
    turned,
)


def _any_grid(random: np.random.Generator, low: int, high: int, *, square: bool = False) -> IntGrid:
    """Noise, sparse or dense, of sides from `low` to `high`."""
    rows, columns = between(random, low, high), between(random, low, high)
    palette = some_colours(random, between(random, 1, 5), but=())
    if chance(random, 0.5):
        return sprinkled(random, filled(rows, rows if square else columns), random.uniform(0.2, 0.5), palette or [1])
    return noise(random, rows, rows if square else columns, [*palette, 0])


def _symmetry(grid: IntGrid, number: int) -> IntGrid:
    return np.rot90(grid.T if number >= 4 else grid, number % 4).copy()


@family("67a3c6ac")
def symmetric_copy(random: np.random.Generator) -> Rule:
    """The grid turned or mirrored."""
    number = between(random, 1, 7)
    high = between(random, 3, 12)

    def pair(random: np.random.Generator) -> Pair:
        given = _any_grid(random, 2, high)
        return given, _symmetry(given, number)

    return pair


@family("6d0aefbc")
def kaleidoscope(random: np.random.Generator) -> Rule:
    """Two by one, or two by two, copies of the grid, each turned or mirrored in its own way."""
    low, high = 2, between(random, 3, 6)
    wide, tall = ((2, 1), (1, 2), (2, 2), (2, 2), (3, 1))[between(random, 0, 4)]
    # Turns by a quarter and transpositions only fit where the grid is square.
    square = chance(random, 0.5)
    choices = range(8) if square else (0, 2, 5, 7)
    numbers = random.choice(list(choices), (tall, wide))

    def pair(random: np.random.Generator) -> Pair:
        given = _any_grid(random, low, high, square=square)
        return given, np.block([[_symmetry(given, int(n)) for n in row] for row in numbers])

    return pair


@family("c59eb873")
def magnified(random: np.random.Generator) -> Rule:
    """Each cell becomes a block."""
    down, right = between(random, 1, 3), between(random, 1, 3)
    if down == right == 1:
        down = right = 2
    backwards = chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        small = _any_grid(random, 2, 6)
        large = np.kron(small, np.ones((down, right), dtype=np.int64))
        return (large, small) if backwards else (small, large)

    return pair


@family("a416b8f3")
def repeated(random: np.random.Generator) -> Rule:
    """The grid several times beside itself."""
    down, right = between(random, 1, 3), between(random, 1, 3)
    if down == right == 1:
        right = 2

    def pair(random: np.random.Generator) -> Pair:
        given = _any_grid(random, 2, 6)
        return given, np.tile(given, (down, right))

    return pair


@family("b1948b0a")
def renamed_colours(random: np.random.Generator) -> Rule:
    """Colours become others, each always the same."""
    names = np.arange(10)
    chosen = random.permutation(10)[: between(random, 1, 5)]
    names[chosen] = (
        np.roll(chosen, 1) if chance(random, 0.5) and len(chosen) > 1 else random.integers(0, 10, len(chosen))
    )
    if (names == np.arange(10)).all():
        names[chosen[0]] = (chosen[0] + 3) % 10
    high = between(random, 3, 12)
    others = [int(c) for c in random.permutation(10)[:2]]

    def pair(random: np.random.Generator) -> Pair:
        given = noise(random, between(random, 2, high), between(random, 2, high), [*map(int, chosen), *others])
        return given, names[given].astype(np.int64)

    return pair


@family("1cf80156")
def cropped(random: np.random.Generator) -> Rule:
    """The part of the grid that is not background."""
    background = 0 if chance(random, 0.7) else some_colours(random, 1)[0]
    emptied = chance(random, 0.2)

    def pair(random: np.random.Generator) -> Pair:
        given = filled(between(random, 6, 16), between(random, 6, 16), background)
        rows, columns = between(random, 2, len(given) - 2), between(random, 2, given.shape[1] - 2)
        r, c = between(random, 0, len(given) - rows), between(random, 0, given.shape[1] - columns)
        palette = some_colours(random, between(random, 1, 3), but=(background,))
        inner = sprinkled(random, filled(rows, columns, background), random.uniform(0.4, 0.9), palette)
        given[r : r + rows, c : c + columns] = inner
        output = given[bounding_box(given != background)].copy()
        if output.size < 2:
            raise Undrawable
        return given, np.where(output == background, 0, output) if emptied else output

    return pair


@family("3c9b0459")
def fallen(random: np.random.Generator) -> Rule:
    """All coloured cells fall to one side, keeping their order."""
    turn = turned(random)
    sticky = some_colours(random, 1)[0] if chance(random, 0.3) else None

    def pair(random: np.random.Generator) -> Pair:
        palette = [c for c in some_colours(random, between(random, 1, 4)) if c != sticky] or [1 + (sticky == 1)]
        given = sprinkled(random, filled(between(random, 3, 12), between(random, 3, 12)), 0.3, palette)
        if sticky:
            given[between(random, 1, len(given) - 1)] = sticky
        output = np.zeros_like(given)
        for column in range(given.shape[1]):
            free = len(given) - 1
            for row in range(len(given) - 1, -1, -1):
                colour = given[row, column]
                if colour and colour == sticky:
                    free = row
                if colour:
                    output[free, column] = colour
                    free -= 1
        return turn(given), turn(output)

    return pair


@family("25ff71a9")
def shifted(random: np.random.Generator) -> Rule:
    """Everything moves by some cells; what leaves the grid is gone, or comes in again at the other side."""
    down, right = between(random, -3, 3), between(random, -3, 3)
    if down == right == 0:
        down = 1
    around = chance(random, 0.4)

    def pair(random: np.random.Generator) -> Pair:
        given = sprinkled(random, filled(between(random, 4, 12), between(random, 4, 12)), 0.3, some_colours(random, 3))
        output = np.roll(given, (down, right), (0, 1))
        if not around:
            rows, columns = np.indices(given.shape)
            outside = (rows - down < 0) | (rows - down >= len(given))
            outside |= (columns - right < 0) | (columns - right >= given.shape[1])
            output[outside] = 0
        return given, output

    return pair


@family("496994bd")
def completed_symmetry(random: np.random.Generator) -> Rule:
    """The half that is empty gets the other half's mirror image."""
    turn, gap = turned(random), between(random, 0, 1)
    both = chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        rows, half = between(random, 2, 6), between(random, 3, 11)
        part = sprinkled(random, filled(half, rows), random.uniform(0.2, 0.6), some_colours(random, 4))
        part[half // 2 + 1 :] = 0
        middle = filled(gap, rows)
        given = np.concatenate([part, middle, np.zeros_like(part)])
        output = np.concatenate([part, middle, part[::-1]])
        if both:
            output = np.where(output > 0, output, output[:, ::-1])
        if (output == given).all():
            raise Undrawable
        return turn(given), turn(output)

    return pair


@family("b8825c91")
def hidden_part_of_mosaic(random: np.random.Generator) -> Rule:
    """A symmetric mosaic with covered patches is uncovered, or the patch alone is the answer."""
    cover, half, alone = some_colours(random, 1)[0], between(random, 3, 8), chance(random, 0.4)
    diagonal = chance(random, 0.5)

    def pair(random: np.random.Generator) -> Pair:
        quarter = noise(random, half, half, some_colours(random, between(random, 3, 6), but=(cover,)))
        if diagonal:
            quarter = np.where(np.tri(half, dtype=bool), quarter, quarter.T)
        top = np.concatenate([quarter, quarter[:, ::-1]], axis=1)
        whole = np.concatenate([top, top[::-1]])
        given = whole.copy()
        rows, columns = between(random, 1, half - 1), between(random, 1, half - 1)
        r, c = between(random, 0, half - rows), between(random, 0, 2 * half - columns)
        if c < half < c + columns:
            c = half
        patch = (slice(r, r + rows), slice(c, min(c + columns, 2 * half)))
        given[patch] = cover
        return given, whole[patch].copy() if alone else whole

    return pair


@family("29ec7d0e")
def repaired_pattern(random: np.random.Generator) -> Rule:
    """A periodic pattern with holes is made whole."""
    hole, side = (0 if chance(random, 0.6) else some_colours(random, 1)[0]), between(random, 8, 18)
    formula = between(random, 0, 2)

    def pair(random: np.random.Generator) -> Pair:
        period = between(random, 2, 6)
        palette = np.array(some_colours(random, period + 2, but=(0, hole)))
        r, c = np.indices((side, side))
        if formula == 0:
            tile = random.choice(palette, (period, between(random, 2, 5)))
            whole = tile[r % len(tile), c % tile.shape[1]]
        elif formula == 1:
            whole = palette[(r + c * between(random, 1, 2)) % min(period, len(palette))]
        else:
            whole = palette[(r * c) % min(period, len(palette))]
        given = whole.copy()
        for _ in range(between(random, 1, 4)):
            top, left = between(random, 0, side - 3), between(random, 0, side - 3)
            given[top : top + between(random, 2, 4), left : left + between(random, 2, 4)] = hole
        return given, whole.astype(np.int64)

    return pair


@family("f25ffba3")
def bordered(random: np.random.Generator) -> Rule:
    """A border is drawn around the grid, or along the grid's own edge."""
    colour, outside = some_colours(random, 1)[0], chance(random, 0.5)
    corners = some_colours(random, 1, but=(colour,))[0] if chance(random, 0.4) else colour

    def pair(random: np.random.Generator) -> Pair:
        given = _any_grid(random, 3, 10)
        output = np.pad(given, 1) if outside else given.copy()
        output[[0, -1]] = colour
        output[:, [0, -1]] = colour
        output[np.ix_([0, -1], [0, -1])] = corners
        return given, output

    return pair


@family("d631b094")
def counted(random: np.random.Generator) -> Rule:
    """As many cells in a row as there are coloured cells."""
    columns, upright, most = between(random, 0, 1) * 9, chance(random, 0.5), between(random, 4, 8)

    def pair(random: np.random.Generator) -> Pair:
        colour, count = some_colours(random, 1)[0], between(random, 1, most)
        given = filled(3, 3)
        given.flat[random.permutation(9)[:count]] = colour
        output = filled(1, max(columns, count))
        output[0, :count] = colour
        return given, output.T.copy() if upright else output

    return pair


@family("f76d97a5")
def commonest_colour(random: np.random.Generator) -> Rule:
    """The commonest (or rarest) colour stays and another one takes the place of the rest."""
    rarest, other, small = chance(random, 0.3), between(random, 0, 9), chance(random, 0.3)

    def pair(random: np.random.Generator) -> Pair:
        palette = some_colours(random, between(random, 2, 4), but=(other,))
        given = noise(random, between(random, 3, 9), between(random, 3, 9), palette)
        counts = np.bincount(given.ravel(), minlength=10)
        present = counts[counts > 0]
        wanted = present.min() if rarest else present.max()
        if (present == wanted).sum() != 1:
            raise Undrawable
        colour = int(np.flatnonzero(counts == wanted)[0])
        if small:
            return given, filled(1, 1, colour)
        return given, np.where(given == colour, colour, other).astype(np.int64)

    return pair
