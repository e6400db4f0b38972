import numpy as np
import pytest
import torch
from msgspec.structs import replace

from solver.puzzles.sudoku.symmetry import puzzle_hash
from solver.training.config import ConfigError
from solver.training.keyed_random import keyed_uniforms
from solver.training.puzzle_data import make_source, make_validation_sets
from solver.training.sudoku_data import SYMMETRY_NUMBERS, apply_symmetry

CPU = torch.device("cpu")


def hashes(grids):
    return set(puzzle_hash(np.asarray(grids, dtype=np.int64).reshape(-1, 9, 9)).tolist())


def test_validation_puzzles_are_never_trained_on(sudoku_config, cache):
    trained = hashes(make_source(sudoku_config, cache, CPU).puzzles)
    assert len(trained) == 36
    for puzzles in make_validation_sets(sudoku_config, cache):
        assert trained.isdisjoint(hashes(puzzles.inputs - 1))


def test_symmetric_copies_of_an_excluded_list_are_never_drawn(sudoku_config, cache, tmp_path):
    everything = make_source(sudoku_config, cache, CPU).puzzles
    evaluation = apply_symmetry(everything[[0, 20, 33], None].long(), keyed_uniforms(SYMMETRY_NUMBERS, torch.arange(3)))
    file = tmp_path / "evaluation.txt"
    file.write_text("".join("".join(map(str, grid)) + "\n" for grid in evaluation[:, 0].tolist()))
    data = replace(sudoku_config.data, exclude=(str(file),))
    source = make_source(replace(sudoku_config, data=data), cache, CPU)
    assert len(source.puzzles) == 33
    assert hashes(source.puzzles).isdisjoint(hashes(evaluation))
    assert source.lengths.tolist() == [28, 5]
    inputs, *_ = source.draw(torch.arange(300), torch.zeros(300, dtype=torch.long))
    assert hashes(inputs - 1) == hashes(source.puzzles)


def test_an_excluded_list_must_be_there(sudoku_config, cache, tmp_path):
    data = replace(sudoku_config.data, exclude=(str(tmp_path / "no.csv"),))
    with pytest.raises(ConfigError, match=r"no\.csv, cannot be read"):
        make_source(replace(sudoku_config, data=data), cache, CPU)


def test_the_seed_of_validation_is_refused(sudoku_config, cache):
    part = replace(sudoku_config.data.mixture[0], seed=777_000_001)
    with pytest.raises(ConfigError, match="kept for validation"):
        make_source(replace(sudoku_config, data=replace(sudoku_config.data, mixture=(part,))), cache, CPU)
