"""`import-checkpoint FILE`: bring a checkpoint of the published implementation into Ponder's format."""

import argparse
from pathlib import Path

from solver.commands.common import UsageError, Verbs, refuse
from solver.puzzles.reading import KINDS


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("import-checkpoint", help="convert a published checkpoint", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE", help="a state dict, such as step_N")
    parser.add_argument("--config", type=Path, required=True, metavar="all_config.yaml")
    parser.add_argument("--kind", required=True, choices=sorted({*KINDS, "arc"}))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 once written, 2 if the checkpoint cannot be used."""
    from solver.model.checkpoint import CheckpointError, save_checkpoint
    from solver.model.importing import published_card
    from solver.model.published import load_published

    try:
        network = load_published(args.file, args.config, args.kind)
        save_checkpoint(network, args.out, published_card(args.kind, args.file.name, network.parameter_count))
    except CheckpointError as error:
        return refuse(UsageError(str(error)))
    except OSError as error:
        return refuse(UsageError(f"{args.out}: {error.strerror or error}"))
    print(f"{args.out}: {network.parameter_count:,} parameters")
    return 0
