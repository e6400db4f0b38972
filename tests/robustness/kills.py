"""`make kills`: kill −9 at a random moment of everything that writes, and look at what is left.

Nothing but what was being written may be lost, and after the next start nothing may be left behind.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import torch
from PySide6.QtCore import QLockFile

from app.documents.autosave import _find, _lock_of, _write
from app.documents.entry import Entry
from app.documents.ponder_file import read_ponder, write_ponder
from app.documents.unsaved import Unsaved
from app.exporting.trace_file import export_trace
from app.runtime.tidying import tidy
from solver.files import remove_leftovers, restore_folder
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint, save_checkpoint
from solver.model.importing import import_checkpoint
from solver.reasoning.adapted_cache import AdaptedCache
from solver.training.run_folder import RunFolder
from solver.training.state_file import load_state, save_state
from tests.traces import maze_trace, sudoku_puzzle, sudoku_trace

PLENTY = 0.25
"""Seconds within which each action was done at least once, usually many times."""


@dataclass(frozen=True)
class Action:
    """`prepare` makes the first whole state, `act` changes it again and again, `check` raises for a loss."""

    prepare: Callable[[Path], None]
    act: Callable[[Path, int], None]
    check: Callable[[Path], None]
    leftovers: Callable[[Path], list[Path]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="of each action")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.kills} kills of each action", flush=True)
    torch.set_num_threads(1)
    chance = random.Random(options.seed)
    for name, action in ACTIONS.items():
        began, middle = time.perf_counter(), 0
        with tempfile.TemporaryDirectory(prefix="ponder-kills-") as home:
            folder = Path(home)
            action.prepare(folder)
            for _ in range(options.kills):
                _kill(folder, action, chance.random() * PLENTY)
                middle += _half_way(folder)
                action.check(folder)
                left = action.leftovers(folder)
                if left:
                    print(f"{name}: {left} left behind")
                    return 1
        print(
            f"{name}: {options.kills} kills in {time.perf_counter() - began:.0f} s, {middle} of them half way; "
            "nothing lost, nothing left behind",
            flush=True,
        )
    return 0


def _kill(folder: Path, action: Action, seconds: float) -> None:
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(write, b".")
            number = 0
            while True:
                number += 1
                action.act(folder, number)
        except BaseException:
            import traceback

            traceback.print_exc()
        os._exit(1)
    os.read(read, 1)
    os.close(read)
    os.close(write)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the action failed")


def _half_way(folder: Path) -> bool:
    return any(each.name.startswith(".") or each.suffix == ".part" for each in folder.rglob("*"))


def _hidden(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.name.startswith(".")]


def _entries(number: int) -> list[Entry]:
    trace = TRACES[number % 2]
    return [Entry("by hand", sudoku_puzzle(), by_hand=True)] + [Entry(str(number), trace.puzzle, trace)] * 3


TRACES = (sudoku_trace(steps=6, solved=False), maze_trace(steps=6, solved=False))


def _save(folder: Path, number: int) -> None:
    write_ponder(folder / "a.ponder", _entries(number), 0)


def _check_saved(folder: Path) -> None:
    entries, _ = read_ponder(folder / "a.ponder")
    assert entries[0].by_hand
    # The next start looks into the folders of recent files.
    tidy([folder / "a.ponder"], folder / "none")


_LOCKS: dict[Path, QLockFile] = {}


def _autosave(folder: Path, number: int) -> None:
    file = folder / f"{os.getpid()}.ponder"
    lock = _LOCKS.setdefault(file, _lock_of(file))
    _write(file, lock, Unsaved(_entries(number), 0, None))


def _check_autosaved(folder: Path) -> None:
    """The next start offers what was kept; one that it discards leaves nothing."""
    left = _find(folder)
    if left is None:
        assert not list(folder.glob("*.ponder")), "a file was kept but is not offered"
    else:
        assert left.read.entries[0].by_hand
        left.file.unlink()
        left.lock.unlock()
    # A lock without its file was made by a program that was killed before it wrote.
    for each in folder.glob("*.lock"):
        stale = _lock_of(each.with_suffix(".ponder"))
        assert stale.tryLock(0)
        stale.unlock()


def _export(folder: Path, number: int) -> None:
    export_trace(folder / "a.json", TRACES[number % 2])


def _check_exported(folder: Path) -> None:
    from app.documents.opening import read_file

    assert read_file(folder / "a.json").entries[0].trace is not None
    tidy([folder / "a.json"], folder / "none")


def _cache(folder: Path, number: int) -> None:
    AdaptedCache(folder).save(_FITTED[0])


def _check_cached(folder: Path) -> None:
    fitted = _FITTED[0]
    assert AdaptedCache(folder).load(fitted.task, fitted.base) is not None
    remove_leftovers(folder)


def _prepare_cache(folder: Path) -> None:
    from importlib.resources import files

    from app.documents.samples import FITTED, samples
    from solver.puzzles.arc.task import read_task

    sample = next(path for path in samples() if path.name in FITTED)
    base = load_checkpoint(bundled_checkpoints()["arc"]).fingerprint
    bundled = AdaptedCache(folder, bundled=Path(str(files("assets"))) / "adapted")
    found = bundled.load(read_task(sample.read_bytes(), sample.stem), base)
    assert found is not None
    _FITTED[:] = [found]
    _cache(folder, 0)


_FITTED: list = []


def _import(folder: Path, number: int) -> None:
    import_checkpoint(bundled_checkpoints()["maze"], folder)


def _check_imported(folder: Path) -> None:
    for each in folder.iterdir():
        if not each.name.startswith("."):
            load_checkpoint(each)
    tidy([], folder)
    # One stays, so that the next check has something to look at.
    whole = sorted(each for each in folder.iterdir() if not each.name.startswith("."))
    for each in whole[1:]:
        for file in each.iterdir():
            file.unlink()
        each.rmdir()


def _train(folder: Path, number: int) -> None:
    network = _NETWORK[0]
    save_state(folder / "state", {"step": number, "network": network.state_dict()}, part_bytes=100_000)
    save_checkpoint(network, folder / "checkpoint", f"card {number}")


def _prepare_training(folder: Path) -> None:
    _NETWORK[:] = [load_checkpoint(bundled_checkpoints()["sudoku"]).network]
    _train(folder, 0)


_NETWORK: list = []


def _check_trained(folder: Path) -> None:
    run = RunFolder(folder)
    load_state(run.state)
    run.tidy()
    restore_folder(run.checkpoint)
    load_checkpoint(run.checkpoint)
    index = load_state(run.state)
    assert index["step"] >= 0


ACTIONS = {
    "save": Action(lambda folder: _save(folder, 0), _save, _check_saved, _hidden),
    "autosave": Action(lambda folder: None, _autosave, _check_autosaved, lambda folder: list(folder.iterdir())),
    "export": Action(lambda folder: _export(folder, 0), _export, _check_exported, _hidden),
    "cache write": Action(_prepare_cache, _cache, _check_cached, _hidden),
    "checkpoint import": Action(lambda folder: _import(folder, 0), _import, _check_imported, _hidden),
    "training save": Action(_prepare_training, _train, _check_trained, _hidden),
}


if __name__ == "__main__":
    sys.exit(main())
