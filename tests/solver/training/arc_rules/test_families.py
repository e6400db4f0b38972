"""Generators of ARC tasks do what they say: what each claims is asked of its pairs, without its own code.

A check gets the pairs of one task, and returns whether one choice of what the rule leaves to chance explains them all.
"""

from collections.abc import Callable, Iterable
from itertools import product

import numpy as np
import pytest

from solver.training.arc_generated import families
from solver.training.arc_rules.rule import draw_pairs

Grid = np.ndarray
Pairs = list[tuple[Grid, Grid]]
Step = Callable[[Grid], Grid | None]
CHECKS: dict[str, Callable[[Pairs], bool]] = {}
TASKS = 12


def claims(*names: str) -> Callable:
    """Register a check for these generators."""

    def register(check: Callable[[Pairs], bool]) -> Callable[[Pairs], bool]:
        CHECKS.update(dict.fromkeys(names, check))
        return check

    return register


@pytest.mark.parametrize("name", CHECKS)
def test_a_generator_does_what_it_says(name: str) -> None:
    (family,) = [family for key, family in families().items() if key.split()[1] == name.split()[-1] and name in key]
    random = np.random.default_rng(11)
    for _ in range(TASKS):
        pairs = draw_pairs(family(random), 4, random)
        assert CHECKS[name](pairs), pairs


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_can_fail(name: str) -> None:
    """With one cell of each output changed, no task is explained."""
    (family,) = [family for key, family in families().items() if key.split()[1] == name.split()[-1] and name in key]
    random = np.random.default_rng(12)
    for _ in range(4):
        pairs = [(given, output.copy()) for given, output in draw_pairs(family(random), 4, random)]
        for place, (_, output) in enumerate(pairs):
            output.flat[place % output.size] = (output.flat[place % output.size] + 1 + place) % 10
        assert len(pairs) < 2 or not CHECKS[name](pairs), pairs


def explained(pairs: Pairs, steps: Iterable[Step]) -> bool:
    """Whether one of these turns every input into its output."""
    return any(all(same(step(given), output) for given, output in pairs) for step in steps)


def same(found: Grid | None, wanted: Grid) -> bool:
    return found is not None and found.shape == wanted.shape and bool((found == wanted).all())


SYMMETRIES: list[Step] = [
    lambda g: g,
    lambda g: np.rot90(g),
    lambda g: np.rot90(g, 2),
    lambda g: np.rot90(g, 3),
    lambda g: g.T,
    lambda g: g[::-1],
    lambda g: g[:, ::-1],
    lambda g: np.rot90(g, 2).T,
]


def box(mask: Grid) -> tuple[slice, slice]:
    """The smallest box around what is true."""
    rows, columns = np.nonzero(mask)
    return slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1)


def things(mask: Grid, corners: bool = False) -> list[Grid]:
    """The connected parts of a mask."""
    reach = [by for by in product((-1, 0, 1), (-1, 0, 1)) if corners or 0 in by]
    left, found = {tuple(map(int, cell)) for cell in np.argwhere(mask)}, []
    while left:
        thing, waiting = np.zeros(mask.shape, dtype=bool), [left.pop()]
        while waiting:
            cell = waiting.pop()
            thing[cell] = True
            near = {(cell[0] + down, cell[1] + right) for down, right in reach} & left
            left -= near
            waiting += near
        found.append(thing)
    return found


def shift(grid: Grid, down: int, right: int, around: bool = False) -> Grid:
    """Everything moved; what leaves is gone, or comes in at the other side."""
    found = np.zeros_like(grid)
    for (row, column), value in np.ndenumerate(grid):
        at = row + down, column + right
        if around:
            at = at[0] % grid.shape[0], at[1] % grid.shape[1]
        if 0 <= at[0] < grid.shape[0] and 0 <= at[1] < grid.shape[1]:
            found[at] = value
    return found


# The whole grid


@claims("symmetric_copy", "seen_from_elsewhere")
def _turned(pairs: Pairs) -> bool:
    return explained(pairs, SYMMETRIES)


