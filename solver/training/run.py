"""A training run from its first or last state to its end: logging, measuring, saving, and stopping on request."""

import math
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import Any, Never

import torch
from tqdm import tqdm

from solver.model.checkpoint import build_network, load_checkpoint, save_checkpoint
from solver.model.recursive import RecursiveModel
from solver.training.card import write_card
from solver.training.config import ConfigError, RunConfig
from solver.training.loop import Trainer
from solver.training.processes import Processes
from solver.training.puzzle_data import make_source, make_validation_sets
from solver.training.run_folder import RunFolder
from solver.training.state_file import has_state, load_state, save_state
from solver.training.sudoku_data import SudokuSource, cache_folder
from solver.training.validation import measure

LISTED = 5_000
"""Puzzles that a run's folder lists, if it has no more."""


class DivergedError(ValueError):
    """Training that has gone astray for good; the message is one sentence."""


@dataclass(frozen=True)
class RunOptions:
    """How a run is run, as distinct from what it is made of."""

    resume: bool = False
    minutes: float | None = None
    """Stop, resumable, after this time."""
    device: str = "cpu"
    init_from: Path | None = None
    """A checkpoint folder or another run's folder to take the weights from."""
    cache: Path | None = None
    generating_processes: int = 1


def train(config: RunConfig, folder: RunFolder, options: RunOptions) -> None:
    """Train until `config.training.steps` or until stopped; raises `ConfigError`, `StateError`, `CheckpointError`.

    Raises `DivergedError`, and leaves what was saved before as it is, once the weights or the loss are no numbers.

    SIGINT and SIGTERM end it after the step under way, with its state saved.
    """
    processes = Processes(options.device)
    try:
        _Run(config, folder, options, processes).go()
    finally:
        processes.close()


class _Run:
    def __init__(self, config: RunConfig, folder: RunFolder, options: RunOptions, processes: Processes) -> None:
        self.config, self.folder, self.processes = config, folder, processes
        self.leads = processes.rank == 0
        self.budget = 60 * options.minutes if options.minutes is not None else None
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
        if options.resume:
            self._resume()
        elif options.init_from is not None:
            start_from(self.trainer, options.init_from)
        if self.leads:
            folder.write_config(config)
            if isinstance(source, SudokuSource) and len(source.puzzles) <= LISTED:
                folder.list_puzzles(source.puzzles.cpu().numpy(), source.solutions.cpu().numpy())
            folder.cut_log(self.trainer.steps_done)

    def go(self) -> None:
        trainer, recipe = self.trainer, self.config.training
        self.started = self.saved = self.logged = time.monotonic()
        with _stop_requests() as stop, self._progress() as bar:
            while trainer.steps_done < recipe.steps and not self._should_stop(stop):
                trainer.step()
                if trainer.steps_done % recipe.log_every == 0:
                    self._log(bar)
                if trainer.steps_done % self.config.validation.every == 0:
                    self._validate()
                if self.processes.agreed(time.monotonic() - self.saved > 60 * recipe.save_minutes):
                    self._save()
                bar.update()
        if trainer.steps_done == recipe.steps and trainer.steps_done % self.config.validation.every:
            self._validate()
        self._save()

    def _resume(self) -> None:
        state = load_state(self.folder.state)
        build_network(self.config.network, state["network"], str(self.folder.state))
        self.trainer.load_state(state)
        self.seconds_before = state["seconds"]

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

    def _log(self, bar: "tqdm[Never]") -> None:
        now, slot_steps = time.monotonic(), self.trainer.metric_steps * self.config.training.batch_size
        rate, self.logged = slot_steps / (now - self.logged), now
        metrics = self.trainer.take_metrics()
        if not math.isfinite(metrics["loss"]):
            self._give_up("loss")
        bar.set_postfix_str(f"loss {metrics['loss']:.4f}, right {metrics['right']:.1%}")
        if self.leads:
            line = {name: round(value, 6) for name, value in metrics.items()}
            line |= {"seconds": round(self._seconds(), 1), "slot_steps_per_second": round(rate, 1)}
            self.folder.append({"step": self.trainer.steps_done, **line})

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

    def _give_up(self, what: str) -> Never:
        raise DivergedError(
            f"The {what} is no number any more after step {self.trainer.steps_done}, so the run ends; "
            "what it saved before is as it was."
        )

    def _save(self) -> None:
        if not all(bool(torch.isfinite(average).all()) for average in self.trainer.ema):
            self._give_up("average of the weights")
        state: dict[str, Any] = self.trainer.state() | {"seconds": self._seconds()}
        if self.leads:
            save_state(self.folder.state, state)
            with self.trainer.averaged_weights() as network:
                card = write_card(self.config, self.folder.log())
                save_checkpoint(self._shipped(network), self.folder.checkpoint, card)
        self.saved = time.monotonic()

    def _shipped(self, network: RecursiveModel) -> RecursiveModel:
        """What of it is of use to others: of an ARC network not the embeddings of the tasks that it was trained on."""
        if self.config.network.kind != "arc":
            return network
        from solver.training.arc_data import without_tasks

        return without_tasks(network)


def start_from(trainer: Trainer, source: Path) -> None:
    """Take the weights of a checkpoint folder, or weights, EMA and optimiser of a run; the schedule starts anew.

    A base network for ARC knows no tasks: all begin with its embedding.
    """
    state_folder = next((f for f in (source / "state", source) if has_state(f)), None)
    if state_folder is not None:
        state = load_state(state_folder)
        weights, others = state["network"], [state["ema"], state["optimiser"], state.get("wave_head")]
    else:
        weights, others = load_checkpoint(source).network.state_dict(), []
        if trainer.config.network.kind == "arc":
            from solver.training.arc_data import with_tasks

            weights = with_tasks(weights, trainer.config.network)
    build_network(trainer.config.network, weights, str(source))
    trainer.start_from(weights, *others)


def prepare(config: RunConfig | None, folder: RunFolder, *, resume: bool, steps: int | None = None) -> RunConfig:
    """The configuration to run with; raises `ConfigError` if the folder and the wish to resume do not fit."""
    chosen = _choose(config, folder, resume=resume)
    if steps is None:
        return chosen
    if steps < 1:
        raise ConfigError(f"A run has at least one step, not {steps}.")
    return replace(chosen, training=replace(chosen.training, steps=steps))


def _choose(config: RunConfig | None, folder: RunFolder, *, resume: bool) -> RunConfig:
    if resume:
        if not folder.resumable:
            raise ConfigError(f"There is no state to resume in {folder.path}.")
        return folder.read_config()
    if folder.begun:
        raise ConfigError(f"{folder.path} already holds a run; add --resume to go on with it, or choose another.")
    if config is None:
        raise ConfigError("A new run needs a configuration.")
    return config


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
    """Let torch use this many threads."""
    if count is not None:
        torch.set_num_threads(count)
