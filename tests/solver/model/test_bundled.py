"""What ships is found, and what a killed promotion left behind is not."""

import re
import shutil
from pathlib import Path

from solver.model.bundled import bundled_checkpoints, bundled_networks, bundled_pair, find_checkpoint
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


def test_of_several_networks_the_one_called_like_the_kind_is_the_default(tmp_path: Path) -> None:
    for name in ("maze", "maze-a", "a-maze"):
        shutil.copytree(bundled_checkpoints()["maze"], tmp_path / name)
    assert [folder.name for folder in bundled_networks(tmp_path)["maze"]] == ["maze", "a-maze", "maze-a"]
    assert bundled_checkpoints(tmp_path) == {"maze": tmp_path / "maze"}


def test_a_checkpoint_is_found_by_folder_or_by_name(tmp_path: Path) -> None:
    assert find_checkpoint(Path("maze"), "maze") == bundled_checkpoints()["maze"]
    assert find_checkpoint(Path("swift"), "sudoku") == bundled_checkpoints()["sudoku"]
    for folder in bundled_networks()["sudoku"]:
        assert find_checkpoint(Path(folder.name.removeprefix("sudoku-")), "sudoku") == folder
    assert find_checkpoint(tmp_path, "sudoku") == tmp_path
    assert find_checkpoint(Path("nowhere"), "sudoku") == Path("nowhere")


def test_swift_and_deep_are_a_pair_where_both_ship() -> None:
    swift, deep = bundled_pair("sudoku") or (None, None)
    assert swift == bundled_checkpoints()["sudoku"]
    assert deep == find_checkpoint(Path("deep"), "sudoku")
    assert bundled_pair("maze") is None