@claims("magnified")
def _magnified(pairs: Pairs) -> bool:
    scales = [np.ones(scale, dtype=int) for scale in product((1, 2, 3), (1, 2, 3))]
    backwards = [(output, given) for given, output in pairs]
    return any(explained(way, [lambda g, s=s: np.kron(g, s) for s in scales]) for way in (pairs, backwards))


@claims("repeated")
def _repeated(pairs: Pairs) -> bool:
    return explained(pairs, [lambda g, r=r, c=c: np.tile(g, (r, c)) for r, c in product((1, 2, 3), (1, 2, 3))])


@claims("kaleidoscope", "mirrored_tiles", "mirrored_quarters")
def _tiles(pairs: Pairs) -> bool:
    """Each place of the output holds the grid in one way, which is the same in all pairs."""
    for down, across in product((1, 2, 3), (1, 2, 3)):
        if any(output.shape != (g.shape[0] * down, g.shape[1] * across) for g, output in pairs):
            continue
        cut = [[np.split(row, across, axis=1) for row in np.split(output, down)] for _, output in pairs]
        return all(
            explained([(g, tiles[r][c]) for (g, _), tiles in zip(pairs, cut, strict=True)], SYMMETRIES)
            for r, c in product(range(down), range(across))
        )
    return False


@claims("renamed_colours", "b1948b0a colour_replaced")
def _renamed(pairs: Pairs) -> bool:
    return by_cell(pairs, lambda given: [given])


@claims("cropped")
def _cropped(pairs: Pairs) -> bool:
    def crop(ground: int, emptied: bool) -> Step:
        return lambda g: np.where((part := g[box(g != ground)]) == ground, 0, part) if emptied else g[box(g != ground)]

    return explained(pairs, [crop(ground, emptied) for ground in range(10) for emptied in (False, True)])


@claims("shifted")
def _shifted(pairs: Pairs) -> bool:
    steps = product(range(-3, 4), range(-3, 4), (False, True))
    return explained(pairs, [lambda g, how=how: shift(g, *how) for how in steps])


@claims("completed_symmetry")
def _completed(pairs: Pairs) -> bool:
    def mirrored(flips: list[Step]) -> Step:
        return lambda g: np.max([g, *(flip(g) for flip in flips)], axis=0)

    up, left = SYMMETRIES[5], SYMMETRIES[6]

    def keeps_all(given: Grid, output: Grid) -> bool:
        return given.shape == output.shape and bool((output[given > 0] == given[given > 0]).all())

    if not all(keeps_all(*pair) for pair in pairs):
        return False
    single = explained(pairs, [mirrored([up]), mirrored([left])])
    # Where both ways are mirrored, a cell that has a colour already keeps it.
    return single or any(
        all(same(first(o), o) and same(second(o) > 0, o > 0) for _, o in pairs)
        for first, second in ((up, left), (left, up))
    )


@claims("bordered")
def _bordered(pairs: Pairs) -> bool:
    inner = all(
        same(given if output.shape != given.shape else given[1:-1, 1:-1], output[1:-1, 1:-1]) for given, output in pairs
    )
    edges = {int(v) for _, o in pairs for v in (*o[0, 1:-1], *o[-1, 1:-1], *o[1:-1, 0], *o[1:-1, -1])}
    corners = {int(v) for _, o in pairs for v in o[np.ix_([0, -1], [0, -1])].flat}
    return inner and len(edges) == len(corners) == 1


@claims("d631b094 counted")
def _counted(pairs: Pairs) -> bool:
    for given, output in pairs:
        (colour,) = set(given.flat) - {0}
        line = output.ravel()
        count = int((given > 0).sum())
        if 1 not in output.shape or list(line[:count]) != [colour] * count or line[count:].any():
            return False
    return True


@claims("commonest_colour")
def _commonest(pairs: Pairs) -> bool:
    def kept(rarest: bool, small: bool, other: int) -> Step:
        def step(g: Grid) -> Grid:
            values, counts = np.unique(g, return_counts=True)
            colour = values[counts.argmin() if rarest else counts.argmax()]
            return np.full((1, 1), colour) if small else np.where(g == colour, colour, other)

        return step

    return explained(pairs, [kept(*choice) for choice in product((False, True), (False, True), range(10))])


