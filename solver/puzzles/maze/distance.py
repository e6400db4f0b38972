"""Distances between the cells of a maze, by networkx, for its rules, labels and messages."""

import numpy as np

from solver.puzzles.base import BoolGrid, Cell, IntGrid, read_only


def moves_from(cell: Cell, passable: BoolGrid) -> IntGrid:
    """[R, C], read-only: fewest moves from `cell` to each cell through `passable` ones, −1 where none lead.

    A move goes down, left, right or up. `cell` itself is 0 moves away, passable or not.
    """
    # networkx takes a tenth of a second to import, which the first window need not wait for.
    import networkx as nx

    number = np.arange(passable.size).reshape(passable.shape)
    graph: nx.Graph[int] = nx.Graph()
    start = int(number[cell])
    graph.add_node(start)
    for one, other in ((np.s_[:-1, :], np.s_[1:, :]), (np.s_[:, :-1], np.s_[:, 1:])):
        both = passable[one] & passable[other]
        graph.add_edges_from(zip(number[one][both].tolist(), number[other][both].tolist(), strict=True))
    moves = np.full(passable.size, -1)
    for node, count in nx.single_source_shortest_path_length(graph, start).items():
        moves[node] = count
    return read_only(moves.reshape(passable.shape))
