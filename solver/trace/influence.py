"""What a cell's choice was found to rest on; NumPy only, so that it may cross threads."""

from dataclasses import dataclass

from solver.puzzles.base import Cell
from solver.trace.trace import FloatArray


@dataclass(frozen=True)
class Evidence:
    """A given cell, and what becomes of the choice without it."""

    cell: Cell
    probability: float
    """Of the choice, without this cell."""
    choice: int
    """What the network chooses without it, as the puzzle's own value."""


@dataclass(frozen=True, eq=False)
class Influence:
    """What the network's choice in one cell, at one refinement of one view, rests on."""

    cell: Cell
    view: int
    """Index into `Trace.views`."""
    step: int
    """The refinement that the person looked at, counted from 1 in its view."""
    decided: int
    """The refinement in which the cell took the value that it has there: it is this one that was asked."""
    choice: int
    """The puzzle's own value."""
    probability: float
    """That the network gives it after that refinement."""
    heat: FloatArray
    """[rows, columns]: how far the choice's log-odds would fall without each cell, to first order; zero where nothing
    can be removed, negative where the cell speaks against the choice."""
    evidence: tuple[Evidence, ...]
    """Of the cells that the network was asked again without, the one that costs the choice most comes first."""
    named: tuple[Cell, ...]
    """The up to three that matter most, those that matter together where none decides alone."""
    without_named: int | None
    """What the network chooses without all of these; None where one of them decides alone."""

    @property
    def decisive(self) -> tuple[Evidence, ...]:
        """The cells without any one of which the network would choose otherwise."""
        return tuple(each for each in self.evidence if each.choice != self.choice)
