"""What the window asks about what was read: hard cells, another reading, a lone ARC grid, a file that has changed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.boards.grid_board import GridBoard
from app.documents.document import Document
from app.documents.entry import Entry
from app.documents.file_control import FileControl
from app.documents.generating import blank
from app.solving.control import SolveControl
from app.window.message_bar import MessageBar
from app.words.messages import worded
from solver.formats.read_puzzle import Alternative
from solver.messages import quoted
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid
from solver.puzzles.base import Cell

MOST_NAMED = 6
"""Cells that a sentence names."""


class ReadingControl(QObject):
    """Asks by the message bar, and does what is answered."""

    def __init__(
        self,
        document: Document,
        files: FileControl,
        solving: SolveControl,
        messages: MessageBar,
        board: Callable[[], GridBoard],
        parent: QObject,
    ) -> None:
        """`board` returns the board that is shown now."""
        super().__init__(parent)
        self._document = document
        self._files = files
        self._solving = solving
        self._messages = messages
        self._board = board
        self._asked = False
        """Whether the message bar asks about unsure cells."""
        document.unsureChanged.connect(self._show_unsure)
        files.reading.connect(self._tell_progress)
        files.read.connect(messages.end_wait)
        files.gridRead.connect(self._take_grid)
        files.couldBeGrid.connect(self._offer_grid)
        files.readTwoWays.connect(self._offer_other)
        files.changedOutside.connect(self._offer_reload)
        solving.unconfirmed.connect(self._ask_before_solving)

    def attend(self, board: GridBoard) -> None:
        """A new board is shown."""
        board.set_unsure(self._document.entry.unsure)
        board.confirmed.connect(self._confirm)

    @Slot()
    def _show_unsure(self) -> None:
        unsure = self._document.entry.unsure
        self._board().set_unsure(unsure)
        if unsure:
            words = self.tr(
                "Hard to read: {cells}. Compare with the picture: Enter confirms a cell, a digit corrects it."
            )
            self._messages.offer(
                words.format(cells=_named(unsure)),
                {self.tr("Go to the next"): self._go_to_next, self.tr("All are right"): self._confirm_all},
                self.tr("Later"),
            )
            self._asked = True
        elif self._asked:
            self._messages.clear()
            self._asked = False

    @Slot()
    def _ask_before_solving(self) -> None:
        words = self.tr("Check these cells before solving; they were hard to read: {cells}.")

        def solve() -> None:
            self._confirm_all()
            self._solving.solve()

        self._messages.offer(
            words.format(cells=_named(self._document.entry.unsure)),
            {self.tr("Go to the first"): self._go_to_next, self.tr("They are right, solve"): solve},
            self.tr("Cancel"),
        )
        self._asked = True

    @Slot(int, int)
    def _confirm(self, row: int, column: int) -> None:
        what = self.tr("confirm row {row}, column {column}").format(row=row + 1, column=column + 1)
        self._document.confirm([(row, column)], what)
        if self._document.entry.unsure:
            self._go_to_next()

    def _confirm_all(self) -> None:
        self._document.confirm(self._document.entry.unsure, self.tr("confirm all cells"))
        self._board().setFocus()

    def _go_to_next(self) -> None:
        """Select the first unsure cell behind the selected one."""
        unsure, board = sorted(self._document.entry.unsure), self._board()
        if unsure:
            here = board.selected or (-1, -1)
            board.select(next((cell for cell in unsure if cell > here), unsure[0]))
        board.setFocus()

    @Slot(str)
    def _tell_progress(self, words: str) -> None:
        self._messages.wait(words, self._files.cancel_reading)

    @Slot(object)
    def _offer_other(self, other: Alternative) -> None:
        what = self.tr("Read it another way")
        take = partial(self._document.set_content, other.puzzle, what, frozenset(other.unsure))
        self._messages.offer(worded(other.why), {self.tr("Read it that way"): take}, self.tr("Keep this"))

    @Slot(object)
    def _offer_reload(self, path: Path) -> None:
        words = self.tr("Another program has changed “{name}”.").format(name=quoted(path.name))
        if self._document.modified:
            words += " " + self.tr("If you reload it, Undo brings your own changes back.")
        reload = partial(self._files.reload, path)
        self._messages.offer(words, {self.tr("Reload"): reload}, self.tr("Keep What Is Open"))

    @Slot(object)
    def _take_grid(self, grid: ArcGrid) -> None:
        """Into the grid of the task that is being painted, or after asking into a new task."""
        from app.boards.arc.grid_edits import piece_text

        if self._document.content.kind == ArcPuzzle.kind and self._board().paste_text(piece_text(grid)):
            return
        self._messages.offer(
            self.tr(
                "This picture shows one grid of an ARC task. Paste it into an input or an output of an open task, "
                "or start a task with it."
            ),
            {self.tr("New task"): partial(self._start_task, grid)},
            self.tr("Dismiss"),
        )

    @Slot(object)
    def _offer_grid(self, grid: ArcGrid) -> None:
        self._messages.offer(
            self.tr("This picture was read as a maze. It could also be a grid of an ARC task."),
            {self.tr("Start a task with it"): partial(self._start_task, grid)},
            self.tr("Keep the maze"),
        )

    def _start_task(self, grid: ArcGrid) -> None:
        from app.boards.arc.places import Place, with_grid

        empty = blank(ArcPuzzle.kind)
        assert isinstance(empty, ArcPuzzle)
        task = with_grid(empty.task, Place("test", 0, "input"), grid)
        self._document.add(Entry(self.tr("Pasted"), ArcPuzzle(task), by_hand=True), self.tr("Paste"))


def _named(cells: frozenset[Cell]) -> str:
    """The first few of the cells, as in “r1c3, r5c9, …”."""
    names = [f"r{row + 1}c{column + 1}" for row, column in sorted(cells)]
    return ", ".join(names[:MOST_NAMED] + (["…"] if len(names) > MOST_NAMED else []))
