import os
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from solver.formats.reading import read_puzzles
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.puzzle import accepts
from solver.puzzles.sudoku.symmetry import puzzle_hash, solution_hash
from solver.training import sudoku_data
from solver.training.config import ConfigError, SudokuPart, read_run_config
from solver.training.keyed_random import keyed_uniforms
from solver.training.sudoku_data import (
    SYMMETRY_NUMBERS,
    Pool,
    SudokuSource,
    apply_symmetry,
    drop_evaluation_puzzles,
    generate_block,
    generate_pool,
    read_list,
)

CPU = torch.device("cpu")


def hashes(grids):
    return puzzle_hash(np.asarray(grids, dtype=np.int64).reshape(-1, 9, 9))


@pytest.mark.parametrize(
    "part",
    [
        SudokuPart("uniform", 12),
        SudokuPart("eased", 12, fewest_givens=30, most_givens=32),
        SudokuPart("vicinity", 12, min_backtracks=10, per_grid=3),
    ],
    ids=lambda part: part.generator,
)
def test_generated_puzzles_are_what_the_exact_search_says(part):
    pool = generate_block(part, 0, part.count)
    for puzzle, solution, backtracks in zip(pool.puzzles, pool.solutions, pool.backtracks, strict=True):
        found = search(puzzle.tolist())
        assert found.unique
        assert found.solutions[0] == tuple(solution.tolist())
        assert found.backtracks == backtracks
    givens = (pool.puzzles > 0).sum(1)
    if part.generator == "eased":
        assert ((givens >= 30) & (givens <= 32)).all()
    else:
        assert givens.max() < 30
    if part.generator == "vicinity":
        assert pool.backtracks.min() >= 10
        _, on_one_grid = np.unique(pool.solutions, axis=0, return_counts=True)
        assert on_one_grid.max() <= 3
        assert len(np.unique(pool.puzzles, axis=0)) == 12


def test_uniform_puzzles_are_minimal():
    pool = generate_block(SudokuPart("uniform", 3), 0, 3)
    for puzzle in pool.puzzles.tolist():
        for cell in range(81):
            if puzzle[cell]:
                fewer = list(puzzle)
                fewer[cell] = 0
                assert not search(fewer).unique


def test_blocks_depend_on_part_and_number_alone():
    part = SudokuPart("uniform", 5)
    assert np.array_equal(generate_block(part, 3, 5).puzzles, generate_block(part, 3, 5).puzzles)
    assert not np.array_equal(generate_block(part, 3, 5).puzzles, generate_block(part, 4, 5).puzzles)
    other = SudokuPart("uniform", 5, seed=1)
    assert not np.array_equal(generate_block(part, 3, 5).puzzles, generate_block(other, 3, 5).puzzles)


def test_pool_is_read_from_the_cache_and_only_what_is_missing_is_made(tmp_path, monkeypatch):
    monkeypatch.setitem(sudoku_data.BLOCK, "uniform", 4)
    part = SudokuPart("uniform", 10)
    first = generate_pool(part, tmp_path)
    assert len(first) == 10
    files = sorted(tmp_path.glob("*/*.npz"))
    assert len(files) == 3
    written = [file.stat().st_mtime_ns for file in files]
    files[1].unlink()
    again = generate_pool(part, tmp_path, processes=2)
    assert np.array_equal(first.puzzles, again.puzzles)
    assert np.array_equal(first.solutions, again.solutions)
    now = [file.stat().st_mtime_ns for file in files]
    assert (now[0], now[2]) == (written[0], written[2])


def test_symmetric_copies_of_evaluation_puzzles_are_dropped():
    pool = generate_block(SudokuPart("uniform", 8), 0, 8)
    turned = apply_symmetry(
        torch.from_numpy(pool.puzzles[[2, 5], None]).long(), keyed_uniforms(SYMMETRY_NUMBERS, torch.arange(2))
    )
    kept = drop_evaluation_puzzles(pool, turned[:, 0].numpy())
    assert np.array_equal(kept.puzzles, np.delete(pool.puzzles, [2, 5], axis=0))
    assert np.array_equal(kept.solutions, np.delete(pool.solutions, [2, 5], axis=0))
    assert np.isin(hashes(kept.puzzles), hashes(turned[:, 0])).sum() == 0


