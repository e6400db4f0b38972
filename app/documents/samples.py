"""The sample puzzles that come with Ponder."""

from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.documents.entry import Entry
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import read_task
from solver.puzzles.base import Puzzle
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle

FIRST = "sudoku_tricky.txt"
"""What a start shows: hard for people; five to nine refinements for the bundled model give something to watch."""
OF_EACH_KIND = (FIRST, "maze_perfect_21.txt", "arc_plus.json")
"""What each start lists, and each new puzzle is listed before."""
SUPPLY = "sudoku_extreme.txt"
"""A long list for the generator, not a sample."""
FITTED = ("arc_plus.json",)
"""ARC samples that ship with a network fitted to them beforehand (`make adapted-samples`), so that they are answered at
once."""

TITLES = (
    QT_TRANSLATE_NOOP("samples", "ARC fill"),
    QT_TRANSLATE_NOOP("samples", "ARC plus"),
    QT_TRANSLATE_NOOP("samples", "ARC recolour"),
    QT_TRANSLATE_NOOP("samples", "ARC shadow"),
    QT_TRANSLATE_NOOP("samples", "Maze braided 21"),
    QT_TRANSLATE_NOOP("samples", "Maze obstacles 30"),
    QT_TRANSLATE_NOOP("samples", "Maze perfect 11"),
    QT_TRANSLATE_NOOP("samples", "Maze perfect 21"),
    QT_TRANSLATE_NOOP("samples", "Maze perfect 41"),
    QT_TRANSLATE_NOOP("samples", "Maze rooms 25"),
    QT_TRANSLATE_NOOP("samples", "Sudoku 17 givens"),
    QT_TRANSLATE_NOOP("samples", "Sudoku easy"),
    QT_TRANSLATE_NOOP("samples", "Sudoku expert"),
    QT_TRANSLATE_NOOP("samples", "Sudoku famous"),
    QT_TRANSLATE_NOOP("samples", "Sudoku hard"),
    QT_TRANSLATE_NOOP("samples", "Sudoku hardest"),
    QT_TRANSLATE_NOOP("samples", "Sudoku medium"),
    QT_TRANSLATE_NOOP("samples", "Sudoku tricky"),
)
"""For the translators: what `sample_title` comes to."""


def samples() -> list[Path]:
    """Every sample's file, in the order of their names."""
    folder = Path(str(files("assets"))) / "samples"
    return sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUPPLY)


def is_sample(path: Path) -> bool:
    """Whether it is the file of a sample."""
    return path in samples()


def sample_title(path: Path) -> str:
    """“Maze perfect 21” for `maze_perfect_21.txt`, “ARC plus” for `arc_plus.json`, in the window's language."""
    title = path.stem.replace("_", " ").capitalize().replace("Arc ", "ARC ")
    return QCoreApplication.translate("samples", title)


def sample_entry(name: str) -> Entry:
    """One of the samples that a start lists; so small that it can be read at once.

    These are written in the plainest form of their kind, with which their names begin. So the first window need not
    wait until all readers are imported.
    """
    path = next(path for path in samples() if path.name == name)
    return Entry(sample_title(path), _PLAIN[path.name.partition("_")[0]](path))


def _sudoku(path: Path) -> Puzzle:
    return SudokuPuzzle(tuple(map(int, path.read_text("ascii").strip())))


def _maze(path: Path) -> Puzzle:
    return MazePuzzle(tuple(path.read_text("ascii").splitlines()))


def _arc(path: Path) -> Puzzle:
    return ArcPuzzle(read_task(path.read_bytes(), path.stem))


_PLAIN: dict[str, Callable[[Path], Puzzle]] = {"sudoku": _sudoku, "maze": _maze, "arc": _arc}


def starting_entries() -> list[Entry]:
    """A sample of each kind."""
    return [replace(sample_entry(name), passing=True) for name in OF_EACH_KIND]
