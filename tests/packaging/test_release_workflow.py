import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w/-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_named_by_version(workflow):
    text = workflow.read_text("utf-8")
    used = [line.strip() for line in text.splitlines() if re.search(r"\buses:", line)]
    assert used
    for line in used:
        assert PINNED.search(line), line


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_tools_and_systems_are_pinned_by_version(workflow):
    text = workflow.read_text("utf-8")
    for install in re.findall(r"choco install .*", text):
        assert "--version=" in install
    for version in re.findall(r"python-version: \"?([\d.]+)", text):
        assert version.count(".") == 2
    for job in yaml.safe_load(text)["jobs"].values():
        systems = [row["os"] for row in job["strategy"]["matrix"]["include"]] if "strategy" in job else [job["runs-on"]]
        assert not any("latest" in system for system in systems)


def test_one_command_checks_a_download_and_the_release_has_its_sums():
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert "sha256sum --check --ignore-missing SHA256SUMS.txt" in readme
    [release] = [path.read_text("utf-8") for path in WORKFLOWS if path.name == "release.yml"]
    assert "cat SHA256SUMS-*.txt > SHA256SUMS.txt" in release
    assert re.search(r"gh release create .*\\\n.*SHA256SUMS\.txt", release)
