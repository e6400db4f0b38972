import numpy as np
import pytest

from solver.puzzles.arc.collections import SPLITS, collection_ids
from solver.puzzles.arc.symmetry import canonical_pair
from solver.puzzles.arc.task import COLOURS, LARGEST
from solver.reasoning.arc_views import IDENTIFIERS
from solver.training.arc_data import training_tasks
from solver.training.arc_generated import families, generated_tasks
from solver.training.arc_rules.rule import draw_pairs
from solver.training.config import ConfigError, read_run_config


@pytest.mark.parametrize("name", list(families()))
def test_a_generator_draws_tasks_whose_pairs_are_arc_grids(name) -> None:
    random = np.random.default_rng(7)
    for _ in range(12):
        pairs = draw_pairs(families()[name](random), 4, random)
        assert pairs
        for pair in pairs:
            for grid in pair:
                assert grid.dtype == np.int64
                assert grid.ndim == 2
                assert 1 <= min(grid.shape) <= max(grid.shape) <= LARGEST
                assert grid.min() >= 0
                assert grid.max() < COLOURS


@pytest.mark.parametrize("name", list(families()))
def test_a_rule_changes_something(name) -> None:
    random = np.random.default_rng(8)
    pairs = [pair for _ in range(12) for pair in draw_pairs(families()[name](random), 2, random)]
    assert any(not np.array_equal(given, output) for given, output in pairs)


def test_generators_are_named_after_training_tasks() -> None:
    training = set(collection_ids(SPLITS[0]))
    assert {name.split()[0] for name in families()} <= training
    assert len(families()) > 30


def test_what_is_drawn_is_a_function_of_the_seed() -> None:
    first, again, other = (generated_tasks(1, 3, seed) for seed in (5, 5, 6))
    assert first == again
    assert first != other
    assert len(first) == len(families())
    assert generated_tasks(0, 3, 5) == []


def test_nothing_that_is_drawn_is_a_pair_of_an_evaluation_task(evaluation_pairs) -> None:
    evaluation = set.union(*evaluation_pairs.values())
    for task in generated_tasks(4, 10, 0):
        assert not evaluation & {canonical_pair(*pair) for pair in task.demonstrations}


def test_only_the_modules_named_are_drawn_from() -> None:
    assert {family.__module__ for family in families(["halves", "rays"]).values()} == {
        "solver.training.arc_rules.halves",
        "solver.training.arc_rules.rays",
    }
    with pytest.raises(ConfigError, match="no module of generators called 'pigs'"):
        families(["pigs"])


@pytest.mark.parametrize("name", ["arc-colour"])
def test_the_configuration_that_ships_has_an_identifier_for_each_task(name) -> None:
    config = read_run_config(name)
    generated = config.data.generated * len(families(config.data.rules))
    count = IDENTIFIERS * (len(training_tasks(further=config.data.further_tasks)) + generated)
    assert config.network.num_puzzle_identifiers == count
