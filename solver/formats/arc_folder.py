"""A folder of ARC tasks, one file each, as the benchmark comes."""

from collections.abc import Iterator
from pathlib import Path

from solver.formats.files import read_content
from solver.puzzles.arc.task import ArcTask, read_task
from solver.puzzles.base import PuzzleError


def read_task_folder(folder: Path) -> Iterator[tuple[Path, ArcTask | PuzzleError]]:
    """Each `.json` file of a folder in order, with its task or why it has none; `OSError` for what can't be read."""
    for file in sorted(folder.iterdir()):
        if file.suffix == ".json" and file.is_file():
            try:
                yield file, read_task(read_content(file), file.stem)
            except PuzzleError as error:
                yield file, error
