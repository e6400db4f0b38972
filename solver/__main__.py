"""`python -m solver VERB`: everything that Ponder's solver does, without a window."""

import argparse
import sys
from collections.abc import Sequence

from solver.commands import (
    adapt,
    convert,
    device_check,
    evaluate,
    generate,
    import_checkpoint,
    influence,
    logits,
    solve,
    train,
)
from solver.commands.common import BAD_INPUT, complain
from solver.messages import ExplainedError
from solver.version import __version__

VERBS = (solve, influence, adapt, convert, evaluate, generate, train, import_checkpoint, logits, device_check)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; returns the process's exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m solver", description="Solve, generate and measure puzzles with a Tiny Recursive Model."
    )
    parser.add_argument("--version", action="version", version=f"Ponder {__version__}")
    verbs = parser.add_subparsers(title="verbs", required=True)
    for verb in VERBS:
        verb.add_parser(verbs)
    args = parser.parse_args(arguments)
    try:
        code: int = args.run(args)
        return code
    except ExplainedError as error:
        complain(str(error))
        return BAD_INPUT
    except BrokenPipeError:
        # Whoever read our output has had enough, as `head` has.
        return 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
