import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest
import torch

from solver.formats.reading import read_puzzles
from solver.model.checkpoint import load_checkpoint
from solver.training.config import ConfigError, format_run_config
from solver.training.loop import Trainer
from solver.training.run import DivergedError, RunOptions, prepare, train
from solver.training.run_folder import RunFolder
from solver.training.state_file import StateError, load_state, save_state


@pytest.fixture(scope="module")
def whole_run(tmp_path_factory, cache):
    from solver.training.config import parse_run_config

    from .conftest import SUDOKU

    torch.set_num_threads(1)
    folder = RunFolder(tmp_path_factory.mktemp("runs") / "whole")
    train(parse_run_config(SUDOKU), folder, RunOptions(cache=cache))
    return folder


def flattened(value, name=""):
    if isinstance(value, dict):
        return {k: v for key, item in value.items() for k, v in flattened(item, f"{name}.{key}").items()}
    if isinstance(value, list | tuple):
        return flattened(dict(enumerate(value)), name)
    return {name: value}


def assert_same_state(first, second):
    a, b = (flattened(load_state(folder.state)) for folder in (first, second))
    a.pop(".seconds"), b.pop(".seconds")
    assert a.keys() == b.keys()
    different = [k for k in a if not (torch.equal(a[k], b[k]) if isinstance(a[k], torch.Tensor) else a[k] == b[k])]
    assert different == []


def timeless(log):
    return [{k: v for k, v in line.items() if "second" not in k} for line in log]


def test_a_run_leaves_everything_behind(whole_run):
    log = whole_run.log()
    assert [line["step"] for line in log if "loss" in line] == [4, 8, 12, 16, 20, 24]
    measured = [line for line in log if "validation" in line]
    assert [line["step"] for line in measured] == [10, 20, 24]
    assert set(measured[0]["validation"]) == {"uniform minimal", "vicinity 8+", "vicinity 60+"}
    assert (whole_run.path / "curve.png").read_bytes().startswith(b"\x89PNG")
    checkpoint = load_checkpoint(whole_run.checkpoint)
    state = load_state(whole_run.state)
    for name, tensor in state["ema"].items():
        assert torch.equal(checkpoint.network.state_dict()[name], tensor)
        assert not torch.equal(tensor, state["network"][name])
    assert "24 optimiser steps" in checkpoint.card
    assert "| uniform minimal |" in checkpoint.card


def test_a_run_lists_the_few_puzzles_that_it_was_trained_on(whole_run):
    read = [r.puzzle for r in read_puzzles((whole_run.path / "puzzles.csv").read_text("utf-8"), kind="sudoku")]
    assert len(read) == 36
    for line, puzzle in zip((whole_run.path / "puzzles.csv").read_text("utf-8").splitlines()[1:], read, strict=True):
        solution = np.array([int(digit) for digit in line.split(",")[1]]).reshape(9, 9)
        assert puzzle.check(solution).accepted


def test_the_loss_falls(sudoku_config, tmp_path, cache):
    recipe = replace(sudoku_config.training, steps=100, rate=5e-3, warmup=10, log_every=10, save_minutes=60)
    unmeasured = replace(sudoku_config.validation, every=1000)
    folder = RunFolder(tmp_path / "run")
    train(replace(sudoku_config, training=recipe, validation=unmeasured), folder, RunOptions(cache=cache))
    losses = [line["loss"] for line in folder.log() if "loss" in line]
    assert losses[-1] < 0.9 * losses[0]


