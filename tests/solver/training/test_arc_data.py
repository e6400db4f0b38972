from dataclasses import replace as with_changes

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from solver.model.registry import build_model
from solver.puzzles.arc.canvas import canvas_side, from_canvas
from solver.puzzles.arc.collections import ARC_AGI_1, ARC_AGI_2, SPLITS, collection_ids
from solver.puzzles.arc.symmetry import canonical_pair
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.vocabulary import VOCABULARIES
from solver.reasoning.arc_views import IDENTIFIERS, SYMMETRIES, symmetry_views
from solver.training.arc_data import (
    ArcSource,
    arc_validation_sets,
    check_identifiers,
    renamed,
    training_tasks,
    with_tasks,
    without_tasks,
)
from solver.training.arc_generated import generated_tasks
from solver.training.config import ConfigError, DataConfig, RunConfig, TrainingConfig
from solver.training.loop import Trainer
from solver.training.processes import Processes
from solver.training.validation import measure
from tests.solver.model.networks import COLOUR

CPU = torch.device("cpu")
DATA = DataConfig(seed=3, canvases=(6, 11), canvas_steps=4)


def drawn_pairs(source, count, draws=0):
    """What `count` slots draw: task, symmetry, whether colours are exchanged, and the two grids turned back."""
    inputs, labels, identifiers, _ = source.draw(torch.arange(count), torch.full((count,), draws))
    for pair, identifier in zip(zip(inputs, labels, strict=True), identifiers.tolist(), strict=True):
        task, view = divmod(identifier, IDENTIFIERS)
        undo = symmetry_views()[view % SYMMETRIES].undo_tokens
        canvases = [VOCABULARIES["arc"].decode(undo(grid.numpy().reshape(source.shape))) for grid in pair]
        yield task, view >= SYMMETRIES, tuple(map(from_canvas, canvases))


def test_every_draw_is_a_demonstration_seen_in_another_way_and_never_a_test_pair() -> None:
    tasks = training_tasks()
    seen: set[int] = set()
    source = ArcSource(tasks, DATA, CPU)
    for step in range(0, 40, DATA.canvas_steps):
        source.at_step(step)
        for index, exchanged, pair in drawn_pairs(source, 60, draws=step):
            task = tasks[index]
            assert canvas_side(task) <= source.shape[0]
            seen.add(index)
            if exchanged:
                assert any(known(pair) == known(own) for own in task.demonstrations)
            else:
                assert pair in task.demonstrations
    assert len(seen) > 50


def known(pair):
    """The pair with its colours numbered as they come up: alike for all exchanges of colours."""
    numbers: dict[int, int] = {}
    return tuple(tuple(tuple(numbers.setdefault(c, len(numbers)) for c in row) for row in grid) for grid in pair)


@pytest.mark.parametrize("name", [ARC_AGI_1, ARC_AGI_2])
def test_no_evaluation_task_is_among_them(name, evaluation_pairs) -> None:
    tasks = training_tasks(further=True)
    assert not {task.name for task in tasks} & set(collection_ids(SPLITS[1], name))
    assert not evaluation_pairs[name] & {canonical_pair(*pair) for task in tasks for pair in task.demonstrations}


def test_they_are_those_of_one_benchmark_or_of_both() -> None:
    first = {task.name for task in training_tasks()}
    assert len(set(collection_ids(SPLITS[0])) - first) == 2
    assert first < set(collection_ids(SPLITS[0]))
    both = {task.name for task in training_tasks(further=True)}
    assert first < both
    assert len(both - first) == 233


def test_a_draw_is_a_function_of_slot_and_count_alone() -> None:
    source = ArcSource(training_tasks(), DATA, CPU)
    together = source.draw(torch.arange(8), torch.full((8,), 2))
    alone = source.draw(torch.tensor([5]), torch.tensor([2]))
    for many, one in zip(together, alone, strict=True):
        assert torch.equal(many[5:6], one)
    assert not torch.equal(together.inputs, source.draw(torch.arange(8), torch.full((8,), 3)).inputs)


def test_the_canvas_changes_from_block_to_block() -> None:
    source = ArcSource(training_tasks(), DATA, CPU)
    sides = []
    for step in range(200):
        source.at_step(step)
        sides.append(source.shape[0])
    blocks = np.array(sides).reshape(-1, DATA.canvas_steps)
    assert (blocks == blocks[:, :1]).all()
    assert set(blocks[:, 0].tolist()) == {6, 11}


