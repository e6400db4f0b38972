"""What every board's editor shares: the content, what a stroke under way has made of it, and edits. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.documents.draft import Content, Draft
from app.documents.own_output import OwnOutputs
from solver.puzzles.base import Cell


@dataclass(frozen=True)
class Edit:
    """The content, or the own outputs over it, that a person wants instead of the present ones."""

    content: Content | OwnOutputs
    deed: str
    """What was done, as the key of the words that the board has for it."""
    values: Mapping[str, int] = field(default_factory=dict)
    """What fills the places of those words."""


class Editor:
    """Turns keys and strokes into edits of `given`, which it never changes itself.

    While a stroke is drawn, `content` shows what it has come to; it becomes an `Edit` when it ends, or is given up.
    """

    def __init__(self) -> None:
        self.given: Content | None = None
        self.drawn: Content | None = None
        """What a stroke under way has made of `given`."""

    @property
    def content(self) -> Content | None:
        """What a board shows."""
        return self.given if self.drawn is None else self.drawn

    @property
    def drawing(self) -> bool:
        """Whether a stroke under way has drawn something."""
        return self.drawn is not None

    def show(self, content: Content | None) -> None:
        """Edit another content; a stroke under way is given up."""
        self.give_up()
        self.given = content

    def give_up(self) -> None:
        """End a stroke under way without an edit."""
        self.drawn = None

    def changed(self, changes: Mapping[Cell, int], deed: str, **values: int) -> Edit | None:
        """The edit that changes some cells; None if they hold these values already."""
        if self.given is None:
            return None
        changes = {cell: value for cell, value in changes.items() if self.given.grid[cell] != value}
        return Edit(Draft.of(self.given, changes), deed, values) if changes else None
