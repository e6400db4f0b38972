"""Hypothesis strategies for ARC grids and tasks."""

from hypothesis import strategies as st

from solver.puzzles.arc.task import ArcGrid, ArcPair, ArcTask


@st.composite
def grids(draw: st.DrawFn, largest: int = 30) -> ArcGrid:
    rows, columns = draw(st.integers(1, largest)), draw(st.integers(1, largest))
    # Drawn as one number each, for 900 draws of a cell are slow.
    cells = draw(st.binary(min_size=rows * columns, max_size=rows * columns))
    return tuple(tuple(c % 10 for c in cells[r * columns : (r + 1) * columns]) for r in range(rows))


@st.composite
def tasks(draw: st.DrawFn, largest: int = 30) -> ArcTask:
    grid = grids(largest)
    train = draw(st.lists(st.builds(ArcPair, grid, grid), min_size=1, max_size=3))
    test = draw(st.lists(st.builds(ArcPair, grid, st.none() | grid), min_size=1, max_size=2))
    return ArcTask(tuple(train), tuple(test))
