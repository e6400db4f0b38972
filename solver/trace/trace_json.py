"""A `Trace` as JSON and back.

Answers are lists of numbers; probabilities and latents, of which there are many, are base64 of little-endian arrays
beside their shape and dtype, so that they come back bit for bit. What the rules say is never read from a file: it is
worked out again.
"""

import base64
import binascii
import math
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.formats.reading import puzzle_from_json
from solver.model.tokens import VOCABULARIES
from solver.puzzles.base import IntGrid, Puzzle, PuzzleError
from solver.trace import FloatArray, LatentState, Refinement, Trace, ViewName
from solver.trace.names import network_name_from_json, network_name_to_json

FORMAT = "ponder-trace"
VERSION = 1
ROUNDING = 1e-3
"""By which sums of float32 may be off."""


def trace_to_json(trace: Trace, *, state: bool = False) -> dict[str, Any]:
    """`trace` as plain data; `state` adds the latents, which only "keep thinking" needs."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "puzzle": trace.puzzle.to_json(),
        "checkpoint": network_name_to_json(trace.checkpoint),
        "device": trace.device,
        "views": [view.to_json() for view in trace.views],
        "verified": trace.verified is not None,
        "refinements": [_refinement_to_json(r) for r in trace.refinements],
    }
    if trace.votes:
        data["votes"], data["voters"] = list(trace.votes), trace.voters
    if state and trace.state is not None:
        kept = trace.state
        data["state"] = {
            "views": list(kept.views),
            "steps": list(kept.steps),
            "y": _array_to_json(kept.y),
            "z": _array_to_json(kept.z),
        }
    return data


def trace_from_json(data: object) -> Trace:
    """Read back what `trace_to_json` wrote; raises `PuzzleError` that says what is wrong with anything else."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise PuzzleError("This is not a Ponder trace.")
    if data.get("version") != VERSION:
        raise PuzzleError(f"This trace is of version {data.get('version')!r}; this Ponder reads version {VERSION}.")
    try:
        puzzle = puzzle_from_json(data["puzzle"])
        views = tuple(ViewName.from_json(view) for view in data["views"])
        trace = Trace(puzzle, network_name_from_json(data["checkpoint"]), str(data["device"]), views)
        for number, described in enumerate(data["refinements"], start=1):
            try:
                trace.refinements.append(_refinement_from_json(described, puzzle, len(trace.views)))
            except (TypeError, ValueError, OverflowError, AttributeError) as error:
                raise PuzzleError(f"The trace is damaged in refinement {number}: {error}.") from None
        if "votes" in data:
            trace.votes, trace.voters = _votes_from_json(data, len(trace.views))
        if "state" in data:
            trace.state = _state_from_json(data["state"], len(trace.views))
    except PuzzleError:
        raise
    except KeyError as error:
        raise PuzzleError(f"The trace is damaged: {error.args[0]!r} is missing.") from None
    except (TypeError, ValueError, OverflowError, AttributeError) as error:
        raise PuzzleError(f"The trace is damaged: {error}.") from None
    return trace


def _refinement_to_json(r: Refinement) -> dict[str, Any]:
    return {
        "view": r.view,
        "step": r.step,
        "answer": r.answer.tolist(),
        "inner_answers": r.inner_answers.tolist(),
        "changed": np.argwhere(r.changed).tolist(),
        "mean_confidence": r.mean_confidence,
        "halt_probability": r.halt_probability,
        "latent_change": r.latent_change,
        "accepted": r.accepted,
        "seconds": r.seconds,
        "probabilities": _array_to_json(r.probabilities),
    }


def _refinement_from_json(data: dict[str, Any], puzzle: Puzzle, views: int) -> Refinement:
    answer = _grid(data["answer"], puzzle)
    if not data["inner_answers"]:
        raise ValueError("there are no inner answers")
    inner = np.stack([_grid(a, puzzle) for a in data["inner_answers"]])
    probabilities = _probabilities(data["probabilities"], puzzle)
    view = int(data["view"])
    if not 0 <= view < views:
        raise ValueError(f"there is no view {view}")
    step = int(data["step"])
    if step < 1:
        raise ValueError(f"step {step} is below 1")
    changed = np.zeros(puzzle.shape, dtype=bool)
    for row, column in data["changed"]:
        if not (0 <= row < puzzle.shape[0] and 0 <= column < puzzle.shape[1]):
            raise ValueError(f"there is no cell {row}, {column}")
        changed[row, column] = True
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
        changed=changed,
        violations=verdict.violations,
        accepted=verdict.accepted,
        seconds=_number(data, "seconds", math.inf),
    )


