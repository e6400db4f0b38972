"""What a run draws its puzzles from and is measured on, by its kind of puzzle."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from solver.puzzles.base import IntGrid
from solver.puzzles.sudoku.puzzle import accepts
from solver.puzzles.vocabulary import VOCABULARIES
from solver.training.config import ConfigError, RunConfig, SudokuPart
from solver.training.drawn import Source
from solver.training.sudoku_data import SudokuSource, drop_evaluation_puzzles, generate_pool, read_list
from solver.training.validation import ValidationSet

_VALIDATION_SEED = 777_000_001
"""Far from the seeds that people give to training pools; a part's seed of this value is refused."""


def make_source(config: RunConfig, cache: Path, device: torch.device, *, processes: int = 1) -> Source:
    """The run's training puzzles; generates and caches what is not in `cache` yet."""
    if config.network.kind == "maze":
        from solver.training.maze_data import MazeSource

        return MazeSource(config.data.stages, config.data.seed, device)
    if config.network.kind == "arc":
        from solver.training.arc_data import ArcSource, check_identifiers, training_tasks
        from solver.training.arc_generated import generated_tasks
        from solver.training.arc_pairs import read_pairs

        data = config.data
        tasks = training_tasks(further=data.further_tasks)
        generated = generated_tasks(
            data.generated, data.generated_pairs, data.seed, modules=data.rules, processes=processes
        )
        check_identifiers(config.network, [*tasks, *generated])
        further = read_pairs(data.pairs, tasks) if data.pairs else {}
        return ArcSource(tasks, data, device, generated, config.network.colours, further)
    if any(part.seed == _VALIDATION_SEED for part in config.data.mixture):
        raise ConfigError(f"The seed {_VALIDATION_SEED} is kept for validation.")
    kept_out = np.concatenate([_givens(Path(file)) for file in config.data.exclude] or [np.zeros((0, 81), np.int64)])
    pools = [
        drop_evaluation_puzzles(generate_pool(part, cache, processes=processes), kept_out)
        for part in config.data.mixture
    ]
    return SudokuSource(pools, config.data.mixture, config.data.seed, device)


def make_validation_sets(config: RunConfig, cache: Path) -> list[ValidationSet]:
    """Frozen sets of seeds that no training puzzle comes from."""
    if config.network.kind == "maze":
        from solver.training.maze_data import maze_validation_sets

        return maze_validation_sets(config.validation)
    if config.network.kind == "arc":
        from solver.training.arc_data import arc_validation_sets, training_tasks

        tasks = training_tasks(further=config.data.further_tasks)
        return arc_validation_sets(tasks, config.data.canvases, config.network.colours)
    count = config.validation.puzzles
    parts = {
        "uniform minimal": SudokuPart("uniform", count, seed=_VALIDATION_SEED),
        "vicinity 8+": SudokuPart("vicinity", count, seed=_VALIDATION_SEED, per_grid=1),
        "vicinity 60+": SudokuPart("vicinity", count, seed=_VALIDATION_SEED, min_backtracks=60, chain=1200, per_grid=8),
    }
    offset = VOCABULARIES["sudoku"].offset
    pools = {name: generate_pool(part, cache) for name, part in parts.items()}
    for part in config.data.mixture:
        if part.generator == "list":
            held_back = read_list(part, held_back=True)
            pools[f"held back: {Path(part.file).stem}"] = held_back.where(np.arange(len(held_back)) < count)
    return [
        ValidationSet(name, pool.puzzles.astype(np.int64) + offset, (9, 9), _sudoku_accepts)
        for name, pool in pools.items()
    ]


def _sudoku_accepts(answers: IntGrid, inputs: IntGrid) -> npt.NDArray[np.bool_]:
    vocabulary = VOCABULARIES["sudoku"]
    return accepts(vocabulary.decode(answers).reshape(-1, 9, 9), vocabulary.decode(inputs).reshape(-1, 9, 9))


def _givens(file: Path) -> IntGrid:
    from solver.formats.reading import read_puzzles

    try:
        read = read_puzzles(file.read_text("utf-8"), kind="sudoku")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"The list to exclude, {file}, cannot be read: {error}.") from None
    return np.array([r.puzzle.grid.reshape(-1) for r in read if r.puzzle], dtype=np.int64).reshape(-1, 81)
