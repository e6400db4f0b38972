"""`make fuzz`: very many damaged files of every kind through their readers, from a seed that is printed.

Ends with status 1 at the first traceback, hang over 10 s, or gigabyte; the file is kept beside for a closer look.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.robustness.mutations import mutated
from tests.robustness.readers import OWN_ERRORS, READERS

LONGEST = 10
"""Seconds of computing for one file."""
LONGEST_WAIT = 60
"""Seconds in all, on a machine that is busy with something else."""
MOST_MEMORY = 1 << 30
"""Bytes of the process, with torch and Qt in it."""
SELDOM = 6
"""A slow reader gets one file where another gets so many."""


class HangError(BaseException):
    """One file took too long."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.robustness", description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.files:,} files", flush=True)
    application = QApplication.instance() or QApplication([])
    chance = random.Random(options.seed)
    kinds = [kind for kind, reader in READERS.items() for _ in range(1 if reader.slow else SELDOM)]
    examples = {kind: reader.examples() for kind, reader in READERS.items()}
    outcomes: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    slowest, failures = (0.0, ""), 0
    began = time.perf_counter()
    signal.signal(signal.SIGALRM, _hang)
    signal.signal(signal.SIGPROF, _hang)
    with tempfile.TemporaryDirectory(prefix="ponder-fuzz-") as home:
        for number in range(options.files):
            kind = chance.choice(kinds)
            content = mutated(chance.choice(examples[kind]), chance)
            folder = Path(home) / str(number)
            folder.mkdir()
            file = folder / READERS[kind].name
            file.write_bytes(content)
            start = time.perf_counter()
            outcome = _read(kind, file)
            took = time.perf_counter() - start
            shutil.rmtree(folder, ignore_errors=True)
            outcomes[outcome] += 1
            seconds[kind] += took
            slowest = max(slowest, (took, kind))
            if outcome not in ("read", "refused"):
                failures += 1
                options.keep.mkdir(exist_ok=True)
                (options.keep / f"{options.seed}-{number}-{kind.replace(' ', '-')}").write_bytes(content)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
            if memory > MOST_MEMORY:
                print(f"file {number} ({kind}): {memory >> 20} MiB")
                return 1
            if number % 10_000 == 9_999:
                print(f"{number + 1:,} files, {time.perf_counter() - began:.0f} s, {dict(outcomes)}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{options.files:,} files in {time.perf_counter() - began:.0f} s: {dict(outcomes)}")
    print(f"slowest {slowest[0]:.2f} s ({slowest[1]}), at most {memory} MiB in all")
    print(", ".join(f"{kind} {spent:.0f} s" for kind, spent in seconds.most_common(6)))
    del application
    return 1 if failures else 0


def _read(kind: str, file: Path) -> str:
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    signal.alarm(LONGEST_WAIT)
    try:
        READERS[kind].read(file)
    except OWN_ERRORS:
        return "refused"
    except HangError:
        print(f"{kind}: over {LONGEST} s")
        return "hang"
    except Exception:
        traceback.print_exc()
        return "traceback"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
    return "read"


def _hang(*_: object) -> None:
    raise HangError


if __name__ == "__main__":
    sys.exit(main())
