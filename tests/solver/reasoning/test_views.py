"""A view undone is the puzzle again, for tokens and for probabilities."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.views import EMBEDDING_NOISE, embedded, initial_state, view_of
from solver.trace import ViewName
from tests.solver.model.networks import CANDIDATE, random_network

KINDS = st.sampled_from(["sudoku", "maze"])


@given(KINDS, st.integers(0, 40), st.integers(5, 12), st.integers(5, 12), st.integers(0, 99))
def test_undo_is_the_inverse(kind: str, index: int, rows: int, columns: int, seed: int) -> None:
    view, size = view_of(kind, index), VOCABULARIES[kind].size
    tokens = np.random.default_rng(seed).integers(0, size, (rows, columns))
    seen = view.apply(tokens)
    np.testing.assert_array_equal(view.undo_tokens(seen), tokens)
    one_hot = np.eye(size, dtype=np.float32)
    np.testing.assert_array_equal(view.undo_probabilities(one_hot[seen]), one_hot[tokens])


def test_view_0_is_the_puzzle_as_given() -> None:
    tokens = np.arange(81).reshape(9, 9) % 11
    np.testing.assert_array_equal(view_of("sudoku", 0).apply(tokens), tokens)
    assert view_of("sudoku", 0).name == ViewName()


def test_pads_and_blanks_keep_their_names() -> None:
    for index in range(40):
        view = view_of("sudoku", index)
        assert view.apply(np.array([[0, 1], [1, 0]])).max() == 1


def test_views_differ_and_are_the_same_every_time() -> None:
    for kind in ("sudoku", "maze"):
        grid = np.random.default_rng(0).integers(0, VOCABULARIES[kind].size, (9, 9))
        seen = {(view_of(kind, i).apply(grid).tobytes(), bool(view_of(kind, i).latent_noise) * i) for i in range(32)}
        assert len(seen) == 32
        assert view_of(kind, 5) == view_of(kind, 5)


def test_a_view_nudges_the_embedded_puzzle_alike_every_time_and_the_puzzle_as_given_not_at_all() -> None:
    network = load_checkpoint(bundled_checkpoints()["sudoku"]).network
    inputs = torch.from_numpy(np.arange(81)[None] % 10 + 1).repeat(3, 1)
    views = [view_of("sudoku", index) for index in (0, 4, 8)]
    with torch.inference_mode():
        plain, x = network.embed(inputs)[0], embedded(network, views, inputs, (9, 9))[0]
        again = embedded(network, views[1:], inputs[1:], (9, 9))[0]
    assert torch.equal(x[0], plain[0])
    assert torch.equal(x[1:], again)
    nudges = (x - plain)[1:]
    scale = (plain[0].square().mean().sqrt() * EMBEDDING_NOISE["sudoku"]).item()
    assert nudges.std().item() == pytest.approx(scale, rel=0.05)
    assert not torch.allclose(nudges[0], nudges[1])


def test_each_attempt_at_a_view_has_noise_of_its_own_and_the_same_frame() -> None:
    network = random_network(CANDIDATE)
    inputs = torch.randint(1, 11, (1, 81))
    for index in (0, 3):
        attempts = [view_of("sudoku", index, attempt) for attempt in range(3)]
        assert len({(view.quarter_turns, view.transposed, view.tokens) for view in attempts}) == 1
        seen = [embedded(network, [view], inputs, (9, 9))[0] for view in attempts]
        latents = [initial_state(network, [view], 81)[1] for view in attempts]
        for found in (seen, latents):
            assert not torch.equal(found[0], found[1])
            assert not torch.equal(found[1], found[2])
        assert torch.equal(embedded(network, attempts[2:], inputs, (9, 9))[0], seen[2])


def test_arc_has_views_of_its_own() -> None:
    for index in (0, 8):
        with pytest.raises(ValueError, match="arc"):
            view_of("arc", index)
