"""The long form of `evaluate`: accuracy by steps, views and difficulty, and how far the halting head can be trusted."""

import io
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.model.checkpoint import Checkpoint
from solver.puzzles.base import IntGrid, Puzzle
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.puzzles.sudoku.exact import DIFFICULTIES, rate
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.reasoning.batch import Outcome, solve_many
from solver.reasoning.budget import Budget

HALT_BINS = 10
MOVES_PER_BUCKET = 50


@dataclass(frozen=True)
class Reach:
    """Shares of all puzzles, from 0 to 1, within `steps` refinements in each of `views` views."""

    steps: int
    views: int
    verified: float
    """The rules accept the answer of some step of some view."""
    exact: float | None
    """That answer, else the last one of the puzzle as given, equals the label; None without labels."""
    exact_at_last_step: float | None
    """The last answer of the puzzle as given equals the label."""


@dataclass(frozen=True)
class Bucket:
    """Puzzles of one difficulty, at the fewest steps and one view."""

    name: str
    n: int
    verified: float
    exact: float | None
    exact_at_last_step: float | None


@dataclass(frozen=True)
class HaltBin:
    """Last answers whose sigmoid(q) fell into one tenth of 0 to 1, at the fewest steps and one view."""

    n: int
    mean_probability: float
    accepted: float
    """Share of them that the rules accept."""


@dataclass(frozen=True)
class Report:
    """All that was measured of one network on one list."""

    reach: tuple[Reach, ...]
    buckets: tuple[Bucket, ...]
    halting: tuple[HaltBin, ...]
    expected_calibration_error: float
    """Mean distance of sigmoid(q) and the share accepted, weighted by the bins' sizes."""
    puzzles_per_second: float
    """Over all of it, on this machine, whatever else it did."""

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        return asdict(self)


def measure_report(
    checkpoint: Checkpoint,
    puzzles: Sequence[Puzzle],
    labels: Sequence[IntGrid | None],
    steps: Sequence[int],
    views: Sequence[int],
    progress: Callable[[int], object] = int,
) -> Report:
    """Solve all puzzles once for each of `steps`, with the most of `views`; `progress` as for `solve_many`."""
    began = time.perf_counter()
    runs = {}
    for count in sorted(set(steps)):
        budget = Budget(count, max(views))
        runs[count] = solve_many(checkpoint, puzzles, lambda _, budget=budget: budget, progress)  # type: ignore[misc]
    seconds = time.perf_counter() - began
    first = runs[min(steps)]
    halting = halting_bins([o.last_halt_probability for o in first], [o.last_accepted for o in first])
    names = [difficulty(puzzle) for puzzle in puzzles]
    order = sorted(set(names), key=_bucket_order)
    return Report(
        reach=tuple(
            Reach(count, limit, *_shares(runs[count], labels, limit))
            for count in sorted(runs)
            for limit in sorted(views)
        ),
        buckets=tuple(_bucket(name, names, first, labels) for name in order),
        halting=halting,
        expected_calibration_error=sum(b.n * abs(b.mean_probability - b.accepted) for b in halting) / len(first),
        puzzles_per_second=len(puzzles) * len(runs) / seconds,
    )


def difficulty(puzzle: Puzzle) -> str:
    """The exact search's rating of a Sudoku; a maze's shortest path in steps of `MOVES_PER_BUCKET` moves, if any."""
    if isinstance(puzzle, SudokuPuzzle):
        return rate(puzzle.givens).difficulty
    if isinstance(puzzle, MazePuzzle):
        if puzzle.no_answer is not None:
            return "no way"
        low = puzzle.shortest // MOVES_PER_BUCKET * MOVES_PER_BUCKET
        return f"{low}–{low + MOVES_PER_BUCKET - 1} moves"
    return "all"


def halting_bins(probabilities: Sequence[float], accepted: Sequence[bool]) -> tuple[HaltBin, ...]:
    """The bins that are not empty, from the least sure on."""
    p, right = np.array(probabilities), np.array(accepted)
    places = np.minimum((p * HALT_BINS).astype(int), HALT_BINS - 1)
    within = (places == place for place in range(HALT_BINS))
    return tuple(HaltBin(int(i.sum()), float(p[i].mean()), float(right[i].mean())) for i in within if i.any())


