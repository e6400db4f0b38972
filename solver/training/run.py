"""A training run from its first or last state to its end: logging, measuring, saving, and stopping on request."""

import math
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Never

import torch
from tqdm import tqdm

from solver.model.checkpoint import build_network, load_checkpoint, save_checkpoint
from solver.model.recursive import RecursiveModel
from solver.training.card import write_card
from solver.training.compiled import set_numba_threads
from solver.training.growing import grown
from solver.training.loop import Trainer
from solver.training.preparing import Start
from solver.training.processes import Processes
from solver.training.puzzle_data import make_source, make_validation_sets
from solver.training.run_folder import RunFolder
from solver.training.state_file import has_state, load_state, save_state
from solver.training.sudoku_data import SudokuSource, cache_folder
from solver.training.validation import measure

LISTED = 5_000
"""Puzzles that a run's folder lists, if it has no more."""


MOST_REWINDS = 5
"""In a row, without a state saved in between."""


class DivergedError(ValueError):
    """Training that has diverged for good; the message is one sentence."""


@dataclass(frozen=True)
class RunOptions:
    """How a run is run, as distinct from what it is made of."""

    minutes: float | None = None
    """Stop, resumable, after this time."""
    anneal_minutes: float = 0.0
    """Of `minutes`, the last ones, in which the rate goes down to zero. The state stays what it was before; what
    they give is the checkpoint."""
    device: str = "cpu"
    init_from: Path | None = None
    """A checkpoint folder or another run's folder to take the weights from."""
    cache: Path | None = None
    generating_processes: int = 1


def train(start: Start, folder: RunFolder, options: RunOptions) -> None:
    """Train until stopped or to the last step; raises `ConfigError`, `StateError`, `CheckpointError`.

    Where the loss or the weights become NaN or infinite, the last state that was saved is loaded again; if that does
    not help, `DivergedError` is raised.

    SIGINT and SIGTERM end it after the current step, with its state saved.
    """
    processes = Processes(options.device)
    try:
        _Run(start, folder, options, processes).go()
    finally:
        processes.close()


