"""The networks that ship fitted to samples fit the base that ships, and answer these."""

import pytest

from app.documents.samples import FITTED, samples
from solver.model.bundled import bundled_adapted_folder, bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.arc.task import read_task
from solver.reasoning.adapted_cache import AdaptedCache, file_name
from solver.reasoning.vote import vote

MAKE_THEM = "another base is bundled than they were fitted from: run `make adapted-samples`"
LARGEST = 500_000
"""Bytes of each: the app must stay small."""


def fitted_tasks():
    return [read_task(file.read_bytes(), file.stem) for file in samples() if file.name in FITTED]


@pytest.fixture(scope="module")
def base() -> str:
    folder = bundled_checkpoints().get("arc")
    return load_checkpoint(folder).fingerprint if folder else ""


def test_there_is_one_for_each_of_those_samples_and_the_bundled_base_and_no_other(base):
    tasks = fitted_tasks()
    assert len(tasks) == len(FITTED) > 0
    files = list(bundled_adapted_folder().iterdir())
    assert {file.name for file in files} == {file_name(task, base) for task in tasks}, MAKE_THEM
    assert all(file.stat().st_size < LARGEST for file in files)


@pytest.mark.parametrize("task", fitted_tasks(), ids=lambda task: task.name)
def test_it_is_read_whole_and_most_views_give_the_known_answer(task, base, tmp_path):
    adapted = AdaptedCache(tmp_path, bundled=bundled_adapted_folder()).load(task, base)
    assert adapted is not None, MAKE_THEM
    # As much as the longest choice of the window, so that it never has to be gone on from.
    assert adapted.given >= 0.85 * 600
    for test, pair in enumerate(task.test):
        best = vote(adapted, test, 60.0)[0]
        assert best.grid == pair.output
        assert best.share > 0.5
