import math
from dataclasses import replace

import numpy as np
import pytest
import torch

from solver.model.build import build_model
from solver.training.compiling import compile_network
from solver.training.config import SudokuPart
from solver.training.loop import Trainer, make_optimiser, scheduled_rate
from solver.training.losses import cell_losses, cell_weights, halting_losses, right_answers
from solver.training.processes import Processes
from solver.training.sudoku_data import SudokuSource, generate_block
from solver.training.validation import ValidationSet, measure

CPU = torch.device("cpu")
POOL = generate_block(SudokuPart("uniform", 20), 0, 20)


def make_trainer(config, **changes):
    config = replace(config, training=replace(config.training, **changes))
    return Trainer(config, SudokuSource([POOL], [1.0], 0, CPU), Processes())


def test_slots_halt_by_their_head_or_at_the_last_step_and_are_filled_anew(sudoku_config):
    trainer = make_trainer(sudoku_config, exploration=0.0, rate=1e-9)
    trainer.step()
    first = trainer.slots.inputs
    for steps in (1, 2, 3, 4):
        assert trainer.slots.steps.tolist() == [steps] * 8
        assert torch.equal(trainer.slots.inputs, first)
        assert trainer.slots.halted.tolist() == [steps == 4] * 8
        trainer.step()
    assert trainer.slots.draws.tolist() == [2] * 8
    assert trainer.slots.steps.tolist() == [1] * 8
    with torch.no_grad():
        trainer.network.q_head.bias.fill_(5.0)
    trainer.step()
    assert trainer.slots.halted.all()


def test_exploration_makes_some_slots_go_on_though_their_head_would_halt(sudoku_config):
    trainer = make_trainer(sudoku_config, exploration=0.5, rate=1e-9, batch_size=64)
    with torch.no_grad():
        trainer.network.q_head.bias.fill_(5.0)
    trainer.step()
    assert 0.3 < trainer.slots.halted.float().mean() < 0.7
    for _ in range(3):
        trainer.step()
    assert trainer.slots.steps.max() <= 4


def test_the_carried_state_is_what_the_network_made_of_it(sudoku_config):
    trainer = make_trainer(sudoku_config, rate=1e-9, exploration=0.0)
    trainer.step()
    y, z = trainer.slots.y, trainer.slots.z
    network, inputs = trainer.network, trainer.slots.inputs
    with torch.no_grad():
        x, context = network.embed(inputs)
        expected, *_ = network(x, y, z, context)
    trainer.step()
    torch.testing.assert_close(trainer.slots.y, expected)


def test_the_last_cycle_alone_carries_gradient(sudoku_config):
    network = build_model(replace(sudoku_config.network, H_cycles=3))
    x, context = network.embed(torch.ones(1, 81, dtype=torch.long))
    y, z = (v.clone().requires_grad_() for v in network.initial_state(1, 81))
    network(x, y, z, context)[2].sum().backward()
    assert y.grad is None
    assert z.grad is None


def test_noise_differs_from_puzzle_to_puzzle_and_has_its_size(sudoku_config):
    trainer = make_trainer(sudoku_config, latent_noise=0.5)
    trainer._refill()
    noise = trainer.slots.z - trainer.network.L_init
    assert float(noise.std()) == pytest.approx(0.5, rel=0.05)
    assert not torch.equal(noise[0], noise[1])
    assert torch.equal(trainer.slots.y[0], trainer.slots.y[1])


def test_averaged_weights_lag_behind_and_are_taken_back(sudoku_config):
    trainer = make_trainer(sudoku_config, rate=1e-2, warmup=0)
    for _ in range(6):
        trainer.step()
    trained = trainer.network.lm_head.weight.detach().clone()
    with trainer.averaged_weights() as network:
        assert not torch.equal(network.lm_head.weight, trained)
    assert torch.equal(trainer.network.lm_head.weight, trained)


def test_cells_lose_minus_log_p():
    logits, labels = torch.randn(3, 5, 7), torch.randint(7, (3, 5))
    p = torch.softmax(logits, -1).gather(-1, labels[..., None])[..., 0]
    torch.testing.assert_close(cell_losses(logits, labels, None, "softmax"), -p.log().mean(1))
    s = torch.where(logits < 0, 1 / (1 - logits), logits + 1)
    p = (s / s.sum(-1, keepdim=True)).gather(-1, labels[..., None])[..., 0]
    torch.testing.assert_close(cell_losses(logits, labels, None, "stablemax"), -p.log().mean(1))


