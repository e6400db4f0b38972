"""`device-check` passes on the CPU, and fails where a device computes something else."""

import json

import pytest
import torch

from solver.__main__ import main
from solver.commands import device_check
from solver.model.bundled import bundled_networks

QUICK = ["device-check", "--device", "cpu", "--seconds", "1", "--batch", "2"]


def rows(capsys) -> dict[str, dict]:
    return {row["check"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}


@pytest.fixture
def only(monkeypatch):
    """Makes one of the checks alone."""
    checks = device_check._checks

    def choose(name: str) -> None:
        monkeypatch.setattr(
            device_check, "_checks", lambda *how: [(each, look) for each, look in checks(*how) if each == name]
        )

    return choose


def test_every_check_passes_on_the_cpu(capsys):
    assert main([*QUICK, "--json"]) == 0
    found = rows(capsys)
    for folders in bundled_networks().values():
        for folder in folders:
            assert found[f"Logits of {folder.name}"]["found"].startswith("differ by at most 0")
    assert "refinements in" in found["sudoku_easy.sdk solved"]["found"]
    assert "refinements in" in found["maze_perfect_21.txt solved"]["found"]
    assert "votes in" in found["arc_plus.json solved"]["found"]
    assert "steps/s" in found["Fit to an ARC task, 1 s"]["found"]
    assert "2 of 2 solved" in found["Batch of 2 Sudokus"]["found"]
    assert all(row["passed"] for row in found.values())


def test_a_device_that_computes_something_else_fails_the_check(monkeypatch, capsys, only):
    only("Logits of maze")
    load, loaded = device_check.load, []

    def load_off(folder, device):
        checkpoint = load(folder, device)
        loaded.append(checkpoint)
        if len(loaded) == 2:
            with torch.no_grad():
                next(checkpoint.network.parameters()).add_(0.01)
        return checkpoint

    monkeypatch.setattr(device_check, "load", load_off)
    assert main(QUICK) == 1
    said = capsys.readouterr().out
    assert "Logits of maze" in said
    assert "FAILED" in said
    assert "Some checks failed" in said


def test_a_check_that_breaks_off_fails_and_the_others_are_made(monkeypatch, capsys):
    def broken() -> tuple[bool, str]:
        raise RuntimeError("out of memory\nand more")

    monkeypatch.setattr(device_check, "_checks", lambda *_: [("first", broken), ("second", lambda: (True, "fine"))])
    assert main([*QUICK, "--json"]) == 1
    found = rows(capsys)
    assert found["first"] == {"check": "first", "passed": False, "found": "RuntimeError: out of memory"}
    assert found["second"]["passed"]


@pytest.mark.skipif(torch.backends.mps.is_available(), reason="there is such a device")
def test_a_device_that_is_not_there_is_told_of(capsys):
    assert main(["device-check", "--device", "mps"]) == 2
    assert "no MPS device" in capsys.readouterr().err
