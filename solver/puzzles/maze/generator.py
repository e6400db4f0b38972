"""Seeded mazes in four styles, perfect, braided, obstacles and rooms, with a way to the goal or without one."""

import math
import random
from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np

from solver.puzzles.base import Cell
from solver.puzzles.maze.puzzle import LARGEST, SMALLEST, STEPS, WALL, MazePuzzle

Carved = list[list[bool]]
"""[R][C], true where free."""


def generate_mazes(
    count: int, seed: int, style: str, rows: int, columns: int, *, no_way: bool = False
) -> Iterator[MazePuzzle]:
    """`count` mazes of one of `STYLES`; the n-th depends on `seed` and n alone.

    With `no_way`, the same mazes have walls across every way to the goal.

    Raises `ValueError` for an unknown style, or a size outside 5×5 to 101×101.
    """
    if style not in STYLES:
        raise ValueError(f"“{style}” is not a style of maze; there are {', '.join(STYLES)}.")
    if not (min(rows, columns) >= SMALLEST and max(rows, columns) <= LARGEST):
        raise ValueError(f"A maze is from {SMALLEST}×{SMALLEST} to {LARGEST}×{LARGEST}, not {rows}×{columns}.")
    for number in range(count):
        rng = random.Random(f"{style} {rows}×{columns} {seed} {number}")
        maze = STYLES[style](rows, columns, rng)
        # Side by side, start and goal have no cell between them to wall up.
        while no_way and maze.shortest == 1:
            maze = STYLES[style](rows, columns, rng)
        yield _walled_off(maze, rng) if no_way else maze


def perfect(rows: int, columns: int, rng: random.Random) -> MazePuzzle:
    """One way between any two cells; corridors from long and winding (depth-first) to short and bushy (Prim).

    Corridors run on odd rows and columns, so an even size has a double wall at its end.
    """
    return _far_apart(_grow(rows, columns, rng), rng)


def braided(rows: int, columns: int, rng: random.Random) -> MazePuzzle:
    """A perfect maze, a random share of whose dead ends have been opened into loops."""
    free = _grow(rows, columns, rng)
    share = rng.uniform(0.3, 1.0)
    ends = [cell for cell in _lattice(rows, columns) if _exits(free, cell) == 1]
    rng.shuffle(ends)
    for row, column in ends:
        if _exits(free, (row, column)) == 1 and rng.random() < share:
            walls = [
                (row + down, column + right)
                for down, right in STEPS
                if not free[row + down][column + right]
                and 0 < row + 2 * down < rows - 1
                and 0 < column + 2 * right < columns - 1
            ]
            if walls:
                wall_row, wall_column = rng.choice(walls)
                free[wall_row][wall_column] = True
    return _far_apart(free, rng)


def obstacles(rows: int, columns: int, rng: random.Random) -> MazePuzzle:
    """28–45 % walls at random and no border, kept when the goal is far: the recipe of Maze-Hard.

    On 30×30 the goal is at least 109 moves away; see `far_enough` for other sizes.
    """
    demanded = far_enough(rows, columns)
    while True:
        walls = rng.uniform(0.28, 0.45)
        free = [[rng.random() >= walls for _ in range(columns)] for _ in range(rows)]
        cells = [(r, c) for r in range(rows) for c in range(columns) if free[r][c]]
        if not cells:
            continue
        start = rng.choice(cells)
        far_rings = islice(_rings(free, start), demanded, None)
        goals = [cell for ring in far_rings for cell in _cells(ring, columns)]
        if goals:
            return _maze(free, start, rng.choice(goals))


def rooms(rows: int, columns: int, rng: random.Random) -> MazePuzzle:
    """Open rooms joined by winding corridors, with a few doors more than needed."""
    placed = _place_rooms(rows, columns, rng)
    free = _grow(rows, columns, rng, placed)
    for room in placed:
        for _ in range(rng.randint(0, 2)):
            row, column = rng.choice(room)
            down, right = rng.choice(STEPS)
            if 0 < row + 2 * down < rows - 1 and 0 < column + 2 * right < columns - 1:
                free[row + down][column + right] = True
    return _far_apart(free, rng)


STYLES: dict[str, Callable[[int, int, random.Random], MazePuzzle]] = {
    "perfect": perfect,
    "braided": braided,
    "obstacles": obstacles,
    "rooms": rooms,
}


def _walled_off(maze: MazePuzzle, rng: random.Random) -> MazePuzzle:
    """`maze` with a wall somewhere on its shortest path, again and again until no way is left."""
    while maze.shortest > 0:
        cells = np.argwhere((maze.start_moves + maze.goal_moves == maze.shortest) & maze.free).tolist()
        row, column = rng.choice(cells)
        grid = maze.grid.copy()
        grid[row, column] = WALL
        maze = MazePuzzle.from_grid(grid)
    return maze


