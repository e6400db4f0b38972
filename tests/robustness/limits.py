"""`make limits`: what the inputs of `hostile.py` cost, each in a process of its own, as a file that is opened.

Prints the computing time and the memory of each, and ends with status 1 if one takes over 2 s or 300 MB.
"""

import argparse
import os
import sys
import tempfile
import traceback
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.documents.opening import read_file
from solver.messages import ExplainedError
from tests.robustness.hostile import inputs

LONGEST = 2.0
"""Seconds of computing."""
MOST_MEMORY = 300_000_000
"""Bytes more than before."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.limits", description=__doc__)
    parser.add_argument("--only", default="", help="part of the names of the inputs to try")
    options = parser.parse_args()
    read_file(_warm_up())
    over: list[str] = []
    figures: list[tuple[float, int, str]] = []
    with tempfile.TemporaryDirectory(prefix="ponder-limits-") as folder:
        for name, make in inputs().items():
            if options.only not in name:
                continue
            file = Path(folder) / "input"
            file.write_bytes(make())
            status, seconds, memory = _cost(file)
            figures.append((seconds, memory, name))
            if status or seconds > LONGEST or memory > MOST_MEMORY:
                over.append(name)
            print(f"{name:40} {seconds:6.2f} s {memory / 1e6:6.0f} MB{'' if not status else '  failed'}", flush=True)
    print(f"{len(figures)} inputs: slowest {max(figures)[2]} {max(figures)[0]:.2f} s, ", end="")
    largest = max(figures, key=lambda figure: figure[1])
    print(f"largest {largest[2]} {largest[1] / 1e6:.0f} MB; over the limits: {', '.join(over) or 'none'}")
    return int(bool(over))


def _cost(file: Path) -> tuple[int, float, int]:
    """Status, seconds of computing, and bytes that a process needs more for reading `file`."""
    before = _memory()
    child = os.fork()
    if child == 0:
        status = 0
        try:
            read_file(file)
        except (ExplainedError, OSError):
            pass
        except BaseException:
            traceback.print_exc()
            status = 1
        os._exit(status)
    _, status, used = os.wait4(child, 0)
    return status, used.ru_utime + used.ru_stime, max(used.ru_maxrss * 1024 - before, 0)


def _memory() -> int:
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _warm_up() -> Path:
    """A sample, so that what is imported once is not counted for each input."""
    from app.documents.samples import samples

    return next(path for path in samples() if path.suffix == ".txt")


if __name__ == "__main__":
    sys.exit(main())
