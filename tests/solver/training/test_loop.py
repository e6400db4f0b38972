import dataclasses
import math

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from solver.learning.losses import cell_losses, cell_weights, halting_losses, right_answers
from solver.model.registry import build_model
from solver.training.compiling import compile_network
from solver.training.config import SudokuPart
from solver.training.loop import Trainer
from solver.training.optimising import make_optimiser, scheduled_rate
from solver.training.processes import Processes
from solver.training.sudoku_data import SudokuSource, generate_block
from solver.training.validation import ValidationSet, measure

CPU = torch.device("cpu")
POOL = generate_block(SudokuPart("uniform", 20), 0, 20)


def make_trainer(config, **changes):
    config = replace(config, training=replace(config.training, **changes))
    return Trainer(config, SudokuSource([POOL], [SudokuPart("uniform", 20)], 0, CPU), Processes())


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
    network = build_model(dataclasses.replace(sudoku_config.network, H_cycles=3))
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


def test_a_constant_rate_goes_on_for_ever_and_an_annealed_copy_comes_down_in_a_line(sudoku_config):
    recipe = replace(sudoku_config.training, steps=1000, warmup=100, rate=1.0, schedule="constant")
    constant = replace(sudoku_config, training=recipe)
    assert [scheduled_rate(step, constant) for step in (99, 500, 5000)] == [1.0, 1.0, 1.0]
    recipe = replace(recipe, schedule="anneal", anneal_from=800, final_rate=0.0)
    annealed = replace(sudoku_config, training=recipe)
    assert [scheduled_rate(step, annealed) for step in (800, 850, 900, 1000)] == pytest.approx([1.0, 0.75, 0.5, 0.0])


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


def test_a_state_goes_on_with_the_same_weights_and_new_puzzles(sudoku_config):
    trainer = make_trainer(sudoku_config)
    for _ in range(3):
        trainer.step()
    again = make_trainer(sudoku_config)
    again.load_state(trainer.state())
    assert again.steps_done == 3
    for name, tensor in trainer.network.state_dict().items():
        assert torch.equal(again.network.state_dict()[name], tensor)
    for one, other in zip(trainer.averages.values, again.averages.values, strict=True):
        assert torch.equal(one, other)
    first, second = (one.optimiser.state() for one in (trainer, again))
    assert first["steps"] == second["steps"] == 3
    assert all(
        torch.equal(a, b)
        for one, other in zip(first["groups"], second["groups"], strict=True)
        for a, b in zip(one["squares"], other["squares"], strict=True)
    )
    again._refill()
    assert again.slots.draws.tolist() == (trainer.slots.draws + 1).tolist()
    assert not torch.equal(again.slots.inputs, trainer.slots.inputs)


def test_a_state_fits_another_batch_size(sudoku_config):
    trainer = make_trainer(sudoku_config)
    trainer.step()
    again = make_trainer(sudoku_config, batch_size=12)
    again.load_state(trainer.state())
    again.step()
    assert again.slots.draws.tolist() == [2] * 12


def test_puzzle_embeddings_learn_faster_and_do_not_decay(arc_config):
    config = replace(arc_config, training=replace(arc_config.training, puzzle_rate=7.0))
    groups = make_optimiser(build_model(config.network), config)._groups
    assert [(g.weight_decay, g.faster) for g in groups] == [(0.1, 1.0), (0.0, 1.0), (0.0, 7.0)]
    assert len(groups[2].parameters) == 1


def test_a_share_of_the_puzzles_may_take_more_steps(sudoku_config):
    trainer = make_trainer(sudoku_config, exploration=0.0, rate=1e-9, late_share=0.5, late_steps=6, batch_size=64)
    for _ in range(4):
        trainer.step()
    assert 0.3 < trainer.slots.halted.float().mean() < 0.7
    late = ~trainer.slots.halted
    for _ in range(2):
        trainer.step()
    assert trainer.slots.halted[late].all()
    assert trainer.slots.steps[late].tolist() == [6] * int(late.sum())


def test_noise_along_the_path_reaches_half_of_the_slots(sudoku_config):
    trainer = make_trainer(sudoku_config, path_noise=0.5, batch_size=64)
    z = torch.zeros(64, 81, 16)
    noise = trainer._with_noise(z)
    moved = noise.flatten(1).any(1)
    assert 0.3 < moved.float().mean() < 0.7
    assert float(noise[moved].std()) == pytest.approx(0.5, rel=0.05)


def test_what_is_answered_is_counted_for_each_part(sudoku_config):
    trainer = make_trainer(sudoku_config)
    trainer.source.parts = 2
    trainer.halted_of_part = torch.tensor([[4.0, 0.0], [3.0, 0.0]])
    trainer.answered = torch.tensor([0.25, 0.5])
    told = []
    trainer.source.balance = told.append
    trainer.metric_steps = 1
    metrics = trainer.take_metrics()
    assert (metrics["answered_0"], metrics["answered_1"]) == (0.5, 0.5), "halfway to 3 of 4; nothing new of the other"
    assert told[0].tolist() == [0.5, 0.5]
    assert not trainer.halted_of_part.any()
