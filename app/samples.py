"""The puzzles that ship with Ponder to look at."""

from importlib.resources import files
from pathlib import Path

from app.document import Entry
from app.opening import read_file

FIRST = "sudoku_17_givens.txt"
"""What the first start shows: hard for people, and seven or so refinements for the model."""
SUPPLY = "sudoku_extreme.txt"
"""A long list for the generator, not a sample."""


def samples() -> list[Path]:
    """Every sample's file, in the order of their names."""
    folder = Path(str(files("assets"))) / "samples"
    return sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUPPLY)


def sample_title(path: Path) -> str:
    """“Maze perfect 21” for `maze_perfect_21.txt`, “ARC plus” for `arc_plus.json`."""
    return path.stem.replace("_", " ").capitalize().replace("Arc ", "ARC ")


def sample_entry(name: str) -> Entry:
    """The first puzzle of one sample; so small that it can be read at once."""
    path = next(path for path in samples() if path.name == name)
    return Entry(sample_title(path), read_file(path).entries[0].content)
