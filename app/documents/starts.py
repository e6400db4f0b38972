"""Many starts of one puzzle, each with what became of it; kept with the puzzle, and written to its file."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from solver.messages import Template
from solver.puzzles.base import Puzzle, PuzzleError
from solver.trace import Anatomy, NetworkName, Refinement, Trace, ViewName
from solver.trace.fan import ENDINGS, Ending, ending

MOST_FILMED = 1_500_000
"""Cells of all refinements together; of more, a file holds how far the memory moved and how each start ended."""
MOST_STARTS, MOST_MOVES = 1_000, 100_000
DAMAGED_STARTS = Template("starts.damaged", "Their data is damaged.")


@dataclass(eq=False)
class Line:
    """One start, or one view of the shown recording."""

    name: str
    refinements: list[Refinement] = field(default_factory=list)
    """Empty for a start whose film was too large for the file."""
    start: int | None = None
    """The start's number, from 0; None for a view of the shown recording."""
    view: int = 0
    kept_moves: tuple[float, ...] = ()
    kept_ending: Ending = "moving"
    """What is known of a start without a film."""
    recording: Trace | None = None
    """Made when its film is first shown."""

    @property
    def moves(self) -> Sequence[float]:
        """How far the working memory moved in each refinement."""
        return [each.latent_change for each in self.refinements] or self.kept_moves

    @property
    def ending(self) -> Ending:
        """How it ended, or stands."""
        return ending(self.refinements) if self.refinements else self.kept_ending


@dataclass(frozen=True, eq=False)
class Starts:
    """The starts of one puzzle, all by one network."""

    lines: tuple[Line, ...]
    checkpoint: NetworkName = ""
    anatomy: Anatomy | None = None

    @property
    def filmed(self) -> bool:
        """Whether a file keeps their films."""
        cells = sum(each.answer.size for line in self.lines for each in line.refinements)
        return cells <= MOST_FILMED and all(line.refinements for line in self.lines)

    def shows(self, trace: Trace | None) -> bool:
        """Whether `trace` is the film of one of them."""
        return trace is not None and any(line.recording is trace for line in self.lines)

    def film(self, puzzle: Puzzle, line: Line) -> Trace:
        """The recording that shows one of them."""
        if line.recording is None:
            line.recording = self._trace(puzzle, (start_view(puzzle.kind, line.start or 0),), line.refinements)
        return line.recording

    def as_recording(self, puzzle: Puzzle) -> Trace:
        """All films in one recording, a view each, as a file holds them."""
        views = tuple(start_view(puzzle.kind, number) for number in range(len(self.lines)))
        films = [replace(each, view=view) for view, line in enumerate(self.lines) for each in line.refinements]
        return self._trace(puzzle, views, films)

    @classmethod
    def from_recording(cls, trace: Trace) -> "Starts":
        """What `as_recording` made."""
        lines = [start_line(number) for number in range(len(trace.views))]
        for each in trace.refinements:
            lines[each.view].refinements.append(replace(each, view=0))
        return cls(tuple(lines), trace.checkpoint, trace.anatomy)

    def outline(self) -> list[dict[str, Any]]:
        """Plain data for a file that holds no films."""
        return [{"moves": [round(move, 6) for move in line.moves], "ending": line.ending} for line in self.lines]

    @classmethod
    def from_outline(cls, data: object) -> "Starts":
        """What `outline` made; raises `PuzzleError` for anything else."""
        if not isinstance(data, list) or len(data) > MOST_STARTS:
            raise PuzzleError(DAMAGED_STARTS())
        lines = []
        for number, each in enumerate(data):
            moves, ended = tuple(map(float, each["moves"])), each["ending"]
            if ended not in ENDINGS or len(moves) > MOST_MOVES or not all(0 <= move < float("inf") for move in moves):
                raise PuzzleError(DAMAGED_STARTS())
            line = start_line(number)
            line.kept_moves, line.kept_ending = moves, ended
            lines.append(line)
        return cls(tuple(lines))

    def _trace(self, puzzle: Puzzle, views: tuple[ViewName, ...], refinements: list[Refinement]) -> Trace:
        trace = Trace(puzzle, self.checkpoint, views=views, refinements=refinements)
        if self.anatomy is not None:
            trace.anatomy = self.anatomy
        return trace


def start_line(number: int) -> Line:
    """A start that nothing is known of yet."""
    words = QCoreApplication.translate("fan", "start {number}")
    return Line(words.format(number=number + 1), start=number)


def start_view(kind: str, number: int) -> ViewName:
    """What a start changes: nothing in the first one, which is the puzzle from the usual state."""
    return ViewName(new_start=number != 0, perturbed=number != 0 and kind == "sudoku")
