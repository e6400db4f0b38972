import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from solver.puzzles.arc.symmetry import canonical_pair

GRIDS = arrays(np.int64, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=st.integers(0, 9))


def as_grid(array):
    return tuple(map(tuple, array.tolist()))


@given(GRIDS, GRIDS, st.permutations(range(10)), st.integers(0, 3), st.booleans())
def test_symmetric_copies_are_alike(first, second, colours, turns, mirrored):
    copies = [np.rot90(np.array(colours)[g].T if mirrored else np.array(colours)[g], turns) for g in (first, second)]
    assert canonical_pair(as_grid(first), as_grid(second)) == canonical_pair(*map(as_grid, copies))


def test_other_pairs_are_not():
    assert canonical_pair(((1, 2),), ((1, 1),)) != canonical_pair(((1, 2),), ((1, 2),))
    assert canonical_pair(((1, 2),), ((3,),)) != canonical_pair(((1, 2),), ((1,),))
    assert canonical_pair(((1, 1, 1),), ((1,),)) != canonical_pair(((1,),), ((1, 1, 1),))
