import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.messages import ExplainedError
from solver.puzzles.arc.canvas import canvas_side, from_canvas
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.arc_views import (
    IDENTIFIERS,
    canvas_tokens,
    exchange,
    exchangeable_colours,
    present_colours,
    sideways,
    symmetry_views,
    view_identifier,
    voting_views,
)
from solver.trace import ViewName
from tests.solver.puzzles.arc_tasks import tasks

RECOLOUR = ArcTask(
    (ArcPair(((0, 1, 5),), ((0, 3, 5),)), ArcPair(((0, 2, 5),), ((0, 3, 5),))),
    (ArcPair(((0, 4, 5),)),),
)


@given(tasks(largest=8))
def test_undoing_a_view_gives_the_grid_back(task):
    side = canvas_side(task)
    for view in voting_views(task, rounds=2):
        for grid in [*task.test_inputs, *task.demonstrations[0]]:
            seen = view.apply(canvas_tokens(grid, side))
            assert from_canvas(VOCABULARIES["arc"].decode(view.undo_tokens(seen))) == grid


def test_every_symmetry_is_another_picture_with_an_identifier_of_its_own():
    tokens = canvas_tokens(((1, 2), (3, 4)), 3)
    assert len({view.apply(tokens).tobytes() for view in symmetry_views()}) == 8
    views = voting_views(RECOLOUR, rounds=1)
    assert sorted(view_identifier(view) for view in views) == list(range(IDENTIFIERS))


def test_colours_with_a_part_of_their_own_stay():
    # 0 is the background, 5 is everywhere, 3 comes up in outputs alone.
    assert exchangeable_colours(RECOLOUR) == [1, 2, 4, 6, 7, 8, 9]
    assert voting_views(RECOLOUR, rounds=1)[8].name == ViewName(relabelled=True)
    unchanging = ArcTask((ArcPair(((0, 1),), ((1, 0),)),), (ArcPair(((1, 1),)),))
    assert exchangeable_colours(unchanging) == [], "an exchange would change nothing that is there"


def test_only_colours_that_a_network_knows_are_exchanged():
    assert present_colours(RECOLOUR) == [0, 1, 2, 3, 4, 5]
    assert exchangeable_colours(RECOLOUR, "012345") == [1, 2, 4]
    for view in voting_views(RECOLOUR, rounds=2, among="012345")[8:]:
        assert view.tokens is not None
        assert all(view.tokens[2 + colour] == 2 + colour for colour in (0, 3, 5, 6, 7, 8, 9))


@given(st.lists(st.integers(1, 9), unique=True), st.integers(0, 99))
def test_an_exchange_renames_no_other_token(colours, seed):
    tokens = exchange(colours, np.random.default_rng(seed))
    assert sorted(tokens) == list(range(12))
    assert all(tokens[t] == t for t in range(12) if t - 2 not in colours)


WIDE = (4, 13)


def test_views_of_a_part_of_the_canvas_undo_what_they_did():
    grid = ((1, 2, 3, 5, 0, 0, 1, 2, 3, 5, 8, 1), (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5))
    tokens = canvas_tokens(grid, 13)
    for view in voting_views(RECOLOUR, rounds=1, part=WIDE):
        seen = view.apply(tokens)
        assert seen.shape == (WIDE[::-1] if sideways(view) else WIDE)
        assert (view.undo_tokens(seen) == tokens).all()
        probabilities = view.undo_probabilities(np.eye(12, dtype=np.float32)[seen])
        assert (probabilities == np.eye(12)[tokens]).all(), "beyond the part, nothing is certain to be there"
        assert seen.ravel()[view.place((1, 11), (13, 13))] == view.seen_as(7)


def test_of_a_cell_beyond_the_part_nothing_can_be_asked():
    view = symmetry_views(WIDE)[1]
    for cell in ((4, 0), (12, 12)):
        with pytest.raises(ExplainedError, match="so the network has no cell there"):
            view.place(cell, (13, 13))


def test_a_square_part_is_the_whole_canvas():
    assert symmetry_views((7, 7)) == symmetry_views()