def far_enough(rows: int, columns: int) -> int:
    """Moves that an obstacle maze demands between start and goal: 109 on 30×30, as in Maze-Hard.

    It grows with the side for larger mazes; smaller ones have too little room for that and are asked for less,
    so that about one random maze in a thousand is far enough at every size.
    """
    share = rows * columns / 900
    return round(109 * math.pow(share, 0.5 if share > 1 else 0.65))


def _lattice(rows: int, columns: int) -> list[Cell]:
    return [(row, column) for row in range(1, rows - 1, 2) for column in range(1, columns - 1, 2)]


def _grow(rows: int, columns: int, rng: random.Random, rooms: list[list[Cell]] | None = None) -> Carved:
    """Growing tree: carve on from the newest cell (depth-first) or from any (Prim), in a random mixture.

    A room is carved whole when a corridor first breaks into it, and grown on from like any cell.
    """
    free = [[False] * columns for _ in range(rows)]
    room_of = {cell: room for room in rooms or [] for cell in room}
    active: list[Cell] = []

    def carve(cell: Cell) -> None:
        room = room_of.get(cell, [cell])
        for row in range(room[0][0], room[-1][0] + 1):
            for column in range(room[0][1], room[-1][1] + 1):
                free[row][column] = True
        active.extend(rng.sample(room, len(room)))

    newest = 1.0 if rng.random() < 0.5 else rng.random()
    carve(rng.choice(_lattice(rows, columns)))
    while active:
        index = -1 if rng.random() < newest else rng.randrange(len(active))
        row, column = active[index]
        unvisited = [
            (down, right)
            for down, right in STEPS
            if 0 < row + 2 * down < rows - 1
            and 0 < column + 2 * right < columns - 1
            and not free[row + 2 * down][column + 2 * right]
        ]
        if not unvisited:
            active.pop(index)
            continue
        down, right = rng.choice(unvisited)
        free[row + down][column + right] = True
        carve((row + 2 * down, column + 2 * right))
    return free


def _place_rooms(rows: int, columns: int, rng: random.Random) -> list[list[Cell]]:
    """Rooms apart from each other, each as its lattice cells in reading order."""
    taken: set[Cell] = set()
    placed = []
    for _ in range(rows * columns // 12):
        height, width = rng.randint(2, 4), rng.randint(2, 4)
        top = 1 + 2 * rng.randrange(rows // 2)
        left = 1 + 2 * rng.randrange(columns // 2)
        if top + 2 * height > rows or left + 2 * width > columns:
            continue
        room = [(top + 2 * r, left + 2 * c) for r in range(height) for c in range(width)]
        if taken.isdisjoint(room):
            placed.append(room)
            taken.update(room)
    return placed


def _exits(free: Carved, cell: Cell) -> int:
    return sum(free[cell[0] + down][cell[1] + right] for down, right in STEPS)


def _far_apart(free: Carved, rng: random.Random) -> MazePuzzle:
    """Start somewhere, goal as far from it as any cell."""
    start = rng.choice([cell for cell in _lattice(len(free), len(free[0])) if free[cell[0]][cell[1]]])
    *_, farthest = _rings(free, start)
    return _maze(free, start, rng.choice(_cells(farthest, len(free[0]))))


def _rings(free: Carved, start: Cell) -> Iterator[int]:
    """The cells 0, 1, 2, … moves from `start`, each set of them as the bits of one integer.

    A search of its own and not `moves_from`, because one random maze in a thousand is as far as Maze-Hard asks:
    with integers a move of a whole ring takes a microsecond.
    """
    stride = _stride(len(free[0]))
    walled = (cell for row in free for cell in (*row, False))
    unvisited = int("".join("1" if cell else "0" for cell in walled)[::-1], 2)
    ring = 1 << (start[0] * stride + start[1])
    while ring:
        unvisited &= ~ring
        yield ring
        ring = (ring << 1 | ring >> 1 | ring << stride | ring >> stride) & unvisited


def _stride(columns: int) -> int:
    """Bits a row takes: a wall more than `columns`, so that a move to the right does not wrap round."""
    return columns + 1


def _cells(ring: int, columns: int) -> list[Cell]:
    return [divmod(bit, _stride(columns)) for bit, one in enumerate(bin(ring)[:1:-1]) if one == "1"]


def _maze(free: Carved, start: Cell, goal: Cell) -> MazePuzzle:
    rows = [[" " if cell else "#" for cell in row] for row in free]
    rows[start[0]][start[1]] = "S"
    rows[goal[0]][goal[1]] = "G"
    return MazePuzzle(tuple("".join(row) for row in rows))
