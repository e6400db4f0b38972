"""Compiled mazes with their canonical shortest paths, and the compiled check of a path.

The styles are those of `solver.puzzles.maze.generator`; tokens are the published ones. A sample is a function of its
seed and the part's numbers alone.
"""

import numpy as np
import numpy.typing as npt

from solver.puzzles.maze.cells import FREE, GOAL, PATH, START, WALL
from solver.training.compiled import compiled, compiled_parallel, prange

Tokens = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

PERFECT, BRAIDED, OBSTACLES, ROOMS = range(4)
_DOWN = np.array([1, 0, 0, -1])
_RIGHT = np.array([0, -1, 1, 0])
"""Down, left, right, up: the order in which a canonical path tries them."""


@compiled
def moves_from(free: Flags, row: int, column: int, moves: Tokens, queue: Tokens) -> int:
    """Fill `moves` [R, C] with the distance from a cell, −1 where there is no way; how many cells `queue` then lists.

    `queue` [R · C] lists the reached cells by distance, each as row · C + column.
    """
    rows, columns = free.shape
    moves[:] = -1
    moves[row, column] = 0
    queue[0] = row * columns + column
    head, tail = 0, 1
    while head < tail:
        y, x = queue[head] // columns, queue[head] % columns
        head += 1
        for k in range(4):
            v, u = y + _DOWN[k], x + _RIGHT[k]
            if 0 <= v < rows and 0 <= u < columns and free[v, u] and moves[v, u] < 0:
                moves[v, u] = moves[y, x] + 1
                queue[tail] = v * columns + u
                tail += 1
    return tail


