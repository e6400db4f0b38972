"""What a person can do to a maze: draw and erase walls by strokes or keys, move the ends, change the whole. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.boards.editor import Edit, Editor
from app.boards.maze import grid_edits as maze_edits
from app.documents.draft import Content, Draft
from solver.puzzles.base import Cell, IntGrid
from solver.puzzles.maze.puzzle import FREE, START, WALL


@dataclass
class Stroke:
    """A drag under way: what it draws (WALL, FREE, or the end it moves), and where it is."""

    token: int
    last: Cell
    changes: dict[Cell, int] = field(default_factory=dict)


class MazeEditor(Editor):
    """A grid of walls and free cells with a start and a goal."""

    def __init__(self) -> None:
        super().__init__()
        self.stroke: Stroke | None = None

    # Strokes

    def press(self, cell: Cell, *, erase: bool, only_select: bool) -> None:
        """Start a stroke at `cell`; with `only_select` it draws nothing there until it is dragged on."""
        assert self.given is not None
        under = int(self.given.grid[cell])
        moving = under in maze_edits.ENDS and not erase
        self.stroke = Stroke(under if moving else FREE if erase else WALL, cell)
        if not moving and not only_select:
            self._draw([cell])

    def drag(self, cell: Cell) -> None:
        """Draw on to `cell`, without a gap."""
        assert self.stroke is not None
        cells = maze_edits.cells_between(self.stroke.last, cell)
        self.stroke.last = cell
        self._draw(cells)

    def release(self) -> Edit | None:
        """End the stroke; what it has drawn."""
        stroke = self.stroke
        self.give_up()
        if stroke is None:
            return None
        if stroke.token in maze_edits.ENDS:
            return self.changed(stroke.changes, _move(stroke.token))
        return self.changed(stroke.changes, "draw walls" if stroke.token == WALL else "erase walls")

    def give_up(self) -> None:
        super().give_up()
        self.stroke = None

    def _draw(self, cells: list[Cell]) -> None:
        stroke = self.stroke
        assert stroke is not None
        assert self.given is not None
        for cell in cells:
            self._pass_over(self.given, stroke, cell)
        if stroke.changes:
            self.drawn = Draft.of(self.given, stroke.changes)

    def _pass_over(self, before: Content, stroke: Stroke, cell: Cell) -> None:
        """Draw at `cell`; start and goal are never drawn over."""
        if stroke.token in maze_edits.ENDS:
            back = before.grid[cell] == stroke.token
            moved = maze_edits.end_moved(before.grid, stroke.token, cell)
            stroke.changes = {} if back else moved or stroke.changes
            if back:
                self.drawn = None
        elif before.grid[cell] not in (*maze_edits.ENDS, stroke.token):
            stroke.changes[cell] = stroke.token

    # One cell

    def put(self, cell: Cell, token: int) -> Edit | None:
        """A wall, or none, at `cell`; start and goal stay."""
        if self.given is None or self.given.grid[cell] in maze_edits.ENDS:
            return None
        return self.changed({cell: token}, "draw a wall" if token == WALL else "erase a wall")

    def turn_over(self, cell: Cell) -> Edit | None:
        """A wall where none is, and none where one is."""
        assert self.given is not None
        return self.put(cell, WALL if self.given.grid[cell] == FREE else FREE)

    def put_end(self, cell: Cell, token: int) -> Edit | None:
        """Start or goal at `cell`."""
        return (
            None
            if self.given is None
            else self.changed(maze_edits.end_moved(self.given.grid, token, cell), _move(token))
        )

    def carry(self, token: int, cell: Cell) -> Edit | None:
        """What was in another cell, wall, freedom, start or goal, at `cell` too."""
        return self.put_end(cell, token) if token in maze_edits.ENDS else self.put(cell, token)

    # The whole maze

    def fill(self, token: int) -> Edit | None:
        """Every cell but start and goal a wall, or free."""
        return self._replaced(lambda grid: maze_edits.filled(grid, token), "fill" if token == WALL else "clear")

    def invert(self) -> Edit | None:
        """Walls free, and free cells walls."""
        return self._replaced(maze_edits.inverted, "invert")

    def enclose(self) -> Edit | None:
        """Walls all around."""
        return self._replaced(maze_edits.bordered, "draw the border")

    def resize(self, rows: int, columns: int) -> Edit | None:
        """Cut or lengthened at its right and bottom."""
        return self._replaced(
            lambda grid: maze_edits.resized(grid, rows, columns), "resize", rows=rows, columns=columns
        )

    def _replaced(self, do: Callable[[IntGrid], IntGrid], deed: str, **values: int) -> Edit | None:
        self.give_up()
        if self.given is None:
            return None
        grid = do(self.given.grid)
        if grid.shape == self.given.grid.shape and (grid == self.given.grid).all():
            return None
        return Edit(Draft(self.given.kind, grid), deed, values)


def _move(token: int) -> str:
    return "move the start" if token == START else "move the goal"
