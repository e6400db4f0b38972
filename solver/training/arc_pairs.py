"""Further pairs of ARC's training tasks from a file, such as those that RE-ARC's generators made."""

import os
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from solver.puzzles.arc.collections import ARC_AGI_1, ARC_AGI_2, SPLITS, collection_ids, collection_task
from solver.puzzles.arc.symmetry import canonical_pair
from solver.puzzles.arc.task import COLOURS, ArcGrid, ArcTask
from solver.training.config import ConfigError

Pair = tuple[ArcGrid, ArcGrid]
Kind = tuple[tuple[int, ...], ...]


def read_pairs(name: str, tasks: Sequence[ArcTask]) -> dict[str, list[Pair]]:
    """The pairs of each of these tasks in the file of that name, by the task's id.

    The file lies in the folder that PONDER_DATA names. It is an .npz of `ids` [T]; for each pair `task`, an index into
    `ids`, and `shapes`, the rows and columns of its input and output; and `cells`, all grids one after the other. Left
    out are other tasks' pairs, and any that is a pair of an evaluation task, turned, mirrored, recoloured or not.
    Raises `ConfigError`.
    """
    folder = os.environ.get("PONDER_DATA", "")
    if not folder:
        raise ConfigError(f"The pairs in {name} are in the folder that PONDER_DATA names. Set that variable.")
    file = Path(folder) / name
    try:
        with np.load(file) as arrays:
            ids, task, shapes, cells = (arrays[part] for part in ("ids", "task", "shapes", "cells"))
        sizes = shapes.astype(np.int64)[:, ::2] * shapes[:, 1::2]
        if not (sizes.sum() == len(cells) and len(task) == len(shapes) and (cells < COLOURS).all()):
            raise ValueError("its arrays do not fit each other")
        owners = [str(ids[index]) for index in task.tolist()]
    except (OSError, ValueError, KeyError, IndexError, zipfile.BadZipFile) as error:
        raise ConfigError(f"The pairs in {file} cannot be read: {error}.") from None
    wanted = {task.name for task in tasks}
    kept_out = _EvaluationPairs()
    ends = sizes.cumsum().reshape(sizes.shape)
    found: dict[str, list[Pair]] = defaultdict(list)
    for owner, shape, size, end in zip(owners, shapes.tolist(), sizes.tolist(), ends.tolist(), strict=True):
        if owner not in wanted:
            continue
        given, output = (
            tuple(map(tuple, cells[last - count : last].reshape(form).tolist()))
            for count, last, form in zip(size, end, (shape[:2], shape[2:]), strict=True)
        )
        if (given, output) not in kept_out:
            found[owner].append((given, output))
    return dict(found)


class _EvaluationPairs:
    """The pairs of both benchmarks' evaluation tasks, in whatever view."""

    def __init__(self) -> None:
        self._known: dict[Kind, set[object]] = defaultdict(set)
        for name in (ARC_AGI_1, ARC_AGI_2):
            for identifier in collection_ids(SPLITS[1], name):
                task = collection_task(identifier, name)
                for pair in (*task.train, *task.test):
                    if pair.output is not None:
                        self._known[_kind((pair.input, pair.output))].add(canonical_pair(pair.input, pair.output))

    def __contains__(self, pair: Pair) -> bool:
        # Comparing in all views takes long, and hardly any pair is even of the same kind as one of theirs.
        known = self._known.get(_kind(pair))
        return known is not None and canonical_pair(*pair) in known


def _kind(pair: Pair) -> Kind:
    """What no view of a pair changes: the grids' sides, and how many cells its colours have, not which."""
    return tuple(part for grid in pair for part in (tuple(sorted((len(grid), len(grid[0])))), _counts(grid)))


def _counts(grid: Iterable[Iterable[int]]) -> tuple[int, ...]:
    cells = np.fromiter((cell for row in grid for cell in row), np.int64)
    return tuple(sorted(np.bincount(cells, minlength=COLOURS).tolist()))
