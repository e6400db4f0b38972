"""`adapt TASK.json`: fit a network to an ARC task's demonstrations, and answer its test inputs.

What was fitted is kept: the same task is answered at once the next time, or fitted to further with a larger budget.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from solver.caches import adapted_folder
from solver.commands.answers import answers_to_json, print_answers
from solver.commands.common import MOST_THREADS, UsageError, Verbs, at_most, ready_device, refuse
from solver.formats.files import read_content
from solver.model.bundled import bundled_adapted_folder
from solver.puzzles.arc.task import ArcTask, read_task
from solver.puzzles.base import PuzzleError

if TYPE_CHECKING:
    from solver.reasoning.answer_task import AnsweredTask

DEFAULT_BUDGET = 120.0


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("adapt", help="fit a network to an ARC task and answer it", description=__doc__)
    parser.add_argument("file", type=Path, metavar="TASK.json", help="a task in the benchmark's JSON")
    add_adapting_options(parser)
    parser.add_argument("--no-cache", action="store_true", help="ignore networks fitted before, and keep none")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda", "mps"))
    parser.add_argument(
        "--threads", type=at_most(MOST_THREADS), metavar="N", help="CPU threads (default: all cores but one)"
    )
    parser.set_defaults(run=run)


def add_adapting_options(parser: argparse._ActionsContainer) -> None:
    """`--budget --seed`."""
    parser.add_argument(
        "--budget", type=seconds, default=DEFAULT_BUDGET, metavar="S", help="seconds for a task (default: 120)"
    )
    parser.add_argument("--seed", type=int, default=0, help="of the first weights and of what is drawn")


def seconds(text: str) -> float:
    """A time above zero, for argparse."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above zero")
    return value


def run(args: argparse.Namespace) -> int:
    """0 once answered, 2 if the task or the device cannot be used."""
    try:
        try:
            task = read_task(read_content(args.file), args.file.stem)
        except PuzzleError as error:
            raise UsageError(located(args.file, error)) from None
        except OSError as error:
            raise UsageError(f"{args.file}: {error.strerror or error}") from None
        answered = answer_with_progress(task, args, keep=not args.no_cache)
    except UsageError as error:
        return refuse(error)
    if args.json:
        print(json.dumps(to_json(task, answered)))
        return 0
    print_answers(task, answered.candidates)
    return 0


def located(file: Path, error: PuzzleError) -> str:
    """What is wrong and where: a value of JSON is named by its place, and has no line."""
    return f"{file}: {error.why}" if error.line is None else f"{file}:{error.line}: {error.why}"


def answer_with_progress(
    task: ArcTask, args: argparse.Namespace, *, base: Path | None = None, keep: bool = False
) -> "AnsweredTask":
    """Adapt within the budget that the options give, with a progress bar on standard error.

    It starts from the checkpoint folder `base`, or from the bundled one. With `keep`, it continues from what was fitted
    before, and what is fitted is kept.
    """
    from tqdm import tqdm

    from solver.reasoning.adapt import Adapted, FitProgress
    from solver.reasoning.adapted_cache import AdaptedCache
    from solver.reasoning.answer_task import FITTING_SHARE, answer_task

    device = ready_device(args)
    style = "{desc}: {percentage:3.0f}%|{bar}| {elapsed}{postfix}"
    with tqdm(total=1.0, desc=task.name or "task", bar_format=style) as bar:

        def fitting(now: FitProgress) -> None:
            bar.set_postfix_str(f"step {now.step}, loss {now.loss:.3f}, right {now.right:.0%}", refresh=False)
            bar.update(FITTING_SHARE * now.fraction - bar.n)

        def voting(test: int, fraction: float) -> None:
            bar.set_postfix_str(f"views vote on test input {test + 1}", refresh=False)
            bar.update(FITTING_SHARE + (1 - FITTING_SHARE) * (test + fraction) / len(task.test) - bar.n)

        def found(adapted: Adapted, bundled: bool) -> None:
            where = ", and ships with Ponder" if bundled else ""
            bar.write(
                f"{bar.desc} was fitted to before: {len(adapted.losses)} steps in {adapted.seconds:.0f} s{where}",
                file=sys.stderr,
            )

        cache = AdaptedCache(adapted_folder(), bundled=bundled_adapted_folder(), found=found) if keep else None
        return answer_task(
            task, args.budget, base=base, seed=args.seed, device=device, cache=cache, fitting=fitting, voting=voting
        )


def to_json(task: ArcTask, answered: "AnsweredTask") -> dict[str, Any]:
    """The answers, and what the network was fitted from and how well."""
    return {
        **answers_to_json(task, answered.candidates),
        "base": answered.adapted.base or None,
        "steps": len(answered.adapted.losses),
        "loss": float(answered.adapted.losses[-1]),
        "right": answered.adapted.right,
        "seconds": answered.seconds,
    }
