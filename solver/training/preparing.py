"""What a run is made of and which state it goes on from, found out before anything heavy is built."""

from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from solver.training.config import ConfigError, RunConfig
from solver.training.run_folder import RunFolder
from solver.training.state_file import load_state

ANNEALED_AVERAGES = 10
"""How often the average of the weights is renewed while a copy is annealed."""


@dataclass(frozen=True)
class Start:
    """Where a run begins."""

    config: RunConfig
    state: Path | None = None
    """The folder of the state that it goes on from; None for random weights."""


def prepare(
    config: RunConfig | None,
    folder: RunFolder,
    *,
    kept: RunFolder | None = None,
    resume: bool = False,
    steps: int | None = None,
    anneal: int | None = None,
) -> Start:
    """Go on with the run in `folder`, else with the state that `kept` holds, else from random weights.

    `resume` insists on a state. `steps` replaces the configuration's. `anneal` makes the run a copy of `kept` whose
    rate falls to the final one over that many steps. Raises `ConfigError`, `StateError`.
    """
    if anneal is not None:
        return _annealed(config, folder, kept, anneal)
    source = next((run for run in (folder, kept) if run is not None and run.resumable), None)
    if source is None and folder.started and not folder.checkpoint.exists():
        # It was stopped before it first saved anything, so it starts again.
        config = config or folder.read_config()
    elif source is None and (resume or folder.started):
        raise ConfigError(f"There is no state to go on from in {folder.path}.")
    if source is None and config is None:
        raise ConfigError("A new run needs a configuration.")
    chosen = config if source is None else _fitting(config, source)
    assert chosen is not None
    if steps is not None:
        if steps < 1:
            raise ConfigError(f"A run has at least one step, not {steps}.")
        chosen = replace(chosen, training=replace(chosen.training, steps=steps))
    return Start(chosen, None if source is None else source.state)


def _annealed(config: RunConfig | None, folder: RunFolder, kept: RunFolder | None, steps: int) -> Start:
    if folder.resumable:
        found = folder.read_config()
        if found.training.schedule != "anneal":
            raise ConfigError(f"{folder.path} holds the run itself. Choose another folder for the annealed copy.")
        return Start(found, folder.state)
    if kept is None or not kept.resumable:
        raise ConfigError("There is no state to anneal. Name the run's folder with --from.")
    if steps < 1:
        raise ConfigError(f"Annealing takes at least one step, not {steps}.")
    chosen, now = _fitting(config, kept), int(load_state(kept.state)["step"])
    recipe = replace(
        chosen.training,
        schedule="anneal",
        anneal_from=now,
        steps=now + steps,
        final_rate=0.0,
        # The average forgets the steps at the full rate in time.
        ema=min(chosen.training.ema, max(0.0, 1 - ANNEALED_AVERAGES / steps)),
    )
    return Start(replace(chosen, training=recipe), kept.state)


def _fitting(config: RunConfig | None, source: RunFolder) -> RunConfig:
    """The configuration that was asked for, or else the run's own; the network must be the run's."""
    own = source.read_config()
    if config is not None and config.network != own.network:
        raise ConfigError(f"{source.path} holds a run of another network. Choose another folder.")
    return config or own
