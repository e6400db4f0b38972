"""Compiled Sudoku search and seeded generators: the millions of puzzles that training needs.

A grid is int8[81], 0 blank. The search and its count of backtracks are those of `solver.puzzles.sudoku.exact`:
naked and hidden singles first, then the first cell with the fewest candidates, digits in ascending order.
"""

import numpy as np
import numpy.typing as npt

from solver.puzzles.sudoku.units import UNITS
from solver.training.compiled import compiled

Grid = npt.NDArray[np.int8]
Masks = npt.NDArray[np.int16]
"""[27] for rows, columns and boxes: bit d is set where digit d is placed."""

_CELLS_OF = np.array(UNITS, dtype=np.int64)
_UNITS_OF = np.array([[u for u, unit in enumerate(UNITS) if cell in unit] for cell in range(81)], dtype=np.int64)
_ALL = 0b11_1111_1110
_COUNT = np.array([bin(mask).count("1") for mask in range(1024)], dtype=np.int64)
_DIGIT = np.array([max(mask.bit_length() - 1, 0) for mask in range(1024)], dtype=np.int64)
_DEAD, _SOLVED = -2, -1


@compiled
def _place(grid: Grid, used: Masks, cell: int, digit: int) -> None:
    grid[cell] = digit
    for k in range(3):
        used[_UNITS_OF[cell, k]] |= 1 << digit


@compiled
def _candidates(used: Masks, cell: int) -> int:
    return int(_ALL & ~(used[_UNITS_OF[cell, 0]] | used[_UNITS_OF[cell, 1]] | used[_UNITS_OF[cell, 2]]))


@compiled
def _propagate(grid: Grid, used: Masks) -> int:
    """Place all singles; the first of the most constrained cells, or `_SOLVED`, or `_DEAD`."""
    while True:
        best, fewest, progress = _SOLVED, 10, False
        for cell in range(81):
            if grid[cell] == 0:
                mask = _candidates(used, cell)
                count = _COUNT[mask]
                if count == 0:
                    return _DEAD
                if count == 1:
                    _place(grid, used, cell, _DIGIT[mask])
                    progress = True
                elif count < fewest:
                    best, fewest = cell, count
        if progress:
            continue
        if best == _SOLVED:
            return _SOLVED
        for unit in range(27):
            once = twice = 0
            for k in range(9):
                cell = _CELLS_OF[unit, k]
                mask = 1 << grid[cell] if grid[cell] else _candidates(used, cell)
                twice |= once & mask
                once |= mask
            if once != _ALL:
                return _DEAD
            hidden = once & ~twice & ~used[unit]
            if hidden:
                progress = True
                for k in range(9):
                    cell = _CELLS_OF[unit, k]
                    if grid[cell] == 0:
                        mask = hidden & _candidates(used, cell)
                        if _COUNT[mask] > 1:
                            return _DEAD
                        if mask:
                            _place(grid, used, cell, _DIGIT[mask])
                break
        if not progress:
            return best


@compiled
def solve(givens: Grid, limit: int, shuffled: bool, solution: Grid) -> tuple[int, int]:
    """How many solutions there are, up to `limit`, and the backtracks; `solution` becomes the last one found."""
    grids = np.zeros((82, 81), dtype=np.int8)
    used = np.zeros((82, 27), dtype=np.int16)
    choices = np.zeros((82, 9), dtype=np.int64)
    cells = np.zeros(82, dtype=np.int64)
    counts = np.zeros(82, dtype=np.int64)
    tried = np.zeros(82, dtype=np.int64)
    for cell in range(81):
        if givens[cell]:
            if not _candidates(used[0], cell) >> givens[cell] & 1:
                return 0, 0
            _place(grids[0], used[0], cell, givens[cell])
    found = backtracks = depth = 0
    fresh = True
    while depth >= 0:
        if fresh:
            cell = _propagate(grids[depth], used[depth])
            if cell < 0:
                if cell == _SOLVED:
                    solution[:] = grids[depth]
                    found += 1
                    if found == limit:
                        break
                depth -= 1
                fresh = False
                continue
            mask = _candidates(used[depth], cell)
            count = 0
            for digit in range(1, 10):
                if mask >> digit & 1:
                    choices[depth, count] = digit
                    count += 1
            if shuffled:
                np.random.shuffle(choices[depth, :count])
            cells[depth], counts[depth], tried[depth] = cell, count, 0
        if tried[depth] == counts[depth]:
            depth -= 1
            fresh = False
            continue
        grids[depth + 1] = grids[depth]
        used[depth + 1] = used[depth]
        _place(grids[depth + 1], used[depth + 1], cells[depth], choices[depth, tried[depth]])
        tried[depth] += 1
        backtracks += 1
        depth += 1
        fresh = True
    return found, backtracks


