"""`adapt`, and `evaluate --kind arc`, as a person or a script calls them."""

import json
from dataclasses import replace

import pytest

from solver import caches
from solver.__main__ import main
from solver.commands import evaluate_arc
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.puzzles.arc.collections import collection_ids, collection_task
from solver.puzzles.arc.task import ArcPair, ArcTask, write_task
from tests.solver.model.networks import COLOUR, random_network

TASK = ArcTask((ArcPair(((1, 2),), ((2, 1),)), ArcPair(((2, 2),), ((1, 1),))), (ArcPair(((1, 1),), ((2, 2),)),))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(caches, "user_cache_path", lambda name: tmp_path / "cache" / name)
    home = tmp_path / "tasks"
    home.mkdir()
    for name in ("a", "b"):
        (home / f"{name}.json").write_text(write_task(TASK))
    return home


def kept(folder):
    return list((folder.parent / "cache").rglob("*.jsonl"))


def test_adapt_prints_two_grids_for_each_test_input(folder, capsys):
    assert main(["adapt", str(folder / "a.json"), "--budget", "1", "--json"]) == 0
    said = capsys.readouterr()
    row = json.loads(said.out)
    assert row["task"] == "a"
    [[first, second]] = row["answer"]
    assert all(isinstance(grid, list) for grid in (first, second))
    assert row["correct"] == [[grid == [[2, 2]] for grid in (first, second)]]
    assert len(row["share"][0]) == len(row["halt_probability"][0]) == 2
    base = bundled_checkpoints().get("arc")
    assert row["base"] == (load_checkpoint(base).fingerprint if base else None)
    assert row["steps"] > 0
    assert "loss" in said.err
    assert "vote" in said.err


def test_adapt_keeps_what_it_fitted_unless_told_otherwise(folder, capsys):
    command = ["adapt", str(folder / "a.json"), "--budget", "1", "--json"]
    kept_networks = folder.parent / "cache" / "ponder" / "adapted"
    assert main([*command, "--no-cache"]) == 0
    assert not kept_networks.exists()
    steps = []
    for _ in range(2):
        capsys.readouterr()
        assert main(command) == 0
        steps.append(json.loads(capsys.readouterr().out)["steps"])
        assert len(list(kept_networks.iterdir())) == 1
    assert steps[0] == steps[1]


def test_adapt_says_what_is_wrong_with_a_task(folder, capsys):
    file = folder / "a.json"
    file.write_text('{"train": [{"input": [[1]], "output": [[1], [2, 3]]}], "test": []}')
    assert main(["adapt", str(file)]) == 2
    said = capsys.readouterr().err
    assert said == f"ponder: {file}: `train[0].output[1]` has 2 cells, but the grid's first row has 1.\n"
    file.write_text('{\n"train"')
    assert main(["adapt", str(file)]) == 2
    assert capsys.readouterr().err.startswith(f"ponder: {file}:2: This is not valid JSON")
    assert main(["adapt", str(folder / "none.json")]) == 2
    assert capsys.readouterr().err == f"ponder: {folder / 'none.json'}: No such file or directory\n"


@pytest.mark.parametrize("budget", ["0", "-1", "inf", "nan", "soon"])
def test_a_budget_is_a_time(folder, budget, capsys):
    with pytest.raises(SystemExit):
        main(["adapt", str(folder / "a.json"), "--budget", budget])
    assert "is not a number of seconds above zero" in capsys.readouterr().err


