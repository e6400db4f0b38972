"""The published implementation's logits, step by step: four cases recorded from it, in float32."""

from pathlib import Path

import numpy as np
import pytest
import torch

from solver.model.published import load_published

CASES = Path(__file__).parent / "trm_parity"


@pytest.mark.parametrize("name", ["sudoku_att", "sudoku_mlp", "maze_att", "arc_att"])
def test_logits_are_the_published_ones(name: str) -> None:
    folder = CASES / name
    network = load_published(folder / "step_100", folder / "all_config.yaml", kind=name.split("_")[0])
    with np.load(folder / "case.npz") as case:
        inputs, identifiers = (torch.from_numpy(case[k]).long() for k in ("inputs", "puzzle_identifiers"))
        expected, expected_q = case["logits"], case["q_halt_logits"]
    with torch.inference_mode():
        x, context = network.embed(inputs, identifiers)
        y, z = network.initial_state(len(inputs), inputs.shape[1])
        for step in range(len(expected)):
            y, z, logits, q = network(x, y, z, context)
            np.testing.assert_allclose(logits.numpy(), expected[step], rtol=0, atol=1e-4)
            np.testing.assert_allclose(q.numpy(), expected_q[step], rtol=0, atol=1e-4)
