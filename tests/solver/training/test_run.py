import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from solver.formats.reading import read_puzzles
from solver.learning.adamw import AdamW
from solver.model.checkpoint import load_checkpoint
from solver.training.config import ConfigError, format_run_config
from solver.training.loop import Trainer
from solver.training.preparing import Start, prepare
from solver.training.run import DivergedError, RunOptions, train
from solver.training.run_folder import RunFolder
from solver.training.state_file import StateError, load_state, save_state


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
        torch.testing.assert_close(checkpoint.network.state_dict()[name].half(), tensor)
    assert any(not torch.equal(tensor, state["network"][name]) for name, tensor in state["ema"].items())
    assert "24 optimiser steps" in checkpoint.card
    assert "| uniform minimal |" in checkpoint.card


def test_a_run_lists_the_few_puzzles_that_it_was_trained_on(whole_run):
    read = [r.puzzle for r in read_puzzles((whole_run.path / "puzzles.csv").read_text("utf-8"), kind="sudoku")]
    assert len(read) == 36
    for line, puzzle in zip((whole_run.path / "puzzles.csv").read_text("utf-8").splitlines()[1:], read, strict=True):
        solution = np.array([int(digit) for digit in line.split(",")[1]]).reshape(9, 9)
        assert puzzle.check(solution).accepted


def test_the_loss_falls(sudoku_config, tmp_path, cache):
    recipe = replace(sudoku_config.training, steps=60, rate=5e-3, warmup=5, log_every=10, save_minutes=60)
    unmeasured = replace(sudoku_config.validation, every=1000)
    folder = RunFolder(tmp_path / "run")
    train(Start(replace(sudoku_config, training=recipe, validation=unmeasured)), folder, RunOptions(cache=cache))
    losses = [line["loss"] for line in folder.log() if "loss" in line]
    assert losses[-1] < 0.9 * losses[0]


