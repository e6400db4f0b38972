"""What a generator of ARC tasks is, and what many of them draw with."""

from collections.abc import Callable, Iterator

import numpy as np

from solver.puzzles.arc.task import COLOURS, LARGEST
from solver.puzzles.base import BoolGrid, IntGrid

Pair = tuple[IntGrid, IntGrid]
"""Input and output, each [rows, columns] of colours."""
Rule = Callable[[np.random.Generator], Pair]
"""One task: each call draws another of its pairs."""
Family = Callable[[np.random.Generator], Rule]
"""Draws a task: which of the rule's colours, directions and sizes hold for all of its pairs."""

FAMILIES: dict[str, Family] = {}
"""By the id of the ARC-AGI-1 training task whose rule it is, or is akin to it, and the generator's name."""


class Undrawable(Exception):
    """Chance led to a pair that the rule does not fit; another is to be drawn."""


def family(task: str) -> Callable[[Family], Family]:
    """Register a generator under the id of its task."""

    def register(function: Family) -> Family:
        FAMILIES[f"{task} {function.__name__}"] = function
        return function

    return register


def draw_pairs(rule: Rule, count: int, random: np.random.Generator) -> list[Pair]:
    """`count` different pairs; fewer if the rule does not yield as many in four times as many tries."""
    found: dict[bytes, Pair] = {}
    for _ in range(4 * count):
        if len(found) == count:
            break
        try:
            given, output = rule(random)
        except Undrawable:
            continue
        if max(*given.shape, *output.shape) <= LARGEST:
            found[given.tobytes() + bytes(given.shape)] = given, output
    return list(found.values())


def some_colours(random: np.random.Generator, count: int, *, but: tuple[int, ...] = (0,)) -> list[int]:
    """So many different colours, none of `but`."""
    return [int(c) for c in random.permutation([c for c in range(COLOURS) if c not in but])[:count]]


def between(random: np.random.Generator, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both included."""
    return int(random.integers(low, high + 1))


def chance(random: np.random.Generator, share: float) -> bool:
    """True that often."""
    return bool(random.random() < share)


def filled(rows: int, columns: int, colour: int = 0) -> IntGrid:
    """[rows, columns] of one colour."""
    return np.full((rows, columns), colour, dtype=np.int64)


def noise(random: np.random.Generator, rows: int, columns: int, palette: list[int]) -> IntGrid:
    """[rows, columns] of colours drawn from `palette`."""
    return random.choice(np.array(palette, dtype=np.int64), (rows, columns))


def sprinkled(random: np.random.Generator, grid: IntGrid, share: float, palette: list[int]) -> IntGrid:
    """A copy with that share of the cells recoloured."""
    return np.where(random.random(grid.shape) < share, noise(random, grid.shape[0], grid.shape[1], palette), grid)


def blob(random: np.random.Generator, rows: int, columns: int, share: float = 0.6) -> BoolGrid:
    """[rows, columns]: a connected shape that touches all four sides, with about that share of the cells."""
    mask = np.zeros((rows, columns), dtype=bool)
    r, c = int(random.integers(rows)), int(random.integers(columns))
    mask[r, c] = True
    while mask.mean() < share or not (mask[0].any() and mask[-1].any() and mask[:, 0].any() and mask[:, -1].any()):
        grown = mask.copy()
        grown[1:] |= mask[:-1]
        grown[:-1] |= mask[1:]
        grown[:, 1:] |= mask[:, :-1]
        grown[:, :-1] |= mask[:, 1:]
        edge = np.argwhere(grown & ~mask)
        mask[tuple(edge[int(random.integers(len(edge)))])] = True
    return mask


def components(mask: BoolGrid, *, diagonal: bool = False) -> Iterator[BoolGrid]:
    """The mask's connected parts, each [rows, columns], in reading order of their first cells."""
    left = {(int(r), int(c)) for r, c in np.argwhere(mask)}
    steps = [(1, 0), (-1, 0), (0, 1), (0, -1)] + ([(1, 1), (1, -1), (-1, 1), (-1, -1)] if diagonal else [])
    for start in sorted(left):
        if start not in left:
            continue
        left.discard(start)
        part, open_cells = np.zeros(mask.shape, dtype=bool), [start]
        while open_cells:
            r, c = open_cells.pop()
            part[r, c] = True
            for down, right in steps:
                if (r + down, c + right) in left:
                    left.discard((r + down, c + right))
                    open_cells.append((r + down, c + right))
        yield part


def bounding_box(mask: BoolGrid) -> tuple[slice, slice]:
    """The rows and columns that the mask's cells lie in; `Undrawable` if it has none."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        raise Undrawable
    return slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)


def free_place(
    random: np.random.Generator, taken: BoolGrid, rows: int, columns: int, *, gap: int = 1
) -> tuple[slice, slice]:
    """Where a box of that size has no taken cell in it or within `gap` of it; `Undrawable` if not found in 60 tries."""
    height, width = taken.shape
    if rows > height or columns > width:
        raise Undrawable
    for _ in range(60):
        r, c = int(random.integers(height - rows + 1)), int(random.integers(width - columns + 1))
        if not taken[max(0, r - gap) : r + rows + gap, max(0, c - gap) : c + columns + gap].any():
            return slice(r, r + rows), slice(c, c + columns)
    raise Undrawable


def turned(random: np.random.Generator) -> Callable[[IntGrid], IntGrid]:
    """One of the eight symmetries of the square, to be applied to all grids of a task."""
    quarters, mirrored = int(random.integers(4)), chance(random, 0.5)
    return lambda grid: np.rot90(grid.T if mirrored else grid, quarters).copy()
