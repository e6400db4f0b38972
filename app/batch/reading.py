"""Reading what a batch is to solve: one file with many puzzles, or every file of a folder. Runs in a worker."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.documents.entry import Entry
from app.documents.opening import Opened, read_file
from app.runtime.background import explain
from app.words.messages import worded
from solver.cancelling import Cancelled
from solver.messages import Template
from solver.puzzles.base import PuzzleError


@dataclass(frozen=True, eq=False)
class Many:
    """The puzzles of a file or a folder."""

    name: str
    entries: tuple[Entry, ...]
    problems: tuple[str, ...] = ()
    """One sentence for each part that could not be read."""


NO_PUZZLE = Template("batch.no_puzzle", "There is no puzzle in the folder {name}.")


def read_many(path: Path, cancelled: Callable[[], bool]) -> Many:
    """All puzzles in `path`; raises `PuzzleError` if there is none, `OSError` if it cannot be read.

    In a folder, files without puzzles are skipped and listed as problems.
    """
    if not path.is_dir():
        opened = read_file(path, cancelled=cancelled)
        return Many(path.name, tuple(_labelled(opened, path.name)), tuple(map(worded, opened.problems)))
    entries: list[Entry] = []
    problems: list[str] = []
    for file in _files(path):
        if cancelled():
            break
        name = file.relative_to(path).as_posix()
        try:
            opened = read_file(file, cancelled=cancelled)
        except Cancelled:
            break
        # Whatever is wrong with one file, the others are read.
        except Exception as error:
            problems.append(f"{name}: {explain(error)[0]}")
            continue
        entries += _labelled(opened, name)
        problems += [f"{name}: {worded(problem)}" for problem in opened.problems]
    if not entries:
        raise PuzzleError(NO_PUZZLE(name=path.name))
    return Many(path.name, tuple(entries), tuple(problems))


def _labelled(opened: Opened, name: str) -> list[Entry]:
    """The puzzles of a file, without recordings, called by the file and, where there are several, their own label."""
    several = len(opened.entries) > 1
    labels = (f"{name} · {entry.label}" if several else name for entry in opened.entries)
    return [
        replace(entry, label=label, trace=None, others=()) for entry, label in zip(opened.entries, labels, strict=True)
    ]


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if _is_file(path) and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # In a folder that may not be looked into.
        return False
