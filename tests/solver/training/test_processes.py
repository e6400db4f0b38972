import os
import socket
import subprocess
import sys

import pytest
import torch

from solver.training.config import ConfigError, format_run_config
from solver.training.processes import Processes
from solver.training.run_folder import RunFolder
from solver.training.state_file import load_state


def test_two_processes_train_as_one_does(sudoku_config, whole_run, tmp_path, cache):
    """With the variables that `torchrun` sets, but without its own process, which imports torch once more."""
    config, by_two = tmp_path / "config.toml", RunFolder(tmp_path / "by-two")
    text = format_run_config(sudoku_config)
    for rare in (("save_minutes = 0.0001", "save_minutes = 60.0"), ("every = 10\n", "every = 1000\n")):
        assert rare[0] in text
        text = text.replace(*rare)
    config.write_text(text)
    command = [sys.executable, "-m", "solver", "train", str(config), "--out", str(by_two.path), "--cache", str(cache)]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    where = {"OMP_NUM_THREADS": "1", "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
    started = [
        subprocess.Popen(
            [*command, "--threads", "1"], stderr=subprocess.DEVNULL, env=os.environ | where | {"RANK": str(rank)}
        )
        for rank in range(2)
    ]
    try:
        assert [process.wait(100) for process in started] == [0, 0]
    finally:
        for process in started:
            process.kill()
            process.wait()
    alone, together = ([line for line in folder.log() if "loss" in line] for folder in (whole_run, by_two))
    assert [line["step"] for line in together] == [line["step"] for line in alone] == [4, 8, 12, 16, 20, 24]
    for name in ("loss", "halting_loss", "right", "steps_when_halted"):
        assert [line[name] for line in together] == pytest.approx([line[name] for line in alone], rel=1e-4)
    first, second = (load_state(folder.state) for folder in (whole_run, by_two))
    assert first["draws"].tolist() == second["draws"].tolist()
    for name, tensor in first["network"].items():
        torch.testing.assert_close(second["network"][name], tensor, atol=2e-3, rtol=1e-2)


def test_slots_are_shared_out_evenly_or_not_at_all(monkeypatch):
    processes = Processes()
    processes.rank, processes.count = 1, 2
    assert processes.own(8) == slice(4, 8)
    with pytest.raises(ConfigError, match="A batch of 7 cannot be shared out to 2 processes"):
        processes.own(7)
