"""A published ARC checkpoint, imported and asked on the command line."""

import json

import pytest

from solver.__main__ import main
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.arc.task import ArcPair, ArcTask, write_task
from solver.trace.trace_json import trace_from_json
from tests.solver.model.published_arc import names, write_published

GIVEN = ((1, 2, 0), (3, 0, 4))
TASK = ArcTask((ArcPair(((1, 5),), ((1, 5),)),), (ArcPair(GIVEN, GIVEN),))


@pytest.fixture
def published(tmp_path):
    return write_published(tmp_path / "published").parent


def bring_in(published, out, *more, kind="arc"):
    command = ["import-checkpoint", str(published / "step_7"), "--config", str(published / "all_config.yaml")]
    return main([*command, "--kind", kind, "--out", str(out), *more])


def test_imported_it_solves_the_tasks_that_were_asked_for(published, tmp_path, capsys):
    out = tmp_path / "imported"
    identifiers = ("--identifiers", str(published / "identifiers.json"))
    assert bring_in(published, out, *identifiers, "--task", "00d62c1b", "--task", "aa18de87") == 0
    assert "16 identifiers of 00d62c1b, aa18de87" in capsys.readouterr().out
    assert json.loads((out / "identifiers.json").read_text()) == [names()[0], *names()[9:25]]
    checkpoint = load_checkpoint(out)
    assert checkpoint.config.num_puzzle_identifiers == 17
    assert "00d62c1b, aa18de87" in checkpoint.card
    assert checkpoint.network.puzzle_emb.weights[:, 0].tolist() == [0, *range(9, 25)]

    file = tmp_path / "aa18de87.json"
    file.write_text(write_task(TASK))
    solve = ["solve", str(file), "--checkpoint", str(out), "--steps", "1"]
    assert main([*solve, "--json", "--trace", str(tmp_path / "trace.json")]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["answer"] == [[list(map(list, GIVEN))] * 2]
    assert (row["task"], row["share"], row["correct"]) == ("aa18de87", [[1.0, 0.0]], [[True, True]])
    assert row["views"] == 8
    trace = trace_from_json(json.loads((tmp_path / "trace.json").read_text()))
    assert (trace.votes, trace.voters) == ((8,), 8)
    assert trace.verified is trace.answers[0]
    assert main([*solve, "--views", "3"]) == 0
    assert capsys.readouterr().out == "# test input 1, answer 1: 100% of the vote, verified\n120\n304\n"
    file.write_text(write_task(ArcTask(TASK.train, (ArcPair(GIVEN, ((1,),)), ArcPair(GIVEN)))))
    assert main([*solve, "--views", "1"]) == 1
    assert "# test input 2, answer 1: 100% of the vote, not checkable" in capsys.readouterr().out
    assert main([*solve, "--trace", str(tmp_path / "trace.json")]) == 2
    assert "holds 2" in capsys.readouterr().err

    other = tmp_path / "007bbfb7.json"
    other.write_text(write_task(TASK))
    assert main(["solve", str(other), "--checkpoint", str(out)]) == 2
    assert "doesn't know the task 007bbfb7" in capsys.readouterr().err


def test_evaluate_measures_it_without_adapting(published, tmp_path, capsys):
    out, tasks = tmp_path / "imported", tmp_path / "tasks"
    assert bring_in(published, out, "--identifiers", str(published / "identifiers.json"), "--task", "aa18de87") == 0
    tasks.mkdir()
    (tasks / "aa18de87.json").write_text(write_task(TASK))
    capsys.readouterr()
    call = ["evaluate", "--kind", "arc", str(tasks), "--checkpoint", str(out), "--json"]
    assert main([*call, "--steps", "2", "--views", "3"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["n"], row["pass_at_1"], row["pass_at_2"]) == (1, 1, 1)
    (tasks / "00000000.json").write_text(write_task(TASK))
    assert main([*call, "--steps", "2"]) == 2
    assert "00000000" in capsys.readouterr().err


def test_what_does_not_fit_together_is_refused_and_nothing_written(published, tmp_path, capsys):
    identifiers = ("--identifiers", str(published / "identifiers.json"))
    short = tmp_path / "short.json"
    short.write_text(json.dumps(names()[:9]))
    for more, kind, why in (
        ((*identifiers, "--task", "zz"), "arc", "identifiers.json has no task zz. It has, among others: 007bbfb7"),
        (identifiers, "arc", "--identifiers needs --task ID"),
        (("--task", "007bbfb7"), "arc", "--task needs --identifiers"),
        ((*identifiers, "--task", "007bbfb7"), "maze", "are for ARC checkpoints"),
        (("--identifiers", str(short), "--task", "007bbfb7"), "arc", "25 puzzle embeddings, but there are 9"),
        (("--identifiers", str(tmp_path / "no.json"), "--task", "a"), "arc", "no.json cannot be read"),
    ):
        assert bring_in(published, tmp_path / "out", *more, kind=kind) == 2
        assert why in capsys.readouterr().err
        assert not (tmp_path / "out").exists()


def test_a_task_without_such_a_checkpoint_is_told_of_adapting(published, tmp_path, capsys):
    file = tmp_path / "aa18de87.json"
    file.write_text(write_task(TASK))
    assert bring_in(published, tmp_path / "whole") == 0
    for more in ([], ["--checkpoint", str(tmp_path / "whole")]):
        assert main(["solve", str(file), *more]) == 2
        assert "python -m solver adapt" in capsys.readouterr().err