@claims("fallen")
def _fallen(pairs: Pairs) -> bool:
    """In every line of the direction of fall, the colours keep their order, and nothing could fall further."""

    def fell(turn: Step, stop: int) -> bool:
        for given, output in pairs:
            a, b = turn(given), turn(output)
            if a.shape != b.shape:
                return False
            for before, after in zip(a.T, b.T, strict=True):
                if list(before[before > 0]) != list(after[after > 0]):
                    return False
                if stop and not np.array_equal(before == stop, after == stop):
                    return False
                empty = np.flatnonzero(after == 0)
                # Above an empty cell there is none that could fall into it.
                if any(after[place - 1] not in (0, stop) for place in empty if place):
                    return False
        return True

    return any(fell(turn, stop) for turn in SYMMETRIES[:4] for stop in range(10))


@claims("hidden_part_of_mosaic")
def _uncovered(pairs: Pairs) -> bool:
    def uncover(cover: int, alone: bool) -> Step:
        def step(g: Grid) -> Grid | None:
            hidden = g == cover
            if not hidden.any():
                return None
            whole = g.copy()
            for flip in (SYMMETRIES[5], SYMMETRIES[6], SYMMETRIES[2]):
                whole = np.where(whole == cover, flip(whole), whole)
            return whole[box(hidden)] if alone else whole

        return step

    return explained(pairs, [uncover(cover, alone) for cover in range(1, 10) for alone in (False, True)])


@claims("25d8a9c8 uniform_rows")
def _uniform(pairs: Pairs) -> bool:
    def marked(g: Grid, mark: int, alike: bool) -> Grid:
        return np.where(((g == g[:, :1]).all(axis=1) == alike)[:, None], mark, 0) + np.zeros_like(g)

    choices = list(product(range(1, 10), (False, True)))
    return any(
        explained([(turn(a), turn(b)) for a, b in pairs], [lambda g, how=how: marked(g, *how) for how in choices])
        for turn in (SYMMETRIES[0], SYMMETRIES[4])
    )


# Parts laid over each other


def parts_of(given: Grid, output: Grid) -> list[list[Grid]]:
    """Every way to cut `given` into parts of the output's shape, with or without lines of one colour between them."""
    rows, columns = output.shape
    found = []
    for gap in (0, 1):
        down, right = (given.shape[0] + gap) / (rows + gap), (given.shape[1] + gap) / (columns + gap)
        if down.is_integer() and right.is_integer() and down * right > 1:
            tops, lefts = [i * (rows + gap) for i in range(int(down))], [i * (columns + gap) for i in range(int(right))]
            found.append([given[top : top + rows, left : left + columns] for top in tops for left in lefts])
    return found


def by_cell(pairs: Pairs, layers: Callable[[Grid], list[Grid]]) -> bool:
    """Whether each cell of the output follows from the cells in the same place of all layers."""
    table: dict[tuple[int, ...], int] = {}
    for given, output in pairs:
        stack = np.stack(layers(given))
        if stack.shape[1:] != output.shape:
            return False
        for place in np.ndindex(output.shape):
            key = tuple(int(v) for v in stack[(slice(None), *place)])
            if table.setdefault(key, int(output[place])) != output[place]:
                return False
    return True


@claims(
    "boolean_operation",
    "which_half",
    "priority",
    "layers",
    "3428a4f5 halves_that_differ",
    "99b1bc43 coloured_halves_that_differ",
    "halves_both_empty",
)
def _overlaid(pairs: Pairs) -> bool:
    ways = [parts_of(*pair) for pair in pairs]
    if not all(ways):
        return False
    for way in range(max(map(len, ways))):
        chosen = {
            given.tobytes(): found[min(way, len(found) - 1)] for (given, _), found in zip(pairs, ways, strict=True)
        }
        if by_cell(pairs, lambda given, chosen=chosen: chosen[given.tobytes()]):
            return True
    return False