def test_walls_weigh_less():
    logits, labels = torch.randn(1, 3, 4), torch.tensor([[1, 2, 3]])
    single = torch.stack(
        [cell_losses(logits[:, k : k + 1], labels[:, k : k + 1], None, "softmax")[0] for k in range(3)]
    )
    weights = cell_weights(torch.tensor([[1, 2, 2]]), 1, 0.1)
    expected = (0.1 * single[0] + single[1] + single[2]) / 2.1
    torch.testing.assert_close(cell_losses(logits, labels, weights, "softmax")[0], expected)
    assert cell_weights(torch.tensor([[1, 2]]), 1, 1.0) is None


def test_the_halting_head_learns_whether_the_whole_answer_is_right():
    labels = torch.tensor([[1, 2], [1, 2]])
    logits = torch.nn.functional.one_hot(torch.tensor([[1, 2], [1, 0]]), 3).float()
    right = right_answers(logits, labels)
    assert right.tolist() == [True, False]
    losses = halting_losses(torch.tensor([2.0, 2.0]), right)
    assert losses.tolist() == pytest.approx([math.log1p(math.exp(-2)), math.log1p(math.exp(2))])


def test_the_rate_warms_up_and_comes_down_to_its_floor(sudoku_config):
    recipe = replace(sudoku_config.training, steps=1000, warmup=100, rate=1.0, final_rate=0.2)
    rates = [scheduled_rate(step, replace(sudoku_config, training=recipe)) for step in range(1001)]
    assert rates[0] == pytest.approx(0.01)
    assert max(rates) == rates[99]
    assert rates[99:] == sorted(rates[99:], reverse=True)
    assert rates[500] == pytest.approx(0.6)
    assert rates[1000] == pytest.approx(0.2)


# Torch's compiler warns itself, and takes the error that a warning becomes here for its own.
@pytest.mark.filterwarnings("ignore")
def test_compiled_training_is_the_same_training(sudoku_config):
    plain, compiled = make_trainer(sudoku_config), make_trainer(sudoku_config)
    # Traced and differentiated as ever, but without machine code, which would take half a minute.
    compile_network(compiled.network, backend="aot_eager")
    for _ in range(3):
        plain.step()
        compiled.step()
    assert compiled.take_metrics() == pytest.approx(plain.take_metrics(), rel=1e-4)
    assert compiled.network.state_dict().keys() == plain.network.state_dict().keys()


def test_bfloat16_trains_float32_weights(sudoku_config):
    trainer = make_trainer(sudoku_config, dtype="bfloat16")
    trainer.step()
    assert trainer.slots.y.dtype == torch.bfloat16
    assert all(p.dtype == torch.float32 and p.grad.dtype == torch.float32 for p in trainer.parameters)


def test_measuring_tells_ever_from_last_and_leaves_out_the_padding(sudoku_config):
    network = build_model(sudoku_config.network)
    calls = iter([[True, False, True], [False, False, True]] * 4)
    batches = []

    def accepts(answers, inputs):
        batches.append(len(answers))
        return np.array((next(calls) + [False] * 9)[: len(answers)])

    puzzles = ValidationSet("three", POOL.puzzles[:3].astype(np.int64) + 1, (9, 9), accepts)
    accuracy = measure(network, puzzles, batch_size=8, dtype=torch.float32, steps=2)
    assert batches == [3, 3]
    assert accuracy.verified == pytest.approx(2 / 3)
    assert accuracy.exact_at_last_step == pytest.approx(1 / 3)
    assert accuracy.halting_head == pytest.approx(2 / 3)


def test_a_state_with_fewer_metrics_is_gone_on_from(sudoku_config):
    trainer = make_trainer(sudoku_config)
    trainer.step()
    state = trainer.state()
    older = {**state, "metrics": state["metrics"][:-1]}
    again = make_trainer(sudoku_config)
    again.load_state(older)
    again.step()
    assert again.steps_done == 2
    assert again.metric_steps == 1, "the sums of another set of metrics are not added to"


def test_puzzle_embeddings_learn_faster_and_do_not_decay(arc_config) -> None:
    config = replace(arc_config, training=replace(arc_config.training, puzzle_rate=7.0))
    optimiser = make_optimiser(build_model(config.network), config)
    assert [(g["weight_decay"], g["faster"]) for g in optimiser.param_groups] == [(0.1, 1.0), (0.0, 1.0), (0.0, 7.0)]
    assert len(optimiser.param_groups[2]["params"]) == 1


def test_a_state_from_before_some_learned_faster_is_gone_on_from(sudoku_config) -> None:
    trainer = make_trainer(sudoku_config)
    trainer.step()
    state = trainer.state()
    for group in state["optimiser"]["param_groups"]:
        del group["faster"]
    del state["slots"]["identifiers"]
    again = make_trainer(sudoku_config)
    again.load_state(state)
    for one in (trainer, again):
        one.step()
    assert torch.equal(trainer.slots.y, again.slots.y)
