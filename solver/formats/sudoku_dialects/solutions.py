"""Recognises solutions: a full grid directly before or after the puzzle that it solves."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from solver.formats.read_puzzle import ReadPuzzle


def without_solutions(found: Iterable[ReadPuzzle]) -> Iterator[ReadPuzzle]:
    """`found`, with each solution attached to its puzzle instead of listed as another puzzle."""
    last: ReadPuzzle | None = None
    for read in found:
        if last is not None and _solves(read, last):
            last = with_solution(last, read)
        elif last is not None and _solves(last, read):
            last = with_solution(read, last)
        else:
            if last is not None:
                yield last
            last = read
    if last is not None:
        yield last


def with_solution(read: ReadPuzzle, solved: ReadPuzzle) -> ReadPuzzle:
    """`read` with the grid of `solved` as its solution, unless it has one."""
    if read.solution is not None or solved.puzzle is None:
        return read
    return replace(read, solution=solved.puzzle.grid)


def _solves(solved: ReadPuzzle, read: ReadPuzzle) -> bool:
    if solved.puzzle is None or read.puzzle is None:
        return False
    full, givens = solved.puzzle.grid, read.puzzle.grid
    return bool((full > 0).all() and (givens == 0).any() and ((givens == 0) | (givens == full)).all())
