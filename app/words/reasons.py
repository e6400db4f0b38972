"""Why a cell changed, as far as the answer before shows it: the clash or the break that the network had before it."""

from PySide6.QtCore import QCoreApplication

from app.words.messages import worded
from app.words.playback import Change, cell_word, value_word
from solver.puzzles.base import Cell, Puzzle
from solver.puzzles.maze.cells import GOAL, PATH, START
from solver.puzzles.sudoku.units import UNIT_NAMES, UNITS
from solver.trace import Refinement

translate = QCoreApplication.translate
STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))


def reason_words(puzzle: Puzzle, change: Change, before: Refinement) -> str:
    """One short sentence about the answer `before` the change; "" where that shows no reason.

    What a known output of an ARC task says is no reason: the network has never seen it.
    """
    if puzzle.kind == "sudoku":
        return _clash(change, before)
    if puzzle.kind == "maze":
        return _path(puzzle, change, before)
    return ""


def _clash(change: Change, before: Refinement) -> str:
    row, column = change.cell
    index, found = 9 * row + column, []
    for name, unit in zip(UNIT_NAMES, UNITS, strict=True):
        others = [divmod(i, 9) for i in unit if index in unit and i != index]
        same = [cell for cell in others if int(before.answer[cell]) == change.before]
        if same:
            found.append((name, same))
    if not found or not change.before:
        return ""
    name, same = found[0]
    where = ", ".join(cell_word(cell) for cell in same)
    more = {cell for _, cells in found[1:] for cell in cells} - set(same)
    words = translate("reasons", "{value} was also in {cells} ({unit})")
    if more:
        words = translate("reasons", "{value} was also in {cells} ({unit}) and elsewhere")
    return words.format(value=value_word("sudoku", change.before), cells=where, unit=worded(name))


def _path(puzzle: Puzzle, change: Change, before: Refinement) -> str:
    if change.after == PATH:
        beside = [cell for cell in _beside(puzzle, change.cell) if _on_route(puzzle, before, cell)]
        loose = [cell for cell in beside if before.violations[cell]]
        if loose:
            words = translate("reasons", "the path ended too early, at {cell} next to it")
            return words.format(cell=cell_word(loose[0]))
        if beside:
            return translate("reasons", "the path had already reached {cell} next to it").format(
                cell=cell_word(beside[0])
            )
        return ""
    if change.before == PATH and before.violations[change.cell]:
        if sum(_on_route(puzzle, before, cell) for cell in _beside(puzzle, change.cell)) < 2:
            return translate("reasons", "the path ended too early here")
        return translate("reasons", "the path left every shortest path here, or ran beside a second one")
    return ""


def _on_route(puzzle: Puzzle, before: Refinement, cell: Cell) -> bool:
    return int(before.answer[cell]) == PATH or int(puzzle.grid[cell]) in (START, GOAL)


def _beside(puzzle: Puzzle, cell: Cell) -> list[Cell]:
    rows, columns = puzzle.shape
    places = [(cell[0] + down, cell[1] + right) for down, right in STEPS]
    return [(row, column) for row, column in places if 0 <= row < rows and 0 <= column < columns]
