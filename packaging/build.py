"""Builds the app for this system into `dist/Ponder`, says what it weighs, and runs its self-test."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from variant import torch_variant

PACKAGING = Path(__file__).parent
ROOT = PACKAGING.parent
DIST = ROOT / "dist"


def main() -> int:
    variant = torch_variant()
    began = time.monotonic()
    build(variant)
    print(f"Built in {time.monotonic() - began:.0f} s.", flush=True)
    return self_test(program(DIST / "Ponder"))


def build(variant: str) -> None:
    """Run PyInstaller on the spec; two builds from the same sources are as alike as PyInstaller can make them."""
    work = ROOT / "build" / variant
    shutil.rmtree(DIST / "Ponder", ignore_errors=True)
    environment = os.environ | {
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or last_change(),
        "TORCH": variant,
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(work), str(PACKAGING / "ponder.spec")]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)


def last_change() -> str:
    """Seconds since 1970 of the last commit, or of a fixed day outside of a repository."""
    git = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "1767225600"


def program(folder: Path) -> Path:
    """The program inside of a built folder."""
    return folder / ("Ponder.exe" if sys.platform == "win32" else "Ponder")


def self_test(executable: Path) -> int:
    """Run `Ponder --self-test` and return 0 if all of it works, else 1."""
    done = subprocess.run([executable, "--self-test"], capture_output=True, text=True, timeout=300, check=False)
    sys.stderr.write(done.stderr)
    print(done.stdout)
    if done.returncode == 0 and json.loads(done.stdout.splitlines()[-1])["ok"]:
        return 0
    print(f"The packaged program's self-test failed with status {done.returncode}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