@claims("repeated_part", "one_of_the_repeats")
def _one_part(pairs: Pairs) -> bool:
    return all(
        any(all(same(part, output) for part in parts) for parts in parts_of(given, output)) for given, output in pairs
    )


@claims("odd_part_out")
def _odd_symmetry(pairs: Pairs) -> bool:
    def lonely(given: Grid, output: Grid) -> bool:
        for parts in parts_of(given, output):
            alike = [part for part in parts if same(part.T, part) == same(output.T, output)]
            if len(parts) > 2 and len(alike) == 1 and same(alike[0], output):
                return True
        return False

    return all(lonely(*pair) for pair in pairs) and len({same(o.T, o) for _, o in pairs}) == 1


@claims("minority_shape")
def _odd_shape(pairs: Pairs) -> bool:
    def lonely(given: Grid, output: Grid) -> bool:
        for parts in parts_of(given, output):
            masks = [part > 0 for part in parts]
            odd = [part for part, mask in zip(parts, masks, strict=True) if sum(same(mask, m) for m in masks) == 1]
            if len(odd) == 1 and same(odd[0], output):
                return True
        return False

    return all(lonely(*pair) for pair in pairs)


@claims("folded")
def _folded(pairs: Pairs) -> bool:
    def fold(g: Grid, keeps: bool) -> Grid | None:
        half = g.shape[1] // 2
        if g.shape[1] % 2:
            return None
        over = np.where(g[:, half:] > 0, g[:, half:], g[:, :half][:, ::-1])
        return np.concatenate([g[:, :half], over], axis=1) if keeps else over

    return any(
        explained([(turn(a), turn(b)) for a, b in pairs], [lambda g, k=k: fold(g, k) for k in (False, True)])
        for turn in SYMMETRIES
    )


@claims("quarter_of_another_colour")
def _another_colour(pairs: Pairs) -> bool:
    for given, output in pairs:
        (colour,) = set(output.flat) - {0} if len(set(output.flat) - {0}) == 1 else (0,)
        if colour == 0 or not same(given[box(given == colour)], output):
            return False
        if len(set(given.flat) - {0, colour}) != 1:
            return False
    return True


@claims("quarter_with_a_speck")
def _speck(pairs: Pairs) -> bool:
    def lonely(given: Grid, output: Grid, without: bool) -> bool:
        for parts in parts_of(given, output):
            found = [part for part in parts if (len(set(part.flat)) == 1) == without]
            if len(found) == 1 and same(found[0], output):
                return True
        return False

    return any(all(lonely(*pair, without) for pair in pairs) for without in (False, True))


@claims("sectors_with_two_dots")
def _sectors(pairs: Pairs) -> bool:
    """Which cells are marked follows from the number of dots in their sectors."""
    marked: dict[int, set[int]] = {}
    for given, output in pairs:
        side, rest = divmod(given.shape[0] + 1, len(output))
        if rest:
            return False
        for place, value in np.ndenumerate(output):
            top, left = place[0] * side, place[1] * side
            dots = int((given[top : top + side - 1, left : left + side - 1] > 0).sum())
            marked.setdefault(dots, set()).add(int(value))
    return all(len(values) == 1 for values in marked.values())


# Things in the grid


