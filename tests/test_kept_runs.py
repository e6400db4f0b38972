"""The states that `runs/` keeps are whole: what the index names is there, and goes into every checkout."""

import subprocess
from pathlib import Path

import pytest

from solver.training.state_file import load_state

ROOT = Path(__file__).parents[1]
STATES = sorted(ROOT.glob("runs/*/state"))


def test_some_run_keeps_a_state():
    assert STATES


@pytest.mark.parametrize("state", STATES, ids=lambda path: path.parent.name)
def test_a_kept_state_loads(state):
    assert load_state(state)["step"] > 0


def test_no_part_of_a_state_is_ignored_by_git():
    parts = [str(file.relative_to(ROOT)) for state in STATES for file in state.iterdir()]
    try:
        found = subprocess.run(["git", "check-ignore", "--no-index", *parts], cwd=ROOT, capture_output=True, text=True)
    except OSError:
        pytest.skip("git is not installed")
    assert found.stdout == ""
