"""A `Trace` as JSON and back.

Answers are lists of numbers; probabilities and latents, of which there are many, are base64 of little-endian arrays
beside their shape and dtype, so that they come back bit for bit. What the rules say is never read from a file: it is
worked out again.

The compact form, which documents hold, packs the answers as well, and rounds probabilities to float16: about three
digits, more than the window shows. The latents stay as they are, so that a solve goes on exactly as it would have.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.formats.reading import puzzle_from_json
from solver.messages import ExplainedError, Message, Template, quoted
from solver.puzzles.base import BoolGrid, IntGrid, Puzzle, PuzzleError
from solver.puzzles.vocabulary import VOCABULARIES
from solver.trace import Anatomy, FitGuess, FloatArray, HalfArray, HandOver, LatentState, Refinement, Trace, ViewName
from solver.trace.arrays import array_from_json, array_to_json
from solver.trace.branch import Branch
from solver.trace.hand_over import MOST_COUNTED
from solver.trace.names import network_name_from_json, network_name_to_json

FORMAT = "ponder-trace"
VERSION = 1
_GUESSED = ("fitted_steps", "fitted_seconds", "right")
"""What a guess has and other refinements don't."""
ROUNDING = 1e-3
"""By which sums of probabilities may be off: more than float16 makes of it."""

NOT_A_TRACE = Template("trace.none", "This is not a Ponder trace.")
OTHER_VERSION = Template(
    "trace.version",
    "This trace has version {version}, but this Ponder reads version {known}. A newer Ponder may open it.",
)
DAMAGED = Template("trace.damaged", "The trace is damaged: {why}.")
DAMAGED_GUESS = Template("trace.damaged_guess", "The trace is damaged in guess {number}: {why}.")
DAMAGED_REFINEMENT = Template("trace.damaged_refinement", "The trace is damaged in refinement {number}: {why}.")
MISSING = Template("trace.missing", "`{name}` is missing")
UNREADABLE = Template("trace.unreadable", "a value has the wrong type or size")
NO_INNER_ANSWERS = Template("trace.no_inner_answers", "`inner_answers` is empty")
OUT_OF_RANGE = Template("trace.out_of_range", "`{name}` can't be {value:g}")
NO_CELL = Template("trace.no_cell", "the grid has no cell {row}, {column}")
VOTES = Template("trace.votes", "`votes` and `voters` don't match")
LATENTS = Template("trace.latents", "the latents don't match each other or the views")
MOVEMENT = Template("trace.movement", "`{name}` doesn't have a movement of at least 0 for each cell")
PROBABILITIES_SHAPE = Template("trace.probabilities_shape", "the probabilities don't have the shape of the grid")
PROBABILITIES_TOKENS = Template(
    "trace.probabilities_tokens", "there are probabilities for {given} tokens instead of {wanted}"
)
NOT_PROBABILITIES = Template("trace.not_probabilities", "probabilities are not between 0 and 1")
NOT_ONE = Template("trace.not_one", "the probabilities of a cell do not add up to 1")
ANSWER_SHAPE = Template("trace.answer_shape", "an answer is not a grid of {rows}×{columns} whole numbers")
ANSWER_VALUES = Template("trace.answer_values", "an answer has values that are not from {lowest} to {highest}")
CHANGED_SHAPE = Template("trace.changed_shape", "the changed cells don't have the shape of the grid")
UNWRITABLE = Template(
    "trace.unwritable", "The recording holds numbers that are not finite, so it can't be written. Solve again."
)


class TraceError(ExplainedError):
    """A recording that cannot be written."""


def trace_to_json(trace: Trace, *, state: bool = False, compact: bool = False) -> dict[str, Any]:
    """`trace` as plain data; `state` adds the latents, which only "keep thinking" needs.

    Raises `TraceError` for a recording with numbers that are not finite, which could not be read back.
    """
    _check_finite(trace)
    data: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "puzzle": trace.puzzle.to_json(),
        "checkpoint": network_name_to_json(trace.checkpoint),
        "device": trace.device,
        "views": [view.to_json() for view in trace.views],
        "verified": trace.verified is not None,
        **({} if (why := trace.puzzle.no_answer) is None else {"no_answer": str(why)}),
        "refinements": [(_compact if compact else _refinement_to_json)(r) for r in trace.refinements],
    }
    if trace.anatomy != Anatomy():
        data["anatomy"] = asdict(trace.anatomy)
    if trace.votes:
        data["votes"], data["voters"] = list(trace.votes), trace.voters
    if trace.guesses:
        data["guesses"] = [_guess_to_json(guess, compact=compact) for guess in trace.guesses]
    if trace.branches:
        data["branches"] = [branch.to_json() for branch in trace.branches]
    if trace.hand_over is not None:
        data["hand_over"] = trace.hand_over.to_json()
    # Read once: the window may let go of it while its thread writes.
    kept = trace.state
    if state and kept is not None:
        data["state"] = {
            "views": list(kept.views),
            "steps": list(kept.steps),
            "y": array_to_json(kept.y),
            "z": array_to_json(kept.z),
        }
    return data


