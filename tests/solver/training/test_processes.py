import os
import subprocess
import sys

import pytest
import torch

from solver.training.config import ConfigError, format_run_config, read_run_config
from solver.training.preparing import Start
from solver.training.processes import Processes
from solver.training.run import RunOptions, train
from solver.training.run_folder import RunFolder
from solver.training.state_file import load_state


def test_two_processes_train_as_one_does(sudoku_config, tmp_path, cache):
    config = tmp_path / "config.toml"
    config.write_text(format_run_config(sudoku_config).replace("save_minutes = 0.0001", "save_minutes = 60.0"))
    runs = [RunFolder(tmp_path / "by-one"), RunFolder(tmp_path / "by-two")]
    train(Start(read_run_config(str(config))), runs[0], RunOptions(cache=cache))
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"]
    arguments = ["-m", "solver", "train", str(config), "--out", str(runs[1].path), "--cache", str(cache)]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    subprocess.run([*launcher, *arguments, "--threads", "1"], check=True, capture_output=True, env=environment)
    alone, together = ([line for line in folder.log() if "loss" in line] for folder in runs)
    assert [line["step"] for line in together] == [line["step"] for line in alone] == [4, 8, 12, 16, 20, 24]
    for name in ("loss", "halting_loss", "right", "steps_when_halted"):
        assert [line[name] for line in together] == pytest.approx([line[name] for line in alone], rel=1e-4)
    first, second = (load_state(folder.state) for folder in runs)
    assert first["draws"].tolist() == second["draws"].tolist()
    for name, tensor in first["network"].items():
        torch.testing.assert_close(second["network"][name], tensor, atol=2e-3, rtol=1e-2)


def test_slots_are_shared_out_evenly_or_not_at_all(monkeypatch):
    processes = Processes()
    processes.rank, processes.count = 1, 2
    assert processes.own(8) == slice(4, 8)
    with pytest.raises(ConfigError, match="A batch of 7 cannot be shared out to 2 processes"):
        processes.own(7)