def test_a_killed_run_goes_on_as_if_nothing_had_happened(whole_run, tmp_path, cache):
    config = tmp_path / "config.toml"
    config.write_text(format_run_config(whole_run.read_config()))
    folder = RunFolder(tmp_path / "killed")
    command = [sys.executable, "-m", "solver", "train", str(config), "--out", str(folder.path), "--threads", "1"]
    with subprocess.Popen([*command, "--cache", str(cache)], stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not any(line["step"] >= 8 for line in folder.log()):
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    killed_at = load_state(folder.state)["step"]
    assert 7 <= killed_at < 24
    train(prepare(None, folder, resume=True), folder, RunOptions(resume=True, cache=cache))
    assert_same_state(folder, whole_run)
    assert timeless(folder.log()) == timeless(whole_run.log())


def test_a_stopped_run_can_be_resumed_to_the_same_end(sudoku_config, whole_run, tmp_path, cache):
    folder = RunFolder(tmp_path / "stopped")
    while not folder.resumable or load_state(folder.state)["step"] < 24:
        train(sudoku_config, folder, RunOptions(resume=folder.resumable, minutes=0.002, cache=cache))
    assert_same_state(folder, whole_run)


def test_sigterm_ends_a_run_with_its_state_saved(sudoku_config, tmp_path, cache):
    folder = RunFolder(tmp_path / "run")
    long = replace(sudoku_config, training=replace(sudoku_config.training, steps=10**6, save_minutes=60))
    before = signal.getsignal(signal.SIGTERM)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    handler = signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    try:
        train(long, folder, RunOptions(cache=cache))
    finally:
        signal.signal(signal.SIGALRM, handler)
    assert signal.getsignal(signal.SIGTERM) is before
    assert 0 < load_state(folder.state)["step"] < 10**6


def test_a_maze_run_changes_its_canvas_and_its_cycles(maze_config, tmp_path, cache):
    folder = RunFolder(tmp_path / "run")
    train(maze_config, folder, RunOptions(cache=cache))
    state = load_state(folder.state)
    assert state["shape"] == (11, 11)
    assert state["slots"]["inputs"].shape == (4, 121)
    assert {line["step"] for line in folder.log() if "validation" in line} == {6, 12}


def test_a_run_can_start_from_another_or_from_a_checkpoint(sudoku_config, whole_run, tmp_path, cache):
    still = replace(sudoku_config.training, steps=1, rate=1e-12, weight_decay=0.0)
    ends = load_state(whole_run.state)
    for name, source, weights in (("a", whole_run.path, "network"), ("b", whole_run.checkpoint, "ema")):
        folder = RunFolder(tmp_path / name)
        train(replace(sudoku_config, training=still), folder, RunOptions(init_from=source, cache=cache))
        state = load_state(folder.state)
        assert state["step"] == 1
        for key, tensor in ends[weights].items():
            torch.testing.assert_close(state["network"][key], tensor)


def test_what_cannot_be_run_is_said(sudoku_config, whole_run, tmp_path):
    with pytest.raises(ConfigError, match="already holds a run; add --resume"):
        prepare(sudoku_config, whole_run, resume=False)
    with pytest.raises(ConfigError, match="There is no state to resume in"):
        prepare(None, RunFolder(tmp_path), resume=True)
    with pytest.raises(ConfigError, match="needs a configuration"):
        prepare(None, RunFolder(tmp_path), resume=False)
    with pytest.raises(ConfigError, match="at least one step, not 0"):
        prepare(sudoku_config, RunFolder(tmp_path), resume=False, steps=0)


def test_state_in_parts(tmp_path):
    state = {"step": 5, "tensor": torch.arange(1000), "text": "x"}
    save_state(tmp_path, state, part_bytes=2000)
    parts = sorted(tmp_path.glob("step-*"))
    assert len(parts) > 3
    assert max(part.stat().st_size for part in parts) == 2000
    assert torch.equal(load_state(tmp_path)["tensor"], state["tensor"])
    save_state(tmp_path, state | {"step": 6})
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["index.json", "step-000000006.part-000"]


def test_damaged_states_are_said(tmp_path):
    save_state(tmp_path, {"step": 5, "tensor": torch.arange(1000)})
    (part,) = tmp_path.glob("step-*")
    content = part.read_bytes()
    part.write_bytes(content[:-1])
    with pytest.raises(StateError, match="damaged: its parts are not what the index says"):
        load_state(tmp_path)
    part.unlink()
    with pytest.raises(StateError, match="cannot be read: No such file"):
        load_state(tmp_path)
    (tmp_path / "index.json").write_text(json.dumps({"step": 5, "parts": ["../../secret"], "sha256": ""}))
    with pytest.raises(StateError, match="names parts that are none"):
        load_state(tmp_path)


def test_a_half_written_log_line_is_forgotten(tmp_path):
    folder = RunFolder(tmp_path)
    folder.append({"step": 1})
    folder.append({"step": 2})
    with folder.log_file.open("a") as log:
        log.write('{"step": 3, "lo')
    assert folder.log() == [{"step": 1}, {"step": 2}]
    folder.cut_log(1)
    assert folder.log_file.read_text() == '{"step": 1}\n'


@pytest.mark.parametrize(("log_every", "what"), [(1, "loss"), (1000, "average of the weights")])
def test_a_run_that_goes_astray_ends_and_keeps_what_it_saved(
    sudoku_config, tmp_path, cache, monkeypatch, log_every, what
):
    recipe = replace(sudoku_config.training, steps=12, log_every=log_every, save_minutes=60)
    config = replace(sudoku_config, training=recipe, validation=replace(sudoku_config.validation, every=1000))
    folder = RunFolder(tmp_path / "run")
    train(replace(config, training=replace(recipe, steps=4, log_every=2)), folder, RunOptions(cache=cache))
    saved = {path: path.read_bytes() for path in folder.checkpoint.iterdir()}
    folder.write_config(config)
    step = Trainer.step

    def astray(trainer):
        with torch.no_grad():
            trainer.network.lm_head.weight[0, 0] = torch.nan
        step(trainer)

    monkeypatch.setattr(Trainer, "step", astray)
    with pytest.raises(DivergedError, match=f"The {what} is no number any more after step"):
        train(config, folder, RunOptions(cache=cache, resume=True))
    assert {path: path.read_bytes() for path in folder.checkpoint.iterdir()} == saved
    assert load_state(folder.state)["step"] == 4
