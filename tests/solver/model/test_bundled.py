"""What ships is found, and what a killed promotion left behind is not."""

import re
import shutil
from pathlib import Path

from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint


def test_every_bundled_checkpoint_is_found_by_its_kind() -> None:
    found = bundled_checkpoints()
    assert {"sudoku", "maze"} <= found.keys()
    assert all((folder / "model.safetensors").is_file() for folder in found.values())


def test_a_folder_that_a_killed_promotion_left_is_not_taken_for_a_checkpoint(tmp_path: Path) -> None:
    shutil.copytree(bundled_checkpoints()["maze"], tmp_path / ".maze.new")
    assert bundled_checkpoints(tmp_path) == {}
    shutil.copytree(bundled_checkpoints()["maze"], tmp_path / "maze")
    assert bundled_checkpoints(tmp_path) == {"maze": tmp_path / "maze"}


def test_the_cards_speak_of_the_networks_that_ship() -> None:
    for folder in bundled_checkpoints().values():
        checkpoint = load_checkpoint(folder)
        table = next(line for line in checkpoint.card.splitlines() if line.startswith("| network |"))
        assert f"T = {checkpoint.config.H_cycles}" in table
        assert re.findall(r"\bn = (\d+)", table)[-1] == str(checkpoint.config.L_cycles), "named last is what ships"
        assert f"{checkpoint.network.parameter_count:,} parameters" in checkpoint.card