def format_report(report: Report) -> str:
    """Three tables in Markdown, as a model card shows them."""
    reach = ["| steps | views | verified | exact | exact at last step |", "| --- | --- | --- | --- | --- |"]
    for r in report.reach:
        shares = (r.verified, r.exact, r.exact_at_last_step)
        reach.append(f"| {r.steps} | {r.views} | " + " | ".join(map(_percent, shares)) + " |")
    buckets = ["| difficulty | n | verified | exact | exact at last step |", "| --- | --- | --- | --- | --- |"]
    for b in report.buckets:
        shares = (b.verified, b.exact, b.exact_at_last_step)
        buckets.append(f"| {b.name} | {b.n} | " + " | ".join(map(_percent, shares)) + " |")
    halting = ["| halting probability | n | accepted by the rules |", "| --- | --- | --- |"]
    halting += [f"| {_percent(h.mean_probability)} | {h.n} | {_percent(h.accepted)} |" for h in report.halting]
    told = f"Expected calibration error {_percent(report.expected_calibration_error)}; "
    told += f"{report.puzzles_per_second:.2f} puzzles a second over all of it."
    return "\n\n".join(["\n".join(part) for part in (reach, buckets, halting)] + [told])


def draw_report(report: Report) -> bytes:
    """A PNG: accuracy against views for each number of steps, and the halting head's reliability."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 4), layout="constrained")
    reach, reliability = figure.subplots(1, 2)
    for steps in sorted({r.steps for r in report.reach}):
        points = [r for r in report.reach if r.steps == steps]
        reach.plot([r.views for r in points], [100 * r.verified for r in points], marker="o", label=f"{steps} steps")
    reach.set_xscale("log", base=2)
    views = sorted({r.views for r in report.reach})
    reach.set_xticks(views, labels=[str(count) for count in views])
    reach.set_xlabel("views")
    reach.set_ylabel("verified, %")
    reach.set_ylim(-2, 102)
    reach.legend(loc="lower right")
    reliability.plot([0, 100], [0, 100], color="0.6", linewidth=1, label="perfectly calibrated")
    largest = max(h.n for h in report.halting)
    reliability.scatter(
        [100 * h.mean_probability for h in report.halting],
        [100 * h.accepted for h in report.halting],
        s=[20 + 180 * h.n / largest for h in report.halting],
        label="last answers (area: how many)",
    )
    reliability.set_xlabel("halting probability, %")
    reliability.set_ylabel("accepted by the rules, %")
    reliability.legend(loc="upper left")
    for axes in (reach, reliability):
        axes.grid(alpha=0.3)
    png = io.BytesIO()
    figure.savefig(png, format="png", dpi=120)
    return png.getvalue()


def _shares(
    outcomes: Sequence[Outcome], labels: Sequence[IntGrid | None], views: int
) -> tuple[float, float | None, float | None]:
    """Verified, exact, exact at last step, if only `views` views had been tried."""
    verified = [o.verified and o.view < views for o in outcomes]
    told = [(o, label, v) for o, label, v in zip(outcomes, labels, verified, strict=True) if label is not None]
    exact = [bool(((o.answer if v else o.last_answer) == label).all()) for o, label, v in told]
    last = [bool((o.last_answer == label).all()) for o, label, _ in told]
    return _mean(verified), _mean(exact) if told else None, _mean(last) if told else None


def _bucket(name: str, names: Sequence[str], outcomes: Sequence[Outcome], labels: Sequence[IntGrid | None]) -> Bucket:
    within = [i for i, own in enumerate(names) if own == name]
    return Bucket(name, len(within), *_shares([outcomes[i] for i in within], [labels[i] for i in within], 1))


def _bucket_order(name: str) -> tuple[int, str]:
    moves = name.partition("–")[0]
    return (DIFFICULTIES.index(name) if name in DIFFICULTIES else int(moves) if moves.isdecimal() else 0, name)


def _mean(of: Sequence[bool]) -> float:
    values: npt.NDArray[np.float64] = np.array(of, dtype=np.float64)
    return float(values.mean())


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f} %"
