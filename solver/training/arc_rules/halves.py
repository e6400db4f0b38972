"""Rules of ARC training tasks about two or more parts of a grid that are laid over each other."""

from collections.abc import Callable

import numpy as np

from solver.puzzles.base import BoolGrid, IntGrid
from solver.training.arc_rules.rule import Pair, Rule, between, chance, family, filled, some_colours, turned

_OPERATIONS: list[Callable[[BoolGrid, BoolGrid], BoolGrid]] = [
    lambda a, b: a & b,
    lambda a, b: a | b,
    lambda a, b: a ^ b,
    lambda a, b: ~(a | b),
    lambda a, b: ~(a & b),
    lambda a, b: ~(a ^ b),
    lambda a, b: a & ~b,
    lambda a, b: b & ~a,
]


def _divided(parts: list[IntGrid], divider: int | None, turn: Callable[[IntGrid], IntGrid]) -> IntGrid:
    """The parts side by side, with a column of the divider's colour between them, turned."""
    columns: list[IntGrid] = []
    for part in parts:
        if columns and divider is not None:
            columns.append(filled(len(part), 1, divider))
        columns.append(part)
    return turn(np.concatenate(columns, axis=1))


def _stacking(random: np.random.Generator) -> Callable[[IntGrid], IntGrid]:
    """Side by side or one below the other."""
    return (lambda grid: grid.T.copy()) if chance(random, 0.5) else (lambda grid: grid)


@family("0520fde7")
def boolean_operation(random: np.random.Generator) -> Rule:
    """A cell has the answer's colour where a boolean operation of the two halves holds."""
    operation = _OPERATIONS[between(random, 0, 7)]
    first, second, divider, result = some_colours(random, 4)
    if chance(random, 0.4):
        second = first
    line = divider if chance(random, 0.7) else None
    turn, side = _stacking(random), between(random, 3, 6)
    free = chance(random, 0.5)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = (between(random, 3, 8), between(random, 3, 8)) if free else (side, side)
        a, b = random.random((2, rows, columns)) < random.uniform(0.35, 0.65)
        given = _divided([np.where(a, first, 0), np.where(b, second, 0)], line, turn)
        return given, turn(np.where(operation(a, b), result, 0))

    return pair


@family("99b1bc43")
def which_half(random: np.random.Generator) -> Rule:
    """Cells of only the first, only the second, both or neither half get colours of their own."""
    first, second, divider = some_colours(random, 3)
    palette = random.integers(0, 10, 4)
    if len(set(palette.tolist())) == 1:
        palette[3] = (palette[3] + 1) % 10
    line = divider if chance(random, 0.7) else None
    turn, side = _stacking(random), between(random, 3, 6)

    def pair(random: np.random.Generator) -> Pair:
        a, b = random.random((2, side, side)) < 0.5
        given = _divided([np.where(a, first, 0), np.where(b, second, 0)], line, turn)
        return given, turn(palette[a * 2 + b * 1].astype(np.int64))

    return pair


@family("a68b268e")
def priority(random: np.random.Generator) -> Rule:
    """Layers lie on each other in a fixed order; the uppermost one that has a colour shows."""
    count = between(random, 2, 4)
    palette = some_colours(random, count + 1)
    order = random.permutation(count)
    turn, side = _stacking(random), between(random, 3, 6)
    line = palette[-1] if chance(random, 0.7) else None

    def pair(random: np.random.Generator) -> Pair:
        layers = [np.where(random.random((side, side)) < 0.45, colour, 0) for colour in palette[:count]]
        output = filled(side, side)
        for index in order:
            output = np.where(layers[index] > 0, layers[index], output)
        return _divided(layers, line, turn), turn(output)

    return pair


@family("7b7f7511")
def repeated_part(random: np.random.Generator) -> Rule:
    """The grid is one part, repeated; the answer is that part."""
    count, turn = between(random, 2, 4), _stacking(random)
    line = some_colours(random, 1)[0] if chance(random, 0.4) else None

    def pair(random: np.random.Generator) -> Pair:
        palette = np.array(some_colours(random, between(random, 2, 5), but=(line or 0,)))
        part = random.choice(palette, (between(random, 2, 6), between(random, 2, 5)))
        return _divided([part] * count, line, turn), turn(part)

    return pair


@family("662c240a")
def odd_part_out(random: np.random.Generator) -> Rule:
    """Of several square parts, the answer is the one that is not symmetric (or the only one that is)."""
    side, count, turn = between(random, 3, 4), between(random, 3, 4), _stacking(random)
    symmetric_wanted = chance(random, 0.4)
    line = some_colours(random, 1)[0] if chance(random, 0.5) else None

    def pair(random: np.random.Generator) -> Pair:
        parts, wanted = [], between(random, 0, count - 1)
        for index in range(count):
            part = random.choice(np.array(some_colours(random, 2, but=(line or 0,))), (side, side))
            if (index == wanted) == symmetric_wanted:
                part = np.where(np.tri(side, dtype=bool), part, part.T)
            elif (part == part.T).all():
                part[0, 1] = part.max() + part.min() - part[1, 0]
            parts.append(part)
        return _divided(parts, line, turn), turn(parts[wanted])

    return pair


@family("a87f7484")
def minority_shape(random: np.random.Generator) -> Rule:
    """Of several parts with one shape in different colours, the answer is the one of another shape."""
    turn, side = _stacking(random), 3

    def pair(random: np.random.Generator) -> Pair:
        count = between(random, 3, 6)
        palette = some_colours(random, count)
        shape, other = random.random((2, side, side)) < 0.5
        if (shape == other).all():
            other = ~shape
        wanted = between(random, 0, count - 1)
        parts = [np.where(other if i == wanted else shape, colour, 0) for i, colour in enumerate(palette)]
        return _divided(parts, None, turn), turn(parts[wanted])

    return pair


@family("e3497940")
def folded(random: np.random.Generator) -> Rule:
    """The grid folded on its middle: one half's marks come to lie on the other half, mirrored."""
    turn = turned(random)
    keeps = chance(random, 0.5)

    def pair(random: np.random.Generator) -> Pair:
        rows, half = between(random, 3, 9), between(random, 2, 5)
        a, b = some_colours(random, 2)
        left = np.where(random.random((rows, half)) < 0.25, a, 0)
        right = np.where(random.random((rows, half)) < 0.25, b, 0)
        over = np.where(right > 0, right, left[:, ::-1])
        output = np.concatenate([left, over], axis=1) if keeps else over
        return turn(np.concatenate([left, right], axis=1)), turn(output)

    return pair
