"""Traces like those a network records, made from seeded noise, for tests of what shows and exports them."""

import numpy as np

from solver.puzzles.base import Puzzle
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.trace import Refinement, Trace, ViewName

SUDOKU = "000000907000420180000705026100904000050000040000507009920108000034059000507000000"
SUDOKU_SOLUTION = "462831957795426183381795426173984265659312748248567319926178534834259671517643892"
HARD_FOR_SWIFT = "000200300900370000025090000410000080000039000003000100802600030070010000000000705"
"""Generated; the swift network doesn't answer it in its first 16 refinements, the deep one does."""
MAZE = (
    "###########",
    "#S  #     #",
    "### # ### #",
    "#   # #   #",
    "# ### # ###",
    "#     #   #",
    "# ####### #",
    "#         #",
    "#### #### #",
    "#        G#",
    "###########",
)
MAZE_SOLUTION = (
    "###########",
    "#Soo#     #",
    "###o# ### #",
    "#ooo# #   #",
    "#o### # ###",
    "#o    #   #",
    "#o####### #",
    "#ooooooooo#",
    "#### ####o#",
    "#        G#",
    "###########",
)
MAZE_TOKENS = {"#": 1, " ": 2, "S": 3, "G": 4, "o": 5}


def sudoku_puzzle() -> SudokuPuzzle:
    return SudokuPuzzle(tuple(int(digit) for digit in SUDOKU))


def puzzle_for_both() -> SudokuPuzzle:
    """One that the swift network hands over to the deep one."""
    return SudokuPuzzle(tuple(int(digit) for digit in HARD_FOR_SWIFT))


def maze_puzzle() -> MazePuzzle:
    return MazePuzzle(MAZE)


def sudoku_trace(*, steps: int = 16, seed: int = 0, solved: bool = True, second_view: bool = False) -> Trace:
    """A solve of a hard Sudoku; with `second_view` the first view fails and another one finds the answer."""
    solution = np.array([int(digit) for digit in SUDOKU_SOLUTION]).reshape(9, 9)
    return _trace(sudoku_puzzle(), solution, 1, range(2, 11), 11, steps, seed, solved, second_view)


def maze_trace(*, steps: int = 12, seed: int = 0, solved: bool = True) -> Trace:
    solution = np.array([[MAZE_TOKENS[character] for character in row] for row in MAZE_SOLUTION])
    return _trace(maze_puzzle(), solution, 0, (2, 5), 6, steps, seed, solved, False)


def _trace(
    puzzle: Puzzle,
    solution: np.ndarray,
    offset: int,
    tokens: range | tuple[int, ...],
    vocabulary: int,
    steps: int,
    seed: int,
    solved: bool,
    second_view: bool,
) -> Trace:
    rng = np.random.default_rng(seed)
    trace = Trace(puzzle, "made-up 0123abcd")
    if second_view:
        trace.views = (ViewName(), ViewName(relabelled=True))
        trace.refinements += _view(puzzle, solution, offset, tokens, vocabulary, steps, rng, 0, False)
        trace.refinements += _view(puzzle, solution, offset, tokens, vocabulary, steps // 2, rng, 1, solved)
    else:
        trace.refinements += _view(puzzle, solution, offset, tokens, vocabulary, steps, rng, 0, solved)
    return trace


def _view(puzzle, solution, offset, tokens, vocabulary, steps, rng, view, solved) -> list[Refinement]:
    rows, columns = puzzle.shape
    tokens = list(tokens)
    drift = rng.normal(0, 1.6, (rows, columns, vocabulary))
    right = (solution + offset)[:, :, None]
    shown = np.array(puzzle.grid)
    refinements = []
    for step in range(1, steps + 1):
        certainty = step / steps
        drift = 0.8 * drift + rng.normal(0, 0.9, drift.shape)
        noise = drift * (1 - certainty) * 2 if solved else drift
        gain = 11.0 * certainty**1.5 if solved else 3.0 * certainty
        logits = np.full((rows, columns, vocabulary), -9.0)
        logits[:, :, tokens] = noise[:, :, tokens]
        np.put_along_axis(logits, right, np.take_along_axis(logits, right, 2).clip(-5) + gain, 2)
        given = ~puzzle.free
        logits[given] = -9.0
        logits[given, (solution + offset)[given]] = 5.0
        probabilities = np.exp(logits - logits.max(axis=2, keepdims=True))
        probabilities = (probabilities / probabilities.sum(axis=2, keepdims=True)).astype(np.float32)
        answer = probabilities.argmax(axis=2) - offset
        halfway = np.where(rng.random((rows, columns)) < 0.6, answer, shown)
        confidence = probabilities.max(axis=2)
        verdict = puzzle.check(answer)
        refinements.append(
            Refinement(
                view=view,
                step=step,
                probabilities=probabilities,
                answer=answer,
                inner_answers=np.stack([shown, halfway, answer]),
                confidence=confidence,
                mean_confidence=float(confidence[puzzle.free].mean()),
                halt_probability=float(1 / (1 + np.exp(-(14 * certainty - 10 if solved else 3 * certainty - 5)))),
                latent_change=float(0.9 * np.exp(-4.5 * certainty if solved else -1.2 * certainty)),
                changed=answer != shown,
                violations=verdict.violations,
                accepted=verdict.accepted,
                seconds=0.031,
                z_movement=_movement(step, 0.9 * (1.02 - certainty), shown, answer),
                y_movement=_movement(step + 100, 0.6 * (1.02 - certainty), shown, answer),
            )
        )
        shown = answer
        if verdict.accepted:
            break
    return refinements


def _movement(seed, usual, shown, answer) -> np.ndarray:
    """[3, R, C]: most where the answer changes."""
    rng = np.random.default_rng(seed)
    moved = usual * rng.uniform(0.05, 0.3, (3, *answer.shape)) + usual * (shown != answer)
    return moved.astype(np.float16)


def closed_maze() -> MazePuzzle:
    """Its goal lies behind walls: no answer can be right."""
    return MazePuzzle((*MAZE[:8], "###########", *MAZE[9:]))


def hopeless_sudoku() -> SudokuPuzzle:
    """The last cell of the first row has no candidate left, so the rules accept nothing, however good the network."""
    return SudokuPuzzle(tuple(map(int, "123456780" + "0" * 35 + "9" + "0" * 36)))
