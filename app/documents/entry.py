"""One open puzzle with its recordings, and the sheet of those that belong to one file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents.disk import Stamp
from app.documents.draft import Content
from app.documents.guess import Guess
from app.documents.own_output import OwnOutputs
from app.documents.starts import Starts
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import Cell
from solver.trace import Trace


@dataclass(frozen=True, eq=False)
class Entry:
    """One open puzzle, and what the last solve recorded of it."""

    label: str
    content: Content
    trace: Trace | None = None
    others: tuple[Trace, ...] = ()
    """Of an ARC task: what the same solve recorded of its other test inputs. Else the recording of the last solve,
    while `trace` is the film of a start."""
    by_hand: bool = False
    """Whether a person made or changed it: typed, drawn or pasted."""
    unsure: frozenset[Cell] = frozenset()
    """Cells that were hard to read from a picture; a person confirms them before a solve."""
    guess: Guess | None = None
    """The person's own entries, which leave the puzzle as it is."""
    outputs: OwnOutputs | None = None
    """The same of an ARC task."""
    spent: float = 0.0
    """Seconds that a network has worked on the recordings since the puzzle was opened."""
    passing: bool = False
    """Whether nobody would miss it: a sample that was there at the start, an empty or a generated puzzle, untouched."""
    place: str = ""
    """In words, where it stands in its file."""
    starts: Starts | None = None
    """Of *Try 16 Starts*."""

    @property
    def traces(self) -> tuple[Trace, ...]:
        """Each recording of it, that of what is shown first."""
        return (() if self.trace is None else (self.trace,)) + self.others

    @property
    def film(self) -> tuple[object, ...]:
        """What is watched of it: anything else may change meanwhile."""
        return self.content, self.trace, self.others

    @property
    def shows_start(self) -> bool:
        """Whether the film of a start is shown."""
        return self.starts is not None and self.starts.shows(self.trace)

    @property
    def solve(self) -> Trace | None:
        """What the last solve recorded, even while the film of a start is shown."""
        if not self.shows_start:
            return self.trace
        return next((trace for trace in self.others if trace.puzzle == self.content), None)

    @property
    def lasting(self) -> tuple[Trace, ...]:
        """The recordings of solves; the films of starts are kept with the starts."""
        return tuple(trace for trace in self.traces if self.starts is None or not self.starts.shows(trace))

    @property
    def tried(self) -> bool:
        """Whether a network has worked on it."""
        return self.trace is not None or self.starts is not None

    @property
    def verified(self) -> bool:
        """Whether the rules have accepted an answer, in whichever of its recordings."""
        found = any(trace.verified is not None for trace in self.traces if trace.puzzle == self.content)
        return found or (self.starts is not None and any(line.ending == "verified" for line in self.starts.lines))

    def same_as(self, other: "Entry") -> bool:
        """Whether a file that holds one of them need not be written to hold the other."""
        return self is other or (
            _task(self.content) is _task(other.content)
            and set(map(id, self.lasting)) == set(map(id, other.lasting))
            and self.starts is other.starts
            and (self.label, self.unsure) == (other.label, other.unsure)
            and self.guess is other.guess
            and self.outputs == other.outputs
        )


class Sheet:
    """The open puzzles of one file, or those that are in no file yet."""

    def __init__(
        self,
        path: Path | None = None,
        stamp: Stamp | None = None,
        source: Path | None = None,
        saved: Sequence[Entry] | None = (),
    ) -> None:
        self.path = path
        """Where Save writes to."""
        self.stamp = stamp
        """What `path` held when it was last read or written here."""
        self.source = source or path
        """The file that it was opened from; another than `path` where that cannot hold recordings."""
        self.keep(saved)

    @property
    def name(self) -> str:
        """The file's name; empty for puzzles that are in no file yet."""
        return self.source.name if self.source is not None else ""

    @property
    def saved(self) -> tuple[Entry, ...] | None:
        """The puzzles as their file holds them, or as they were opened; None if that is not known any more."""
        return self._saved

    def keep(self, saved: Sequence[Entry] | None) -> None:
        """Remember what the file holds now."""
        self._saved = None if saved is None else tuple(saved)
        self._by_task: dict[int, list[Entry]] = {}
        for entry in saved or ():
            self._by_task.setdefault(id(_task(entry.content)), []).append(entry)

    def holds(self, entry: Entry) -> bool:
        """Whether the file has `entry` as it is now."""
        return any(entry.same_as(each) for each in self._by_task.get(id(_task(entry.content)), ()))


def _task(content: Content) -> object:
    """What is edited and saved: of an ARC task, whichever test input is shown."""
    return content.task if isinstance(content, ArcPuzzle) else content
