"""What a person can do to an ARC task: paint its grids, change their size, add and remove pairs. No Qt."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from app.boards.arc import grid_edits as arc_edits
from app.boards.arc.grid_edits import Block
from app.boards.arc.places import Part, Place, grid_at, place_after, with_grid, with_new_pair, without_pair
from app.boards.editor import Edit, Editor
from app.documents.draft import Content
from app.documents.own_output import OwnOutputs, first_output
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid
from solver.puzzles.base import Cell

Tool = Literal["draw", "fill", "select"]
FIRST = Place("test", 0, "input")
NO_VALUES: Mapping[str, int] = MappingProxyType({})


class ArcEditor(Editor):
    """A task; one of its grids, or the model's answer, is `active`."""

    def __init__(self) -> None:
        super().__init__()
        self.active = FIRST
        self.colour = 1
        self.tool: Tool = "draw"
        self.outputs: OwnOutputs | None = None
        """What the person answers to the test inputs."""
        self._stroke: dict[Cell, None] | None = None
        self._own_drawn: ArcGrid | None = None
        """What a stroke under way has made of the person's own output."""

    @property
    def puzzle(self) -> ArcPuzzle:
        """What is shown, with what a stroke under way has drawn."""
        assert isinstance(self.content, ArcPuzzle)
        return self.content

    @property
    def grid(self) -> ArcGrid | None:
        """The active grid; None where there is none to edit."""
        return self.own_output if self.active.side == "own" else grid_at(self.puzzle.task, self.active)

    @property
    def own_output(self) -> ArcGrid:
        """The person's answer to the test input, with what a stroke under way has drawn; black before the first."""
        test = self.puzzle.test
        own = self.outputs.of(test) if self.outputs is not None else None
        return self._own_drawn or own or first_output(self.puzzle.task, test)

    def show(self, content: Content | None) -> None:
        """Edit another task; the active grid is the one that has changed, if it is the same task otherwise."""
        before, active = self.given, self.active
        super().show(content)
        if not isinstance(content, ArcPuzzle):
            return
        place = Place("test", content.test, "input")
        if isinstance(before, ArcPuzzle) and before.test == content.test:
            place = place_after(before.task, content.task, active) or place
        if place.side == "answer" or (place.part == "test" and place.pair != content.test):
            place = Place("test", content.test, "input")
        self.active = place

    # Strokes

    @property
    def in_stroke(self) -> bool:
        """Whether a stroke is under way, even if it has drawn nothing yet."""
        return self._stroke is not None

    def press(self, cells: list[Cell]) -> None:
        """Start a stroke, and draw in `cells`."""
        self._stroke = {}
        if cells:
            self.drag(cells)

    def drag(self, cells: list[Cell]) -> None:
        """Draw in `cells` too."""
        assert self._stroke is not None
        assert isinstance(self.given, ArcPuzzle)
        self._stroke |= dict.fromkeys(cells)
        if self.active.side == "own":
            self._own_drawn = arc_edits.painted(self.own_output, cells, self.colour)
            return
        grid = grid_at(self.given.task, self.active)
        assert grid is not None
        drawn = arc_edits.painted(grid, self._stroke, self.colour)
        self.drawn = ArcPuzzle(with_grid(self.given.task, self.active, drawn), self.given.test)

    def release(self) -> Edit | None:
        """End the stroke; what it has drawn."""
        cells = self._stroke
        self.give_up()
        return self.paint(list(cells), self.colour) if cells else None

    def give_up(self) -> None:
        super().give_up()
        self._stroke = self._own_drawn = None

    # The active grid, or a block of it

    def paint(self, cells: list[Cell], colour: int) -> Edit | None:
        """`cells` in one colour."""
        grid = self.grid
        return None if grid is None else self.put(arc_edits.painted(grid, cells, colour), "paint")

    def fill(self, cell: Cell) -> Edit | None:
        """All that is connected with `cell` in one colour, in the chosen one."""
        grid = self.grid
        return None if grid is None else self.put(arc_edits.flooded(grid, cell, self.colour), "fill")

    def change(
        self, do: Callable[[ArcGrid, Block], ArcGrid], block: Block | None, deed: str, **values: int
    ) -> Edit | None:
        """What `do` makes of `block`, or of the whole grid where that is one cell or none."""
        self.give_up()
        grid = self.grid
        if grid is None:
            return None
        several = block is not None and block.rows * block.columns > 1
        return self.put(do(grid, block if block is not None and several else Block.whole(grid)), deed, values=values)

    def paste(self, text: str, block: Block | None) -> tuple[Edit | None, ArcGrid] | None:
        """The edit that `text` makes as a piece of the grid, and that piece; None if it is no piece or has no place."""
        piece = arc_edits.read_piece(text)
        grid = self.grid if piece is not None else None
        if piece is None or grid is None:
            return None
        if block is None:
            return self.put(piece, "paste a grid"), piece
        return self.put(arc_edits.pasted(grid, (block.top, block.left), piece), "paste"), piece

    def put(
        self, grid: ArcGrid | None, deed: str, place: Place | None = None, values: Mapping[str, int] = NO_VALUES
    ) -> Edit | None:
        """`grid` in the place of the active one, or at `place`."""
        before = self.puzzle
        if (place or self.active).side == "own":
            outputs = (self.outputs or OwnOutputs.none(before.task)).with_output(before.test, grid)
            return Edit(outputs, deed, values) if outputs != self.outputs else None
        task = with_grid(before.task, place or self.active, grid)
        return Edit(ArcPuzzle(task, before.test), deed, values) if task != before.task else None

    # Pairs

    def add_pair(self, part: Part) -> Edit:
        """One more demonstration or test input."""
        task = with_new_pair(self.puzzle.task, part)
        test = len(task.test) - 1 if part == "test" else self.puzzle.test
        return Edit(ArcPuzzle(task, test), "add a demonstration" if part == "train" else "add a test input")

    def remove_pair(self) -> Edit | None:
        """The active pair taken away, unless it is the last of its part."""
        place, test = self.active, self.puzzle.test
        task = without_pair(self.puzzle.task, place)
        if task == self.puzzle.task:
            return None
        if place.part == "test" and (place.pair < test or test == len(task.test)):
            test -= 1
        deed = "remove a demonstration" if place.part == "train" else "remove a test input"
        return Edit(ArcPuzzle(task, test), deed)

    def copy_input_to_output(self) -> Edit | None:
        """The active pair's output as its input; a test without an output gets one, to check answers by."""
        given = grid_at(self.puzzle.task, self.active.beside("input"))
        if self.active.side == "own":
            return self.put(given, "copy the input to your output")
        return self.put(given, "copy the input to the output", self.active.beside("output"))

    def forget_output(self) -> Edit | None:
        """The active test without an output; of the person's own output, nothing painted yet."""
        if self.active.side == "own":
            return self.put(None, "clear")
        if self.active.part != "test":
            return None
        return self.put(None, "remove the known output", self.active.beside("output"))
