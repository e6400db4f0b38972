"""Builds the app for this system into `dist/Ponder`, says what it weighs, and runs its self-test."""

import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import libraries
import sizes
from bundled import components
from sbom import bill_of_materials
from variant import torch_variant

PACKAGING = Path(__file__).parent
ROOT = PACKAGING.parent
DIST = ROOT / "dist"

sys.path.append(str(ROOT))

from solver.version import __version__  # noqa: E402


def main() -> int:
    variant = torch_variant()
    if sentence := wrong_torch(variant):
        print(sentence, file=sys.stderr)
        return 1
    began = time.monotonic()
    report = build(variant)
    app = app_folder()
    add_papers(app, variant, report["sources"])
    print(sizes.table(app, report["saved"], variant))
    print(f"Built in {time.monotonic() - began:.0f} s.", flush=True)
    if sys.platform == "linux":
        print("From the system:", ", ".join(sorted(set(libraries.outside(app).values()))), flush=True)
    if variant == "cpu" and (sentence := sizes.too_large(app)):
        print(sentence, file=sys.stderr)
        return 1
    return self_test(program(app))


def wrong_torch(variant: str) -> str | None:
    """A sentence if the installed torch is not of this variant; PyPI's for Linux is CUDA's, for Windows it is not."""
    version = importlib.metadata.version("torch")
    with_cuda = any("nvidia" in line for line in importlib.metadata.requires("torch") or ()) or "+cu" in version
    number = version.partition("+")[0]
    if variant == "cpu" and with_cuda:
        return (
            f"TORCH is cpu, but the installed torch {version} brings CUDA along; install torch=={number}+cpu instead."
        )
    if variant == "cuda" and not with_cuda:
        return f"TORCH is cuda, but the installed torch {version} has none; install one of torch=={number}+cu… instead."
    return None


def build(variant: str) -> dict[str, object]:
    """Run PyInstaller on the spec, as repeatably as it can be, and return the spec's report."""
    work = ROOT / "build" / variant
    for folder in (DIST / "Ponder", DIST / "Ponder.app"):
        shutil.rmtree(folder, ignore_errors=True)
    environment = os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(build_time()), "TORCH": variant}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(work), str(PACKAGING / "ponder.spec")]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    report: dict[str, object] = json.loads((work / "ponder" / "report.json").read_text("utf-8"))
    return report


@cache
def build_time() -> int:
    """Seconds since 1970 that this build calls now: of the last commit, or of a fixed day outside of a repository."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    git = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False)
    return int(done.stdout.strip() or "1767225600")


def app_folder() -> Path:
    """What was built: the folder, on a Mac the bundle."""
    return DIST / ("Ponder.app" if sys.platform == "darwin" else "Ponder")


def program(app: Path) -> Path:
    """The program inside of a built app."""
    if sys.platform == "darwin":
        return app / "Contents" / "MacOS" / "Ponder"
    return app / ("Ponder.exe" if sys.platform == "win32" else "Ponder")


def add_papers(app: Path, variant: str, sources: list[str]) -> None:
    """Put the licences of everything bundled, and the bill of materials, beside the program."""
    folder = app / "Contents" / "Resources" if sys.platform == "darwin" else app
    parts = components(sources, ROOT)
    bill = bill_of_materials(__version__, variant, sys.platform, parts, build_time())
    (folder / "sbom.spdx.json").write_text(json.dumps(bill, indent=1) + "\n", "utf-8")
    licences = folder / "licences"
    licences.mkdir(exist_ok=True)
    shutil.copyfile(ROOT / "LICENSE", licences / "Ponder.txt")
    for part in parts:
        words = [f"{part.name} {part.version}, {part.licence}\n"]
        words += [text.read_text("utf-8", errors="replace") for text in part.texts]
        (licences / f"{part.name}.txt").write_text("\n\n".join(words), "utf-8")
    unlicensed = [part.name for part in parts if not part.texts]
    if unlicensed:
        print(f"No licence text was found for: {', '.join(unlicensed)}.", file=sys.stderr)


def self_test(executable: Path) -> int:
    """Run `Ponder --self-test` and return 0 if all of it works, else 1."""
    done = subprocess.run([executable, "--self-test"], capture_output=True, text=True, timeout=300, check=False)
    sys.stderr.write(done.stderr)
    print(done.stdout)
    # On Windows, a windowed program may be left without a stream to print to; its status says as much.
    words = done.stdout.splitlines()
    if done.returncode == 0 and (json.loads(words[-1])["ok"] if words else sys.platform == "win32"):
        return 0
    print(f"The packaged program's self-test failed with status {done.returncode}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
