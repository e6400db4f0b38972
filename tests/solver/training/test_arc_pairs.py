import numpy as np
import pytest
import torch

from solver.puzzles.arc.canvas import canvas_side, from_canvas
from solver.puzzles.arc.collections import SPLITS, collection_ids, collection_task
from solver.puzzles.arc.task import ArcGrid
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.arc_views import IDENTIFIERS, SYMMETRIES, symmetry_views
from solver.training.arc_data import ArcSource, training_tasks
from solver.training.arc_pairs import read_pairs
from solver.training.config import ConfigError, DataConfig, read_run_config

CPU = torch.device("cpu")
GIVEN, OUTPUT = ((1, 2, 0),), ((3,), (0,))


def write(folder, pairs: list[tuple[str, ArcGrid, ArcGrid]], monkeypatch) -> None:
    """`pairs.npz` in the folder of data."""
    ids = sorted({owner for owner, *_ in pairs})
    grids = [grid for _, *pair in pairs for grid in pair]
    shapes = [[len(given), len(given[0]), len(output), len(output[0])] for _, given, output in pairs]
    np.savez(
        folder / "pairs.npz",
        ids=np.array(ids),
        task=np.array([ids.index(owner) for owner, *_ in pairs], np.uint16),
        shapes=np.array(shapes, np.uint8),
        cells=np.concatenate([np.array(grid, np.uint8).ravel() for grid in grids]),
    )
    monkeypatch.setenv("PONDER_DATA", str(folder))


def test_pairs_come_with_their_tasks(tmp_path, monkeypatch) -> None:
    first, second = training_tasks()[:2]
    write(
        tmp_path, [(second.name, OUTPUT, GIVEN), (first.name, GIVEN, OUTPUT), ("no_task", GIVEN, OUTPUT)], monkeypatch
    )
    assert read_pairs("pairs.npz", [first, second]) == {first.name: [(GIVEN, OUTPUT)], second.name: [(OUTPUT, GIVEN)]}
    assert read_pairs("pairs.npz", [first]) == {first.name: [(GIVEN, OUTPUT)]}


def recoloured_and_turned(grid: ArcGrid) -> ArcGrid:
    turned = zip(*grid[::-1], strict=True)
    return tuple(tuple(cell and 1 + cell % 9 for cell in row) for row in turned)


def test_nothing_of_an_evaluation_task_is_read_in_whatever_view(tmp_path, monkeypatch) -> None:
    """Neither a task of theirs, nor a pair of theirs under a training task's name."""
    task = training_tasks()[0]
    evaluation = [collection_task(identifier) for identifier in collection_ids(SPLITS[1])[:40]]
    stolen = [(pair.input, pair.output) for other in evaluation for pair in (*other.train, *other.test) if pair.output]
    views = [tuple(map(recoloured_and_turned, pair)) for pair in stolen]
    rows = [(task.name, *pair) for pair in (*stolen, *views)] + [(evaluation[0].name, GIVEN, OUTPUT)]
    write(tmp_path, [*rows, (task.name, GIVEN, OUTPUT)], monkeypatch)
    assert read_pairs("pairs.npz", training_tasks()) == {task.name: [(GIVEN, OUTPUT)]}


def test_what_cannot_be_read_is_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.delenv("PONDER_DATA", raising=False)
    with pytest.raises(ConfigError, match="Set that variable"):
        read_pairs("pairs.npz", [])
    write(tmp_path, [("a", GIVEN, OUTPUT)], monkeypatch)
    with pytest.raises(ConfigError, match=r"other\.npz cannot be read"):
        read_pairs("other.npz", [])
    with np.load(tmp_path / "pairs.npz") as arrays:
        np.savez(tmp_path / "cut.npz", **{**arrays, "cells": arrays["cells"][:-1]})
    with pytest.raises(ConfigError, match="do not fit each other"):
        read_pairs("cut.npz", [])


def square(side: int, colour: int) -> ArcGrid:
    return ((0, *(colour,) * (side - 1)),) * side


def test_each_pair_is_drawn_on_the_smallest_canvas_that_it_fits_once_that_has_started() -> None:
    task = next(task for task in training_tasks() if canvas_side(task) <= 6)
    small, large, larger = ((square(side, 1), square(side, 2)) for side in (4, 29, 30))
    further = {task.name: [small, large, larger]}
    data = DataConfig(canvases=(6, 30), canvas_starts=(0, 40), canvas_steps=20, slot_tokens=3600)
    source = ArcSource([task], data, CPU, further=further)
    seen = {}
    for step in range(0, 400, data.canvas_steps):
        source.at_step(step)
        seen.setdefault(source.shape[0], step)
        inputs, _, identifiers, _ = source.draw(torch.arange(50), torch.full((50,), step))
        assert source.most_slots == {6: 10, 30: 1}[source.shape[0]]
        for tokens, identifier in zip(inputs, identifiers.tolist(), strict=True):
            assert identifier < IDENTIFIERS
            undo = symmetry_views()[identifier % SYMMETRIES].undo_tokens
            grid = from_canvas(VOCABULARIES["arc"].decode(undo(tokens.numpy().reshape(source.shape))))
            assert (len(grid) <= 5) == (source.shape[0] == 6)
    assert seen[6] == 0
    assert seen[30] >= 40


@pytest.mark.parametrize("starts", [(0,), (0, 5, 3), (1, 2, 3)])
def test_canvases_start_one_after_the_other(starts) -> None:
    with pytest.raises(ValueError, match="start"):
        DataConfig(canvases=(6, 11, 30), canvas_starts=starts)


def test_the_configuration_that_ships_knows_all_colours_and_ends_with_thirty() -> None:
    config = read_run_config("arc-rearc")
    assert config.network.colours == "0123456789"
    assert config.data.canvases[-1] == 30
    assert config.training.schedule == "constant"
