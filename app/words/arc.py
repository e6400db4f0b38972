"""Words about an ARC task: while a network is fitted to it, and about its answers."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from app.arc.fitting import Fitting, StoppedFit
from app.words.playback import cell_word, percent, plural
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.trace import FitGuess, Refinement, Trace

translate = QCoreApplication.translate
State = Literal["idle", "thinking", "verified", "confident", "unsure"]


def why_it_is_fitted() -> str:
    """Why solving starts with learning, for someone who has never heard of it."""
    return translate(
        "adapting",
        "A Tiny Recursive Model can only answer a task that it was fitted to. So Ponder first fits a small "
        "network to this task's own demonstrations, rotated, mirrored and recoloured. It never looks at a "
        "known output. Then many views of the test input vote, and the two answers with the most votes count.",
    )


def minutes(seconds: float) -> str:
    """“1:05”."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def fitting_words(fitting: Fitting) -> str:
    """“Fitting: 42 %, about 0:35 left”."""
    words = (
        translate("adapting", "Views vote: {done}, about {left} left")
        if fitting.voting
        else translate("adapting", "Fitting: {done}, about {left} left")
    )
    return words.format(done=percent(fitting.fraction), left=minutes(fitting.seconds_left))


def found_words(fitting: Fitting) -> str:
    """Of a fit that was not made just now, and what it cost: “Fitted to this task before, in 1:42”."""
    words = (
        translate("adapting", "Comes with Ponder, fitted in {time}")
        if fitting.found == "bundled"
        else translate("adapting", "Fitted to this task earlier, in {time}")
    )
    return words.format(time=minutes(fitting.found_seconds))


def arc_status(
    trace: Trace | None, shown: Refinement | None, fitting: Fitting | None, *, running: bool, loading: bool
) -> tuple[State, str]:
    """What the status line says of an ARC task."""
    if running and trace is not None and trace.branches:
        return "thinking", translate("adapting", "The fitted network goes on from the branch.")
    if running:
        if loading:
            return "thinking", translate("adapting", "Loading PyTorch…")
        if fitting is None:
            return "thinking", translate("adapting", "Preparing to fit a network to the demonstrations…")
        if fitting.voting and not fitting.step:
            return "thinking", translate("adapting", "The network knows this task. Its own augmentations are voting.")
        if fitting.voting:
            return "thinking", translate("adapting", "The network is fitted. Views of the test input are voting.")
        words = translate("adapting", "Fitting a small network to the demonstrations: {right} of them are correct.")
        return "thinking", words.format(right=percent(fitting.right))
    if isinstance(shown, FitGuess):
        words = translate(
            "adapting", "Guess while fitting, at {time}: {right} of the demonstrations were correct by then."
        )
        return "idle", words.format(time=minutes(shown.fitted_seconds), right=percent(shown.right))
    if shown is None or trace is None:
        if trace is not None and trace.refinements:
            return "idle", translate("adapting", "The task. The answers are on the timeline.")
        return "idle", translate("adapting", "Ready: press Solve to fit a small network to these demonstrations.")
    which = answer_words(trace, shown)
    if shown.accepted and trace.forced:
        # Not the network's answer alone, so it is not called its own.
        forced = ", ".join(cell_word(cell) for cell, _ in trace.forced)
        words = translate("adapting", "It matches the task's known output, with the cells you forced: {cells}.")
        return "confident", words.format(cells=forced)
    if shown.accepted:
        return "verified", translate("adapting", "Verified: it matches the task's known output ({which}).").format(
            which=which
        )
    believed = 2 * trace.votes[shown.view] > trace.voters if trace.votes else shown.halt_probability >= 0.5
    state: State = "confident" if believed else "unsure"
    if shown.accepted is None:
        words = translate("adapting", "Not checkable: the task gives no output for this input ({which}).")
        return state, words.format(which=which)
    count = int(shown.violations.sum())
    words = translate("adapting", "It differs from the known output in %n cell(s) ({which}).", "", count)
    return state, plural(words, count).format(which=which)


def answer_words(trace: Trace, shown: Refinement) -> str:
    """“answer 1, 20 of 32 votes”, or that it is on the way there."""
    number = shown.view + 1
    if not trace.votes:
        return translate("adapting", "a branch, refinement {step}").format(step=shown.step)
    if shown is not trace.answers[shown.view]:
        return translate("adapting", "on the way to answer {number}").format(number=number)
    return translate("adapting", "answer {number}, {votes} of {voters} votes").format(
        number=number, votes=trace.votes[shown.view], voters=trace.voters
    )


def guess_words(guess: FitGuess) -> str:
    """Where the playhead stands on the timeline of a fit: “Guess after 120 steps of fitting, 0:35”."""
    count = guess.fitted_steps
    words = translate("adapting", "Guess after %Ln step(s) of fitting, {time}", "", count)
    return plural(words, count).format(time=minutes(guess.fitted_seconds))


def explain_guess() -> str:
    """What a guess is, for someone who sees one."""
    return translate(
        "adapting",
        "This is the network's answer to the test input while it was still being fitted. It "
        "is only for watching: guesses don't vote, and they aren't checked until the fit is "
        "over.",
    )


def stopped_words(stopped: StoppedFit) -> str:
    """Of a fit that was stopped: “Fitting stopped after 312 steps, 0:42. Solve goes on from there.”"""
    count = stopped.step
    words = translate("adapting", "Fitting stopped after %Ln step(s), {time}. Solve continues from there.", "", count)
    return plural(words, count).format(time=minutes(stopped.seconds))


def verdict_words(answer: Refinement) -> str:
    """What checking an answer came to, in a word or three."""
    if answer.accepted is None:
        return translate("adapting", "not checkable")
    return translate("adapting", "verified") if answer.accepted else translate("adapting", "differs")


def explain_task(puzzle: ArcPuzzle) -> str:
    """What will happen to the task."""
    count = len(puzzle.task.train)
    words = translate("adapting", "A task of %n demonstration(s) of one rule. ", "", count)
    return plural(words, count) + why_it_is_fitted()


def explain_answer(view: str) -> str:
    """Whose refinements are shown."""
    words = translate(
        "adapting",
        "Each view of the test input refined its own answer. You see the most confident one ({view}), turned "
        "back to match the task. The surer the network is of a colour, the larger it is painted. Thin "
        "strokes mark where it says the output ends.",
    )
    return words.format(view=view)


def explain_verdict(refinement: Refinement) -> str:
    """What checking came to."""
    if refinement.accepted:
        return translate("adapting", "Correct: it matches the task's known output.")
    if refinement.accepted is None:
        return translate("adapting", "The task gives no output for this input, so the answer can't be checked.")
    count = int(refinement.violations.sum())
    words = translate("adapting", "It differs from the known output in %n cell(s).", "", count)
    return plural(words, count)
