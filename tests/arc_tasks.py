"""Small ARC tasks, and traces of them like those that a vote leaves."""

from dataclasses import fields, replace

import numpy as np

from solver.puzzles.arc.canvas import to_canvas
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcGrid, ArcPair, ArcTask
from solver.trace import FitGuess, FittedTo, Refinement, Trace, ViewName

TASK = ArcTask(
    (
        ArcPair(((5, 0, 8), (0, 5, 0)), ((2, 0, 8), (0, 2, 0))),
        ArcPair(((0, 5), (5, 8), (8, 0)), ((0, 2), (2, 8), (8, 0))),
    ),
    (ArcPair(((5, 5, 0), (8, 0, 0)), ((2, 2, 0), (8, 0, 0))), ArcPair(((0, 8), (5, 5)))),
    "recolour",
)
"""5 becomes 2; the second test has no output."""


def arc_puzzle(test: int = 0) -> ArcPuzzle:
    return ArcPuzzle(TASK, test)


def arc_trace(puzzle: ArcPuzzle | None = None, answers: tuple[ArcGrid, ...] = (), votes: tuple[int, ...] = ()) -> Trace:
    """Each answer reached in three steps; by default the right one with 20 of 32 votes, then a wrong one with 7."""
    puzzle = puzzle or arc_puzzle()
    answers = answers or (((2, 2, 0), (8, 0, 0)), ((2, 2, 0), (8, 0, 2)))
    votes = votes or (20, 7)[: len(answers)]
    trace = Trace(puzzle, FittedTo("recolour", 3), views=tuple(ViewName(answer=n + 1) for n in range(len(answers))))
    trace.votes, trace.voters = votes, 32
    random = np.random.default_rng(0)
    for view, answer in enumerate(answers):
        canvas, shown = to_canvas(answer, puzzle.side), puzzle.grid
        for step in range(1, 4):
            logits = random.normal(0, 1, (*puzzle.shape, 12))
            np.put_along_axis(logits, (canvas + 2)[..., None], 2.0 * step + 2, -1)
            if step == 1:
                logits[0, 0] = np.eye(12)[2 + 5] * 4
            probabilities = (np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)).astype(np.float32)
            now = probabilities.argmax(-1) - 2
            verdict = puzzle.check(now)
            trace.refinements.append(
                Refinement(
                    view=view,
                    step=step,
                    probabilities=probabilities,
                    answer=now,
                    inner_answers=now[None],
                    confidence=probabilities.max(-1),
                    mean_confidence=float(probabilities.max(-1).mean()),
                    halt_probability=0.3 * step,
                    latent_change=0.5 / step,
                    changed=now != shown,
                    violations=verdict.violations,
                    accepted=verdict.accepted,
                    seconds=0.01,
                )
            )
            shown = now
    return trace


def arc_guesses(trace: Trace, count: int = 3) -> list[FitGuess]:
    """The first answer's refinements, again and again, as if a fit had guessed them every two seconds."""
    own = trace.of_view(0)
    made = []
    for number in range(count):
        plain = replace(own[number % len(own)], step=1)
        numbers = {each.name: getattr(plain, each.name) for each in fields(plain)}
        made.append(FitGuess(**numbers, fitted_steps=10 * (number + 1), fitted_seconds=2.0 * (number + 1), right=0.5))
    return made
