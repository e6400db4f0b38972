"""Which puzzle each row of a published ARC checkpoint's embedding table stands for: the dataset's `identifiers.json`.

A list of names, whose index is the row: `<blank>`, then for each task its id and its augmentations, as in
`007bbfb7|||t3|||0912834567`: symmetry 3, then colour 1 called 9, 2 called 1 and so on. The checkpoint lacks it.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from solver.messages import Template
from solver.model.errors import CheckpointError, read_checkpoint_json
from solver.puzzles.arc.task import COLOURS

BLANK = "<blank>"
SEPARATOR = "|||"
LARGEST_MAP = 256 << 20
"""Bytes; that of ARC-AGI-1, a thousand augmentations of each of 960 tasks, has about 30 MB."""
_AUGMENTED = re.compile(r"t([0-7])\|\|\|([0-9]{10})")

NO_LIST = Template("identifiers.no_list", "{file} is not a list of names.")
NO_BLANK = Template(
    "identifiers.no_blank", "{file} does not start with {blank}. Choose the identifiers.json of the published data set."
)
NO_TASK = Template("identifiers.no_task", "{file} has no task {task}. It has, among others: {known}.")
NO_AUGMENTATION = Template(
    "identifiers.no_augmentation", "Entry {row} of {file} is {name}, which is not an augmentation."
)


@dataclass(frozen=True)
class Augmentation:
    """One way in which a task was shown to the network, under an identifier of its own."""

    row: int
    """The identifier, an index into the embedding table."""
    symmetry: int = 0
    """As published: 0 to 3 quarter turns, 4 and 5 mirrored left to right and top to bottom, 6 and 7 over a diagonal."""
    colours: tuple[int, ...] = tuple(range(COLOURS))
    """What each colour is called in it."""


def read_identifiers(file: Path) -> list[str]:
    """The names, by row; raises `CheckpointError`."""
    names = read_checkpoint_json(file, LARGEST_MAP)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise CheckpointError(NO_LIST(file=file.name))
    if not names or names[0] != BLANK:
        raise CheckpointError(NO_BLANK(file=file.name, blank=BLANK))
    return list(names)


def write_identifiers(names: Sequence[str], file: Path) -> None:
    """`read_identifiers` reads this back."""
    file.write_text(json.dumps(list(names), indent=0) + "\n", "utf-8")


def task_of(name: str) -> str:
    """The id of the task that a name is of."""
    return name.split(SEPARATOR, 1)[0]


def known_tasks(names: Sequence[str]) -> list[str]:
    """The ids of all tasks, in their order."""
    return list(dict.fromkeys(task_of(name) for name in names if name != BLANK))


def rows_of(names: Sequence[str], tasks: Sequence[str], source: str) -> list[int]:
    """The blank one and all rows of these tasks, in their order; raises `CheckpointError` for a task without any."""
    known = known_tasks(names)
    for task in tasks:
        if task not in known:
            raise CheckpointError(NO_TASK(file=source, task=task, known=tuple(known[:3])))
    return [0] + [row for row, name in enumerate(names) if row and task_of(name) in tasks]


def augmentations(names: Sequence[str], task: str, source: str) -> list[Augmentation]:
    """How the network knows a task: as it is, then its augmentations; empty if it doesn't. Raises `CheckpointError`."""
    found: list[Augmentation] = []
    for row, name in enumerate(names):
        if name == BLANK or task_of(name) != task:
            continue
        if name == task:
            found.insert(0, Augmentation(row))
            continue
        read = _AUGMENTED.fullmatch(name.removeprefix(task + SEPARATOR))
        colours = tuple(map(int, read[2])) if read else ()
        if read is None or sorted(colours) != list(range(COLOURS)):
            raise CheckpointError(NO_AUGMENTATION(file=source, row=row, name=name))
        found.append(Augmentation(row, int(read[1]), colours))
    return found
