"""The SHA-256 sums of what ships with Ponder, and whether a file still has its own; free of torch."""

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from solver.files import FileError, open_regular, read_limited
from solver.messages import ExplainedError, Template

SUMS_FILE = "checkpoints.sha256.json"
LARGEST_SUMS = 1 << 20

ALTERED = Template(
    "checkpoint.altered", "{file} is not the file that ships with Ponder: it is damaged. Install Ponder again."
)
MISSING = Template("checkpoint.sum_missing", "{file} ships with Ponder but is not there. Install Ponder again.")


class AlteredError(ExplainedError):
    """A file that ships with Ponder is damaged or gone."""


def assets_folder() -> Path:
    """The folder of all that ships beside the code."""
    return Path(str(files("assets")))


@cache
def known_sums() -> dict[str, str]:
    """The sum of each bundled file by its path below `assets`; empty where there is no list, as in an old checkout."""
    try:
        found = json.loads(read_limited(assets_folder() / SUMS_FILE, LARGEST_SUMS))
    except (FileNotFoundError, FileError, ValueError):
        return {}
    return {str(name): str(total) for name, total in found.items()}


def sum_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal; raises `OSError`."""
    with open_regular(file) as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def check_file(file: Path) -> None:
    """Raise `AlteredError` if `file` ships with Ponder and is no longer as it was; others are not looked at."""
    name = _name(file)
    if name in known_sums() and sum_of(file) != known_sums()[name]:
        raise AlteredError(ALTERED(file=name))


def check_all() -> int:
    """Check every file that ships with Ponder, and count them; raises `AlteredError`."""
    for name in known_sums():
        file = assets_folder() / name
        if not file.is_file():
            raise AlteredError(MISSING(file=name))
        check_file(file)
    return len(known_sums())


def bundled_files() -> list[Path]:
    """The files whose sums are kept: checkpoints, and networks fitted beforehand."""
    assets = assets_folder()
    found = [file for folder in ("checkpoints", "adapted", "digits") for file in (assets / folder).rglob("*")]
    return sorted(file for file in found if file.is_file() and not file.name.startswith((".", "__")))


def write_sums() -> None:
    """Bring the list up to date after a bundled file has changed."""
    sums = {file.relative_to(assets_folder()).as_posix(): sum_of(file) for file in bundled_files()}
    (assets_folder() / SUMS_FILE).write_text(json.dumps(sums, indent=1) + "\n", "utf-8")


def _name(file: Path) -> str:
    try:
        return file.resolve().relative_to(assets_folder().resolve()).as_posix()
    except ValueError:
        return ""
