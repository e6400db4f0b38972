"""Which checkpoints there are to choose from, the bundled and the imported ones; free of torch."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from solver.bounded_json import parse_json
from solver.files import read_limited
from solver.model.bundled import CONFIG_FILE, LARGEST_CONFIG, WEIGHTS_FILE, bundled_networks, read_card
from solver.puzzles.vocabulary import VOCABULARIES

LONGEST_CARD = 1 << 18
"""Characters; more would be no card, and slow to lay out."""


@dataclass(frozen=True)
class Kept:
    """One checkpoint on this computer."""

    folder: Path
    kind: str
    bundled: bool

    @property
    def name(self) -> str:
        """As traces name it, but for the fingerprint."""
        return self.folder.name


def imported_home() -> Path:
    """Where the imported ones are kept."""
    return platformdirs.user_data_path("Ponder", appauthor=False) / "checkpoints"


def kept_checkpoints(home: Path) -> list[Kept]:
    """The bundled ones, then those imported into `home` by name; what is damaged there is passed over."""
    kept = [Kept(folder, kind, True) for kind, folders in bundled_networks().items() for folder in folders]
    # A folder with a dot is one whose import was killed.
    for config in sorted(home.glob(f"[!.]*/{CONFIG_FILE}")):
        try:
            data = parse_json(read_limited(config, LARGEST_CONFIG), longest=LARGEST_CONFIG, most_values=LARGEST_CONFIG)
        except (OSError, ValueError):
            continue
        kind = data.get("kind") if isinstance(data, dict) else None
        if kind in VOCABULARIES and (config.parent / WEIGHTS_FILE).is_file():
            kept.append(Kept(config.parent, kind, False))
    return kept


def card_of(folder: Path) -> str:
    """Its card, Markdown; empty if there is none that can be read."""
    return read_card(folder)[:LONGEST_CARD]