def trace_from_json(data: object) -> Trace:
    """Read back what `trace_to_json` wrote; raises `PuzzleError` that says what is wrong with anything else."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise PuzzleError(NOT_A_TRACE())
    if data.get("version") != VERSION:
        raise PuzzleError(OTHER_VERSION(version=str(data.get("version")), known=VERSION))
    try:
        puzzle = puzzle_from_json(data["puzzle"])
        views = tuple(ViewName.from_json(view) for view in data["views"])
        trace = Trace(puzzle, network_name_from_json(data["checkpoint"]), quoted(data["device"]), views)
        for number, described in enumerate(data["refinements"], start=1):
            with _damage(DAMAGED_REFINEMENT, number):
                trace.refinements.append(_refinement_from_json(described, puzzle, len(trace.views)))
        for number, described in enumerate(data.get("guesses", ()), start=1):
            with _damage(DAMAGED_GUESS, number):
                trace.guesses.append(_guess_from_json(described, puzzle))
        if "anatomy" in data:
            trace.anatomy = Anatomy(**{name: _count(data["anatomy"], name) for name in asdict(Anatomy())})
        if "votes" in data:
            trace.votes, trace.voters = _votes_from_json(data, len(trace.views))
        if "branches" in data:
            trace.branches = tuple(Branch.from_json(branch) for branch in data["branches"])
        if "hand_over" in data:
            trace.hand_over = HandOver.from_json(data["hand_over"], len(trace.views))
        if "state" in data:
            trace.state = _state_from_json(data["state"], len(trace.views))
    except PuzzleError:
        raise
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise PuzzleError(DAMAGED(why=_why(error))) from None
    return trace


@contextmanager
def _damage(template: Template, number: int) -> Iterator[None]:
    """Names the part that could not be read."""
    try:
        yield
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise PuzzleError(template(number=number, why=_why(error))) from None


def _why(error: Exception) -> Message:
    if isinstance(error, ExplainedError):
        return error.message
    return MISSING(name=str(error.args[0])) if isinstance(error, KeyError) else UNREADABLE()


def _check_finite(trace: Trace) -> None:
    recorded = [*trace.refinements, *trace.guesses]
    arrays: list[npt.NDArray[Any]] = [r.probabilities for r in recorded]
    arrays += [movement for r in recorded for _, movement in _movements(r)]
    kept = trace.state
    arrays += [] if kept is None else [kept.y, kept.z]
    numbers = [n for r in recorded for n in (r.mean_confidence, r.halt_probability, r.latent_change, r.seconds)]
    if not (np.isfinite(numbers).all() and all(np.isfinite(array).all() for array in arrays)):
        raise TraceError(UNWRITABLE())


def _compact(r: Refinement) -> dict[str, Any]:
    return _numbers(r) | {
        "answer": array_to_json(r.answer, "|i1"),
        "inner_answers": array_to_json(r.inner_answers, "|i1"),
        "changed": array_to_json(r.changed, "|i1"),
        "probabilities": array_to_json(r.probabilities, "<f2"),
    }


def _refinement_to_json(r: Refinement) -> dict[str, Any]:
    return _numbers(r) | {
        "answer": r.answer.tolist(),
        "inner_answers": r.inner_answers.tolist(),
        "changed": np.argwhere(r.changed).tolist(),
        "probabilities": array_to_json(r.probabilities),
    }


def _numbers(r: Refinement) -> dict[str, Any]:
    data: dict[str, Any] = {
        "view": r.view,
        "step": r.step,
        "mean_confidence": r.mean_confidence,
        "halt_probability": r.halt_probability,
        "latent_change": r.latent_change,
        "accepted": r.accepted,
        "seconds": r.seconds,
    }
    if r.continue_probability is not None:
        data["continue_probability"] = r.continue_probability
    return data | {name: array_to_json(movement, "<f2") for name, movement in _movements(r)}


def _guess_to_json(guess: FitGuess, *, compact: bool) -> dict[str, Any]:
    own = {name: getattr(guess, name) for name in _GUESSED}
    return (_compact if compact else _refinement_to_json)(guess) | own


def _guess_from_json(data: dict[str, Any], puzzle: Puzzle) -> FitGuess:
    refinement = _refinement_from_json(data, puzzle, views=1)
    return FitGuess(
        **{each.name: getattr(refinement, each.name) for each in fields(refinement)},
        fitted_steps=_count(data, "fitted_steps"),
        fitted_seconds=_number(data, "fitted_seconds", math.inf),
        right=_number(data, "right", 1),
    )


def _movements(r: Refinement) -> list[tuple[str, HalfArray]]:
    named = ("z_movement", r.z_movement), ("y_movement", r.y_movement)
    return [(name, movement) for name, movement in named if movement is not None]


def _refinement_from_json(data: dict[str, Any], puzzle: Puzzle, views: int) -> Refinement:
    answer = _grid(data["answer"], puzzle)
    inner_answers = _unpacked(data["inner_answers"])
    if not len(inner_answers):
        raise ExplainedError(NO_INNER_ANSWERS())
    inner = np.stack([_grid(a, puzzle) for a in inner_answers])
    probabilities = _probabilities(data["probabilities"], puzzle)
    view = int(data["view"])
    if not 0 <= view < views:
        raise ExplainedError(OUT_OF_RANGE(name="view", value=view))
    step = int(data["step"])
    if step < 1:
        raise ExplainedError(OUT_OF_RANGE(name="step", value=step))
    verdict = puzzle.check(answer)
    return Refinement(
        view=view,
        step=step,
        probabilities=probabilities,
        answer=answer,
        inner_answers=inner,
        confidence=probabilities.max(-1),
        mean_confidence=_number(data, "mean_confidence", 1),
        halt_probability=_number(data, "halt_probability", 1),
        latent_change=_number(data, "latent_change", math.inf),
        changed=_changed(data["changed"], puzzle),
        violations=verdict.violations,
        accepted=verdict.accepted,
        seconds=_number(data, "seconds", math.inf),
        continue_probability=_number(data, "continue_probability", 1) if "continue_probability" in data else None,
        z_movement=_movement(data, "z_movement", inner.shape),
        y_movement=_movement(data, "y_movement", inner.shape),
    )


def _movement(data: dict[str, Any], name: str, shape: tuple[int, ...]) -> HalfArray | None:
    if name not in data:
        return None
    movement: HalfArray = array_from_json(data[name], "<f2").astype(np.float16)
    if movement.shape != shape or movement.min() < 0:
        raise ExplainedError(MOVEMENT(name=name))
    return movement


def _votes_from_json(data: dict[str, Any], views: int) -> tuple[tuple[int, ...], int]:
    votes, voters = tuple(int(count) for count in data["votes"]), int(data["voters"])
    if len(votes) != views or min(votes) < 0 or sum(votes) > voters:
        raise ExplainedError(VOTES())
    return votes, voters


def _state_from_json(data: dict[str, Any], views: int) -> LatentState:
    state = LatentState(
        views=tuple(int(v) for v in data["views"]),
        steps=tuple(int(s) for s in data["steps"]),
        y=array_from_json(data["y"]),
        z=array_from_json(data["z"]),
    )
    if state.y.ndim != 3 or not state.y.size or state.y.shape != state.z.shape:
        raise ExplainedError(LATENTS())
    if not len(state.y) == len(state.views) == len(state.steps):
        raise ExplainedError(LATENTS())
    if len(set(state.views)) != len(state.views) or not all(0 <= view < views for view in state.views):
        raise ExplainedError(LATENTS())
    return state


def _count(data: dict[str, Any], name: str) -> int:
    count = int(data[name])
    if not 0 <= count <= MOST_COUNTED:
        raise ExplainedError(OUT_OF_RANGE(name=name, value=count))
    return count


def _number(data: dict[str, Any], name: str, most: float) -> float:
    value = float(data[name])
    if not (math.isfinite(value) and 0 <= value <= most + ROUNDING):
        raise ExplainedError(OUT_OF_RANGE(name=name, value=value))
    return value


def _probabilities(data: dict[str, Any], puzzle: Puzzle) -> FloatArray:
    probabilities: FloatArray = array_from_json(data, "<f4", "<f2")
    if probabilities.ndim != 3 or probabilities.shape[:2] != puzzle.shape:
        raise ExplainedError(PROBABILITIES_SHAPE())
    size, given = VOCABULARIES[puzzle.kind].size, probabilities.shape[2]
    if given != size:
        raise ExplainedError(PROBABILITIES_TOKENS(given=given, wanted=size))
    if probabilities.min() < 0 or probabilities.max() > 1 + ROUNDING:
        raise ExplainedError(NOT_PROBABILITIES())
    if (np.abs(probabilities.sum(-1) - 1) > ROUNDING).any():
        raise ExplainedError(NOT_ONE())
    return probabilities


def _changed(data: Any, puzzle: Puzzle) -> BoolGrid:
    if isinstance(data, dict):
        packed: BoolGrid = array_from_json(data, "|i1") != 0
        if packed.shape != puzzle.shape:
            raise ExplainedError(CHANGED_SHAPE())
        return packed
    changed = np.zeros(puzzle.shape, dtype=bool)
    for row, column in data:
        if not (0 <= row < puzzle.shape[0] and 0 <= column < puzzle.shape[1]):
            raise ExplainedError(NO_CELL(row=int(row), column=int(column)))
        changed[row, column] = True
    return changed


def _unpacked(data: Any) -> Any:
    return array_from_json(data, "|i1") if isinstance(data, dict) else data


def _grid(rows: object, puzzle: Puzzle) -> IntGrid:
    shape = puzzle.shape
    grid = np.array(_unpacked(rows))
    if grid.shape != shape or grid.dtype.kind != "i":
        raise ExplainedError(ANSWER_SHAPE(rows=shape[0], columns=shape[1]))
    vocabulary = VOCABULARIES[puzzle.kind]
    lowest, highest = vocabulary.lowest, vocabulary.size - 1 - vocabulary.offset
    if grid.min() < lowest or grid.max() > highest:
        raise ExplainedError(ANSWER_VALUES(lowest=lowest, highest=highest))
    return grid.astype(np.int64)