def test_evaluate_goes_on_where_it_was_broken_off(folder, capsys, monkeypatch):
    call = ["evaluate", "--kind", "arc", str(folder), "--budget", "0.5", "--resume", "--json"]
    measured = []

    def broken_off_at(count):
        answer = evaluate_arc.answer_with_progress

        def answering(task, args, **how):
            if len(measured) == count:
                raise KeyboardInterrupt
            measured.append(task.name)
            return answer(task, args, **how)

        return answering

    with monkeypatch.context() as patched:
        patched.setattr(evaluate_arc, "answer_with_progress", broken_off_at(1))
        assert main(call) == 130
    assert capsys.readouterr().out == ""
    [partial] = kept(folder)
    with partial.open("a") as file:
        file.write('{"task": "b", "fir')  # as a process leaves it that is killed while it writes
    with monkeypatch.context() as patched:
        patched.setattr(evaluate_arc, "answer_with_progress", broken_off_at(99))
        assert main(call) == 0
    assert measured == ["a", "b"]
    row = json.loads(capsys.readouterr().out)
    assert list(row)[:4] == ["n", "pass_at_1", "pass_at_2", "seconds_per_task"]
    assert row["n_1_to_10"] == 2
    assert row["pass_at_2_1_to_10"] == row["pass_at_2"]
    assert len(row) == 6, "no word on sizes of which there are none"
    assert row["n"] == 2
    assert row["pass_at_1"] <= row["pass_at_2"]
    assert row["pass_at_1"] in (0, 0.5, 1)
    assert kept(folder) == []


def test_evaluate_adapts_the_checkpoint_that_is_named(folder, tmp_path, capsys, monkeypatch):
    base = tmp_path / "base"
    save_checkpoint(random_network(replace(COLOUR, num_puzzle_identifiers=16)), base, "")
    answer, started_from = evaluate_arc.answer_with_progress, []

    def answering(task, args, **how):
        answered = answer(task, args, **how)
        started_from.append(answered.adapted.base)
        return answered

    monkeypatch.setattr(evaluate_arc, "answer_with_progress", answering)
    call = ["evaluate", "--kind", "arc", str(folder), "--budget", "0.2", "--json", "--checkpoint", str(base)]
    assert main(call) == 0
    assert json.loads(capsys.readouterr().out)["n"] == 2
    assert started_from == [load_checkpoint(base).fingerprint] * 2
    save_checkpoint(random_network(COLOUR), base, "")
    assert main(call) == 2
    assert "base" in capsys.readouterr().err


def test_evaluate_without_a_kind_says_what_to_do_with_arc_tasks(folder, capsys):
    for source in (folder / "a.json", folder):
        for more in ([], ["--timed", "1"], ["--report", str(folder / "report.png")]):
            assert main(["evaluate", str(source), *more]) == 2
            said = capsys.readouterr()
            assert said.out == ""
            assert "`python -m solver adapt FILE` answers one task" in said.err
            assert "`python -m solver evaluate --kind arc FOLDER`" in said.err


def test_evaluate_refuses_what_it_cannot_measure(folder, tmp_path, capsys):
    ids = tmp_path / "ids"

    def said(*arguments):
        assert main(["evaluate", "--kind", "arc", "--budget", "0.5", *arguments]) == 2
        return capsys.readouterr().err

    assert "--steps and --views are for published ARC checkpoints" in said(str(folder), "--steps", "4")
    assert "--steps and --views are for published ARC checkpoints" in said(str(folder), "--views", "1")
    assert "is a checkpoint for maze puzzles" in said(str(folder), "--checkpoint", str(bundled_checkpoints()["maze"]))
    ids.write_text("007bbfb7\nno-such\n")
    assert said("--ids", str(ids)) == "ponder: ARC-AGI-1 has no task called no-such.\n"
    assert said(str(folder), "--ids", str(ids)) == f"ponder: {folder} has no 007bbfb7.json\n"
    ids.write_text("a\n\na\n")
    assert said(str(folder), "--ids", str(ids)) == f"ponder: {ids}:3: a is already in line 1.\n"
    assert "name the tasks with --ids" in said()
    (folder / "a.json").write_text(write_task(TASK.without_answers()))
    assert "a has a test input without its output" in said(str(folder))
    assert kept(folder) == []


def test_the_collection_is_there_without_a_network():
    assert len(collection_ids("train")) == len(collection_ids("eval")) == 400
    task = collection_task("007bbfb7")
    assert (len(task.train), len(task.test)) == (5, 1)
    assert task.name == "007bbfb7"
