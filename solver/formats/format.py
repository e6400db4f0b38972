"""What a file format is: its name and endings, how to recognise it, and how to read and write it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solver.formats.content import Content
from solver.formats.read_puzzle import ReadPuzzle
from solver.puzzles.base import Puzzle

NO = 0.0
"""Not this format."""
MAYBE = 0.3
"""Nothing speaks against it, but other formats look like this too."""
LIKELY = 0.6
"""It has the shape of this format."""
CERTAIN = 1.0
"""A signature or a structure that no other format has."""


@dataclass(frozen=True)
class Format:
    """One file format; `read` or `unwrap` is set."""

    key: str
    """What `--to` calls it."""
    name: str
    """What a person calls it, as in “Sudoku, one line each”."""
    kind: str | None
    """The kind of its puzzles; None where there can be several."""
    endings: tuple[str, ...]
    """Usual endings with their dot, in lower case, the usual one first. Never looked at to recognise a file."""
    sniff: Callable[[Content], float]
    """How sure it is that the content is in this format, 0 to 1."""
    read: Callable[[Content], list[ReadPuzzle]] | None = None
    """Every puzzle, good and bad; raises `PuzzleError` where the content as a whole cannot be read."""
    write: Callable[[Sequence[Puzzle]], bytes] | None = None
    """A file that `read` reads back; None where the format is only read."""
    unwrap: Callable[[Content], list[Content]] | None = None
    """The contents inside a container; raises `PuzzleError` where there is none."""
    single: bool = False
    """Whether a written file holds one puzzle at most."""
    usual: bool = False
    """Whether its kind is written in it unless another is asked for."""
    writes: tuple[str, ...] = ()
    """The kinds that it writes, where `kind` is None."""

    @property
    def written_kinds(self) -> tuple[str, ...]:
        """The kinds of puzzle that it writes."""
        if self.write is None:
            return ()
        return self.writes if self.kind is None else (self.kind,)
