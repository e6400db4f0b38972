"""ARC tasks drawn from all generators of `solver.training.arc_rules`."""

import multiprocessing
import pkgutil
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from zlib import crc32

import numpy as np

from solver.puzzles.arc.task import ArcGrid, ArcPair, ArcTask
from solver.puzzles.base import IntGrid
from solver.training import arc_rules
from solver.training.arc_rules.rule import FAMILIES, Family, draw_pairs
from solver.training.config import ConfigError

FEWEST_PAIRS = 3
"""A drawn rule that comes up with fewer is drawn again."""
TRIES = 20


def families(modules: Sequence[str] = ()) -> dict[str, Family]:
    """The generators of these modules of `arc_rules`, or of all, sorted by their keys in `FAMILIES`.

    Raises `ConfigError` if there is no such module.
    """
    found = [module.name for module in pkgutil.iter_modules(arc_rules.__path__)]
    for name in modules:
        if name not in found:
            raise ConfigError(f"There is no module of generators called {name!r}; there are {', '.join(found)}.")
    names = [f"{arc_rules.__name__}.{name}" for name in modules or found]
    for name in names:
        import_module(name)
    return {key: family for key, family in sorted(FAMILIES.items()) if family.__module__ in names}


def generated_tasks(
    each: int, pairs: int, seed: int, *, modules: Sequence[str] = (), processes: int = 1
) -> list[ArcTask]:
    """`each` tasks of every generator of these modules, or of all; a function of the seed.

    They have up to `pairs` demonstrations. Their test inputs say nothing: they are the first demonstrations' again.
    """
    if not each:
        return []
    names = list(families(modules))
    draw = partial(_tasks, each, pairs, seed)
    if processes == 1:
        found = list(map(draw, names))
    else:
        # A fork would take torch's threads with it, half dead.
        with multiprocessing.get_context("spawn").Pool(processes) as pool:
            found = pool.map(draw, names, chunksize=1)
    return [task for tasks in found for task in tasks]


def _tasks(each: int, pairs: int, seed: int, name: str) -> list[ArcTask]:
    return [_task(name, number, pairs, seed) for number in range(each)]


def _task(name: str, number: int, count: int, seed: int) -> ArcTask:
    random = np.random.default_rng([seed, crc32(name.encode()), number])
    for _ in range(TRIES):
        pairs = draw_pairs(families()[name](random), count, random)
        if len(pairs) >= min(FEWEST_PAIRS, count):
            drawn = tuple(ArcPair(_grid(given), _grid(output)) for given, output in pairs)
            return ArcTask(drawn, (ArcPair(drawn[0].input),), f"{name}-{number}")
    raise RuntimeError(f"The generator of {name} draws too few pairs.")


def _grid(cells: IntGrid) -> ArcGrid:
    return tuple(tuple(row) for row in cells.tolist())
