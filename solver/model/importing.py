"""Importing a checkpoint: a folder as Ponder writes them, or a published state-dict file."""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from solver.cancelling import Cancelled, never
from solver.messages import Template
from solver.model.bundled import CARD_FILE, CONFIG_FILE, IDENTIFIERS_FILE, WEIGHTS_FILE
from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.model.config import NetworkConfig
from solver.model.errors import CheckpointError
from solver.model.identifiers import read_identifiers, write_identifiers
from solver.model.published import OTHER_IDENTIFIERS, load_published
from solver.model.unfinished import unfinished_folder
from solver.puzzles.kinds import puzzles_of
from solver.puzzles.vocabulary import VOCABULARIES

PUBLISHED_CONFIG = "all_config.yaml"
CHUNK = 1 << 20
LARGEST_CARD = 1 << 20
LONGEST_NAME = 60

NOT_A_CHECKPOINT = Template(
    "import.not_a_checkpoint", "{name} is not a checkpoint. For a published one, choose its state-dict file."
)
LARGE_CARD = Template("import.large_card", "{file} is too large for a model card.")
NO_PUBLISHED_CONFIG = Template(
    "import.no_published_config", "There is no {file} next to {name}. Put the published configuration there."
)
UNKNOWN_KIND = Template(
    "import.unknown_kind", "This checkpoint is for puzzles of the kind {kind}, which Ponder does not know."
)
OTHER_VOCABULARY = Template(
    "import.other_vocabulary", "This checkpoint has {given} tokens, but {puzzles} need {wanted}."
)


@dataclass(frozen=True)
class Imported:
    """A checkpoint that was brought in."""

    folder: Path
    kind: str
    parameters: int


def no_progress(share: float) -> None:
    """Do nothing: for callers that show no progress."""


def import_checkpoint(
    source: Path,
    home: Path,
    *,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], object] = no_progress,
) -> Imported:
    """Check `source` and copy or convert it into a new folder below `home`.

    `source` is a checkpoint folder, a file in one, or a published state dict (`step_N`) beside its `all_config.yaml`.
    `progress` gets the share that is done. Raises `CheckpointError`, `OSError`, or `Cancelled` once
    `cancelled`; `home` is then as it was.
    """
    home.mkdir(parents=True, exist_ok=True)

    def go_on(share: float) -> None:
        if cancelled():
            raise Cancelled
        progress(share)

    # Hidden from everybody who looks for checkpoints until it is whole.
    with unfinished_folder(home) as unfinished:
        go_on(0.0)
        own = _own_folder(source)
        name, network_config, parameters = (
            _bring_published(source, unfinished, go_on) if own is None else _bring_own(own, unfinished, go_on)
        )
        go_on(1.0)
        return Imported(_settle(unfinished, home, name), network_config.kind, parameters)


def published_card(kind: str, name: str, parameters: int, tasks: Sequence[str] = ()) -> str:
    """All that there is to say of a published checkpoint, Markdown; `tasks` are those whose embeddings were kept."""
    kept = f"It answers only the tasks whose puzzle embeddings were kept: {', '.join(tasks)}.\n" if tasks else ""
    return (
        f"# {kind.capitalize()}: imported from {name}\n\n"
        f"{parameters:,} parameters, in the published architecture. Data, recipe, seed, compute and accuracy are not "
        "known to Ponder: the published files do not hold them. Measure it with `python -m solver evaluate`.\n"
        f"{kept}"
    )


def _own_folder(source: Path) -> Path | None:
    """The checkpoint folder that `source` is, or that it is a file of."""
    if source.is_dir():
        return source
    return source.parent if source.name == CONFIG_FILE or source.suffix == ".safetensors" else None


def _bring_own(source: Path, target: Path, go_on: Callable[[float], object]) -> tuple[str, NetworkConfig, int]:
    if not (source / CONFIG_FILE).is_file():
        raise CheckpointError(NOT_A_CHECKPOINT(name=source.name))
    network = load_checkpoint(source).network
    _check_vocabulary(network.config)
    weights = source / WEIGHTS_FILE
    size, done = max(weights.stat().st_size, 1), 0
    with weights.open("rb") as read, (target / WEIGHTS_FILE).open("wb") as written:
        # Byte for byte: its fingerprint, by which traces name it, is that of the file.
        while chunk := read.read(CHUNK):
            go_on(0.3 + 0.6 * done / size)
            done += written.write(chunk)
    shutil.copyfile(source / CONFIG_FILE, target / CONFIG_FILE)
    if (source / IDENTIFIERS_FILE).is_file():
        read_identifiers(source / IDENTIFIERS_FILE)
        shutil.copyfile(source / IDENTIFIERS_FILE, target / IDENTIFIERS_FILE)
    card = source / CARD_FILE
    if card.is_file():
        if card.stat().st_size > LARGEST_CARD:
            raise CheckpointError(LARGE_CARD(file=card.name))
        shutil.copyfile(card, target / CARD_FILE)
    return source.name, network.config, network.parameter_count


def _bring_published(source: Path, target: Path, go_on: Callable[[float], object]) -> tuple[str, NetworkConfig, int]:
    config_file = source.with_name(PUBLISHED_CONFIG)
    if source.is_file() and not config_file.is_file():
        raise CheckpointError(NO_PUBLISHED_CONFIG(name=source.name, file=PUBLISHED_CONFIG))
    network = load_published(source, config_file, None)
    identifiers = source.with_name(IDENTIFIERS_FILE)
    names = read_identifiers(identifiers) if network.config.kind == "arc" and identifiers.is_file() else []
    embeddings = network.config.num_puzzle_identifiers
    if names and len(names) != embeddings:
        raise CheckpointError(OTHER_IDENTIFIERS(file=source.name, embeddings=embeddings, identifiers=len(names)))
    go_on(0.5)
    card = published_card(network.config.kind, source.name, network.parameter_count)
    save_checkpoint(network, target, card)
    if names:
        write_identifiers(names, target / IDENTIFIERS_FILE)
    return f"{source.parent.name} {source.name}", network.config, network.parameter_count


def _check_vocabulary(config: NetworkConfig) -> None:
    known = VOCABULARIES.get(config.kind)
    if known is None:
        raise CheckpointError(UNKNOWN_KIND(kind=config.kind))
    if config.vocab_size != known.size:
        raise CheckpointError(
            OTHER_VOCABULARY(puzzles=puzzles_of(config.kind), wanted=known.size, given=config.vocab_size)
        )


def _settle(unfinished: Path, home: Path, name: str) -> Path:
    """Give the finished folder its name, with a number behind it where that is taken."""
    name = re.sub(r"[^\w ().+-]+", " ", name).strip(" .")[:LONGEST_NAME].strip() or "checkpoint"
    target, number = home / name, 1
    while target.exists():
        number += 1
        target = home / f"{name} {number}"
    unfinished.chmod(0o755)
    return unfinished.rename(target)
