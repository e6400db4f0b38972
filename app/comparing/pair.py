"""Which two checkpoints compare TRM and HRM on a kind of puzzle; no widgets, no torch."""

from dataclasses import dataclass
from pathlib import Path

from app.window.checkpoints import kept_checkpoints
from solver.model.bundled import architecture_of, bundled_networks


@dataclass(frozen=True)
class Pair:
    """The folders of one checkpoint of each system."""

    trm: Path
    hrm: Path


def find_pair(kind: str, chosen: Path | None, home: Path) -> Pair | None:
    """The pair for puzzles of `kind`; None where either is missing.

    `chosen` is the checkpoint that solves such puzzles by the settings, None for the bundled one, and counts first.
    Otherwise bundled checkpoints come before those imported into `home`. A bundled HRM goes with the TRM that was
    trained beside it, if that is there too: `sudoku-hrm` with `sudoku-trm`.
    """
    imported = [kept.folder for kept in kept_checkpoints(home) if kept.kind == kind and not kept.bundled]
    folders = [*([chosen] if chosen is not None else []), *bundled_networks().get(kind, []), *imported]
    hrm = next((folder for folder in folders if architecture_of(folder) == "hrm"), None)
    trms = [folder for folder in folders if architecture_of(folder) == "trm"]
    if hrm is None or not trms:
        return None
    twin = hrm.with_name(f"{kind}-trm")
    return Pair(twin if hrm.name == f"{kind}-hrm" and twin in trms else trms[0], hrm)
