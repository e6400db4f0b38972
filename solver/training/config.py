"""What a training run is made of, read from a TOML file; errors name the table and the field."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import tomli_w
from msgspec import Meta, Struct, field

from solver.files import FileError, read_text_limited
from solver.model.config import NetworkConfig

Count = Annotated[int, Meta(ge=0, le=10**9)]
Positive = Annotated[int, Meta(ge=1, le=10**9)]
Rate = Annotated[float, Meta(gt=0, le=1000)]
Amount = Annotated[float, Meta(ge=0, le=1000)]
Share = Annotated[float, Meta(ge=0, le=1)]
Seed = Annotated[int, Meta(ge=0, le=2**53)]
Side = Annotated[int, Meta(ge=5, le=101)]


LARGEST_CONFIG = 64 << 10
"""Bytes."""


class ConfigError(ValueError):
    """A configuration that cannot be used; the message is one sentence that says where and why."""


class SudokuPart(Struct, frozen=True, forbid_unknown_fields=True):
    """One generator's share of the Sudoku training data."""

    generator: Literal["uniform", "eased", "vicinity", "list"]
    """Random minimal puzzles, the same with more givens than needed, hard ones by vicinity search, or a list."""
    count: Positive
    """Puzzles in its pool; of a list, as many at most, drawn by `seed`."""
    weight: Rate = 1.0
    """How often it is drawn, relative to the other parts."""
    full_at: Share = 0.0
    """The share of its puzzles that must be answered before it is drawn at its full weight. Below, it is drawn in
    proportion to the share that is, and at a twentieth of the weight at least: puzzles that are hardly ever answered
    teach little and crowd out the rest."""
    seed: Seed = 0
    fewest_givens: Annotated[int, Meta(ge=0, le=80)] = 22
    most_givens: Annotated[int, Meta(ge=0, le=80)] = 44
    """`eased`: givens are removed down to a number between these, or until the puzzle is minimal."""
    min_backtracks: Count = 8
    """`vicinity`: how hard a puzzle must be for the exact search."""
    chain: Positive = 150
    """`vicinity`: steps on one solution grid; hundreds of backtracks take a thousand steps."""
    per_grid: Positive = 12
    """`vicinity`: puzzles taken from one solution grid at most."""
    file: str = ""
    """`list`: an .npz of puzzles, solutions and backtracks, within the folder that PONDER_DATA names."""
    hold_back: Annotated[int, Meta(ge=2, le=10**9)] = 50
    """`list`: one puzzle in this many is never trained on, but validated on."""
    reveal: Annotated[int, Meta(ge=0, le=80)] = 0
    """Blank cells, other ones in each draw, given as well: a way up to puzzles that are hardly ever answered."""

    def __post_init__(self) -> None:
        if self.fewest_givens > self.most_givens:
            raise ValueError("fewest_givens must not exceed most_givens")
        if bool(self.file) != (self.generator == "list"):
            raise ValueError("file is for the list generator, which needs one")


class MazePart(Struct, frozen=True, forbid_unknown_fields=True):
    """One style's share of the maze training data."""

    style: Literal["perfect", "braided", "obstacles", "rooms"]
    weight: Rate = 1.0
    openness: Share = 1.0
    """`braided`: share of the dead ends opened; `rooms`: of the extra doors; `obstacles`: 45 % walls at 0, 28–45 % at
    1."""
    smallest: Side = 7
    """Side of the smallest maze; the largest fills the canvas."""
    least_moves: Annotated[float, Meta(ge=0, le=4)] = 0.0
    """Least distance of start and goal, in sides of the maze; Maze-Hard asks for 3.63 (109 moves on 30×30)."""


class MazeStage(Struct, frozen=True, forbid_unknown_fields=True):
    """What is trained on from one step of the run to the next stage."""

    canvas: Side
    """Side of the square that all slots share; smaller mazes lie in it at random, inside walls."""
    mixture: Annotated[tuple[MazePart, ...], Meta(min_length=1)]
    from_step: Count = 0
    farthest: Share = 0.0
    """How often the goal is as far as possible; else it is drawn from the farther half of the reachable cells."""

    def __post_init__(self) -> None:
        if any(part.smallest > self.canvas for part in self.mixture):
            raise ValueError("smallest must not exceed the canvas")


class DataConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the puzzles come from: a mixture of pools for Sudoku, stages of generated mazes, ARC's training tasks."""

    seed: Seed = 0
    mixture: tuple[SudokuPart, ...] = ()
    stages: tuple[MazeStage, ...] = ()
    canvases: tuple[Annotated[int, Meta(ge=2, le=30)], ...] = ()
    """ARC: sides of canvases, smallest first, each for the tasks that fit it and none before it; larger ones are left
    out."""
    canvas_starts: tuple[Count, ...] = ()
    """ARC: the optimiser step from which each canvas is drawn; all from the first if none is told."""
    slot_tokens: Count = 0
    """ARC: on large canvases there are fewer slots than `batch_size`, so that all together have about as many tokens;
    0 for no limit."""
    pairs: str = ""
    """ARC: an .npz of further pairs of the benchmark's training tasks, within the folder that PONDER_DATA names."""
    canvas_steps: Positive = 20
    """ARC: optimiser steps on one canvas before another is drawn."""
    further_tasks: bool = False
    """ARC: whether the training tasks that ARC-AGI-2 adds to those of ARC-AGI-1 are among them."""
    generated: Annotated[int, Meta(ge=0, le=10**6)] = 0
    """ARC: tasks drawn from each generator, besides the benchmark's training tasks."""
    rules: tuple[str, ...] = ()
    """ARC: modules of `solver.training.arc_rules` whose generators are used; all if none is named."""
    generated_pairs: Annotated[int, Meta(ge=1, le=10**4)] = 10
    """ARC: demonstrations of each."""
    generated_share: Share = 0.5
    """ARC: of the demonstrations drawn."""
    exclude: tuple[str, ...] = ()
    """Files of evaluation puzzles, any symmetric copy of which is kept out of the training data."""

    def __post_init__(self) -> None:
        if sum(map(bool, (self.mixture, self.stages, self.canvases))) != 1:
            raise ValueError("it must have a mixture (Sudoku), stages (mazes) or canvases (ARC), and only one of them")
        if list(self.canvases) != sorted(set(self.canvases)):
            raise ValueError("each of the canvases must be larger than the one before")
        if self.canvas_starts and (len(self.canvas_starts) != len(self.canvases) or self.canvas_starts[0] != 0):
            raise ValueError("canvas_starts must have a step for each canvas, and 0 for the first")
        if list(self.canvas_starts) != sorted(self.canvas_starts):
            raise ValueError("no canvas may start before a smaller one")
        starts = [stage.from_step for stage in self.stages]
        if starts and (starts[0] != 0 or starts != sorted(set(starts))):
            raise ValueError("the stages must start at step 0 and follow each other")


class CycleStage(Struct, frozen=True, forbid_unknown_fields=True):
    """How deep the recursion is in training from one step on."""

    H_cycles: Annotated[int, Meta(ge=1, le=1024)]
    L_cycles: Annotated[int, Meta(ge=1, le=1024)]
    from_step: Count = 0


class TrainingConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """The recipe: deep supervision with a carried state (paper, Sections 4.1 to 4.6)."""

    steps: Positive
    """Optimiser steps, one for each supervision step of the batch."""
    batch_size: Annotated[int, Meta(ge=1, le=2**20)]
    """Slots of all processes together."""
    seed: Seed = 0
    rate: Rate = 1e-3
    schedule: Literal["cosine", "constant", "anneal"] = "cosine"
    """How the rate goes on after the warm-up: down by a cosine; not at all, so that a run can always go on; or, from a
    constant run's state, down in a straight line over the steps from `anneal_from` to the last."""
    anneal_from: Count = 0
    final_rate: Share = 0.1
    """Where the cosine or the line ends, as a share of `rate`."""
    warmup: Count = 200
    betas: tuple[Share, Share] = (0.9, 0.95)
    weight_decay: Amount = 0.1
    clip: Rate = 1.0
    """Largest gradient norm."""
    ema: Share = 0.999
    puzzle_rate: Rate = 1.0
    """How much faster than the rest the puzzle embeddings learn, which start at zero and are seldom drawn."""
    q_weight: Amount = 0.5
    wall_weight: Amount = 1.0
    """Weight of a maze's wall cells in the loss."""
    wave_weight: Amount = 0.0
    """Mazes: weight of the auxiliary loss, each cell's way to the goal (see `solver.training.wave`); 0 for none."""
    wave_speed: Rate = 8.0
    """Cells per supervision step that the wave must spread, and the path grow back, to count as on time."""
    spare_steps: Count = 4
    """With `wave_weight`, steps that a maze may have beyond those that it needs at `wave_speed`."""
    any_path: bool = False
    """Mazes: whether any shortest path counts as right, instead of the canonical one only."""
    halting: Literal["threshold", "act"] = "threshold"
    """When a slot is done with its puzzle. `threshold`, as in TRM: once q > 0. `act`, as in HRM: once q for halting is
    larger than q for continuing, which learns the larger of the next step's two; that costs another step, without
    gradient."""
    exploration: Share = 0.1
    """How often a slot must go on for a random number of steps before it may halt."""
    late_share: Share = 0.0
    """Share of the puzzles that may take `late_steps` instead of the network's `halt_max_steps`, so that late states
    are trained on too."""
    late_steps: Annotated[int, Meta(ge=1, le=4096)] = 64
    path_noise: Amount = 0.0
    """Standard deviation of what is added to z before each supervision step, in half of the slots."""
    latent_noise: Amount = 0.0
    """Standard deviation of what is added to the initial z of each puzzle."""
    feature_dropout: Share = 0.0
    """`colour` mixer: how often a grid is shown without one of the groups of its features (see `grid_features`)."""
    dtype: Literal["float32", "bfloat16"] = "float32"
    """What x, y, z and all activations are computed in; weights stay float32."""
    compile: bool = False
    cycles: tuple[CycleStage, ...] = ()
    """Recursion in training where it differs from the network's own."""
    log_every: Positive = 100
    save_minutes: Rate = 2.0

    def __post_init__(self) -> None:
        starts = [stage.from_step for stage in self.cycles]
        if starts != sorted(set(starts)):
            raise ValueError("the cycles must follow each other")


class ValidationConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """What the run is measured on now and then: frozen puzzles that training never sees."""

    every: Positive = 1000
    """Optimiser steps."""
    puzzles: Annotated[int, Meta(ge=1, le=10**5)] = 128
    """In each set."""
    sizes: tuple[Side, ...] = (13, 21)
    """Sides of the mazes."""
    batch_size: Annotated[int, Meta(ge=0, le=2**20)] = 0
    """0: as many as in training."""


class RunConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a run is made of."""

    network: NetworkConfig
    training: TrainingConfig
    data: DataConfig
    validation: ValidationConfig = field(default_factory=ValidationConfig)

    def __post_init__(self) -> None:
        wanted = {"sudoku": "mixture", "maze": "stages", "arc": "canvases"}.get(self.network.kind)
        if wanted is None or not getattr(self.data, wanted):
            raise ValueError(f"a {self.network.kind} network cannot be trained on these data")
        if self.training.halting == "act" and self.network.architecture != "hrm":
            raise ValueError("halting = 'act' needs HRM's second q")
        if self.training.wave_weight and self.network.kind != "maze":
            raise ValueError("wave_weight is for mazes")
        if self.training.any_path and self.network.kind != "maze":
            raise ValueError("any_path is for mazes")
        if self.training.feature_dropout and self.network.mixer != "colour":
            raise ValueError("feature_dropout is for the colour mixer")


def read_run_config(name_or_file: str) -> RunConfig:
    """The configuration of that name (see `config_names`), or in that file; raises `ConfigError`."""
    file = Path(name_or_file)
    if file.suffix != ".toml":
        file = _folder() / f"{name_or_file}.toml"
        if not file.is_file():
            raise ConfigError(f"There is no configuration {name_or_file!r}. There are {', '.join(config_names())}.")
    try:
        return parse_run_config(read_text_limited(file, LARGEST_CONFIG))
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}.") from None
    except (UnicodeDecodeError, FileError, ConfigError) as error:
        raise ConfigError(f"{file.name}: {error}") from None


def parse_run_config(text: str) -> RunConfig:
    """The configuration that a TOML text describes; raises `ConfigError`."""
    try:
        tables = tomllib.loads(text)
        # `NetworkConfig` knows which fields older files may still hold.
        network = tables.get("network")
        if isinstance(network, dict):
            tables["network"] = NetworkConfig.from_json(network).to_json()
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{_short(str(error))}.") from None
    except RecursionError:
        raise ConfigError("The configuration is nested too deeply.") from None
    except ValueError as error:
        raise ConfigError(f"network: {str(error).rstrip('.')}.") from None
    try:
        return msgspec.convert(tables, RunConfig)
    except msgspec.ValidationError as error:
        raise ConfigError(_located(str(error))) from None


def format_run_config(config: RunConfig) -> str:
    """The configuration as TOML, every field spelled out."""
    tables = msgspec.to_builtins(config)
    return tomli_w.dumps(_without_none(tables))


def config_names() -> list[str]:
    """The configurations that ship with Ponder."""
    return sorted(file.stem for file in _folder().glob("*.toml"))


def _folder() -> Path:
    return Path(str(files("solver.training"))) / "configs"


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return [_without_none(item) for item in value] if isinstance(value, list | tuple) else value


_WHERE = re.compile(r"(?P<what>.*) - at `\$\.?(?P<where>[^`]*)`", re.DOTALL)


def _located(message: str) -> str:
    """msgspec's message, the field first: "training.steps: Expected `int` >= 1."."""
    found = _WHERE.fullmatch(message)
    if not found:
        return f"{_short(message.rstrip('.'))}."
    where = re.sub(r"\[(\d+)\]", lambda index: f"[{int(index[1]) + 1}]", found["where"])
    what = _short(found["what"].rstrip("."))
    return f"{_short(where)}: {what}." if where else f"{what}."


def _short(words: str) -> str:
    """At most 300 characters: a name in a file may have any length."""
    return words if len(words) <= 300 else words[:299] + "…"
