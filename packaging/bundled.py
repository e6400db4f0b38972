"""What the built app consists of, found from the files that went into it: whose, which version, under which licence."""

import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

PACKAGING = Path(__file__).parent
QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
QT_TEXTS = (PACKAGING / "licences" / "LGPL-3.0.txt", PACKAGING / "licences" / "GPL-3.0.txt")
# Where the metadata say it in words, or not at all.
LICENCES = {
    "PySide6_Essentials": QT,
    "shiboken6": QT,
    "safetensors": "Apache-2.0",
    "sympy": "BSD-3-Clause",
    "mpmath": "BSD-3-Clause",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "colorama": "BSD-3-Clause",
}
LICENCE_FILE = re.compile(r"(?i)(^|/)(licen[sc]es?/|licen[sc]e|copying|notice|authors)[^/]*")


class UnknownFileError(ValueError):
    """The app contains a file of unknown origin."""


@dataclass(frozen=True)
class Component:
    """One thing with a name, a version and a licence of its own."""

    name: str
    version: str
    licence: str
    """An SPDX expression, or NOASSERTION where only the text can tell."""
    purl: str
    texts: tuple[Path, ...] = field(default=(), compare=False)


def components(sources: Iterable[str], ours: Path) -> list[Component]:
    """Everything but our own files below `ours`; raises `UnknownFileError`."""
    owners = _owners()
    library = [Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib")]
    home = Path(sys.base_prefix).resolve()
    packages = {"pyinstaller": _distribution("pyinstaller")}
    elsewhere = set()
    for source in sorted(set(sources)):
        path = Path(source)
        if not path.is_absolute():
            continue
        real = path.resolve()
        if real in owners:
            packages[owners[real].metadata["Name"]] = owners[real]
        elif not any(real.is_relative_to(place) for place in (*library, home, ours)):
            elsewhere.add(real)
    found = {_python(), *map(_installed, packages.values()), *_of_the_system(elsewhere)}
    return sorted(found, key=lambda each: each.name.lower())


def _owners() -> dict[Path, Distribution]:
    return {Path(str(each.locate_file(file))).resolve(): each for each in distributions() for file in each.files or ()}


def _distribution(name: str) -> Distribution:
    return next(each for each in distributions(name=name))


def _installed(distribution: Distribution) -> Component:
    name, version = distribution.metadata["Name"], distribution.version
    texts = [
        Path(str(distribution.locate_file(file)))
        for file in distribution.files or ()
        if ".dist-info" in file.parts[0] and LICENCE_FILE.search(str(file)) and file.name != "METADATA"
    ]
    return Component(
        name,
        version,
        LICENCES.get(name) or distribution.metadata["License-Expression"] or _in_words(distribution),
        f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{version.partition('+')[0]}",
        tuple(sorted(texts)) or (QT_TEXTS if LICENCES.get(name) == QT else ()),
    )


def _in_words(distribution: Distribution) -> str:
    words = distribution.metadata["License"] or ""
    known = re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*", words)
    return words if known and words != "BSD" else "NOASSERTION"


def _python() -> Component:
    version = platform.python_version()
    stdlib = Path(sysconfig.get_path("stdlib"))
    texts = [path for path in (stdlib / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt") if path.is_file()]
    debian = Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}/copyright")
    if not texts and debian.is_file():
        texts = [debian]
    return Component("CPython", version, "PSF-2.0", f"pkg:generic/cpython@{version}", tuple(texts[:1]))


def _of_the_system(files: set[Path]) -> set[Component]:
    """The packages of Debian or Ubuntu that libraries came from; elsewhere the system's own libraries stay outside."""
    if not files:
        return set()
    if not Path("/usr/bin/dpkg-query").exists():
        raise UnknownFileError(f"Nobody knows whose these files are: {', '.join(map(str, sorted(files)))}.")
    found = set()
    for file in sorted(files):
        package = _debian_package(file)
        version = _output("dpkg-query", "-W", "-f=${Version}", package)
        name = package.partition(":")[0]
        text = Path(f"/usr/share/doc/{name}/copyright")
        texts = (text,) if text.is_file() else ()
        found.add(Component(name, version, "NOASSERTION", f"pkg:deb/debian/{name}@{version}", texts))
    return found


def _debian_package(file: Path) -> str:
    # dpkg may know it by the path from before /lib became a link to /usr/lib.
    for path in (str(file), str(file).removeprefix("/usr")):
        owner = _output("dpkg-query", "-S", path)
        if owner:
            return owner.partition(": ")[0].partition(", ")[0]
    raise UnknownFileError(f"Nobody knows whose file {file} is.")


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
