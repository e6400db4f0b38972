import pytest

from solver.__main__ import main
from solver.training.config import format_run_config
from solver.training.run_folder import RunFolder


def test_a_run_from_the_command_line(maze_config, tmp_path, cache):
    file = tmp_path / "own.toml"
    file.write_text(format_run_config(maze_config))
    out = tmp_path / "run"
    common = ["--out", str(out), "--cache", str(cache), "--threads", "1"]
    assert main(["train", str(file), "--steps", "3", *common]) == 0
    assert RunFolder(out).read_config().training.steps == 3
    assert main(["train", "--resume", "--steps", "6", *common]) == 0
    assert [line["step"] for line in RunFolder(out).log() if "loss" in line] == [3, 6]


def test_mistakes_end_with_one_sentence(tmp_path, capsys):
    assert main(["train", "sudoku-tpu", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("There is no configuration 'sudoku-tpu'")
    assert main(["train", "--resume", "--out", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"There is no state to go on from in {tmp_path}.\n"
    with pytest.raises(SystemExit):
        main(["train", "maze-cpu", "--out", str(tmp_path), "--minutes", "0"])


def test_a_foreign_checkpoint_is_refused(maze_config, sudoku_config, tmp_path, cache, capsys):
    from solver.model.checkpoint import save_checkpoint
    from solver.model.registry import build_model

    save_checkpoint(build_model(sudoku_config.network), tmp_path / "sudoku", "")
    file = tmp_path / "own.toml"
    file.write_text(format_run_config(maze_config))
    out, foreign = str(tmp_path / "run"), str(tmp_path / "sudoku")
    code = main(["train", str(file), "--out", out, "--init-from", foreign, "--cache", str(cache)])
    assert code == 2
    assert "lacks the tensor" in capsys.readouterr().err
