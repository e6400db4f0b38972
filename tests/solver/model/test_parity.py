"""The logits of published TRM checkpoints, at every step in float32: our own cases, and the recorded ones."""

import os
from pathlib import Path

import numpy as np
import pytest
import torch

from solver.model.published import load_published, read_arch
from tests.solver.model.published_cases import ARCHS, inputs_of, kind_of, state_of, write_case
from tests.solver.model.published_reference import answers

RECORDED = Path(os.environ.get("PONDER_DATA", "nowhere")) / "trm_parity"
STEPS = 2

recorded = pytest.mark.skipif(not RECORDED.is_dir(), reason="needs trm_parity in PONDER_DATA")


def network_of(folder: Path, inputs, identifiers, steps: int):
    """Logits and q of each step, as Ponder computes them."""
    network = load_published(folder / "step_100", folder / "all_config.yaml", kind_of(folder.name))
    found = []
    with torch.inference_mode():
        x, context = network.embed(torch.from_numpy(inputs).long(), torch.from_numpy(identifiers).long())
        y, z = network.initial_state(*inputs.shape)
        for _ in range(steps):
            y, z, logits, q = network(x, y, z, context)
            found.append((logits.numpy(), q.numpy()))
    return found


def assert_same(found, expected) -> None:
    assert len(found) == len(expected) > 0
    for (logits, q), (expected_logits, expected_q) in zip(found, expected, strict=True):
        np.testing.assert_allclose(logits, expected_logits, rtol=0, atol=1e-4)
        np.testing.assert_allclose(q, expected_q, rtol=0, atol=1e-4)


@pytest.mark.parametrize("name", ARCHS)
def test_logits_are_those_of_the_paper(name: str, tmp_path: Path) -> None:
    inputs, identifiers = inputs_of(name)
    expected = answers(ARCHS[name], state_of(name), inputs, identifiers, STEPS)
    assert_same(network_of(write_case(tmp_path, name), inputs, identifiers, STEPS), expected)


@recorded
@pytest.mark.parametrize("name", ARCHS)
def test_logits_are_those_of_the_published_implementation(name: str) -> None:
    with np.load(RECORDED / name / "case.npz") as case:
        expected = list(zip(case["logits"], case["q_halt_logits"], strict=True))
        found = network_of(RECORDED / name, case["inputs"], case["puzzle_identifiers"], len(expected))
    assert_same(found, expected)


@recorded
@pytest.mark.parametrize("name", ["sudoku_att", "sudoku_mlp"])
def test_the_reference_agrees_with_the_published_implementation(name: str) -> None:
    """Those of mazes and ARC are the same attention on more cells, which takes NumPy long.

    One step only: from then on, float32's rounding is seen.
    """
    arch = read_arch(RECORDED / name / "all_config.yaml")
    tensors = torch.load(RECORDED / name / "step_100", weights_only=True)
    state = {key.removeprefix("_orig_mod.model.inner."): tensor.numpy() for key, tensor in tensors.items()}
    with np.load(RECORDED / name / "case.npz") as case:
        expected = [(case["logits"][0], case["q_halt_logits"][0])]
        found = answers(arch, state, case["inputs"], case["puzzle_identifiers"], 1)
    assert_same(found, expected)