@given(st.integers(0, 2**62))
def test_symmetries_keep_a_solution_a_solution_and_the_puzzle_the_same_up_to_symmetry(key):
    pool = ONE
    both = torch.from_numpy(np.stack((pool.puzzles, pool.solutions), axis=1)).long()
    turned = apply_symmetry(both, keyed_uniforms(SYMMETRY_NUMBERS, torch.tensor([key]))).numpy()
    puzzle, solution = turned[0].reshape(2, 1, 9, 9)
    assert accepts(solution, puzzle)[0]
    assert hashes(puzzle) == hashes(pool.puzzles)


ONE = generate_block(SudokuPart("uniform", 1), 7, 1)


def test_symmetries_differ_from_draw_to_draw():
    grids = torch.from_numpy(np.repeat(ONE.puzzles[:, None], 200, axis=0)).long()
    turned = apply_symmetry(grids, keyed_uniforms(SYMMETRY_NUMBERS, torch.arange(200)))
    assert len(torch.unique(turned[:, 0], dim=0)) == 200


def test_source_draws_by_weight_whatever_the_company():
    pools = [generate_block(SudokuPart("uniform", 20, seed=s), 0, 20) for s in (1, 2)]
    source = SudokuSource(pools, [SudokuPart("uniform", 20, weight) for weight in (0.8, 0.2)], 5, CPU)
    slots, draws = torch.arange(1000), torch.full((1000,), 3)
    inputs, labels, _, parts = source.draw(slots, draws)
    assert torch.equal(parts == 0, torch.from_numpy(np.isin(hashes(inputs.numpy() - 1), hashes(pools[0].puzzles))))
    assert accepts(labels.numpy() - 1, inputs.numpy() - 1).all()
    first = np.isin(hashes(inputs.numpy() - 1), hashes(pools[0].puzzles)).mean()
    assert 0.75 < first < 0.85
    alone, *_ = source.draw(slots[417:418], draws[:1])
    assert torch.equal(alone[0], inputs[417])
    later, *_ = source.draw(slots, draws + 1)
    assert (later != inputs).any(1).all()


def test_pool_where():
    pool = Pool(np.zeros((3, 81), np.int8), np.ones((3, 81), np.int8), np.arange(3, dtype=np.int32))
    assert pool.where(np.array([True, False, True])).backtracks.tolist() == [0, 2]


def test_a_hard_part_is_drawn_more_often_the_more_of_it_is_answered():
    pools = [generate_block(SudokuPart("uniform", 20, seed=s), 0, 20) for s in (1, 2)]
    source = SudokuSource(pools, [SudokuPart("uniform", 20), SudokuPart("uniform", 20, full_at=0.4)], 5, CPU)
    shares = []
    for answered in (0.0, 0.01, 0.2, 0.4, 0.9):
        source.balance(torch.tensor([0.0, answered]))
        parts = source.draw(torch.arange(2000), torch.zeros(2000, dtype=torch.long)).parts
        shares.append(float(parts.float().mean()))
    assert shares == pytest.approx([0.05 / 1.05, 0.05 / 1.05, 0.5 / 1.5, 0.5, 0.5], abs=0.03)


def test_blanks_are_revealed_as_often_as_a_part_asks():
    pools = [generate_block(SudokuPart("uniform", 20, seed=s), 0, 20) for s in (1, 2)]
    parts = [SudokuPart("uniform", 20), SudokuPart("uniform", 20, reveal=3)]
    source = SudokuSource(pools, parts, 5, CPU)
    slots, draws = torch.arange(200), torch.full((200,), 3)
    inputs, labels, _, part = source.draw(slots, draws)
    plain, plain_labels, _, _ = SudokuSource(pools, parts[:1] * 2, 5, CPU).draw(slots, draws)
    assert torch.equal(labels, plain_labels)
    assert ((inputs != plain).sum(1) == torch.where(part == 1, 3, 0)).all()
    shown = inputs != plain
    assert (plain[shown] == 1).all()
    assert torch.equal(inputs[shown], labels[shown])
    again, *_ = source.draw(slots, draws + 1)
    assert not torch.equal(again != 1, inputs != 1)


