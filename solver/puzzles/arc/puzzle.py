"""One test input of an ARC task, as the puzzle that a network answers."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np

from solver.messages import Message, Template
from solver.puzzles.arc.canvas import canvas_side, from_canvas, size, to_canvas
from solver.puzzles.arc.task import ArcGrid, ArcTask
from solver.puzzles.base import BoolGrid, IntGrid, Puzzle, PuzzleError, Verdict, read_only

NO_TEST = Template(
    "arc.no_test",
    "There is no test input {number}: this task has {count}.",
    "There is no test input {number}: this task has only one.",
)
NO_OUTPUT = Template("arc.no_output", "The task gives no output for this input, so the answer can't be checked.")
RIGHT = Template("arc.right", "Correct: it matches the task's known output.")
EMPTY = Template("arc.empty", "The answer is empty, but the known output is {rows}×{columns}.")
OTHER_SIZE = Template(
    "arc.other_size", "The answer is {given_rows}×{given_columns}, but the known output is {rows}×{columns}."
)
DIFFERS = Template(
    "arc.differs",
    "{count} cells differ from the task's known output.",
    "{count} cell differs from the task's known output.",
)
ONE_DEMONSTRATION = Template(
    "arc.one_demonstration", "The task has only one demonstration, which many rules could explain."
)
NO_ARC_JSON = Template(
    "arc.json", 'An ARC puzzle in JSON needs "kind": "arc", a "task" and "test", the number of a test input.'
)
NO_NAME = Template("arc.name", 'The "name" of an ARC puzzle in JSON must be a string.')


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
            raise PuzzleError(NO_TEST(number=self.test + 1, count=count))

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
        """Equal to the output in the task's file; without one, it cannot be checked."""
        known, given = self.known_output, from_canvas(answer)
        right = np.zeros(answer.shape, dtype=np.bool_)
        if known is None:
            return Verdict(None, right, NO_OUTPUT())
        if given == known:
            return Verdict(True, right, RIGHT())
        if not given or size(given) != size(known):
            rows, columns = size(known)
            wanted = to_canvas(known, max(*answer.shape, *size(known)))[: answer.shape[0], : answer.shape[1]]
            return Verdict(False, answer != wanted, _other_size(known, given))
        wrong = right.copy()
        rows, columns = size(known)
        wrong[:rows, :columns] = np.array(given) != np.array(known)
        return Verdict(False, wrong, DIFFERS(count=int(wrong.sum())))

    def warnings(self) -> tuple[Message, ...]:
        """One demonstration leaves many rules open."""
        return (ONE_DEMONSTRATION(),) if len(self.task.train) == 1 else ()

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
            raise PuzzleError(NO_ARC_JSON())
        if not isinstance(name, str):
            raise PuzzleError(NO_NAME())
        return cls(ArcTask.from_json(data.get("task"), name), test)


def _other_size(known: ArcGrid, given: ArcGrid) -> Message:
    rows, columns = size(known)
    if not given:
        return EMPTY(rows=rows, columns=columns)
    given_rows, given_columns = size(given)
    return OTHER_SIZE(rows=rows, columns=columns, given_rows=given_rows, given_columns=given_columns)
