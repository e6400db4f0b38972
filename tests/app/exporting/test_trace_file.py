import json

import numpy as np
import pytest

from app.exporting.trace_file import export_trace
from solver.trace.trace_json import trace_from_json
from tests.traces import maze_trace, sudoku_trace


@pytest.mark.parametrize("trace", [sudoku_trace(second_view=True), maze_trace()], ids=["sudoku", "maze"])
def test_the_trace_comes_back_whole(tmp_path, trace):
    path = tmp_path / "trace.json"
    export_trace(path, trace)
    again = trace_from_json(json.loads(path.read_text(encoding="utf-8")))
    assert (again.puzzle, again.checkpoint, again.views) == (trace.puzzle, trace.checkpoint, trace.views)
    assert len(again) == len(trace)
    for ours, theirs in zip(trace, again, strict=True):
        assert np.array_equal(ours.probabilities, theirs.probabilities)
        assert np.array_equal(ours.inner_answers, theirs.inner_answers)
        assert np.array_equal(ours.changed, theirs.changed)
        assert (ours.view, ours.step, ours.accepted, ours.latent_change) == (
            theirs.view,
            theirs.step,
            theirs.accepted,
            theirs.latent_change,
        )
