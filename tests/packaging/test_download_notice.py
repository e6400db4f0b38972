"""Before `make run` downloads anything it says how large that is; here with a made-up Python that downloads nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = """#!/bin/sh
# Makes an environment of itself, knows PyTorch or not, and says what it is asked to install.
case "$*" in
"-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
"-c import torch") exit {torch} ;;
*"pip install"*) echo "INSTALLS $*" ;;
"-m app"*) echo "OPENS $*" ;;
*) echo "unexpected: $*"; exit 9 ;;
esac
"""
UNAME = '#!/bin/sh\necho "{system}"\n'

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("make") is None, reason="make and a shell are needed"
)


@pytest.fixture
def checkout(tmp_path):
    """What `make run` reads, without the program."""
    (tmp_path / "packaging").mkdir()
    for name in ("Makefile", "pyproject.toml", "constraints.txt", "packaging/download_notice.sh"):
        shutil.copy2(ROOT / name, tmp_path / name)
    # It may install packages of the system, and is not what is tested.
    write_program(tmp_path / "packaging" / "system_libraries.sh", "#!/bin/sh\n")
    return tmp_path


def write_program(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


def make_run(checkout: Path, *, system: str, has_torch: bool) -> str:
    write_program(checkout / "bin" / "uname", UNAME.format(system=system))
    write_program(checkout / "bin" / "made-up-python", PYTHON.format(torch=0 if has_torch else 1))
    path = f"{checkout / 'bin'}{os.pathsep}{os.environ['PATH']}"
    command = ["make", "--no-print-directory", "run", "PYTHON=made-up-python", "FILE=puzzle.txt"]
    # Else a make that runs these tests would tell this one its own options.
    inherited = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    done = subprocess.run(
        command, cwd=checkout, env={**inherited, "PATH": path}, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("system", "size"), [("Linux", "gigabytes"), ("Darwin", "half a gigabyte")])
def test_a_first_run_tells_how_large_the_download_is_before_it_begins(checkout, system, size):
    said = make_run(checkout, system=system, has_torch=False)
    before, _, after = said.partition("INSTALLS")
    assert size in before
    assert "CPU build" in before
    assert "constraints.txt" in after
    assert said.rstrip().endswith("OPENS -m app puzzle.txt")


def test_linux_is_told_why_it_is_so_large(checkout):
    assert "CUDA" in make_run(checkout, system="Linux", has_torch=False)


def test_a_pytorch_that_is_there_already_needs_no_notice(checkout):
    said = make_run(checkout, system="Linux", has_torch=True)
    assert "The download is" not in said
    assert "INSTALLS" in said


def test_a_second_run_only_opens_the_window(checkout):
    make_run(checkout, system="Linux", has_torch=False)
    said = make_run(checkout, system="Linux", has_torch=False)
    assert "INSTALLS" not in said
    assert "The download is" not in said
    assert "OPENS" in said


def test_the_readme_tells_it_too():
    said = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert "The first `make run` downloads PyTorch, Qt and a few libraries into `.venv`" in said
