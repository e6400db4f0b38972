"""HRM: the logits of its paper's equations, gradient through the last updates only, published checkpoints."""

import json
import os
from pathlib import Path

import numpy as np
import pytest
import torch

from solver.__main__ import main
from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.model.hrm import HierarchicalReasoningModel
from solver.model.published import PREFIXES, load_published
from tests.solver.model.networks import HRM, random_network
from tests.solver.model.published_arc import names
from tests.solver.model.published_reference import Reference, arch, random_state, write_checkpoint

CASES = {
    "as published": arch(),
    "learned positions": arch(pos_encodings="learned", puzzle_emb_ndim=0),
    "learned positions and a puzzle embedding": arch(pos_encodings="learned"),
    "no puzzle embedding": arch(puzzle_emb_ndim=0),
    "a puzzle embedding of two tokens": arch(puzzle_emb_ndim=40, H_cycles=1),
    "a deep slow module": arch(H_layers=3, L_layers=1, L_cycles=3),
    "a deep fast module": arch(H_layers=1, L_layers=4, H_cycles=3, L_cycles=1, hidden_size=48, num_heads=3),
}
SHARED = Path(os.environ.get("PONDER_DATA", "nowhere")) / "hrm_parity"


@pytest.mark.parametrize("name", CASES)
def test_every_step_is_that_of_the_paper(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    state = random_state(case, vocab=11, cells=81, identifiers=3)
    inputs, identifiers = np.random.default_rng(1).integers(1, 11, (2, 81)), np.array([2, 1])
    file = write_checkpoint(tmp_path, case, state, PREFIXES[len(name) % 3])
    network = load_published(file, tmp_path / "all_config.yaml", None)
    reference = Reference(case, state)
    expected_x = reference.embed(inputs, identifiers)
    z_h, z_l = reference.start(expected_x)
    with torch.inference_mode():
        x, context = network.embed(torch.from_numpy(inputs), torch.from_numpy(identifiers))
        y, z = network.initial_state(*inputs.shape)
        for _ in range(3):
            z_h, z_l = reference.step(expected_x, z_h, z_l)
            y, z, logits, q = network(x, y, z, context)
            expected, expected_q = reference.heads(z_h)
            np.testing.assert_allclose(logits.numpy(), expected, rtol=0, atol=1e-4)
            np.testing.assert_allclose(network.q_logits(y).numpy(), expected_q, rtol=0, atol=1e-4)
            np.testing.assert_allclose(q.numpy(), expected_q[:, 0], rtol=0, atol=1e-4)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs hrm_parity in PONDER_DATA")
@pytest.mark.parametrize("folder", sorted(SHARED.iterdir()) if SHARED.is_dir() else [], ids=lambda folder: folder.name)
def test_logits_are_those_of_the_published_implementation(folder: Path) -> None:
    network = load_published(folder / "step_100", folder / "all_config.yaml", None)
    with np.load(folder / "case.npz") as case:
        inputs, identifiers = (torch.from_numpy(case[k]).long() for k in ("inputs", "puzzle_identifiers"))
        expected = [case[k] for k in ("logits", "q_halt_logits", "q_continue_logits")]
    with torch.inference_mode():
        x, context = network.embed(inputs, identifiers)
        y, z = network.initial_state(*inputs.shape)
        for logits, halt, go_on in zip(*expected, strict=True):
            y, z, found, q = network(x, y, z, context)
            np.testing.assert_allclose(found.numpy(), logits, rtol=0, atol=1e-4)
            np.testing.assert_allclose(q.numpy(), halt, rtol=0, atol=1e-4)
            np.testing.assert_allclose(network.q_logits(y)[:, 1].numpy(), go_on, rtol=0, atol=1e-4)


def test_only_the_last_update_of_each_module_carries_gradient() -> None:
    network = random_network(HRM)
    x, context = network.embed(torch.randint(1, 11, (1, 81)))
    x = x.detach().requires_grad_()
    y, z = (v.clone().requires_grad_() for v in network.initial_state(1, 81))
    new_y, _, logits, _ = network(x, y, z, context)
    logits.sum().backward()
    assert y.grad is None
    assert z.grad is None
    got = {name: p.grad.clone() for name, p in network.named_parameters() if name.startswith(("H_level", "L_level"))}
    network.zero_grad()
    with torch.no_grad():
        z = network.refine_latent(x, y, z, context)
        for update in range(1, HRM.H_cycles * HRM.L_cycles - 1):
            if update % HRM.L_cycles == 0:
                y = network.refine_answer(y, z, context)
            z = network.refine_latent(x, y, z, context)
    z = network.refine_latent(x.detach(), y.detach(), z.detach(), context)
    again = network.refine_answer(y.detach(), z, context)
    torch.testing.assert_close(again, new_y)
    network.logits(again).sum().backward()
    for name, parameter in network.named_parameters():
        if name in got:
            torch.testing.assert_close(got[name], parameter.grad)


def test_it_is_kept_as_a_checkpoint(tmp_path: Path) -> None:
    network = random_network(HRM)
    save_checkpoint(network, tmp_path / "hrm", "")
    again = load_checkpoint(tmp_path / "hrm").network
    assert isinstance(again, HierarchicalReasoningModel)
    assert again.config == HRM
    for name, tensor in network.state_dict().items():
        assert torch.equal(again.state_dict()[name], tensor)


def test_its_logits_are_written_with_both_q(tmp_path: Path) -> None:
    case = arch(hidden_size=16, num_heads=2)
    file = write_checkpoint(tmp_path, case, random_state(case, vocab=12, cells=900, identifiers=3), PREFIXES[0])
    inputs, out = tmp_path / "case.npz", tmp_path / "out.npz"
    np.savez(inputs, inputs=np.ones((2, 900), dtype=np.int32), puzzle_identifiers=np.array([2, 0], dtype=np.int32))
    command = ["logits", "--checkpoint", str(file), "--config", str(tmp_path / "all_config.yaml")]
    assert main([*command, "--inputs", str(inputs), "--steps", "3", "--out", str(out)]) == 0
    with np.load(out) as written:
        assert written["logits"].shape == (3, 2, 900, 12)
        assert written["q_halt_logits"].shape == written["q_continue_logits"].shape == (3, 2)
        assert (written["q_halt_logits"] != written["q_continue_logits"]).all()


def test_an_arc_checkpoint_is_imported_with_the_identifiers_of_its_tasks(tmp_path: Path) -> None:
    case, published = arch(hidden_size=16, num_heads=2), tmp_path / "published"
    state = random_state(case, vocab=12, cells=900, identifiers=len(names()))
    file = write_checkpoint(published, case, state, PREFIXES[1])
    (published / "identifiers.json").write_text(json.dumps(names()))
    command = ["import-checkpoint", str(file), "--config", str(published / "all_config.yaml"), "--kind", "arc"]
    more = ["--identifiers", str(published / "identifiers.json"), "--task", "aa18de87", "--out", str(tmp_path / "own")]
    assert main([*command, *more]) == 0
    own = load_checkpoint(tmp_path / "own")
    assert (own.config.architecture, own.config.num_puzzle_identifiers) == ("hrm", 9)
    kept = [0, *(row for row, name in enumerate(names()) if name.startswith("aa18de87"))]
    assert torch.equal(own.network.puzzle_emb.weights, torch.from_numpy(state["puzzle_emb.weights"][kept]).float())
    task = tmp_path / "aa18de87.json"
    task.write_text(json.dumps({"train": [{"input": [[1]], "output": [[1]]}], "test": [{"input": [[1]]}]}))
    assert main(["solve", str(task), "--checkpoint", str(tmp_path / "own"), "--steps", "1", "--json"]) in (0, 1)