@compiled
def _fill(full: Grid) -> None:
    """A random complete grid: a random first row, then the search with shuffled digits."""
    givens = np.zeros(81, dtype=np.int8)
    givens[:9] = np.random.permutation(9) + 1
    solve(givens, 1, True, full)


@compiled
def _minimise(puzzle: Grid, fewest: int, scratch: Grid) -> None:
    """Remove givens in random order, as long as the solution stays the only one and `fewest` remain."""
    left = np.count_nonzero(puzzle)
    for cell in np.random.permutation(81):
        if left <= fewest:
            return
        digit = puzzle[cell]
        if digit:
            puzzle[cell] = 0
            if solve(puzzle, 2, False, scratch)[0] == 1:
                left -= 1
            else:
                puzzle[cell] = digit


@compiled
def generate_random(
    seed: int, fewest_from: int, fewest_to: int, puzzles: Grid, solutions: Grid, backtracks: npt.NDArray[np.int32]
) -> None:
    """Fill the arrays with random puzzles, givens removed until minimal or down to a number drawn from a range."""
    np.random.seed(seed)
    scratch = np.zeros(81, dtype=np.int8)
    for k in range(len(puzzles)):
        _fill(solutions[k])
        puzzles[k] = solutions[k]
        _minimise(puzzles[k], np.random.randint(fewest_from, fewest_to + 1), scratch)
        backtracks[k] = solve(puzzles[k], 2, False, scratch)[1]


@compiled
def _neighbour(puzzle: Grid, full: Grid, scratch: Grid) -> bool:
    """Move `puzzle` to another minimal puzzle of the same solution that differs in a few givens."""
    givens = np.flatnonzero(puzzle)
    for _ in range(np.random.randint(1, 3)):
        puzzle[givens[np.random.randint(len(givens))]] = 0
    for _ in range(12):
        found, _ = solve(puzzle, 2, False, scratch)
        if found == 1:
            _minimise(puzzle, 0, scratch)
            return True
        # A given where the second solution differs excludes it.
        differs = np.flatnonzero(scratch != full)
        if len(differs) == 0:
            differs = np.flatnonzero(puzzle == 0)
        cell = differs[np.random.randint(len(differs))]
        puzzle[cell] = full[cell]
    return False


@compiled
def generate_vicinity(
    seed: int,
    min_backtracks: int,
    chain: int,
    per_grid: int,
    puzzles: Grid,
    solutions: Grid,
    backtracks: npt.NDArray[np.int32],
) -> None:
    """Fill the arrays by vicinity search: from a random puzzle, step to neighbours that are about as hard or harder.

    A chain takes `chain` steps on one solution grid and gives at most `per_grid` different puzzles, each of at least
    `min_backtracks`.
    """
    np.random.seed(seed)
    full = np.zeros(81, dtype=np.int8)
    scratch = np.zeros(81, dtype=np.int8)
    count = 0
    while count < len(puzzles):
        _fill(full)
        current = full.copy()
        _minimise(current, 0, scratch)
        hardness = solve(current, 2, False, scratch)[1]
        first = count
        for _ in range(chain):
            if count - first == per_grid or count == len(puzzles):
                break
            other = current.copy()
            if not _neighbour(other, full, scratch):
                continue
            other_hardness = solve(other, 2, False, scratch)[1]
            if other_hardness < 0.85 * hardness:
                continue
            current, hardness = other, other_hardness
            if hardness < min_backtracks:
                continue
            known = False
            for k in range(first, count):
                known |= bool((puzzles[k] == current).all())
            if not known:
                puzzles[count], solutions[count], backtracks[count] = current, full, hardness
                count += 1
