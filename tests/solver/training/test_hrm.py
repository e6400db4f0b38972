"""HRM's recipe in the trainer: what q for continuing learns, when slots halt, and that a tiny run learns."""

import dataclasses

import pytest
import torch
from msgspec.structs import replace

from solver.learning.losses import continue_losses
from solver.training.config import ConfigError, SudokuPart, parse_run_config, read_run_config
from solver.training.loop import Trainer
from solver.training.processes import Processes
from solver.training.sudoku_data import SudokuSource, generate_block
from tests.solver.training.conftest import SUDOKU

CPU = torch.device("cpu")
EASED = SudokuPart("eased", 40, fewest_givens=76, most_givens=79)
POOL = generate_block(EASED, 0, 40)


def make_trainer(sudoku_config, *, mixer=None, **changes) -> Trainer:
    network = dataclasses.replace(sudoku_config.network, architecture="hrm", H_layers=1, layers=1, **(mixer or {}))
    training = replace(sudoku_config.training, halting="act", latent_noise=0.0, **changes)
    config = replace(sudoku_config, network=network, training=training)
    return Trainer(config, SudokuSource([POOL], [EASED], 0, CPU), Processes())


def test_continuing_is_worth_the_larger_of_the_next_q_and_the_last_step_only_halts() -> None:
    next_q = torch.tensor([[2.0, -1.0], [-1.0, 2.0], [-1.0, 2.0]])
    last = torch.tensor([False, False, True])
    for target, wanted in ((2.0, 0), (2.0, 1), (-1.0, 2)):
        q = torch.linspace(-4, 4, 81).requires_grad_()
        losses = continue_losses(q, next_q[wanted].expand(81, 2), last[wanted].expand(81))
        assert q[losses.argmin()].item() == pytest.approx(target, abs=0.05)
    assert continue_losses(torch.zeros(3), next_q, last).shape == (3,)


def test_a_slot_halts_once_its_q_for_halting_is_the_larger(sudoku_config) -> None:
    trainer = make_trainer(sudoku_config, exploration=0.0, rate=1e-9)
    bias = trainer.network.q_head.bias
    for halt, go_on, halts in ((-2.0, -3.0, True), (2.0, 3.0, False), (-2.0, -1.0, False)):
        with torch.no_grad():
            bias.copy_(torch.tensor([halt, go_on]))
        trainer.slots = trainer._empty_slots()
        trainer.step()
        assert trainer.slots.halted.tolist() == [halts] * 8
    trainer.slots = trainer._empty_slots()
    for _ in range(4):
        trainer.step()
    assert trainer.slots.halted.all(), "at the last step every slot halts"


def test_the_target_is_the_q_of_the_next_step(sudoku_config) -> None:
    trainer = make_trainer(sudoku_config, exploration=0.0, rate=1e-9)
    with torch.no_grad():
        trainer.network.q_head.weight.normal_()
        trainer.network.q_head.bias.copy_(torch.tensor([-9.0, 0.0]))
    trainer.step()
    found = trainer._next_q(trainer.slots.y, trainer.slots.z)
    trainer.step()
    torch.testing.assert_close(found, trainer.network.q_logits(trainer.slots.y).detach(), atol=1e-4, rtol=1e-4)


def test_a_tiny_run_learns(sudoku_config) -> None:
    """To fill in the two to five cells that are missing, and to know whether it did."""
    mixer = {"mixer": "candidate", "positions": "none", "num_heads": 1, "q_pool": "mean", "L_cycles": 1}
    trainer = make_trainer(sudoku_config, mixer=mixer, rate=3e-2, warmup=0, exploration=0.1)
    measured = []
    for _ in range(8):
        for _ in range(10):
            trainer.step()
        measured.append(trainer.take_metrics())
    first, last = measured[0], measured[-1]
    assert last["loss"] < 0.1 * first["loss"]
    assert last["right_when_halted"] > 0.8 > first["right_when_halted"]
    assert last["halting_loss"] < 0.7 * max(metrics["halting_loss"] for metrics in measured)
    halt, go_on = trainer._next_q(trainer.slots.y, trainer.slots.z).mean(0).tolist()
    assert halt > -1
    assert go_on > -1


def test_act_is_for_hrm_alone() -> None:
    with pytest.raises(ConfigError, match="second q"):
        parse_run_config(SUDOKU.replace("steps = 24", 'steps = 24\nhalting = "act"'))


def test_the_twin_differs_from_its_pattern_in_nothing_but_the_system() -> None:
    twin, pattern = read_run_config("sudoku-hrm"), read_run_config("sudoku-trm")
    assert (twin.data, twin.validation) == (pattern.data, pattern.validation)
    assert replace(twin.training, halting="threshold") == pattern.training
    assert dataclasses.replace(twin.network, architecture="trm", H_layers=0) == pattern.network
