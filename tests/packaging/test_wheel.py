"""A wheel holds every module and asset of the tree, and works without it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("app", "assets", "solver")
NEVER_SHIPPED = {"__pycache__"}
PICTURES = "assets/pictures/"
"""Of the README alone."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    # Setuptools builds in the source tree, and what an earlier build left there would go into the wheel.
    source = folder / "source"
    source.mkdir()
    for name in (*PACKAGES, "pyproject.toml", "README.md", "LICENSE"):
        (source / name).symlink_to(ROOT / name)
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(source)], check=True, timeout=115)
    (built,) = folder.glob("*.whl")
    return built


def shipped_files():
    """What the tree has that a wheel must have: every module, and every asset but the README's pictures."""
    for package in PACKAGES:
        for file in (ROOT / package).rglob("*"):
            name = file.relative_to(ROOT).as_posix()
            if not file.is_file() or NEVER_SHIPPED & set(file.parts) or name.startswith(PICTURES):
                continue
            if file.suffix != ".ts":
                yield name


def test_a_wheel_holds_what_the_tree_holds(wheel):
    with zipfile.ZipFile(wheel) as content:
        packed = {name for name in content.namelist() if ".dist-info/" not in name}
    expected = set(shipped_files())
    assert {"solver/training/arc_rules/rays.py", "assets/checkpoints/sudoku/model.safetensors"} <= expected
    assert packed == expected


def test_an_installed_wheel_passes_its_self_test(wheel, tmp_path):
    """Installed into a folder of its own, and started from elsewhere, so that nothing comes from the tree."""
    installed = tmp_path / "installed"
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--no-compile", "--quiet", "--target"]
    subprocess.run([*command, str(installed), str(wheel)], check=True, timeout=100)
    # Before the paths of this environment, which may have the tree installed.
    program = f"import sys; sys.path.insert(0, {str(installed)!r}); from app.__main__ import main; "
    program += "import app; assert app.__file__.startswith(sys.path[0]), app.__file__; sys.exit(main(['--self-test']))"
    environment = {**os.environ, "PYTHONSAFEPATH": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=115
    )
    report = json.loads(done.stdout)
    assert done.returncode == 0, report
    assert report["ok"]
