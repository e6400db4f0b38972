"""Latents: computed again, they are those that the solve went through."""

import json

import numpy as np
import pytest

from solver.__main__ import main
from solver.cancelling import Cancelled
from solver.formats.sudoku_text import write_line
from solver.messages import ExplainedError
from solver.reasoning import latents as module
from solver.reasoning.branch import branched_from
from solver.reasoning.budget import Budget
from solver.reasoning.latents import latents, write_latents
from solver.trace import Trace
from solver.trace.branch import Branch
from tests.arc_tasks import arc_trace
from tests.solver.reasoning.test_refine import checkpoint, solve
from tests.traces import hopeless_sudoku


def recorded(steps=3, views=2) -> Trace:
    refinements, reasoning = solve(hopeless_sudoku(), Budget(steps, views))
    trace = Trace(hopeless_sudoku(), checkpoint("sudoku").label, "cpu", reasoning.views, refinements)
    trace.state = reasoning.state()
    return trace


def decoded(y):
    """What the network reads from y [S, D], as a Sudoku's digits."""
    import torch

    tokens = checkpoint("sudoku").network.logits(torch.from_numpy(y)[None]).argmax(-1)[0]
    return tokens.numpy().reshape(9, 9) - 1


def test_they_end_in_the_state_and_decode_to_the_answers(tmp_path):
    trace = recorded()
    shares = []
    found = latents(checkpoint("sudoku"), trace, progress=shares.append)
    assert shares[-1] == 1
    assert found["y"].shape[:3] == (6, checkpoint("sudoku").config.H_cycles, 729)
    assert list(zip(found["view"], found["step"], strict=True)) == [(r.view, r.step) for r in trace]
    for place, view in enumerate(trace.state.views):
        last = max(i for i, r in enumerate(trace) if r.view == view)
        np.testing.assert_allclose(found["y"][last, -1], trace.state.y[place], atol=1e-4)
        np.testing.assert_allclose(found["z"][last, -1], trace.state.z[place], atol=1e-4)
    first = trace.refinements[0]
    for cycle, answer in enumerate(first.inner_answers):
        assert (decoded(found["y"][0, cycle]) == answer).all()

    write_latents(tmp_path / "latents.npz", found)
    with np.load(tmp_path / "latents.npz", allow_pickle=False) as content:
        np.testing.assert_array_equal(content["z"], found["z"])
        assert json.loads(str(content["about"]))["checkpoint"] == checkpoint("sudoku").label


def test_a_branch_is_followed():
    branch = Branch(step=1, kick=1.0, H_cycles=3)
    branched = branched_from(checkpoint("sudoku"), hopeless_sudoku(), [branch], 2)
    trace = recorded(steps=1, views=1)
    trace.refinements += branched.refinements()
    trace.branches = (branch,)
    found = latents(checkpoint("sudoku"), trace)
    assert found["y"].shape[:2] == (3, 3)
    assert found["H_cycles"].tolist() == [len(r.inner_answers) for r in trace]
    assert np.isnan(found["y"][0, 2]).all()
    np.testing.assert_allclose(found["y"][-1, -1], branched.state().y[0], atol=1e-4)
    assert (decoded(found["y"][-1, -1]) == trace.refinements[-1].answer).all()


def test_what_cannot_be_written_is_refused(monkeypatch):
    trace = recorded(steps=1, views=1)
    with pytest.raises(ExplainedError, match="ARC"):
        latents(checkpoint("sudoku"), arc_trace())
    with pytest.raises(Cancelled):
        latents(checkpoint("sudoku"), trace, cancelled=lambda: True)
    monkeypatch.setattr(module, "MOST_BYTES", 1000)
    with pytest.raises(ExplainedError, match="fewer views or steps"):
        latents(checkpoint("sudoku"), trace)
    trace.checkpoint = "another one"
    with pytest.raises(ExplainedError, match="Recorded with another one"):
        latents(checkpoint("sudoku"), trace)


def test_solve_writes_them(tmp_path, capsys):
    file = tmp_path / "one.sdm"
    file.write_text(write_line(hopeless_sudoku().grid) + "\n")
    out = tmp_path / "latents.npz"
    main(["solve", str(file), "--steps", "2", "--views", "1", "--latents", str(out)])
    with np.load(out, allow_pickle=False) as content:
        assert content["y"].shape[0] == 2
    assert not capsys.readouterr().err.startswith("Traceback")
