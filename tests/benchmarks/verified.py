"""Seconds to a verified answer, for each bundled Sudoku network and for the pair, on a mixture of hard puzzles."""

import os
from collections.abc import Iterator
from pathlib import Path

import torch

from solver.formats.reading import read_puzzles
from solver.model.bundled import bundled_networks, bundled_pair
from solver.model.checkpoint import Checkpoint, load_checkpoint
from solver.puzzles.base import Puzzle
from solver.reasoning.budget import PUBLISHED_STEPS, Budget
from solver.reasoning.relay import Pair
from solver.reasoning.timing import time_to_verified, times

MIXTURE = {"17clue_200": 13, "top95": 5, "forum_hardest_200": 32}
"""Puzzles of each list: 26, 10 and 64 %."""
VIEWS, LIMIT = 32, 60.0
"""Views of each puzzle, and seconds after which it is given up."""


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other; one thread, float32."""
    data = os.environ.get("PONDER_DATA")
    if not data:
        yield "seconds to a verified answer", "not measured: PONDER_DATA names no folder of lists"
        return
    torch.set_num_threads(1)
    puzzles = [p for name, count in MIXTURE.items() for p in _first(Path(data) / "sudoku" / f"{name}.csv", count)]
    networks: dict[str, Checkpoint | Pair] = {
        folder.name: load_checkpoint(folder) for folder in bundled_networks()["sudoku"]
    }
    pair = bundled_pair("sudoku")
    if pair is not None:
        swift, deep = (load_checkpoint(folder) for folder in pair)
        networks["automatic"] = Pair(swift, lambda: deep)
    for which, network in networks.items():
        time_to_verified(network, puzzles[0], Budget(1, 1))
        budget = Budget(PUBLISHED_STEPS, VIEWS)
        found = times(time_to_verified(network, puzzle, budget, limit=LIMIT) for puzzle in puzzles)
        name = f"{which}: {len(puzzles)} puzzles, at most {LIMIT:.0f} s each, verified"
        yield name, f"{found.verified:.0%}"
        if found.mean is not None:
            figure = (
                f"mean {found.mean:.2f}, median {found.median:.2f}, p90 {found.p90:.2f}, of all {found.mean_of_all:.2f}"
            )
            yield f"{which}: seconds to a verified answer", figure


def _first(file: Path, count: int) -> list[Puzzle]:
    read = read_puzzles(file.read_text("utf-8"), kind="sudoku")
    return [one.puzzle for one in read if one.puzzle is not None][:count]
