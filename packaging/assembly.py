"""What the spec does to PyInstaller's lists of files before they are copied: (place, source, type) each."""

import gzip
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import icu
from lean import reason_to_leave_out
from libraries import OPTIONAL

Toc = list[tuple[str, str, str]]
LeftOut = dict[str, int]
"""Bytes saved, by reason."""


def file_size(source: str) -> int:
    path = Path(source)
    return path.stat().st_size if path.is_file() else 0


def lean_files(files: Toc, variant: str) -> Toc:
    """The files to keep."""
    return [each for each in files if reason_to_leave_out(each[0], variant) is None]


def compressed(file: Path, work: Path) -> Path:
    """A copy of `file` in `work`, packed by gzip, the same in each build."""
    work.mkdir(parents=True, exist_ok=True)
    packed = work / f"{file.name}.gz"
    packed.write_bytes(gzip.compress(file.read_bytes(), compresslevel=9, mtime=0))
    return packed


def needed_by_what_is_left(binaries: Toc, left_out: LeftOut) -> Toc:
    """Without the shared libraries that only files left out had asked for.

    Only those which the analysis put in itself: a library inside a package may be opened by name. And only on Linux,
    where a plugin for another desktop can bring that desktop along.
    """
    if sys.platform != "linux":
        return binaries
    from PyInstaller.depend.bindepend import get_imports

    brought = {place for place, _, kind in binaries if kind == "BINARY" and is_brought_along(place)}
    asks = defaultdict(set)
    for place, source, kind in binaries:
        if kind != "SYMLINK":
            asks[place] = {Path(name).name for name, _ in get_imports(source)}
            if Path(place).name in OPTIONAL:
                # With what is not there it does not work, and there it is the system's with all that it asks for.
                asks[place] = {name for name in asks[place] if name.startswith("libQt6")}
    # The program opens Python by name.
    wanted = {place for place, _, _ in binaries if place not in brought or "libpython3" in place}
    reached: set[str] = set()
    while wanted - reached:
        names = {name for place in wanted - reached for name in asks[place]}
        reached |= wanted
        wanted |= {place for place in brought if Path(place).name in names}
    kept = []
    for place, source, kind in binaries:
        if place in wanted or kind == "SYMLINK":
            kept.append((place, source, kind))
        else:
            reason = "libraries that only these had asked for"
            left_out[reason] = left_out.get(reason, 0) + file_size(source)
    places = {place for place, _, _ in kept}
    return [each for each in kept if each[2] != "SYMLINK" or str(Path(each[0]).parent / each[1]) in places]


def is_brought_along(place: str) -> bool:
    """Whether it lies where the analysis puts the libraries that others ask for."""
    path = Path(place)
    if path.parts[0] in ("PySide6", "shiboken6"):
        return (
            path.name.startswith(("libQt6", "libicu", "Qt6", "Qt"))
            and ".abi3." not in path.name
            and "plugins" not in path.parts
        )
    return len(path.parts) == 1 or path.parts[0] == "pillow.libs"


def lighter_libraries(binaries: Toc, work: Path, left_out: LeftOut) -> Toc:
    """On Linux, without symbols in Python's and Pillow's libraries, nor data in Qt's ICU that is never asked for.

    Pillow's own copy of libXau is the system's library of 14 kB, padded to 2 MB; the system's takes its place.
    """
    strip = shutil.which("strip")
    if sys.platform != "linux" or strip is None or not icu.tools_are_there():
        return binaries
    folder = work / "lighter"
    folder.mkdir(parents=True, exist_ok=True)
    result = []
    xau = next((source for place, source, kind in binaries if place == "libXau.so.6" and kind != "SYMLINK"), None)
    for place, source, kind in binaries:
        name, lighter = Path(place).name, folder / Path(place).name
        if kind != "SYMLINK" and (name.startswith(("libpython3", "_imaging.", "_webp.")) or "lib-dynload" in place):
            shutil.copyfile(source, lighter)
            lighter.chmod(0o755)
            subprocess.run([strip, "--strip-unneeded", str(lighter)], check=True)
            reason = "symbols in Python and Pillow"
        elif kind != "SYMLINK" and name.startswith("libXau-") and xau is not None:
            shutil.copyfile(xau, lighter)
            reason = "padding in Pillow's libXau"
        elif kind != "SYMLINK" and name.startswith("libicudata.so"):
            icu.trim_icu_data(Path(source), lighter)
            reason = "ICU's data that Qt never asks for"
        else:
            result.append((place, source, kind))
            continue
        left_out[reason] = left_out.get(reason, 0) + file_size(source) - file_size(str(lighter))
        result.append((place, str(lighter), kind))
    return result
