"""Which checkpoints ship with Ponder and where they lie; free of torch."""

from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

from solver.bounded_json import parse_json
from solver.files import read_limited
from solver.messages import ExplainedError

CONFIG_FILE = "config.json"
WEIGHTS_FILE = "model.safetensors"
CARD_FILE = "card.md"
IDENTIFIERS_FILE = "identifiers.json"
"""Beside a published ARC checkpoint: see `solver.model.identifiers`."""
SWIFT, DEEP = "swift", "deep"
"""What the two bundled networks of a kind are called: the folder of the swift one is named after the kind."""
LARGEST_CONFIG = 1 << 20
LARGEST_CARD = 1 << 20
"""Bytes."""


def checkpoints_folder() -> Path:
    """The folder that holds one folder for each bundled checkpoint."""
    return Path(str(files("assets"))) / "checkpoints"


def samples_folder() -> Path:
    """The folder of the sample puzzles."""
    return Path(str(files("assets"))) / "samples"


def bundled_adapted_folder() -> Path:
    """The folder of networks that were fitted to samples beforehand (see `solver.reasoning.adapted_cache`)."""
    return Path(str(files("assets"))) / "adapted"


def bundled_networks(home: Path | None = None) -> dict[str, list[Path]]:
    """The folders of the bundled checkpoints of each puzzle kind, the one that is used by default first.

    That is the one whose folder is called like the kind. `home` instead of `checkpoints_folder()`.
    """
    found: dict[str, list[Path]] = {}
    # A folder with a dot is one that a promotion was replacing when it was killed.
    for config in sorted((home or checkpoints_folder()).glob(f"[!.]*/{CONFIG_FILE}")):
        # A damaged one is reported when it is loaded, and by the self-test.
        with suppress(ExplainedError, OSError, KeyError, TypeError):
            found.setdefault(str(_read_config(config)["kind"]), []).append(config.parent)
    return {kind: sorted(folders, key=lambda folder: folder.name != kind) for kind, folders in found.items()}


def bundled_checkpoints(home: Path | None = None) -> dict[str, Path]:
    """The folder of the bundled checkpoint that each puzzle kind uses by default."""
    return {kind: folders[0] for kind, folders in bundled_networks(home).items()}


def bundled_pair(kind: str) -> tuple[Path, Path] | None:
    """The folders of the swift and the deep bundled network of that kind; None where only one ships."""
    networks = {folder.name: folder for folder in bundled_networks().get(kind, [])}
    swift, deep = networks.get(kind), networks.get(f"{kind}-{DEEP}")
    return (swift, deep) if swift is not None and deep is not None else None


def architecture_of(folder: Path) -> str:
    """`trm` or `hrm`, as the configuration in a checkpoint's folder says; empty if it cannot be read."""
    try:
        return str(_read_config(folder / CONFIG_FILE).get("architecture", "trm"))
    except (ExplainedError, OSError, AttributeError):
        return ""


def _read_config(file: Path) -> Any:
    return parse_json(read_limited(file, LARGEST_CONFIG), longest=LARGEST_CONFIG, most_values=LARGEST_CONFIG)


def find_checkpoint(named: Path, kind: str) -> Path:
    """The folder itself if it exists; else the bundled checkpoint of that kind and name, "deep" for "sudoku-deep".

    "swift" is the one that is named after the kind.
    """
    if not named.exists():
        for folder in bundled_networks().get(kind, []):
            short = SWIFT if folder.name == kind else folder.name.removeprefix(f"{kind}-")
            if str(named) in (folder.name, short):
                return folder
    return named


def read_card(folder: Path) -> str:
    """The model card of a checkpoint, Markdown; empty if there is none that can be read."""
    try:
        return read_limited(folder / CARD_FILE, LARGEST_CARD).decode("utf-8", "replace")
    except (ExplainedError, OSError):
        return ""
