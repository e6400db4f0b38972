"""How cells, values, chances and changes are named wherever a trace is put into words."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.film.intermediate import Intermediate
from solver.puzzles.base import Cell, Puzzle
from solver.puzzles.vocabulary import VOCABULARIES
from solver.trace import Refinement


@dataclass(frozen=True)
class Change:
    """One cell that was decoded differently than one step before."""

    cell: Cell
    before: int
    after: int
    """Both in the puzzle's own values."""
    chance_before: float | None
    """The probability of the value before, one step before; None at a view's first step."""
    chance: float

    def words(self, kind: str) -> str:
        """The change as “r3c5: 7 → 4, 61 % → 93 %”."""
        values = f"{value_word(kind, self.before)} → {value_word(kind, self.after)}"
        before = "" if self.chance_before is None else f"{percent(self.chance_before)} → "
        return f"{cell_word(self.cell)}: {values}, {before}{percent(self.chance)}"


def changes(puzzle: Puzzle, refinement: Refinement, before: Refinement | None) -> list[Change]:
    """The changed cells in reading order; `before` is one step earlier in the same view, None at its first."""
    old = puzzle.grid if before is None else before.answer
    return [
        Change(
            cell=(row, column),
            before=int(old[row, column]),
            after=int(refinement.answer[row, column]),
            chance_before=None if before is None else float(before.confidence[row, column]),
            chance=float(refinement.confidence[row, column]),
        )
        for row, column in zip(*(axis.tolist() for axis in refinement.changed.nonzero()), strict=True)
    ]


def percent(chance: float) -> str:
    """“92 %”; only certainty is called 100 %, and only impossibility 0 %."""
    if 0.995 <= chance < 1:
        return ">99 %"
    if 0 < chance <= 0.005:
        return "<1 %"
    return f"{chance:.0%}".replace("%", " %")


def plural(words: str, count: int) -> str:
    """English for `words` as Qt's `%n` leaves them where no translation has its own plural forms."""
    return words.replace("(s)", "" if count == 1 else "s")


def kind_word(kind: str) -> str:
    """A kind of puzzle in a word."""
    translate = QCoreApplication.translate
    return {
        "sudoku": translate("words", "Sudoku"),
        "maze": translate("words", "Maze"),
        "arc": translate("words", "ARC"),
    }.get(kind, kind)


def cell_word(cell: Cell) -> str:
    """“r3c5”, counted from 1 as Sudoku writers do."""
    return f"r{cell[0] + 1}c{cell[1] + 1}"


def value_word(kind: str, value: int) -> str:
    """A puzzle's own value in a word."""
    return token_word(kind, value + VOCABULARIES[kind].offset)


def token_word(kind: str, token: int) -> str:
    """A network's token in a word."""
    translate = QCoreApplication.translate
    if kind == "arc":
        return _arc_word(token - VOCABULARIES[kind].offset)
    if token == 0:
        return translate("words", "padding")
    if kind == "maze":
        names = (
            translate("words", "wall"),
            translate("words", "free"),
            translate("words", "start"),
            translate("words", "goal"),
            translate("words", "path"),
        )
        return names[token - 1] if token <= len(names) else str(token)
    if token == 1:
        return translate("words", "blank") if kind == "sudoku" else translate("words", "end")
    return str(token - VOCABULARIES[kind].offset)


def _arc_word(value: int) -> str:
    translate = QCoreApplication.translate
    if value < 0:
        return translate("words", "end") if value == -1 else translate("words", "nothing")
    names = (
        translate("words", "black"),
        translate("words", "blue"),
        translate("words", "red"),
        translate("words", "green"),
        translate("words", "yellow"),
        translate("words", "grey"),
        translate("words", "magenta"),
        translate("words", "orange"),
        translate("words", "azure"),
        translate("words", "maroon"),
    )
    return f"{names[value]} ({value})"


def step_words(refinement: Refinement | None, steps: int) -> str:
    """Where the playhead stands: “Refinement 3 of 16”, or “Refinement 3 of 16, draft after cycle 1 of 2”."""
    translate = QCoreApplication.translate
    if refinement is None:
        return translate("words", "The puzzle")
    if isinstance(refinement, Intermediate):
        return translate("words", "Refinement {step} of {steps}, draft after cycle {cycle} of {cycles}").format(
            step=refinement.step, steps=steps, cycle=refinement.cycle, cycles=refinement.cycles
        )
    return translate("words", "Refinement {step} of {steps}").format(step=refinement.step, steps=steps)