def test_what_is_kept_back_is_never_drawn() -> None:
    tasks = training_tasks()
    kept = {name: puzzles for puzzles in arc_validation_sets(tasks, (6, 11)) for name in [puzzles.shape[0]]}
    assert sum(len(puzzles.inputs) for puzzles in kept.values()) > 10
    source = ArcSource(tasks, DATA, CPU)
    for step in range(0, 60, DATA.canvas_steps):
        source.at_step(step)
        puzzles = kept[source.shape[0]]
        spared = dict(zip(puzzles.identifiers.tolist(), puzzles.inputs, strict=True))
        inputs, _, identifiers, _ = source.draw(torch.arange(80), torch.full((80,), step))
        for grid, identifier in zip(inputs.numpy(), identifiers.tolist(), strict=True):
            assert not (identifier in spared and np.array_equal(grid, spared[identifier]))


def test_a_network_without_an_embedding_for_every_task_is_refused(arc_config) -> None:
    check_identifiers(arc_config.network, training_tasks())
    with pytest.raises(ConfigError, match="num_puzzle_identifiers must be 6,368"):
        check_identifiers(with_changes(arc_config.network, num_puzzle_identifiers=16), training_tasks())


def test_training_uses_the_identifiers(arc_config) -> None:
    trainer = Trainer(arc_config, ArcSource(training_tasks(), arc_config.data, CPU), Processes())
    for _ in range(3):
        trainer.step()
    moved = trainer.network.state_dict()["puzzle_emb.weights"].abs().sum(1) > 0
    assert moved[trainer.slots.identifiers].all()
    assert moved.sum() < 0.1 * len(moved)
    (puzzles, *_) = arc_validation_sets(training_tasks(), arc_config.data.canvases)
    with trainer.averaged_weights() as network:
        found = measure(network, puzzles, batch_size=4, dtype=torch.float32, steps=2)
    assert 0 <= found.verified <= 1


