"""What is said of a person's own guess, alone and against what the model has."""

from PySide6.QtCore import QCoreApplication

from app.documents.guess import Guess, compare
from app.film.intermediate import Intermediate
from app.words.messages import worded
from app.words.playback import cell_word, plural
from solver.puzzles.base import Cell, Puzzle
from solver.trace import Refinement

translate = QCoreApplication.translate
MOST_NAMED = 5
"""Cells that a sentence names; brackets mark all of them on the board."""


def guess_hint(kind: str) -> str:
    """What can be done, before anything was entered."""
    if kind == "maze":
        return translate(
            "guess",
            "Try it yourself: drag to draw a path over the maze. The maze itself doesn't change, and this line shows "
            "where the model differs from you.",
        )
    return translate(
        "guess",
        "Try it yourself: type digits over the puzzle. The puzzle itself doesn't change, and this line shows where the "
        "model differs from you.",
    )


def guess_words(guess: Guess, puzzle: Puzzle, shown: Refinement | None) -> str:
    """“Of your 12 digits, refinement 3 has 10. It differs in r1c5 and r7c2. …”; drafts are not compared."""
    if shown is None or isinstance(shown, Intermediate):
        return _alone(guess, puzzle)
    found, entries = compare(guess, puzzle, shown), int(guess.entered.sum())
    if puzzle.kind == "maze":
        words = plural(
            translate("guess", "Of the %n cell(s) of your path, refinement {step} agrees with {same}. ", "", entries),
            entries,
        )
    else:
        words = plural(
            translate("guess", "Of your %n digit(s), refinement {step} agrees with {same}. ", "", entries), entries
        )
    words = words.format(step=shown.step, same=len(found.same))
    if not entries:
        words = ""
    if found.differing:
        words += translate("guess", "It differs in {cells}. ").format(cells=named_cells(found.differing))
    count = len(found.surer)
    if count and puzzle.kind == "maze":
        words += plural(
            translate("guess", "It is at least 90 % sure of %n path cell(s) that you left out. ", "", count), count
        )
    elif count:
        words += plural(
            translate("guess", "It is at least 90 % sure of %n cell(s) that you left open. ", "", count), count
        )
    return words.strip() or translate("guess", "It is not sure of any cell that you left open.")


def _alone(guess: Guess, puzzle: Puzzle) -> str:
    entries, verdict = int(guess.entered.sum()), guess.verdict(puzzle)
    if verdict.accepted:
        return translate("guess", "Your own answer is right: the rules accept it.")
    if puzzle.kind == "maze":
        words = plural(translate("guess", "Your path: %n cell(s). ", "", entries), entries)
        return words + (worded(verdict.reason) if entries else "")
    left = int((puzzle.free & ~guess.entered).sum())
    words = plural(translate("guess", "Your guess: %n digit(s), ", "", entries), entries)
    return words + plural(translate("guess", "%n cell(s) still open.", "", left), left)


def named_cells(cells: tuple[Cell, ...]) -> str:
    """“r1c2, r3c4 and 7 more cells”."""
    names = [cell_word(cell) for cell in cells[:MOST_NAMED]]
    more = len(cells) - len(names)
    if more:
        names.append(plural(translate("guess", "%n more cell(s)", "", more), more))
    if len(names) == 1:
        return names[0]
    return translate("guess", "{cells} and {last}").format(cells=", ".join(names[:-1]), last=names[-1])
