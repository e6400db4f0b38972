"""Which checkpoints ship with Ponder and where they lie; free of torch."""

import json
from importlib.resources import files
from pathlib import Path

CONFIG_FILE = "config.json"
WEIGHTS_FILE = "model.safetensors"
CARD_FILE = "card.md"


def checkpoints_folder() -> Path:
    """The folder that holds one folder for each bundled checkpoint."""
    return Path(str(files("assets"))) / "checkpoints"


def bundled_adapted_folder() -> Path:
    """The folder of networks that were fitted to samples beforehand (see `solver.reasoning.adapted_cache`)."""
    return Path(str(files("assets"))) / "adapted"


def bundled_checkpoints(home: Path | None = None) -> dict[str, Path]:
    """The bundled checkpoint's folder for each puzzle kind that has one; `home` instead of `checkpoints_folder()`."""
    found = {}
    # A folder with a dot is one that a promotion was replacing when it was killed.
    for config in sorted((home or checkpoints_folder()).glob(f"[!.]*/{CONFIG_FILE}")):
        found[str(json.loads(config.read_text("utf-8"))["kind"])] = config.parent
    return found