def test_the_right_output_of_a_kept_back_demonstration_is_accepted_and_no_other() -> None:
    tasks = training_tasks()
    for puzzles in arc_validation_sets(tasks, (11,)):
        outputs = []
        for identifier in puzzles.identifiers.tolist():
            output = tasks[identifier // IDENTIFIERS].demonstrations[-1][1]
            canvas = np.zeros(puzzles.shape, dtype=np.int64)
            rows, columns = len(output), len(output[0])
            canvas[:rows, :columns] = np.array(output) + 2
            canvas[rows : rows + 1, :columns] = canvas[:rows, columns : columns + 1] = 1
            outputs.append(canvas.ravel())
        assert puzzles.accepts(np.array(outputs), puzzles.inputs).all()
        assert not puzzles.accepts(np.array(outputs) + 1, puzzles.inputs).any()


def test_the_base_for_new_tasks_has_the_mean_embedding_of_each_view(arc_config) -> None:
    trainer = Trainer(arc_config, ArcSource(training_tasks(), arc_config.data, CPU), Processes())
    with torch.no_grad():
        trainer.network.puzzle_emb.weights.normal_()
    slim = without_tasks(trainer.network)
    assert slim.config.num_puzzle_identifiers == IDENTIFIERS
    wanted = trainer.network.puzzle_emb.weights[3::IDENTIFIERS].mean(0)
    torch.testing.assert_close(slim.puzzle_emb.weights[3], wanted)
    torch.testing.assert_close(slim.lm_head.weight, trainer.network.lm_head.weight)


def test_generated_tasks_follow_the_benchmark_s_own_and_get_their_share() -> None:
    tasks, generated = training_tasks(), generated_tasks(1, 4, 0)
    source = ArcSource(tasks, replace(DATA, canvases=(11,), generated_share=0.75), CPU, generated)
    drawn = list(drawn_pairs(source, 600))
    numbers = [index for index, _, _ in drawn]
    assert 0.65 < np.mean(np.array(numbers) >= len(tasks)) < 0.85
    for index, exchanged, pair in drawn:
        if index >= len(tasks) and not exchanged:
            assert pair in generated[index - len(tasks)].demonstrations


def test_a_base_whose_views_have_embeddings_of_their_own_keeps_them() -> None:
    network = build_model(COLOUR)
    with torch.no_grad():
        network.puzzle_emb.weights.normal_()
    slim = without_tasks(network)
    of_all_colours = slice(0, COLOUR.hidden_size)
    wanted = network.puzzle_emb.weights.mean(0)[of_all_colours]
    torch.testing.assert_close(slim.puzzle_emb.weights[0, of_all_colours], wanted)
    torch.testing.assert_close(slim.view_emb.embedding_weight, network.view_emb.embedding_weight)
    assert slim.config.num_puzzle_identifiers == IDENTIFIERS


def test_a_run_can_start_from_a_base_that_knows_no_tasks(arc_config) -> None:
    network = build_model(COLOUR)
    with torch.no_grad():
        network.puzzle_emb.weights.normal_()
    slim = without_tasks(network).state_dict()
    embeddings = with_tasks(slim, COLOUR)["puzzle_emb.weights"]
    torch.testing.assert_close(embeddings, slim["puzzle_emb.weights"].expand(3, -1))
    trainer = Trainer(arc_config, ArcSource(training_tasks(), arc_config.data, CPU), Processes())
    weights = trainer.network.state_dict()
    assert with_tasks(weights, arc_config.network) is weights
    again = with_tasks(without_tasks(trainer.network).state_dict(), arc_config.network)
    trainer.start_from(again)
    torch.testing.assert_close(trainer.network.puzzle_emb.weights[3 + IDENTIFIERS], again["puzzle_emb.weights"][3])


def test_a_network_of_few_colours_is_shown_the_tasks_that_do_with_as_many_renamed() -> None:
    tasks = training_tasks()
    source = ArcSource(tasks, replace(DATA, canvases=(11,)), CPU, colours="0123")
    inputs, labels, identifiers, _ = source.draw(torch.arange(200), torch.zeros(200, dtype=torch.long))
    assert max(inputs.max(), labels.max()) == 2 + 3
    drawn = {number // IDENTIFIERS for number in identifiers.tolist()}
    assert len(drawn) > 20
    for index in drawn:
        colours = {cell for pair in tasks[index].demonstrations for grid in pair for row in grid for cell in row}
        assert len(colours) <= 4
    (puzzles,) = arc_validation_sets(tasks, (11,), "0123")
    assert puzzles.inputs.max() <= 2 + 3


def test_renaming_leaves_the_background_and_the_rule() -> None:
    task = ArcTask((ArcPair(((0, 7), (9, 0)), ((7, 9),)),), (ArcPair(((0, 9),)),))
    (pair,) = renamed(task, "0123").demonstrations
    assert pair == (((0, 1), (2, 0)), ((1, 2),))
    assert renamed(task, "01") is None
    without_black = ArcTask((ArcPair(((7, 9),), ((9, 9),)),), (ArcPair(((7, 9),)),))
    assert renamed(without_black, "0123").demonstrations == [(((1, 2),), ((2, 2),))]
    assert renamed(without_black, "01") is None, "0 is for the background alone"


def test_a_base_that_was_trained_on_few_colours_knows_all_and_prefers_none() -> None:
    network = build_model(with_changes(COLOUR, colours="013"))
    with torch.no_grad():
        network.puzzle_emb.weights.normal_()
    slim = without_tasks(network)
    assert slim.config.colours == "0123456789"
    everything, black, *others = slim.puzzle_emb.weights[0].view(11, -1)
    mean = network.puzzle_emb.weights.mean(0).view(11, -1)
    torch.testing.assert_close(torch.stack((everything, black)), mean[:2])
    for colour in others:
        torch.testing.assert_close(colour, (mean[2] + mean[4]) / 2)


def test_a_large_canvas_has_fewer_slots_and_no_slot_sees_a_pair_twice_for_it() -> None:
    tasks = training_tasks()[:40]
    network = with_changes(COLOUR, num_puzzle_identifiers=IDENTIFIERS * len(tasks), num_views=0)
    recipe = TrainingConfig(steps=100, batch_size=6)
    data = DataConfig(canvases=(11, 16), canvas_steps=2, slot_tokens=6 * 1210)
    trainer = Trainer(RunConfig(network, recipe, data), ArcSource(tasks, data, CPU), Processes("cpu"))
    counts = set()
    for _ in range(24):
        trainer.step()
        counts.add((trainer.source.shape[0], len(trainer.slots.inputs)))
    assert counts == {(11, 6), (16, 3)}
    state = trainer.state()
    assert len(state["draws"]) == 6
    assert (state["draws"][:3] > state["draws"][3:]).all()
    resumed = Trainer(trainer.config, ArcSource(tasks, data, CPU), Processes("cpu"))
    resumed.load_state(state)
    assert resumed.state()["draws"].tolist() == state["draws"].tolist()
    assert 0 <= trainer.take_metrics()["right"] <= 1