@claims("963e52fc pattern_carried_on")
def _carried_on(pairs: Pairs) -> bool:
    def carried(given: Grid, output: Grid) -> bool:
        columns = given.shape[1]
        if not same(given, output[:, :columns]) or output.shape[1] not in (2 * columns, 3 * columns):
            return False
        return any(same(output[:, period:], output[:, :-period]) for period in range(1, columns // 2 + 1))

    return any(all(carried(turn(a), turn(b)) for a, b in pairs) for turn in (SYMMETRIES[0], SYMMETRIES[4]))


@claims("a699fb00 connected")
def _connected(pairs: Pairs) -> bool:
    """Nothing that was there is gone, and every new cell lies between two cells of one colour in its row or column."""
    new: set[int] = set()
    for given, output in pairs:
        if given.shape != output.shape or not (output[given > 0] == given[given > 0]).all():
            return False
        for row, column in zip(*np.nonzero(output != given), strict=True):
            lines = ((given[row], column), (given[:, column], row))
            ends = [(line[:at][line[:at] > 0], line[at + 1 :][line[at + 1 :] > 0]) for line, at in lines]
            if not any(len(a) and len(b) and a[-1] == b[0] for a, b in ends):
                return False
            new.add(int(output[row, column]))
    return True


@claims("e8593010 coloured_by_size")
def _by_size(pairs: Pairs) -> bool:
    """The colour of each hole in the ground follows from its number of cells."""
    colours: dict[int, set[int]] = {}
    for given, output in pairs:
        changed = given != output
        ground = set(given[changed].flat)
        if len(ground) != 1:
            return False
        for thing in things(given == ground.pop()):
            found = set(output[thing].flat)
            if len(found) != 1:
                return False
            colours.setdefault(int(thing.sum()), set()).update(int(v) for v in found)
    return all(len(found) == 1 for found in colours.values())


@claims("3aa6fb7a missing_corners")
def _corners(pairs: Pairs) -> bool:
    new: set[int] = set()
    for given, output in pairs:
        if given.shape != output.shape or not (output[given > 0] == given[given > 0]).all():
            return False
        for thing in things(output > 0):
            place = box(thing)
            added = (given != output)[place]
            if not thing[place].all() or added.sum() != 1:
                return False
            (at,) = zip(*np.nonzero(added), strict=True)
            if at[0] not in (0, added.shape[0] - 1) or at[1] not in (0, added.shape[1] - 1):
                return False
            new.add(int(output[place][added][0]))
    return len(new) == 1


@claims("b230c067 odd_shape_out")
def _marked_odd(pairs: Pairs) -> bool:
    """All shapes but one are the same, and their new colour, the same everywhere, differs from the odd one's."""
    choices = set()
    for given, output in pairs:
        shapes = [(given[box(t)] > 0, {int(v) for v in output[t].flat}) for t in things(given > 0, corners=True)]
        if any(len(colours) != 1 for _, colours in shapes) or output[given == 0].any():
            return False
        odd = [colours for shape, colours in shapes if sum(same(shape, other) for other, _ in shapes) == 1]
        rest = {c for shape, colours in shapes if sum(same(shape, o) for o, _ in shapes) > 1 for c in colours}
        if len(odd) != 1 or len(rest) != 1:
            return False
        choices.add((odd[0].pop(), rest.pop()))
    return len(choices) == 1


@claims("d364b489 framed_in_four_colours")
def _framed(pairs: Pairs) -> bool:
    """Where a neighbour is, and nothing else, says what colour it has."""

    def framed(steps: list[tuple[int, int]]) -> bool:
        sides: dict[tuple[int, int], set[int]] = {}
        for given, output in pairs:
            rest = output.copy()
            for row, column in np.argwhere(given):
                rest[row, column] = 0
                for by in steps:
                    at = row + by[0], column + by[1]
                    if 0 <= at[0] < given.shape[0] and 0 <= at[1] < given.shape[1]:
                        sides.setdefault(by, set()).add(int(output[at]))
                        rest[at] = 0
            if rest.any() or not (output[given > 0] == given[given > 0]).all():
                return False
        return all(len(found) == 1 for found in sides.values())

    return framed([(-1, 0), (1, 0), (0, -1), (0, 1)]) or framed([(-1, -1), (-1, 1), (1, -1), (1, 1)])


@claims("7468f01a cropped_and_mirrored")
def _cut_and_turned(pairs: Pairs) -> bool:
    def cut(ground: int, symmetry: Step) -> Step:
        return lambda g: symmetry(g[box(g != ground)]) if (g != ground).any() else None

    return explained(pairs, [cut(ground, symmetry) for ground in range(10) for symmetry in SYMMETRIES])


@claims("25ff71a9 moved_by_a_step")
def _moved(pairs: Pairs) -> bool:
    steps = product(range(-6, 7), range(-6, 7))
    return explained(pairs, [lambda g, by=by: shift(g, *by) for by in steps])
