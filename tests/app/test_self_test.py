"""What `--self-test` says of files that ship with Ponder; that all of it passes is seen with an installed wheel."""

import json

import pytest

from app import self_test
from solver.model import integrity


@pytest.fixture
def only_files(monkeypatch):
    checks = self_test._checks
    monkeypatch.setattr(self_test, "_checks", lambda folder: [check for check in checks(folder) if check[0] == "files"])


def test_files_as_they_were_made_pass(only_files, capsys):
    assert self_test.run_self_test() == 0
    report = json.loads(capsys.readouterr().out)
    assert report["checks"]["files"] == {"ok": True, "checked": len(integrity.known_sums())}


def test_a_file_that_has_changed_fails(only_files, capsys, monkeypatch):
    name = next(iter(integrity.known_sums()))
    sums = {**integrity.known_sums(), name: "0" * 64}
    monkeypatch.setattr(integrity, "known_sums", lambda: sums)
    assert self_test.run_self_test() == 1
    report = json.loads(capsys.readouterr().out)
    assert not report["ok"]
    assert f"{name} is not the file that ships with Ponder" in report["checks"]["files"]["why"]
