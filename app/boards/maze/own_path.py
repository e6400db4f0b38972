"""A stroke that draws or erases the person's own path through a maze. No Qt."""

from app.boards.maze.grid_edits import cells_between
from app.documents.draft import Content
from app.documents.guess import Guess
from solver.puzzles.base import Cell


class OwnStroke:
    """A drag under way over `content`; walls, start and goal are passed over."""

    def __init__(self, before: Guess | None, content: Content, value: int) -> None:
        """`value` is `PATH`, or `NOTHING` to erase."""
        self.before = before
        self.value = value
        self.last: Cell | None = None
        self.changes: dict[Cell, int] = {}
        self._from = before or Guess.none(content.shape)
        self._free = content.free

    def over(self, cells: list[Cell]) -> Guess:
        """What has become of the person's entries, with these cells drawn over as well."""
        for cell in cells:
            self.last = cell
            if self._free[cell] and self._from.values[cell] != self.value:
                self.changes[cell] = self.value
        return self._from.with_values(self.changes)

    def to(self, cell: Cell) -> Guess:
        """Draw on to `cell`, without a gap."""
        return self.over(cells_between(self.last or cell, cell))