@compiled
def _place_rooms(rows: int, columns: int, room_of: Tokens, rooms: Tokens) -> None:
    """Give lattice cells to rooms apart from each other; a room is top, left, height, width in lattice cells."""
    count = 0
    m, k = room_of.shape
    for _ in range(rows * columns // 12):
        height, width = np.random.randint(2, 5), np.random.randint(2, 5)
        top, left = np.random.randint(m), np.random.randint(k)
        if top + height > m or left + width > k or (room_of[top : top + height, left : left + width] >= 0).any():
            continue
        room_of[top : top + height, left : left + width] = count
        rooms[count, 0], rooms[count, 1], rooms[count, 2], rooms[count, 3] = top, left, height, width
        count += 1


@compiled
def _carve(free: Flags, cell: int, room_of: Tokens, rooms: Tokens, active: Tokens, count: int) -> int:
    k = room_of.shape[1]
    room = room_of[cell // k, cell % k]
    if room < 0:
        free[2 * (cell // k) + 1, 2 * (cell % k) + 1] = True
        active[count] = cell
        return count + 1
    top, left, height, width = rooms[room]
    free[2 * top + 1 : 2 * (top + height), 2 * left + 1 : 2 * (left + width)] = True
    order = np.random.permutation(height * width)
    for n in range(height * width):
        active[count + n] = (top + order[n] // width) * k + left + order[n] % width
    return int(count + height * width)


@compiled
def _grow(free: Flags, room_of: Tokens, rooms: Tokens) -> None:
    """Growing tree from winding (depth-first) to bushy (Prim) over the lattice of odd rows and columns."""
    m, k = room_of.shape
    active = np.zeros(m * k, dtype=np.int64)
    newest = 1.0 if np.random.random() < 0.5 else np.random.random()
    count = _carve(free, np.random.randint(m * k), room_of, rooms, active, 0)
    options = np.zeros(4, dtype=np.int64)
    while count:
        index = count - 1 if np.random.random() < newest else np.random.randint(count)
        y, x = active[index] // k, active[index] % k
        found = 0
        for d in range(4):
            v, u = y + _DOWN[d], x + _RIGHT[d]
            if 0 <= v < m and 0 <= u < k and not free[2 * v + 1, 2 * u + 1]:
                options[found] = d
                found += 1
        if found == 0:
            # The order of the others matters to a depth-first walk.
            active[index : count - 1] = active[index + 1 : count].copy()
            count -= 1
            continue
        d = options[np.random.randint(found)]
        free[2 * y + 1 + _DOWN[d], 2 * x + 1 + _RIGHT[d]] = True
        count = _carve(free, (y + _DOWN[d]) * k + x + _RIGHT[d], room_of, rooms, active, count)


@compiled
def _open_side(free: Flags, y: int, x: int, only_closed: bool) -> None:
    """Open a random side of a lattice cell towards another lattice cell."""
    rows, columns = free.shape
    for d in np.random.permutation(4):
        v, u = y + 2 * _DOWN[d], x + 2 * _RIGHT[d]
        if 0 < v < rows - 1 and 0 < u < columns - 1:
            side_free = free[y + _DOWN[d], x + _RIGHT[d]]
            if not (only_closed and side_free):
                free[y + _DOWN[d], x + _RIGHT[d]] = True
                return


@compiled
def _braid(free: Flags, share: float) -> None:
    rows, columns = free.shape
    for y in range(1, rows - 1, 2):
        for x in range(1, columns - 1, 2):
            exits = 0
            for d in range(4):
                exits += free[y + _DOWN[d], x + _RIGHT[d]]
            if exits == 1 and np.random.random() < share:
                _open_side(free, y, x, True)


@compiled
def _draw_free(style: int, openness: float, rows: int, columns: int) -> Flags:
    if style == OBSTACLES:
        walls = 0.45 - 0.17 * openness * np.random.random()
        return np.random.random((rows, columns)) >= walls
    free = np.zeros((rows, columns), dtype=np.bool_)
    room_of = np.full(((rows - 1) // 2, (columns - 1) // 2), -1, dtype=np.int64)
    rooms = np.zeros((rows * columns // 12 + 1, 4), dtype=np.int64)
    if style == ROOMS:
        _place_rooms(rows, columns, room_of, rooms)
    _grow(free, room_of, rooms)
    if style == BRAIDED:
        _braid(free, openness * (0.3 + 0.7 * np.random.random()))
    if style == ROOMS:
        for room in range(len(rooms)):
            if rooms[room, 2]:
                for _ in range(np.random.randint(3)):
                    if np.random.random() < openness:
                        y = rooms[room, 0] + np.random.randint(rooms[room, 2])
                        x = rooms[room, 1] + np.random.randint(rooms[room, 3])
                        _open_side(free, 2 * y + 1, 2 * x + 1, False)
    return free


@compiled
def draw_maze(
    seed: int, style: int, openness: float, smallest: int, demanded: float, farthest: float, maze: Tokens, label: Tokens
) -> None:
    """Draw a maze into `maze` [S, S], and into `label` its canonical path: down, left, right or up, whichever of them
    is the first to come nearer to the goal.

    Sides are from `smallest` to S, odd but for obstacles; a smaller maze lies at random inside walls. The goal is the
    farthest cell with probability `farthest`, else one of the farther half of the reachable ones, and at least
    `demanded` · √(rows · columns) moves away. Where no cell is, the goal is the farthest, and another start is drawn.
    """
    np.random.seed(seed)
    canvas = len(maze)
    moves, queue = np.zeros((canvas, canvas), dtype=np.int64), np.zeros(canvas * canvas, dtype=np.int64)
    free = np.zeros((canvas, canvas), dtype=np.bool_)
    stride = 1 if style == OBSTACLES else 2
    least = smallest if style == OBSTACLES else smallest | 1
    while True:
        rows = least + stride * np.random.randint((canvas - least) // stride + 1)
        columns = rows
        if np.random.random() < 0.5:
            columns = least + stride * np.random.randint((canvas - least) // stride + 1)
        top, left = np.random.randint(canvas - rows + 1), np.random.randint(canvas - columns + 1)
        free[:] = False
        free[top : top + rows, left : left + columns] = _draw_free(style, openness, rows, columns)
        y, x = top + np.random.randint(rows), left + np.random.randint(columns)
        if not free[y, x]:
            continue
        reached = moves_from(free, y, x, moves, queue)
        if reached < 4:
            continue
        nearest, needed = reached // 2, max(2.0, demanded * np.sqrt(rows * columns))
        while nearest < reached and moves[queue[nearest] // canvas, queue[nearest] % canvas] < needed:
            nearest += 1
        if nearest < reached:
            goal = reached - 1 if np.random.random() < farthest else np.random.randint(nearest, reached)
            v, u = queue[goal] // canvas, queue[goal] % canvas
            break
        # Few mazes have a cell that far from a random start, but many have two cells that far apart.
        v, u = queue[reached - 1] // canvas, queue[reached - 1] % canvas
        moves_from(free, v, u, moves, queue)
        if moves[queue[reached - 1] // canvas, queue[reached - 1] % canvas] < needed:
            continue
        nearest = reached - 1
        while moves[queue[nearest - 1] // canvas, queue[nearest - 1] % canvas] >= needed:
            nearest -= 1
        start = queue[np.random.randint(nearest, reached)]
        y, x = start // canvas, start % canvas
        break
    for i in range(canvas):
        for j in range(canvas):
            maze[i, j] = FREE if free[i, j] else WALL
    maze[y, x], maze[v, u] = START, GOAL
    label[:] = maze
    moves_from(free, v, u, moves, queue)
    while moves[y, x] > 1:
        for d in range(4):
            i, j = y + _DOWN[d], x + _RIGHT[d]
            if 0 <= i < canvas and 0 <= j < canvas and moves[i, j] == moves[y, x] - 1:
                y, x = i, j
                break
        label[y, x] = PATH


@compiled_parallel
def draw_mazes(
    seeds: Tokens,
    styles: Tokens,
    openness: npt.NDArray[np.float64],
    smallest: Tokens,
    demanded: npt.NDArray[np.float64],
    farthest: float,
    mazes: Tokens,
    labels: Tokens,
) -> None:
    """`draw_maze` for each of `mazes` [B, S, S] and `labels` [B, S, S], with numbers [B] for each."""
    for b in prange(len(mazes)):
        draw_maze(seeds[b], styles[b], openness[b], smallest[b], demanded[b], farthest, mazes[b], labels[b])


@compiled
def accepted_paths(answers: Tokens, mazes: Tokens) -> Flags:
    """[B]: whether answers [B, R, C] change nothing in mazes but free cells into an unbroken shortest path."""
    batch, rows, columns = mazes.shape
    accepted = np.zeros(batch, dtype=np.bool_)
    moves, queue = np.zeros((rows, columns), dtype=np.int64), np.zeros(rows * columns, dtype=np.int64)
    route = np.zeros((rows, columns), dtype=np.bool_)
    for b in range(batch):
        y = x = v = u = cells = 0
        sound = True
        for i in range(rows):
            for j in range(columns):
                token, answer = mazes[b, i, j], answers[b, i, j]
                if token == START:
                    y, x = i, j
                elif token == GOAL:
                    v, u = i, j
                route[i, j] = answer == PATH or token in (START, GOAL)
                cells += answer == PATH
                sound &= token == FREE if answer == PATH else answer == token
        if sound:
            moves_from(mazes[b] != WALL, y, x, moves, queue)
            shortest = moves[v, u]
            if shortest > 0 and cells == shortest - 1:
                moves_from(route, y, x, moves, queue)
                accepted[b] = moves[v, u] == shortest
    return accepted


@compiled
def ways_to_goal(mazes: Tokens) -> tuple[Tokens, Tokens]:
    """For mazes [B, R, C]: each free cell's way, and its moves to the goal, both [B, R, C].

    A way is 1 + its place in down, left, right, up: the first that comes nearer to the goal, as a canonical path goes
    on. 0 in walls, at the goal, and, with −1 moves, where no way leads.
    """
    batch, rows, columns = mazes.shape
    ways, moves = np.zeros_like(mazes), np.full_like(mazes, -1)
    queue = np.zeros(rows * columns, dtype=np.int64)
    for b in range(batch):
        goal = -1
        for cell in range(rows * columns):
            if mazes[b, cell // columns, cell % columns] == GOAL:
                goal = cell
        if goal < 0:
            continue
        reached = moves_from(mazes[b] != WALL, goal // columns, goal % columns, moves[b], queue)
        for n in range(1, reached):
            y, x = queue[n] // columns, queue[n] % columns
            for d in range(3, -1, -1):
                v, u = y + _DOWN[d], x + _RIGHT[d]
                if 0 <= v < rows and 0 <= u < columns and moves[b, v, u] == moves[b, y, x] - 1:
                    ways[b, y, x] = 1 + d
    return ways, moves


@compiled
def _favour(maze: Tokens, scores: npt.NDArray[np.float32], label: Tokens) -> None:
    rows, columns = maze.shape
    goal = start = -1
    for cell in range(rows * columns):
        if maze[cell // columns, cell % columns] == GOAL:
            goal = cell
        elif maze[cell // columns, cell % columns] == START:
            start = cell
    if goal < 0 or start < 0:
        return
    moves, queue = np.zeros((rows, columns), dtype=np.int64), np.zeros(rows * columns, dtype=np.int64)
    best, onward = np.zeros((rows, columns), dtype=np.float64), np.zeros((rows, columns), dtype=np.int64)
    reached = moves_from(maze != WALL, goal // columns, goal % columns, moves, queue)
    y, x = start // columns, start % columns
    if moves[y, x] < 0:
        return
    for n in range(1, reached):
        i, j = queue[n] // columns, queue[n] % columns
        onward[i, j] = -1
        for d in range(4):
            v, u = i + _DOWN[d], j + _RIGHT[d]
            nearer = 0 <= v < rows and 0 <= u < columns and moves[v, u] == moves[i, j] - 1
            if nearer and (onward[i, j] < 0 or best[v, u] > best[i, j]):
                best[i, j], onward[i, j] = best[v, u], d
        best[i, j] += scores[i, j]
    while moves[y, x] > 1:
        d = onward[y, x]
        y, x = y + _DOWN[d], x + _RIGHT[d]
        label[y, x] = PATH


@compiled_parallel
def favoured_paths(mazes: Tokens, scores: npt.NDArray[np.float32]) -> Tokens:
    """For mazes [B, R, C], as labels: of all shortest paths, the one whose cells have the largest sum of `scores`.

    Where several are equal, the canonical one among them. A maze without a way stays as it is.
    """
    labels = mazes.copy()
    for b in prange(len(mazes)):
        _favour(mazes[b], scores[b], labels[b])
    return labels