def _votes_from_json(data: dict[str, Any], views: int) -> tuple[tuple[int, ...], int]:
    votes, voters = tuple(int(count) for count in data["votes"]), int(data["voters"])
    if len(votes) != views or min(votes) < 0 or sum(votes) > voters:
        raise ValueError("the votes do not fit together")
    return votes, voters


def _state_from_json(data: dict[str, Any], views: int) -> LatentState:
    state = LatentState(
        views=tuple(int(v) for v in data["views"]),
        steps=tuple(int(s) for s in data["steps"]),
        y=_array_from_json(data["y"]),
        z=_array_from_json(data["z"]),
    )
    if state.y.ndim != 3 or not state.y.size or state.y.shape != state.z.shape:
        raise ValueError("the latents do not fit together")
    if not len(state.y) == len(state.views) == len(state.steps):
        raise ValueError("the latents do not fit together")
    if len(set(state.views)) != len(state.views) or not all(0 <= view < views for view in state.views):
        raise ValueError("the latents do not fit the views")
    return state


def _number(data: dict[str, Any], name: str, most: float) -> float:
    value = float(data[name])
    if not (math.isfinite(value) and 0 <= value <= most + ROUNDING):
        raise ValueError(f"{name!r} is {value:g}, which it cannot be")
    return value


def _probabilities(data: dict[str, Any], puzzle: Puzzle) -> FloatArray:
    probabilities = _array_from_json(data)
    if probabilities.ndim != 3 or probabilities.shape[:2] != puzzle.shape:
        raise ValueError(f"probabilities of the shape {probabilities.shape} do not fit a grid of {puzzle.shape}")
    size, given = VOCABULARIES[puzzle.kind].size, probabilities.shape[2]
    if given != size:
        raise ValueError(f"there are probabilities for {given} tokens, but a {puzzle.kind} has {size}")
    if probabilities.min() < 0 or probabilities.max() > 1 + ROUNDING:
        raise ValueError("probabilities are not between 0 and 1")
    if (np.abs(probabilities.sum(-1) - 1) > ROUNDING).any():
        raise ValueError("the probabilities of a cell do not add up to 1")
    return probabilities


def _grid(rows: object, puzzle: Puzzle) -> IntGrid:
    shape = puzzle.shape
    grid = np.array(rows)
    if grid.shape != shape or grid.dtype.kind != "i":
        raise ValueError(f"an answer is not a grid of {shape[0]}×{shape[1]} whole numbers")
    vocabulary = VOCABULARIES[puzzle.kind]
    lowest, highest = vocabulary.lowest, vocabulary.size - 1 - vocabulary.offset
    if grid.min() < lowest or grid.max() > highest:
        raise ValueError(f"an answer holds values that are not from {lowest} to {highest}")
    return grid.astype(np.int64)


def _array_to_json(array: FloatArray) -> dict[str, Any]:
    little: npt.NDArray[np.float32] = np.ascontiguousarray(array, dtype="<f4")
    return {"dtype": "<f4", "shape": list(array.shape), "base64": base64.b64encode(little.tobytes()).decode("ascii")}


def _array_from_json(data: dict[str, Any]) -> FloatArray:
    if data["dtype"] != "<f4":
        raise ValueError(f"arrays of type {data['dtype']!r} are not read")
    try:
        raw = base64.b64decode(data["base64"], validate=True)
    except binascii.Error as error:
        raise ValueError(f"an array is not base64 ({error})") from None
    array = np.frombuffer(raw, dtype="<f4").reshape([int(n) for n in data["shape"]]).astype(np.float32)
    if not np.isfinite(array).all():
        raise ValueError("an array holds numbers that are not finite")
    return array
