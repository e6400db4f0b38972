import json
from dataclasses import replace

import numpy as np
import pytest
import safetensors
import safetensors.torch
import torch

from solver.caches import clear, measure
from solver.cancelling import Cancelled
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.reasoning.adapted_cache import AdaptedCache
from solver.reasoning.answer_task import answer_task
from tests.solver.reasoning.test_adapt import LONG, TASK, WIDE, bundled_base, fit


def base() -> str:
    return bundled_base().fingerprint


@pytest.fixture
def cache(tmp_path):
    return AdaptedCache(tmp_path / "adapted")


def test_what_was_kept_comes_back_whole(cache):
    adapted = fit(TASK, most_steps=3)
    assert cache.load(TASK, base()) is None
    cache.save(adapted)
    again = cache.load(TASK, base())
    assert (again.task, again.part, again.base, again.right) == (
        adapted.task,
        adapted.part,
        adapted.base,
        adapted.right,
    )
    assert (again.seconds, again.given, again.held_out) == (adapted.seconds, LONG, adapted.held_out)
    assert np.array_equal(again.losses, adapted.losses)
    for name, tensor in adapted.network.state_dict().items():
        assert torch.equal(again.network.state_dict()[name], tensor)


def test_a_network_that_was_given_less_than_the_canvas_is_given_as_much_again(cache):
    adapted = fit(WIDE, most_steps=1)
    cache.save(adapted)
    assert cache.load(WIDE, base()).part == adapted.part == (3, 13)


def test_of_a_file_from_before_parts_the_network_is_given_the_whole_canvas(cache):
    adapted = fit(WIDE, most_steps=1)
    cache.save(replace(adapted, part=(13, 13)))
    (file,) = cache.folder.iterdir()
    with safetensors.safe_open(file, framework="pt") as opened:
        told = json.loads(opened.metadata()["adapted"])
        tensors = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118 - no dict
    del told["part"]
    safetensors.torch.save_file(tensors, file, {"adapted": json.dumps(told)})
    assert cache.load(WIDE, base()).part == (13, 13)
    told["part"] = [2, 3]
    safetensors.torch.save_file(tensors, file, {"adapted": json.dumps(told)})
    assert cache.load(WIDE, base()) is None


def test_another_task_or_base_has_none_and_the_test_outputs_do_not_matter(cache):
    cache.save(fit(TASK, most_steps=1))
    assert cache.load(TASK, "another base") is None
    assert cache.load(ArcTask(TASK.train[:2], TASK.test), base()) is None
    assert cache.load(ArcTask(TASK.train, (TASK.test[0], ArcPair(TASK.test[1].input))), base()) is not None


def test_a_damaged_file_is_as_good_as_none(cache):
    cache.save(fit(TASK, most_steps=1))
    (file,) = cache.folder.iterdir()
    file.write_bytes(file.read_bytes()[:-100])
    assert cache.load(TASK, base()) is None
    file.write_text("nothing of the kind")
    assert cache.load(TASK, base()) is None


def test_it_can_be_cleared(cache):
    adapted = fit(TASK, most_steps=1)
    cache.save(adapted)
    cache.save(replace(adapted, base="another"))
    count, size = measure(cache.folder)
    assert count == 2
    assert size > 100_000
    clear(cache.folder)
    assert measure(cache.folder) == (0, 0)
    assert cache.load(TASK, base()) is None


def test_a_second_solve_does_not_fit_again_and_a_longer_one_goes_on(cache):
    first = answer_task(TASK, 1.0, cache=cache)
    steps = []
    second = answer_task(TASK, 1.0, cache=cache, fitting=steps.append)
    assert steps == []
    assert np.array_equal(second.adapted.losses, first.adapted.losses)
    assert [c.grid for c in second.candidates[0][:1]] == [c.grid for c in first.candidates[0][:1]]
    with pytest.raises(Cancelled):
        answer_task(TASK, LONG, cache=cache, fitting=steps.append, cancelled=lambda: bool(steps))
    assert steps[0].step == len(first.adapted.losses) + 1


def test_what_is_bundled_is_found_after_what_was_kept_and_never_written_to(tmp_path):
    heard = []
    bundled, own = tmp_path / "bundled", tmp_path / "own"
    shipped = fit(TASK, most_steps=1)
    AdaptedCache(bundled).save(shipped)
    before = [(file.name, file.read_bytes()) for file in bundled.iterdir()]
    cache = AdaptedCache(own, bundled=bundled, found=lambda adapted, of_bundle: heard.append((adapted, of_bundle)))
    assert cache.load(TASK, "another base") is None
    found = cache.load(TASK, base())
    assert heard == [(found, True)]
    assert np.array_equal(found.losses, shipped.losses)
    cache.save(fit(TASK, most_steps=2))
    assert len(cache.load(TASK, base()).losses) == 2
    assert [of_bundle for _, of_bundle in heard] == [True, False]
    (file,) = own.iterdir()
    file.write_text("damaged")
    assert len(cache.load(TASK, base()).losses) == 1
    assert [(file.name, file.read_bytes()) for file in bundled.iterdir()] == before


def test_without_the_cache_it_is_fitted_again_and_that_is_kept(tmp_path, cache):
    bundled = AdaptedCache(tmp_path / "bundled")
    before = replace(answer_task(TASK, 0.5).adapted, given=LONG)
    for each in (bundled, cache):
        each.save(before)
    ignoring = AdaptedCache(
        cache.folder, bundled=bundled.folder, ignore_cache=True, found=lambda *_: pytest.fail("nothing is")
    )
    steps = []
    answer_task(TASK, 1.0, cache=ignoring, fitting=steps.append)
    assert steps[0].step == 1
    assert cache.load(TASK, before.base).given < LONG
    assert bundled.load(TASK, before.base).given == LONG


def test_a_cancelled_fit_is_kept_and_gone_on_with(cache):
    told = []
    with pytest.raises(Cancelled):
        answer_task(TASK, LONG, cache=cache, cancelled=lambda: len(told) > 2, fitting=told.append)
    kept = cache.load(TASK, base())
    assert kept.losses.tolist() == pytest.approx([now.loss for now in told])
    again = []
    answered = answer_task(TASK, LONG, cache=cache, enough=lambda: len(again) > 1, fitting=again.append)
    assert [now.step for now in again] == [len(told) + 1, len(told) + 2]
    assert answered.candidates[0], "and votes were taken at once"
    assert len(cache.load(TASK, base()).losses) == len(told) + 2


def test_a_cancelled_fit_takes_no_other_one_s_place(cache):
    cache.save(replace(fit(TASK, most_steps=5), given=LONG))
    told, fresh = [], AdaptedCache(cache.folder, ignore_cache=True)
    with pytest.raises(Cancelled):
        answer_task(TASK, LONG, cache=fresh, cancelled=lambda: len(told) > 1, fitting=told.append)
    assert len(cache.load(TASK, base()).losses) == 5
