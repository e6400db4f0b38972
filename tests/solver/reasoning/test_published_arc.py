"""Published ARC networks: their views are the published augmentations, and undone as the published code does."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from solver.cancelling import Cancelled
from solver.model.bundled import IDENTIFIERS_FILE
from solver.model.errors import CheckpointError
from solver.model.identifiers import Augmentation, augmentations, write_identifiers
from solver.model.published import load_published
from solver.puzzles.arc.canvas import from_canvas
from solver.puzzles.arc.collections import collection_task
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.reasoning.published_arc import GridView, identified, known_augmentations, vote_as_published
from solver.reasoning.vote_trace import trace_of
from solver.trace.trace_json import trace_from_json, trace_to_json
from tests.solver.model.published_arc import names, write_published
from tests.solver.model.published_cases import write_case

GIVEN = ((1, 2, 0), (3, 0, 4))
COLOURS = (0, 4, 1, 9, 8, 2, 7, 3, 6, 5)
COPYING = ArcTask((ArcPair(((1, 5),), ((1, 5),)),), (ArcPair(GIVEN, GIVEN), ArcPair(((7,) * 30,) * 30)), "007bbfb7")
"""The rule is to leave everything as it is."""


def published_symmetry(grid, number):
    """What the published code does to a grid for t0 to t7."""
    return {
        0: lambda a: a,
        1: lambda a: np.rot90(a, k=1),
        2: lambda a: np.rot90(a, k=2),
        3: lambda a: np.rot90(a, k=3),
        4: np.fliplr,
        5: np.flipud,
        6: lambda a: a.T,
        7: lambda a: np.fliplr(np.rot90(a, k=1)),
    }[number](grid)


def published_canvas(grid):
    """[30, 30] tokens as the published code puts a grid on them."""
    rows, columns = grid.shape
    canvas = np.pad(grid + 2, ((0, 30 - rows), (0, 30 - columns)))
    if rows < 30:
        canvas[rows, :columns] = 1
    if columns < 30:
        canvas[:rows, columns] = 1
    return canvas


def published_inverse(grid, known):
    inverse = [0, 3, 2, 1, 4, 5, 6, 7][known.symmetry]
    return np.argsort(known.colours)[published_symmetry(grid, inverse)]


@pytest.mark.parametrize("symmetry", range(8))
def test_a_view_is_the_published_augmentation(symmetry):
    known = Augmentation(5, symmetry, COLOURS)
    view = GridView.of(3, known)
    grid = np.array(GIVEN)
    seen = published_canvas(published_symmetry(np.array(COLOURS)[grid], symmetry))
    assert view.apply(published_canvas(grid)).tolist() == seen.tolist()
    assert view.undo_tokens(seen).tolist() == published_canvas(grid).tolist()
    assert published_inverse(published_symmetry(np.array(COLOURS)[grid], symmetry), known).tolist() == grid.tolist()
    probabilities = np.full((30, 30, 12), 0.02, dtype=np.float32)
    np.put_along_axis(probabilities, seen[..., None], 0.78, -1)
    back = view.undo_probabilities(probabilities)
    assert back.argmax(-1).tolist() == published_canvas(grid).tolist()
    assert np.allclose(back.sum(-1), 1)
    assert np.allclose(back[:2, :3].max(-1), 0.78)


def test_what_the_network_wrote_beyond_the_grid_changes_nothing_when_it_is_turned_back():
    # Read as it stands, 10 rows of 3; were the stray cell turned with the rest, 9 rows of 4 would be larger.
    tokens = np.zeros((30, 30), dtype=np.int64)
    tokens[:10, :3] = 5
    tokens[1:10, 3] = 5
    assert len(from_canvas(tokens - 2)) == 10
    turned = GridView.of(0, Augmentation(0, 5)).undo_tokens(tokens)
    assert from_canvas(turned - 2) == ((3, 3, 3),) * 10


def test_no_grid_stays_none():
    view = GridView.of(0, Augmentation(0, 7, COLOURS))
    assert from_canvas(view.undo_tokens(np.zeros((30, 30), dtype=np.int64)) - 2) == ()
    assert view.undo_probabilities(np.eye(12, dtype=np.float32)[np.ones((30, 30), int)]).argmax(-1).max() == 0


@pytest.fixture
def copying(tmp_path):
    state = write_published(tmp_path)
    return load_published(state, tmp_path / "all_config.yaml", "arc").eval()


def test_all_views_of_a_network_that_knows_the_rule_agree(copying):
    known = augmentations(names(), "007bbfb7", "f")[3:7]
    told = []
    [candidate] = vote_as_published(copying, known, COPYING, 0, steps=2, progress=told.append)
    assert candidate.grid == GIVEN
    assert (candidate.votes, candidate.voters) == (4, 4)
    assert candidate.halt_probability == pytest.approx(1 / (1 + np.exp(-1)))
    assert [r.step for r in candidate.refinements] == [1, 2]
    assert [r.accepted for r in candidate.refinements] == [True, True]
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1)
    trace = trace_of(ArcPuzzle(COPYING, 0), [candidate], "label", "cpu")
    back = trace_from_json(trace_to_json(trace))
    assert from_canvas(back.answers[0].answer) == GIVEN


def test_a_grid_that_fills_the_canvas_is_answered_too_and_judged_by_nobody(copying):
    [candidate] = vote_as_published(copying, augmentations(names(), "007bbfb7", "f")[:2], COPYING, 1, steps=1)
    assert candidate.grid == COPYING.test[1].input
    assert candidate.refinements[0].accepted is None


def test_an_answer_larger_than_the_tasks_canvas_is_kept_whole_and_shown_cut(copying):
    # Beyond what the demonstrations let expect: the copy of an input is put out as if it were larger.
    class Larger(type(copying)):
        def logits(self, y):
            told = super().logits(y).clone().view(-1, 30, 30, 12)
            told[:, :20, :20] = torch.eye(12)[5] * 9
            told[:, 20, :20] = told[:, :20, 20] = torch.eye(12)[1] * 9
            return told.view(-1, 900, 12)

    copying.__class__ = Larger
    task = replace(COPYING, test=COPYING.test[:1])
    [candidate] = vote_as_published(copying, [Augmentation(1)], task, 0, steps=1)
    assert candidate.grid == ((3,) * 20,) * 20
    assert candidate.refinements[0].answer.shape == ArcPuzzle(task).shape == (4, 4)
    assert candidate.refinements[0].accepted is False


def test_the_vote_of_random_weights_is_the_published_one(tmp_path):
    """Written out from the published description: encode, steps of the network, crop, turn back, count, mean of q."""
    folder = write_case(tmp_path, "arc_att")
    network = load_published(folder / "step_100", folder / "all_config.yaml", "arc").eval()
    known = [Augmentation(1), Augmentation(2, 4, COLOURS), Augmentation(3, 1, COLOURS)]
    votes: dict[tuple, list[float]] = {}
    for one in known:
        seen = published_canvas(published_symmetry(np.array(one.colours)[np.array(GIVEN)], one.symmetry))
        with torch.inference_mode():
            x, context = network.embed(torch.from_numpy(seen.copy()).view(1, -1), torch.tensor([one.row]))
            y, z = network.initial_state(1, 900)
            for _ in range(2):
                y, z, logits, q = network(x, y, z, context)
        tokens = logits[0].argmax(-1).view(30, 30).numpy()
        width, best = 30, (0, 0, 0)
        for row in range(30):
            bad = np.flatnonzero(tokens[row, :width] < 2)
            width = int(bad[0]) if len(bad) else width
            best = max(best, ((row + 1) * width, row + 1, width), key=lambda b: b[0])
        if best[0]:
            grid = published_inverse(tokens[: best[1], : best[2]] - 2, one)
            votes.setdefault(tuple(map(tuple, grid.tolist())), []).append(torch.sigmoid(q).item())
    assert votes
    expected = sorted(votes.items(), key=lambda v: (len(v[1]), np.mean(v[1])), reverse=True)
    found = vote_as_published(network, known, COPYING, 0, steps=2)
    assert [c.grid for c in found] == [grid for grid, _ in expected]
    assert [c.votes for c in found] == [len(q) for _, q in expected]
    assert [c.halt_probability for c in found] == pytest.approx([np.mean(q) for _, q in expected], abs=1e-5)


def test_cancelled_at_once(copying):
    with pytest.raises(Cancelled):
        vote_as_published(copying, [Augmentation(1)], COPYING, 0, cancelled=lambda: True)


def test_only_the_tasks_that_were_imported_are_known(copying, tmp_path):
    folder = tmp_path / "imported"
    folder.mkdir()
    with pytest.raises(CheckpointError, match="cannot be read"):
        known_augmentations(folder, copying.config, "007bbfb7")
    write_identifiers(names()[:9], folder / IDENTIFIERS_FILE)
    with pytest.raises(CheckpointError, match="has 9 identifiers, but the network has 25"):
        known_augmentations(folder, copying.config, "007bbfb7")
    config = replace(copying.config, num_puzzle_identifiers=9)
    assert len(known_augmentations(folder, config, "007bbfb7")) == 8
    with pytest.raises(CheckpointError, match=r"doesn't know the task aa18de87; it knows, among others, 007bbfb7"):
        known_augmentations(folder, config, "aa18de87")
    with pytest.raises(CheckpointError, match="no id by which"):
        known_augmentations(folder, config, "")


def test_a_task_is_known_by_its_id_or_as_the_benchmark_s(tmp_path):
    write_identifiers(names(), tmp_path / IDENTIFIERS_FILE)
    task = collection_task("00d62c1b")
    assert identified(tmp_path, task) == "00d62c1b"
    assert identified(tmp_path, replace(task, name="my file")) == "00d62c1b"
    assert identified(tmp_path, replace(COPYING, name="mine")) == "mine"
    assert identified(tmp_path, replace(COPYING, name="aa18de87")) == "aa18de87", "as its file says"


def test_a_vote_ends_when_there_is_enough_or_no_more_time(copying):
    known = [Augmentation(row) for row in range(1, 9)]
    told = []
    [few] = vote_as_published(copying, known, COPYING, 0, steps=1, enough=lambda: len(told) > 2, progress=told.append)
    assert (few.votes, few.voters) == (3, 3)
    [one] = vote_as_published(copying, known, COPYING, 0, steps=1, seconds=0.0)
    assert one.voters == 1
