"""Removes what programs that were killed left behind: a start does it in the background."""

from collections.abc import Iterable
from pathlib import Path

from solver.caches import adapted_folder
from solver.files import remove_leftovers
from solver.model.unfinished import remove_unfinished


def tidy(recent: Iterable[Path], checkpoints: Path) -> None:
    """Look into the folders of `recent` files, of kept networks and of imported `checkpoints`."""
    for folder in {adapted_folder(), *(file.parent for file in recent)}:
        remove_leftovers(folder)
    remove_unfinished(checkpoints)
