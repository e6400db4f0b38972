"""Makes the `.deb` from the built folder: `/usr/lib/ponder`, a link in `/usr/bin`, and what a desktop wants to know."""

import gzip
import os
import platform
import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

LINUX = Path(__file__).parent / "linux"
IDENTIFIER = "io.github.ponder_trm.Ponder"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
# Qt opens these by name, or needs what they hold, so that no list of libraries tells of them.
BY_NAME = ("libgl1", "libegl1", "xkb-data", "fontconfig-config")


def control(version: str, packages: Iterable[str], kilobytes: int, architecture: str) -> str:
    """Debian's `control` file; `packages` are those that the app's libraries come from."""
    depends = ", ".join(sorted({*packages, *BY_NAME} - {"libnvidia-compute"}))
    return f"""\
Package: ponder
Version: {version}
Section: education
Priority: optional
Architecture: {architecture}
Maintainer: The Ponder authors <ponder@users.noreply.github.com>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: fonts-dejavu-core | fonts-dejavu | fonts-liberation, libcups2, xdg-desktop-portal
Description: Watch a tiny neural network solve Sudoku and mazes
 Draw or open a Sudoku or a maze, press Solve, and a Tiny Recursive Model
 refines its answer step by step. Every refinement is kept and can be stepped
 through like a film, beside a plot of the model's confidence. What comes out
 is checked against the puzzle's rules.
"""


def copyright_text() -> str:
    """Debian's `copyright` file."""
    return """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Ponder
Comment: Libraries of others are bundled; their licences are in /usr/lib/ponder/licences,
 the list of them in /usr/lib/ponder/sbom.spdx.json.

Files: *
Copyright: 2026 The Ponder authors
License: Expat
 Permission is hereby granted, free of charge, to any person obtaining a copy
 of this software and associated documentation files (the "Software"), to deal
 in the Software without restriction, including without limitation the rights
 to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 copies of the Software, and to permit persons to whom the Software is
 furnished to do so, subject to the following conditions:
 .
 The above copyright notice and this permission notice shall be included in all
 copies or substantial portions of the Software.
 .
 THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
 SOFTWARE.
"""


def metainfo(version: str, epoch: int) -> str:
    """AppStream's description of this version."""
    template = (LINUX / f"{IDENTIFIER}.metainfo.xml.in").read_text("utf-8")
    date = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    return template.replace("@VERSION@", version).replace("@DATE@", date)


def desktop_files(share: Path, version: str, epoch: int) -> None:
    """Write what belongs below `/usr/share`: menu entry, file types, description and icons."""
    from icons import LINUX_SIZES, SVG, render_all

    for folder, name in (("applications", "ponder.desktop"), ("mime/packages", "ponder-mime.xml")):
        (share / folder).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(LINUX / name, share / folder / name.replace("ponder-mime", "ponder"))
    (share / "metainfo").mkdir()
    (share / "metainfo" / f"{IDENTIFIER}.metainfo.xml").write_text(metainfo(version, epoch), "utf-8")
    icons = share / "icons" / "hicolor"
    for size, png in zip(LINUX_SIZES, render_all(LINUX_SIZES), strict=True):
        place = icons / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        (place / "ponder.png").write_bytes(png)
    (icons / "scalable" / "apps").mkdir(parents=True)
    shutil.copyfile(SVG, icons / "scalable" / "apps" / "ponder.svg")


def build_deb(app: Path, work: Path, version: str, packages: Iterable[str], epoch: int, changelog: Path) -> Path:
    """Write `ponder_VERSION_ARCHITECTURE.deb` beside `app` and return its path."""
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    home = root / "usr" / "lib" / "ponder"
    shutil.copytree(app, home, symlinks=True, copy_function=_link_or_copy)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "ponder").symlink_to("../lib/ponder/Ponder")
    share = root / "usr" / "share"
    desktop_files(share, version, epoch)
    papers = share / "doc" / "ponder"
    papers.mkdir(parents=True)
    (papers / "copyright").write_text(copyright_text(), "utf-8")
    packed = gzip.compress(changelog.read_bytes(), compresslevel=9, mtime=epoch)
    (papers / "changelog.gz").write_bytes(packed)

    architecture = ARCHITECTURES[platform.machine()]
    size = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file()) // 1024
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(version, packages, size, architecture), "utf-8")
    _readable_by_all(root)
    target = app.parent / f"ponder_{version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)],
        check=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(epoch)},
    )
    shutil.rmtree(root)
    return target


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _readable_by_all(root: Path) -> None:
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
