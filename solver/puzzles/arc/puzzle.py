"""One test input of an ARC task, as the puzzle that a network answers."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np

from solver.puzzles.arc.canvas import canvas_side, from_canvas, size, to_canvas
from solver.puzzles.arc.task import ArcGrid, ArcTask
from solver.puzzles.base import BoolGrid, IntGrid, Puzzle, PuzzleError, Verdict, read_only


@dataclass(frozen=True)
class ArcPuzzle(Puzzle):
    """Test input number `test` of `task`; grids and answers are canvases (see `solver.puzzles.arc.canvas`)."""

    task: ArcTask
    test: int = 0
    """Counted from 0."""

    kind: ClassVar[str] = "arc"

    def __post_init__(self) -> None:
        count = len(self.task.test)
        if not 0 <= self.test < count:
            raise PuzzleError(f"There is no test input number {self.test + 1}; this task has {count}.")

    @cached_property
    def side(self) -> int:
        """Rows and columns of the canvas."""
        return canvas_side(self.task)

    @cached_property
    def grid(self) -> IntGrid:
        """[side, side]: the test input on its canvas, read-only."""
        return read_only(to_canvas(self.task.test[self.test].input, self.side))

    @property
    def free(self) -> BoolGrid:
        """[side, side], all true: of an output nothing is given, not even its size."""
        return np.ones((self.side, self.side), dtype=np.bool_)

    @property
    def known_output(self) -> ArcGrid | None:
        """What the task says is right, if it does."""
        return self.task.test[self.test].output

    def check(self, answer: IntGrid) -> Verdict:
        """Equal to the output that the task's file holds; without one, nobody can tell."""
        known, given = self.known_output, from_canvas(answer)
        right = np.zeros(answer.shape, dtype=np.bool_)
        if known is None:
            return Verdict(None, right, "The task does not hold this output, so the answer can't be checked.")
        if given == known:
            return Verdict(True, right, "The answer is the output that the task holds.")
        if not given or size(given) != size(known):
            rows, columns = size(known)
            wanted = to_canvas(known, max(*answer.shape, *size(known)))[: answer.shape[0], : answer.shape[1]]
            if not given:
                return Verdict(False, answer != wanted, f"The output is {rows}×{columns}, but the answer is empty.")
            shown = "{}×{}".format(*size(given))
            return Verdict(False, answer != wanted, f"The output is {rows}×{columns}, but the answer is {shown}.")
        wrong = right.copy()
        rows, columns = size(known)
        wrong[:rows, :columns] = np.array(given) != np.array(known)
        count = int(wrong.sum())
        said = "1 cell differs" if count == 1 else f"{count} cells differ"
        return Verdict(False, wrong, f"{said} from the output that the task holds.")

    def warnings(self) -> tuple[str, ...]:
        """One demonstration leaves many rules open."""
        if len(self.task.train) == 1:
            return ("The task has a single demonstration, which many rules could explain.",)
        return ()

    def format_answer(self, answer: IntGrid) -> str:
        """Rows of digits joined by newlines; the end cells tell how many."""
        return "\n".join("".join(map(str, row)) for row in from_canvas(answer))

    def to_json(self) -> dict[str, Any]:
        """`{"kind": "arc", "test": 0, "name": …, "task": {"train": …, "test": …}}`."""
        return {"kind": self.kind, "test": self.test, "name": self.task.name, "task": self.task.to_json()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The puzzle that `to_json` described; raises `PuzzleError` for anything else."""
        test, name = data.get("test"), data.get("name", "")
        if data.get("kind") != cls.kind or not isinstance(test, int) or isinstance(test, bool):
            raise PuzzleError('An ARC puzzle in JSON needs "kind": "arc", a "task" and the number "test" of an input.')
        if not isinstance(name, str):
            raise PuzzleError('The "name" of an ARC puzzle in JSON must be a string.')
        return cls(ArcTask.from_json(data.get("task"), name), test)