def test_a_killed_run_goes_on_from_its_last_state(whole_run, tmp_path, cache):
    config = tmp_path / "config.toml"
    config.write_text(format_run_config(whole_run.read_config()))
    folder = RunFolder(tmp_path / "killed")
    command = [sys.executable, "-m", "solver", "train", str(config), "--out", str(folder.path), "--threads", "1"]
    with subprocess.Popen([*command, "--cache", str(cache)], stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not any(line["step"] >= 8 for line in folder.log()):
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    assert 7 <= load_state(folder.state)["step"] < 24
    train(prepare(None, folder, resume=True), folder, RunOptions(cache=cache))
    assert load_state(folder.state)["step"] == 24
    assert [line["step"] for line in folder.log() if "loss" in line] == [4, 8, 12, 16, 20, 24]


def test_what_a_killed_run_left_half_written_goes_and_what_it_had_moved_away_comes_back(whole_run, tmp_path):
    copied = tmp_path / "killed"
    shutil.copytree(whole_run.path, copied)
    folder = RunFolder(copied)
    whole = sorted(each.relative_to(copied) for each in copied.rglob("*"))
    folder.checkpoint.rename(copied / ".checkpoint.old")
    (copied / ".checkpoint.new").mkdir()
    for name in (".log.jsonl-0123456789ab.part", "state/.index.json-0123456789ab.part"):
        (copied / name).write_bytes(b"half")
    (folder.state / "step-999999999.part-000").write_bytes(b"of a state without an index")
    folder.tidy()
    assert sorted(each.relative_to(copied) for each in copied.rglob("*")) == whole
    assert load_state(folder.state)["step"] == load_state(whole_run.state)["step"]


def test_a_run_goes_on_by_itself_for_as_many_minutes_as_it_is_given(sudoku_config, tmp_path, cache):
    folder = RunFolder(tmp_path / "stopped")
    config = replace(sudoku_config, validation=replace(sudoku_config.validation, every=1000))
    steps = []
    while not steps or steps[-1] < 24:
        train(prepare(config, folder), folder, RunOptions(minutes=0.002, cache=cache))
        steps.append(load_state(folder.state)["step"])
    assert len(steps) > 1
    assert steps == sorted(steps)


def test_a_state_is_light(whole_run):
    state = load_state(whole_run.state)
    assert set(state) == {"step", "network", "ema", "optimiser", "wave_head", "draws", "answered", "seconds"}
    numbers = sum(tensor.numel() for tensor in state["network"].values())
    size = sum(file.stat().st_size for file in whole_run.state.iterdir())
    assert size < 8 * numbers + 25_000, "two bytes for each weight, its average and both moments"


def test_a_kept_state_is_gone_on_from_elsewhere(sudoku_config, whole_run, tmp_path, cache):
    folder = RunFolder(tmp_path / "elsewhere")
    before = {file: file.read_bytes() for file in whole_run.state.iterdir()}
    train(prepare(sudoku_config, folder, kept=whole_run, steps=28), folder, RunOptions(cache=cache))
    assert load_state(folder.state)["step"] == 28
    assert [line["step"] for line in folder.log() if "loss" in line] == [4, 8, 12, 16, 20, 24, 28]
    assert {file: file.read_bytes() for file in whole_run.state.iterdir()} == before


def test_a_copy_is_annealed(sudoku_config, whole_run, tmp_path, cache):
    folder = RunFolder(tmp_path / "annealed")
    start = prepare(None, folder, kept=whole_run, anneal=6)
    recipe = start.config.training
    assert (recipe.schedule, recipe.anneal_from, recipe.steps, recipe.final_rate) == ("anneal", 24, 30, 0.0)
    train(start, folder, RunOptions(minutes=0.0001, cache=cache))
    train(prepare(None, folder, kept=whole_run, anneal=6), folder, RunOptions(cache=cache))
    assert load_state(folder.state)["step"] == 30
    with pytest.raises(ConfigError, match="holds the run itself"):
        prepare(None, whole_run, kept=whole_run, anneal=6)
    with pytest.raises(ConfigError, match=r"no state to anneal. Name the run's folder with --from"):
        prepare(None, RunFolder(tmp_path / "none"), anneal=6)


def test_the_last_minutes_anneal_what_ships_and_leave_the_state(sudoku_config, tmp_path, cache, monkeypatch):
    rates = []
    descend = AdamW.step
    monkeypatch.setattr(AdamW, "step", lambda self, rate: (rates.append(rate), descend(self, rate))[1])
    # A clock on which every look at it takes a second.
    seconds = itertools.count()
    monkeypatch.setattr("solver.training.run.time.monotonic", lambda: float(next(seconds)))
    folder = RunFolder(tmp_path / "run")
    endless = replace(sudoku_config.training, steps=10**6, schedule="constant", warmup=1, save_minutes=60)
    config = replace(sudoku_config, training=endless)
    train(prepare(config, folder), folder, RunOptions(minutes=1.0, anneal_minutes=0.5, cache=cache))
    state, stable = load_state(folder.state), rates.count(endless.rate)
    assert state["step"] == stable
    assert 0 < stable < len(rates)
    falling = rates[stable:]
    assert falling == sorted(falling, reverse=True)
    assert falling[-1] < 0.2 * endless.rate
    shipped = load_checkpoint(folder.checkpoint).network.state_dict()
    assert any(not torch.equal(shipped[name].half(), tensor) for name, tensor in state["ema"].items())
    assert f"{len(rates)} optimiser steps" in load_checkpoint(folder.checkpoint).card


def test_sigterm_ends_a_run_with_its_state_saved(sudoku_config, tmp_path, cache):
    folder = RunFolder(tmp_path / "run")
    long = replace(sudoku_config, training=replace(sudoku_config.training, steps=10**6, save_minutes=60))
    before = signal.getsignal(signal.SIGTERM)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    handler = signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    try:
        train(Start(long), folder, RunOptions(cache=cache))
    finally:
        signal.signal(signal.SIGALRM, handler)
    assert signal.getsignal(signal.SIGTERM) is before
    assert 0 < load_state(folder.state)["step"] < 10**6


def test_a_maze_run_changes_its_canvas_and_its_cycles(maze_config, tmp_path, cache):
    folder = RunFolder(tmp_path / "run")
    train(Start(maze_config), folder, RunOptions(cache=cache))
    assert folder.read_config().data.stages[1].canvas == 11
    assert load_state(folder.state)["step"] == 12
    assert {line["step"] for line in folder.log() if "validation" in line} == {6, 12}


def test_a_run_can_start_from_another_or_from_a_checkpoint(sudoku_config, whole_run, tmp_path, cache):
    still = replace(sudoku_config.training, steps=1, rate=1e-12, weight_decay=0.0)
    ends = load_state(whole_run.state)
    for name, source, weights in (("a", whole_run.path, "network"), ("b", whole_run.checkpoint, "ema")):
        folder = RunFolder(tmp_path / name)
        train(Start(replace(sudoku_config, training=still)), folder, RunOptions(init_from=source, cache=cache))
        state = load_state(folder.state)
        assert state["step"] == 1
        for key, tensor in ends[weights].items():
            torch.testing.assert_close(state["network"][key], tensor, atol=1e-3, rtol=1e-3)


def test_what_cannot_be_run_is_said(sudoku_config, maze_config, whole_run, tmp_path):
    with pytest.raises(ConfigError, match="holds a run of another network"):
        prepare(maze_config, whole_run)
    with pytest.raises(ConfigError, match="There is no state to go on from in"):
        prepare(sudoku_config, RunFolder(tmp_path), resume=True)
    with pytest.raises(ConfigError, match="needs a configuration"):
        prepare(None, RunFolder(tmp_path))
    with pytest.raises(ConfigError, match="at least one step, not 0"):
        prepare(sudoku_config, RunFolder(tmp_path), steps=0)
    started = RunFolder(tmp_path / "started")
    started.path.mkdir()
    started.write_config(sudoku_config)
    assert prepare(None, started, resume=True).config == sudoku_config, "killed before its first save, it starts again"
    started.checkpoint.mkdir()
    with pytest.raises(ConfigError, match="There is no state to go on from in"):
        prepare(sudoku_config, started)


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
    with pytest.raises(StateError, match="does not name parts of a state"):
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


@pytest.mark.parametrize("log_every", [2, 1000])
def test_a_run_that_diverges_goes_back_to_its_last_good_state(sudoku_config, tmp_path, cache, monkeypatch, log_every):
    recipe = replace(sudoku_config.training, steps=12, log_every=log_every, save_minutes=60)
    config = replace(sudoku_config, training=recipe, validation=replace(sudoku_config.validation, every=1000))
    folder = RunFolder(tmp_path / "run")
    train(prepare(config, folder, steps=4), folder, RunOptions(cache=cache))
    step, broken = Trainer.step, []

    def breaks_once(trainer):
        if not broken:
            broken.append(trainer.steps_done)
            with torch.no_grad():
                trainer.network.lm_head.weight[0, 0] = torch.nan
        step(trainer)

    monkeypatch.setattr(Trainer, "step", breaks_once)
    train(prepare(config, folder), folder, RunOptions(cache=cache))
    state = load_state(folder.state)
    assert all(bool(torch.isfinite(tensor).all()) for tensor in state["network"].values())
    if log_every == 2:
        assert state["step"] == 12
        assert all(np.isfinite(line["loss"]) for line in folder.log() if "loss" in line)


def test_a_run_that_keeps_diverging_ends_and_keeps_what_it_saved(sudoku_config, tmp_path, cache, monkeypatch):
    recipe = replace(sudoku_config.training, steps=12, log_every=1, save_minutes=60)
    config = replace(sudoku_config, training=recipe, validation=replace(sudoku_config.validation, every=1000))
    folder = RunFolder(tmp_path / "run")
    train(prepare(config, folder, steps=4), folder, RunOptions(cache=cache))
    saved = {path: path.read_bytes() for path in folder.checkpoint.iterdir()}
    step = Trainer.step

    def breaks(trainer):
        with torch.no_grad():
            trainer.network.lm_head.weight[0, 0] = torch.nan
        step(trainer)

    monkeypatch.setattr(Trainer, "step", breaks)
    with pytest.raises(DivergedError, match="The loss became NaN or infinite after step 5"):
        train(prepare(config, folder), folder, RunOptions(cache=cache))
    assert {path: path.read_bytes() for path in folder.checkpoint.iterdir()} == saved
    assert load_state(folder.state)["step"] == 4
