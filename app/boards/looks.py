"""What a board is painted with besides its puzzle and its answer: marks, overlays, colours, light on what changed."""

from PySide6.QtWidgets import QWidget

from app.boards.flash import Flash
from app.boards.movement_painting import Latent
from app.documents.guess import Guess
from solver.puzzles.base import BoolGrid, Cell
from solver.trace.influence import Influence


class LooksWidget(QWidget):
    """Is painted again whenever one of its looks changes; `GridBoard` does the painting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pencil_marks = False
        self.digits = False
        self.safe_colours = False
        self.overlay: Latent = ""
        self.differing: BoolGrid | None = None
        self.influence: Influence | None = None
        self.unsure: frozenset[Cell] = frozenset()
        self.guess: Guess | None = None
        self.flashing = True
        self.flash = Flash(self.update, self)

    def set_pencil_marks(self, shown: bool) -> None:
        """Show the model's runner-up values too."""
        self.pencil_marks = shown
        self.update()

    def set_look(self, *, digits: bool, safe_colours: bool) -> None:
        """How ARC grids are painted; see `PaintOptions`."""
        self.digits, self.safe_colours = digits, safe_colours
        self.update()

    def set_overlay(self, latent: Latent) -> None:
        """Show how far each cell's part of this latent moved; of none for “”."""
        self.overlay = latent
        self.update()

    def set_flashing(self, flashing: bool) -> None:
        """Whether changed cells light up for a moment; they never do where the desktop wants no animations."""
        self.flashing = flashing
        self.flash.put_out()
        self.update()

    def set_differing(self, differing: BoolGrid | None) -> None:
        """Mark these cells as those in which another recording has another answer; a new content has none."""
        self.differing = differing
        self.update()

    def set_influence(self, found: Influence | None) -> None:
        """Mark what a cell's choice rests on; None takes the marks away."""
        if found is not self.influence:
            self.influence = found
            self.update()

    def set_guess(self, guess: Guess | None) -> None:
        """Show the person's own entries."""
        self.guess = guess
        self.update()

    def set_unsure(self, cells: frozenset[Cell]) -> None:
        """Mark these cells as hard to read, to be confirmed or typed over."""
        self.unsure = cells
        self.update()
