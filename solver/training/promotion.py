"""Replacing a bundled checkpoint by a run's, only if it is better on frozen validation puzzles."""

from pathlib import Path

import torch
from msgspec.structs import replace

from solver.model.bundled import bundled_checkpoints, checkpoints_folder
from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.model.integrity import write_sums
from solver.model.recursive import RecursiveModel
from solver.training.card import Accuracies, format_accuracies, write_card
from solver.training.config import ValidationConfig
from solver.training.puzzle_data import make_validation_sets
from solver.training.run_folder import RunFolder
from solver.training.validation import ValidationSet, measure

PROMOTION_SETS = ValidationConfig(puzzles=300, sizes=(9, 13, 21, 31))
"""What a candidate and the bundled checkpoint are compared on."""


def promote(
    folder: RunFolder, *, cache: Path, bundled: Path | None = None, sets: ValidationConfig = PROMOTION_SETS
) -> str:
    """Compare the run's checkpoint with the bundled one of its kind; replace that if the mean accuracy is higher.

    Returns what was found and done, in a few lines. `bundled` is the folder of bundled checkpoints.
    """
    home = checkpoints_folder() if bundled is None else bundled
    config = folder.read_config()
    candidate = load_checkpoint(folder.checkpoint).network
    puzzles = make_validation_sets(replace(config, validation=sets), cache)
    found = _measure(candidate, puzzles)
    current = bundled_checkpoints(home).get(config.network.kind)
    if current is not None:
        before = _measure(load_checkpoint(current).network, puzzles)
        if mean_verified(found) <= mean_verified(before):
            return f"Not better than {current.name}.\n{_compared(found, before)}"
    name = current.name if current is not None else config.network.kind
    _replace_checkpoint(home / name, candidate, write_card(config, folder.log(), found))
    return f"{name} now holds the run's checkpoint.\n{format_accuracies(found)}"


def mean_verified(accuracies: Accuracies) -> float:
    """The mean over the validation sets of the share that the rules accept at some step."""
    return sum(accuracy["verified"] for accuracy in accuracies.values()) / len(accuracies)


def _measure(network: RecursiveModel, puzzles: list[ValidationSet]) -> Accuracies:
    return {p.name: measure(network, p, batch_size=50, dtype=torch.float32).to_json() for p in puzzles}


def _compared(found: Accuracies, before: Accuracies) -> str:
    return f"The run's:\n{format_accuracies(found)}\nThe bundled one's:\n{format_accuracies(before)}"


def _replace_checkpoint(target: Path, network: RecursiveModel, card: str) -> None:
    save_checkpoint(network, target, card)
    if target.is_relative_to(checkpoints_folder()):
        # What ships is checked by its sum.
        write_sums()