def write_list(folder, pool):
    arrays = {name: getattr(pool, name) for name in ("puzzles", "solutions", "backtracks")}
    np.savez(folder / "own.npz", **{name: array.astype(np.uint8) for name, array in arrays.items()})


def test_a_list_is_read_and_a_part_of_it_held_back(tmp_path, monkeypatch):
    pool = generate_block(SudokuPart("uniform", 20), 0, 20)
    write_list(tmp_path, pool)
    monkeypatch.setenv("PONDER_DATA", str(tmp_path))
    part = SudokuPart("list", 100, file="own.npz", hold_back=5)
    trained, held_back = (read_list(part, held_back=held) for held in (False, True))
    assert (len(trained), len(held_back)) == (16, 4)
    assert np.array_equal(held_back.puzzles, pool.puzzles[4::5])
    assert np.array_equal(generate_pool(part, tmp_path).puzzles, trained.puzzles)
    assert not np.isin(hashes(held_back.puzzles), hashes(trained.puzzles)).any()
    few, other = (read_list(SudokuPart("list", 3, file="own.npz", seed=s), held_back=False) for s in (1, 2))
    assert len(few) == len(other) == 3
    assert np.isin(hashes(few.puzzles), hashes(pool.puzzles)).all()
    assert not np.array_equal(few.puzzles, other.puzzles)


def test_lists_that_cannot_be_read_are_said(tmp_path, monkeypatch):
    monkeypatch.delenv("PONDER_DATA", raising=False)
    part = SudokuPart("list", 100, file="own.npz")
    with pytest.raises(ConfigError, match=r"in the folder that PONDER_DATA names. Set that variable"):
        read_list(part, held_back=False)
    monkeypatch.setenv("PONDER_DATA", str(tmp_path))
    with pytest.raises(ConfigError, match="cannot be read"):
        read_list(part, held_back=False)
    (tmp_path / "own.npz").write_bytes(b"no archive")
    with pytest.raises(ConfigError, match="cannot be read"):
        read_list(part, held_back=False)


@pytest.mark.lists
@pytest.mark.skipif("PONDER_DATA" not in os.environ, reason="PONDER_DATA names no folder of lists")
def test_no_training_list_holds_a_puzzle_or_a_solution_of_an_evaluation_list_nor_of_what_is_held_back():
    """Up to every symmetry of Sudoku; an even sample of each list, since all of them take minutes."""
    files = sorted((Path(os.environ["PONDER_DATA"]) / "sudoku").glob("*.csv"))
    read = [r for file in files for r in read_puzzles(file.read_text("utf-8"), kind="sudoku")]
    evaluated = hashes([r.puzzle.grid for r in read])
    solved = solution_hash(np.array([r.solution for r in read], dtype=np.int64).reshape(-1, 9, 9))
    parts = [part for part in read_run_config("sudoku-deep").data.mixture if part.generator == "list"]
    assert parts
    for part in parts:
        trained, held_back = (read_list(part, held_back=held) for held in (False, True))
        trained = trained.where(np.arange(len(trained)) % max(1, len(trained) // 2000) == 0)
        own = hashes(trained.puzzles)
        assert not np.isin(own, evaluated).any()
        assert not np.isin(own, hashes(held_back.puzzles)).any()
        grids = trained.solutions.astype(np.int64).reshape(-1, 9, 9)
        assert not np.isin(solution_hash(grids), solved).any()


@pytest.mark.lists
@pytest.mark.skipif("PONDER_DATA" not in os.environ, reason="PONDER_DATA names no folder of lists")
def test_all_runs_of_a_thousand_puzzles_draw_the_same_thousand():
    drawn = []
    for name in ("sudoku-1k", "sudoku-1k-deep", "sudoku-1k-gpu"):
        pools = [read_list(part, held_back=False) for part in read_run_config(name).data.mixture]
        drawn.append({puzzle.tobytes() for pool in pools for puzzle in pool.puzzles})
    assert drawn[0] == drawn[1] == drawn[2]
    assert len(drawn[0]) == 1000
