"""Guess along: whether typing and drawing make entries of the person's own, and where those entries go."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from app.boards.grid_board import GridBoard
from app.documents.document import Document
from app.documents.guess import KINDS, Guess, can_guess
from app.words.playback import cell_word
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.maze.cells import WALL


class GuessControl(QObject):
    """Follows the document, until a person chooses for the puzzle that is open.

    A puzzle that was opened, pasted or generated, or was solved, is guessed at; a new, empty grid gets givens or walls.
    """

    said = Signal(str)
    """What typing does from now on."""
    problem = Signal(str, str)

    def __init__(self, document: Document, along: QAction, clear: QAction, parent: QObject) -> None:
        """`along` is the mode, checked while the person guesses; `clear` takes all of the person's entries away."""
        super().__init__(parent)
        self._document, self._along, self._clear = document, along, clear
        self._chosen = False
        """Whether the person chose the mode for what is open."""
        self._task: ArcTask | None = None
        """The ARC task that is open."""
        self._board: GridBoard | None = None
        along.triggered.connect(self.choose)
        along.toggled.connect(self._apply)
        clear.triggered.connect(self._clear_all)
        document.loaded.connect(self._start)
        document.traceChanged.connect(self._see_solved)
        document.guessChanged.connect(self._show)
        self._start()

    def attend(self, board: GridBoard) -> None:
        """A new board is shown."""
        self._board = board
        board.guessed.connect(self._document.set_guess)
        board.givenTouched.connect(self._refuse)
        board.guessingWanted.connect(self.choose)
        board.set_guessing(self._along.isChecked())
        self._show()

    @Slot(bool)
    def choose(self, guessing: bool) -> None:
        """A person wants to guess along, or to change the puzzle."""
        self._chosen = True
        self._along.setChecked(guessing)
        if self._board is not None:
            self._board.set_guessing(guessing)
            self._board.setFocus()
        kind = self._document.content.kind
        maze = kind == "maze"
        if kind == "arc":
            own = self.tr("Painting fills your own output. The task stays as it is.")
            self.said.emit(own if guessing else self.tr("Painting changes the task itself."))
        elif guessing:
            words = self.tr("Dragging draws your own path. The maze stays as it is.")
            self.said.emit(words if maze else self.tr("Typing enters your own digits. The puzzle stays as it is."))
        else:
            words = self.tr("Dragging draws walls. That changes the maze.")
            self.said.emit(words if maze else self.tr("Typing changes the givens of the puzzle."))

    @Slot()
    def clear(self) -> None:
        """Clear what typing and drawing change at present: the person's entries, or the puzzle itself."""
        if self._board is None:
            return
        if not (self._along.isChecked() and can_guess(self._document.content)):
            self._board.clear()
        elif self.guessed:
            self._clear_all()
        else:
            words = self.tr(
                "You have no entries to clear. To clear the puzzle, choose Givens above the board (Ctrl+G)."
            )
            if self._document.content.kind == "maze":
                words = self.tr("You have no path to clear. To clear the walls, choose Walls above the maze (Ctrl+G).")
            if self._document.content.kind == "arc":
                words = self.tr("You have no output to clear. To clear the task's, choose Task above it (Ctrl+G).")
            self.said.emit(words)

    @property
    def guessed(self) -> bool:
        """Whether there is something of the person's own over what is shown."""
        entry, content = self._document.entry, self._document.content
        if isinstance(content, ArcPuzzle):
            return entry.outputs is not None and entry.outputs.of(content.test) is not None
        return entry.guess is not None

    @Slot()
    def _start(self) -> None:
        content, before = self._document.content, self._task
        self._task = content.task if isinstance(content, ArcPuzzle) else None
        if self._task is not None and self._task is before:
            # Another test input is shown, or the same one again.
            return
        self._chosen = False
        drawn = bool((content.grid[1:-1, 1:-1] == WALL).any() if content.kind == "maze" else content.grid.any())
        # An ARC task is the person's to paint until they choose: an output of their own takes room beside it.
        self._along.setChecked(can_guess(content) and drawn and content.kind in KINDS)

    @Slot()
    def _see_solved(self) -> None:
        content = self._document.content
        if self._document.trace is not None and not self._chosen and can_guess(content) and content.kind in KINDS:
            self._along.setChecked(True)

    @Slot(bool)
    def _apply(self, guessing: bool) -> None:
        if self._board is not None:
            self._board.set_guessing(guessing)

    @Slot()
    def _show(self) -> None:
        content, guess = self._document.content, self._document.entry.guess
        fits = guess is not None and guess.values.shape == content.shape and self._board is not None
        if self._board is not None:
            own = content.kind == self._board.kind
            self._board.set_guess(guess if fits and own else None)
            self._board.set_outputs(self._document.entry.outputs if own else None)

    @Slot(int, int)
    def _refuse(self, row: int, column: int) -> None:
        if self._document.content.kind == "arc":
            words = self.tr("You are painting your own output. To change the task, choose Task above it (Ctrl+G).")
            self.problem.emit(words, "")
            return
        words = self.tr("{cell} is given by the puzzle. To change it, choose Givens above the board (Ctrl+G).")
        self.problem.emit(words.format(cell=cell_word((row, column))), "")

    @Slot()
    def _clear_all(self) -> None:
        content, outputs = self._document.content, self._document.entry.outputs
        what = self.tr("clear your guess")
        if not isinstance(content, ArcPuzzle):
            self._document.set_guess(Guess.none(content.shape), what)
        elif outputs is not None:
            self._document.set_guess(outputs.with_output(content.test, None), what)
