"""Distances between the cells of a maze, for its rules, labels and messages."""

import numpy as np

from solver.puzzles.base import BoolGrid, Cell, IntGrid, read_only


def moves_from(cell: Cell, passable: BoolGrid) -> IntGrid:
    """[R, C], read-only: fewest moves from `cell` to each cell through `passable` ones, −1 where none lead.

    A move goes down, left, right or up. `cell` itself is 0 moves away, passable or not. A breadth-first search of our
    own: every maze is checked with it, the first window's too, and a graph library takes longer to import than that.
    """
    rows, columns = passable.shape
    # A column and a row of walls part the ends of the rows, and catch the indices below 0 as well.
    padded = np.zeros((rows + 1, columns + 1), dtype=bool)
    padded[:rows, :columns] = passable
    width = columns + 1
    unvisited = padded.ravel().tolist()
    moves = np.full(padded.size, -1)
    start = cell[0] * width + cell[1]
    level = [start] if unvisited[start] else []
    moves[start], unvisited[start] = 0, False
    count = 0
    while level:
        count += 1
        reached = []
        for place in level:
            for neighbour in (place + width, place - 1, place + 1, place - width):
                if unvisited[neighbour]:
                    unvisited[neighbour] = False
                    reached.append(neighbour)
        moves[reached] = count
        level = reached
    return read_only(moves.reshape(padded.shape)[:rows, :columns])
