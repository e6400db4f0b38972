"""Where the grids of an ARC task are, and the task with one of them changed: functions without a widget."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from solver.puzzles.arc.task import ArcGrid, ArcPair, ArcTask

Part = Literal["train", "test"]
Side = Literal["input", "output", "answer", "own"]


@dataclass(frozen=True)
class Place:
    """One grid: the input or output of a pair, or, beside a test input, what the model or the person answers."""

    part: Part
    pair: int
    """Counted from 0."""
    side: Side

    def beside(self, side: Side) -> "Place":
        """Another grid of the same pair."""
        return replace(self, side=side)


def pairs_of(task: ArcTask) -> list[tuple[Part, int, ArcPair]]:
    """Demonstrations, then tests."""
    train: list[tuple[Part, int, ArcPair]] = [("train", number, pair) for number, pair in enumerate(task.train)]
    return train + [("test", number, pair) for number, pair in enumerate(task.test)]


def places_of(task: ArcTask) -> list[Place]:
    """Every input and output, in order; also the outputs that a test has not got."""
    sides: tuple[Side, Side] = ("input", "output")
    return [Place(part, number, side) for part, number, _ in pairs_of(task) for side in sides]


def pair_at(task: ArcTask, place: Place) -> ArcPair:
    """The pair that `place` is in."""
    return (task.train if place.part == "train" else task.test)[place.pair]


def grid_at(task: ArcTask, place: Place) -> ArcGrid | None:
    """The grid at `place`; None where a test has no output, and for answers, which are no part of the task."""
    pair = pair_at(task, place)
    return {"input": pair.input, "output": pair.output}.get(place.side)


def with_grid(task: ArcTask, place: Place, grid: ArcGrid | None) -> ArcTask:
    """`task` with another grid there; None leaves a test without an output."""
    pairs = list(task.train if place.part == "train" else task.test)
    pair = pairs[place.pair]
    if place.side == "input":
        assert grid is not None
        pairs[place.pair] = replace(pair, input=grid)
    else:
        pairs[place.pair] = replace(pair, output=grid)
    return _with_pairs(task, place.part, pairs)


def with_new_pair(task: ArcTask, part: Part) -> ArcTask:
    """`task` with one more pair at the end of `part`, of black grids as large as those of the pair before."""
    pairs = task.train if part == "train" else task.test
    last = pairs[-1]
    new = ArcPair(_black(last.input), _black(last.output) if part == "train" and last.output else None)
    return _with_pairs(task, part, (*pairs, new))


def without_pair(task: ArcTask, place: Place) -> ArcTask:
    """`task` without the pair of `place`; a task keeps at least one of each part."""
    pairs = task.train if place.part == "train" else task.test
    if len(pairs) == 1:
        return task
    return _with_pairs(task, place.part, pairs[: place.pair] + pairs[place.pair + 1 :])


def place_after(before: ArcTask, after: ArcTask, place: Place) -> Place | None:
    """The place that changed between `before` and `after`, to keep in view; None if everything did."""
    counts = {"train": len(after.train), "test": len(after.test)}
    if (len(before.train), len(before.test)) != (counts["train"], counts["test"]):
        if _starts_with(after, before):
            part: Part = "train" if counts["train"] > len(before.train) else "test"
            return Place(part, counts[part] - 1, "input")
        kept = set(after.train) <= set(before.train) and set(after.test) <= set(before.test)
        return replace(place, pair=min(place.pair, counts[place.part] - 1)) if kept else None
    there = places_of(after)
    changed = [each for each in there if grid_at(before, each) != grid_at(after, each)]
    if not changed or place in changed:
        return place
    return changed[0] if len(changed) < len(there) else None


def _starts_with(task: ArcTask, shorter: ArcTask) -> bool:
    train, test = task.train[: len(shorter.train)], task.test[: len(shorter.test)]
    return (train, test) == (shorter.train, shorter.test)


def _with_pairs(task: ArcTask, part: Part, pairs: Sequence[ArcPair]) -> ArcTask:
    return replace(task, train=tuple(pairs)) if part == "train" else replace(task, test=tuple(pairs))


def _black(grid: ArcGrid) -> ArcGrid:
    return tuple((0,) * len(row) for row in grid)