class _Run:
    def __init__(self, start: Start, folder: RunFolder, options: RunOptions, processes: Processes) -> None:
        self.config, self.folder, self.processes = start.config, folder, processes
        config = start.config
        self.leads = processes.rank == 0
        self.budget = 60 * options.minutes if options.minutes is not None else None
        self.annealing = 60 * options.anneal_minutes
        self.rewinds = 0
        cache = options.cache or cache_folder()
        # The others find in the cache what the first has generated.
        if self.leads:
            source = make_source(config, cache, processes.device, processes=options.generating_processes)
        processes.agreed(None)
        if not self.leads:
            source = make_source(config, cache, processes.device)
        self.validation = make_validation_sets(config, cache) if self.leads else []
        self.trainer = Trainer(config, source, processes)
        self.seconds_before = 0.0
        if start.state is not None:
            self._load(start.state)
        elif options.init_from is not None:
            start_from(self.trainer, options.init_from)
        if self.leads:
            folder.tidy()
            folder.write_config(config)
            if start.state is not None:
                folder.take_log(RunFolder(start.state.parent))
            if isinstance(source, SudokuSource) and len(source.puzzles) <= LISTED:
                folder.list_puzzles(source.puzzles.cpu().numpy(), source.solutions.cpu().numpy())
            folder.cut_log(self.trainer.steps_done)

    def go(self) -> None:
        trainer, recipe = self.trainer, self.config.training
        self.started = self.saved = self.logged = time.monotonic()
        with _stop_requests() as stop, self._progress() as bar:
            while trainer.steps_done < recipe.steps and not self._should_stop(stop):
                self._anneal_by_the_clock()
                trainer.step()
                bar.update()
                if trainer.steps_done % recipe.log_every == 0 and not self._log(bar):
                    self._rewind()
                    bar.update(trainer.steps_done - bar.n)
                    continue
                if trainer.steps_done % self.config.validation.every == 0:
                    self._validate()
                if self.processes.agreed(time.monotonic() - self.saved > 60 * recipe.save_minutes):
                    self._save()
        if trainer.steps_done == recipe.steps and trainer.steps_done % self.config.validation.every:
            self._validate()
        self._save()

    def _anneal_by_the_clock(self) -> None:
        if self.budget is None or not self.annealing:
            return
        left = self.started + self.budget - time.monotonic()
        share = min(1.0, max(0.0, left / self.annealing))
        if self.processes.agreed(share < 1) and self.trainer.rate_share == 1:
            self._save()
        self.trainer.rate_share = share

    def _load(self, folder: Path) -> None:
        state = load_state(folder)
        build_network(self.config.network, state["network"], str(folder))
        self.trainer.load_state(state)
        self.seconds_before = state["seconds"]

    def _rewind(self) -> None:
        """Go on from the last state that was saved, with other puzzles in the slots."""
        self.rewinds += 1
        if self.rewinds > MOST_REWINDS or not self.folder.resumable:
            raise DivergedError(
                f"The loss became NaN or infinite after step {self.trainer.steps_done}. The last good state is kept; "
                "a lower rate may help."
            )
        state = load_state(self.folder.state)
        state["draws"] += self.rewinds
        self.trainer.load_state(state)
        self.logged = time.monotonic()

    def _seconds(self) -> float:
        return self.seconds_before + time.monotonic() - self.started

    def _should_stop(self, stop: threading.Event) -> bool:
        over = self.budget is not None and time.monotonic() - self.started >= self.budget
        decision: bool = self.processes.agreed(stop.is_set() or over)
        return decision

    def _progress(self) -> "tqdm[Never]":
        steps = self.config.training.steps
        bar: tqdm[Never] = tqdm(
            total=steps,
            initial=self.trainer.steps_done,
            unit="step",
            desc=self.folder.path.name,
            disable=not self.leads,
        )
        return bar

    def _log(self, bar: "tqdm[Never]") -> bool:
        """Write a line of the log; False, and no line, if the loss or a weight is NaN or infinite."""
        now, slot_steps = time.monotonic(), self.trainer.metric_steps * self.config.training.batch_size
        rate, self.logged = slot_steps / (now - self.logged), now
        metrics = self.trainer.take_metrics()
        if not (math.isfinite(metrics["loss"]) and self.trainer.is_finite()):
            return False
        bar.set_postfix_str(f"loss {metrics['loss']:.4f}, right {metrics['right']:.1%}")
        if self.leads:
            line = {name: round(value, 6) for name, value in metrics.items()}
            line |= {"seconds": round(self._seconds(), 1), "slot_steps_per_second": round(rate, 1)}
            self.folder.append({"step": self.trainer.steps_done, **line})
        return True

    def _validate(self) -> None:
        if not self.leads:
            return
        size = self.config.validation.batch_size or self.config.training.batch_size
        with self.trainer.averaged_weights() as network:
            found = {
                puzzles.name: measure(network, puzzles, batch_size=size, dtype=self.trainer.dtype).to_json()
                for puzzles in self.validation
            }
        self.folder.append({"step": self.trainer.steps_done, "validation": found, "seconds": round(self._seconds(), 1)})
        self.folder.draw_curve()

    def _save(self) -> None:
        if not self.trainer.is_finite():
            self._rewind()
            return
        state: dict[str, Any] = self.trainer.state() | {"seconds": self._seconds()}
        if self.leads:
            if self.trainer.rate_share == 1:
                save_state(self.folder.state, state)
            with self.trainer.averaged_weights() as network:
                card = write_card(self.config, self.folder.log())
                save_checkpoint(self._shipped(network), self.folder.checkpoint, card)
        self.saved, self.rewinds = time.monotonic(), 0

    def _shipped(self, network: RecursiveModel) -> RecursiveModel:
        """What of it is of use to others: of an ARC network not the embeddings of the tasks that it was trained on."""
        if self.config.network.kind != "arc":
            return network
        from solver.training.arc_data import without_tasks

        return without_tasks(network)


def start_from(trainer: Trainer, source: Path) -> None:
    """Take the weights of a checkpoint folder, or weights, EMA and optimiser of a run; the schedule starts again.

    A base network for ARC knows no tasks: all begin with its embedding.
    """
    state_folder = next((f for f in (source / "state", source) if has_state(f)), None)
    if state_folder is not None:
        state = load_state(state_folder)
        weights, others = state["network"], [state["ema"], state["optimiser"], state.get("wave_head")]
    else:
        found = load_checkpoint(source)
        weights, others = found.network.state_dict(), []
        if found.config.mixer != trainer.config.network.mixer and found.config.kind == trainer.config.network.kind:
            weights = grown(weights, found.config, trainer.config.network)
        if trainer.config.network.kind == "arc":
            from solver.training.arc_data import with_tasks

            weights = with_tasks(weights, trainer.config.network)
    build_network(trainer.config.network, weights, str(source))
    trainer.start_from(weights, *others)


@contextmanager
def _stop_requests() -> Iterator[threading.Event]:
    """An event that SIGINT or SIGTERM sets; a second signal acts as ever."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def request(number: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, request)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def set_threads(count: int | None) -> None:
    """Let torch and numba use this many threads."""
    if count is not None:
        torch.set_num_threads(count)
        set_numba_threads(count)
