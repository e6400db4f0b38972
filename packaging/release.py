"""From the built app to what people download: the archive, on Linux a `.deb` as well, and their sums."""

import hashlib
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import libraries
import sizes
from build import DIST, ROOT, app_folder, build_time
from variant import torch_variant

sys.path.append(str(ROOT))

from solver.version import __version__

SYSTEMS = {"linux": "linux", "darwin": "macos", "win32": "windows"}


def main() -> int:
    app, variant = app_folder(), torch_variant()
    if not app.is_dir():
        print("There is no app yet: run `make package` first.", file=sys.stderr)
        return 1
    made = [archive(app, variant)]
    if sys.platform == "linux" and shutil.which("dpkg-deb") and variant == "cpu":
        from debian import build_deb

        packages = set(libraries.outside(app).values())
        made.append(
            build_deb(app, ROOT / "build" / variant, __version__, packages, build_time(), ROOT / "CHANGELOG.md")
        )
    made += sorted(DIST.glob(f"Ponder-{__version__}-windows-*-setup.exe"))
    for file in made:
        print(f"{file.name:<60}{file.stat().st_size / sizes.MB:>8.1f} MB")
    write_sums(made, DIST / f"SHA256SUMS-{file_stem(variant)}.txt")
    if variant == "cpu" and made[0].stat().st_size > sizes.LARGEST_ARCHIVE:
        print(f"The archive is larger than {sizes.LARGEST_ARCHIVE / sizes.MB:.0f} MB.", file=sys.stderr)
        return 1
    return 0


def file_stem(variant: str) -> str:
    """`Ponder-1.2.3-linux-x86_64-cpu`."""
    machine = {"AMD64": "x86_64", "ARM64": "arm64"}.get(platform.machine(), platform.machine())
    return f"Ponder-{__version__}-{SYSTEMS[sys.platform]}-{machine}-{variant}"


def archive(app: Path, variant: str) -> Path:
    """The app as one file, in the form that its system opens by a double click."""
    stem = DIST / file_stem(variant)
    if sys.platform == "darwin":
        # Keeps the links and permissions of a bundle, which zip programs written elsewhere do not.
        target = stem.with_name(f"{stem.name}.zip")
        subprocess.run(["ditto", "-c", "-k", "--keepParent", str(app), str(target)], check=True)
        return target
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(stem), "zip", DIST, app.name))
    target = stem.with_name(f"{stem.name}.tar.xz")
    with target.open("wb") as written:
        compressor = subprocess.Popen(["xz", "-c", "-6", "-T0"], stdin=subprocess.PIPE, stdout=written)
        assert compressor.stdin is not None
        with tarfile.open(fileobj=compressor.stdin, mode="w|", format=tarfile.PAX_FORMAT) as packed:
            for path in (app, *sorted(app.rglob("*"))):
                packed.add(path, str(Path("Ponder") / path.relative_to(app)), recursive=False, filter=_anonymous)
        compressor.stdin.close()
        if compressor.wait():
            raise subprocess.CalledProcessError(compressor.returncode, "xz")
    return target


def _anonymous(info: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without what differs from one build to the next: whose files they are and when they were written."""
    info.uid = info.gid = 0
    info.uname = info.gname = "root"
    info.mtime = build_time()
    info.mode = 0o755 if info.isdir() or info.mode & 0o100 else 0o644
    return info


def write_sums(files: list[Path], target: Path) -> None:
    """SHA-256 sums, as `sha256sum --check` reads them."""
    lines = []
    for file in files:
        with file.open("rb") as opened:
            lines.append(f"{hashlib.file_digest(opened, 'sha256').hexdigest()}  {file.name}\n")
    target.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
