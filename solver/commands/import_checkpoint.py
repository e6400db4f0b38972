"""`import-checkpoint FILE`: bring a checkpoint of the published implementation into Ponder's format."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from solver.commands.common import UsageError, Verbs, refuse
from solver.formats.reading import KINDS

if TYPE_CHECKING:
    from solver.model.published import KeptRows


def add_parser(verbs: Verbs) -> None:
    """Declare the verb and its options."""
    parser = verbs.add_parser("import-checkpoint", help="convert a published checkpoint", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE", help="a state dict, such as step_N")
    parser.add_argument("--config", type=Path, required=True, metavar="all_config.yaml")
    parser.add_argument("--kind", required=True, choices=sorted({*KINDS, "arc"}))
    parser.add_argument(
        "--identifiers",
        type=Path,
        metavar="identifiers.json",
        help="ARC: the published dataset's list of puzzle identifiers, which the checkpoint lacks",
    )
    parser.add_argument(
        "--task", action="append", default=[], metavar="ID", help="ARC: a task to keep the embeddings of (repeatable)"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 once written, 2 if the checkpoint cannot be used."""
    from solver.model.bundled import IDENTIFIERS_FILE
    from solver.model.checkpoint import save_checkpoint
    from solver.model.errors import CheckpointError
    from solver.model.identifiers import write_identifiers
    from solver.model.importing import published_card
    from solver.model.published import load_published

    try:
        kept, names = _kept(args)
        network = load_published(args.file, args.config, args.kind, kept)
        card = published_card(args.kind, args.file.name, network.parameter_count, args.task)
        save_checkpoint(network, args.out, card)
        if names:
            write_identifiers(names, args.out / IDENTIFIERS_FILE)
    except CheckpointError as error:
        return refuse(UsageError(str(error)))
    except UsageError as error:
        return refuse(error)
    except OSError as error:
        return refuse(UsageError(f"{args.out}: {error.strerror or error}"))
    about = f", {len(names) - 1:,} identifiers of {', '.join(dict.fromkeys(args.task))}" if names else ""
    print(f"{args.out}: {network.parameter_count:,} parameters{about}")
    return 0


def _kept(args: argparse.Namespace) -> "tuple[KeptRows | None, list[str]]":
    """The rows of the asked for tasks, and their names; nothing if none were asked for."""
    from solver.model.identifiers import read_identifiers, rows_of
    from solver.model.published import KeptRows

    if args.identifiers is None and not args.task:
        return None, []
    if args.kind != "arc":
        raise UsageError("--identifiers and --task are for ARC checkpoints; others have one puzzle embedding")
    if args.identifiers is None:
        raise UsageError("--task needs --identifiers, the list that tells which puzzle embeddings are the task's")
    if not args.task:
        raise UsageError("--identifiers needs --task ID, once for each task to keep")
    names = read_identifiers(args.identifiers)
    rows = rows_of(names, args.task, args.identifiers.name)
    return KeptRows(tuple(rows), len(names)), [names[row] for row in rows]
