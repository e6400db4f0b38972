"""What a training run is made of, read from a TOML file; errors name the table and the field."""

import tomllib
from dataclasses import MISSING, asdict, dataclass, field, fields, is_dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from solver.model.config import NetworkConfig


class ConfigError(ValueError):
    """A configuration that cannot be used; the message is one sentence that says where and why."""


@dataclass(frozen=True)
class SudokuPart:
    """One generator's share of the Sudoku training data."""

    generator: Literal["uniform", "eased", "vicinity"]
    """Random minimal puzzles, the same with more givens than needed, or hard ones by vicinity search."""
    count: int
    """Puzzles in its pool."""
    weight: float = 1.0
    """How often it is drawn, relative to the other parts."""
    seed: int = 0
    fewest_givens: int = 22
    most_givens: int = 44
    """`eased`: givens are removed down to a number between these, or until the puzzle is minimal."""
    min_backtracks: int = 8
    """`vicinity`: how hard a puzzle must be for the exact search."""
    chain: int = 150
    """`vicinity`: steps on one solution grid; hundreds of backtracks take a thousand steps."""
    per_grid: int = 12
    """`vicinity`: puzzles taken from one solution grid at most."""

    def __post_init__(self) -> None:
        _at_least(self, count=1, chain=1, per_grid=1, min_backtracks=0, fewest_givens=0)
        _positive(self, "weight")
        if not self.fewest_givens <= self.most_givens <= 80:
            raise ValueError("fewest_givens must not exceed most_givens, nor that 80")


@dataclass(frozen=True)
class MazePart:
    """One style's share of the maze training data."""

    style: Literal["perfect", "braided", "obstacles", "rooms"]
    weight: float = 1.0
    openness: float = 1.0
    """0 to 1. `braided`: share of the dead ends opened; `rooms`: of the extra doors; `obstacles`: 45 % walls at 0,
    28–45 % at 1."""
    smallest: int = 7
    """Side of the smallest maze; the largest fills the canvas."""
    least_moves: float = 0.0
    """Least distance of start and goal, in sides of the maze; Maze-Hard asks for 3.63 (109 moves on 30×30)."""

    def __post_init__(self) -> None:
        _positive(self, "weight")
        _at_least(self, smallest=5)
        if not 0 <= self.openness <= 1:
            raise ValueError("openness must lie between 0 and 1")
        if not 0 <= self.least_moves <= 4:
            raise ValueError("least_moves must lie between 0 and 4")


@dataclass(frozen=True)
class MazeStage:
    """What is trained on from one step of the run to the next stage."""

    canvas: int
    """Side of the square that all slots share; smaller mazes lie in it at random, inside walls."""
    mixture: tuple[MazePart, ...]
    from_step: int = 0
    farthest: float = 0.0
    """How often the goal is as far as possible; else it is drawn from the farther half of the reachable cells."""

    def __post_init__(self) -> None:
        _at_least(self, canvas=5, from_step=0)
        if not self.mixture:
            raise ValueError("mixture must not be empty")
        if any(part.smallest > self.canvas for part in self.mixture):
            raise ValueError("smallest must not exceed the canvas")


@dataclass(frozen=True)
class DataConfig:
    """Where the puzzles come from: a mixture of pools for Sudoku, stages of generated mazes, ARC's training tasks."""

    seed: int = 0
    mixture: tuple[SudokuPart, ...] = ()
    stages: tuple[MazeStage, ...] = ()
    canvases: tuple[int, ...] = ()
    """ARC: sides of canvases, smallest first, each for the tasks that fit it and none before it; larger ones are left
    out."""
    canvas_steps: int = 20
    """ARC: optimiser steps on one canvas, before it is drawn anew."""
    further_tasks: bool = False
    """ARC: whether the training tasks that ARC-AGI-2 adds to those of ARC-AGI-1 are among them."""
    generated: int = 0
    """ARC: tasks drawn from each generator, besides the benchmark's training tasks."""
    rules: tuple[str, ...] = ()
    """ARC: modules of `solver.training.arc_rules` whose generators are used; all if none is named."""
    generated_pairs: int = 10
    """ARC: demonstrations of each."""
    generated_share: float = 0.5
    """ARC: of the demonstrations drawn."""
    exclude: tuple[str, ...] = ()
    """Files of evaluation puzzles, any symmetric copy of which is kept out of the training data."""

    def __post_init__(self) -> None:
        if sum(map(bool, (self.mixture, self.stages, self.canvases))) != 1:
            raise ValueError("it must have a mixture (Sudoku), stages (mazes) or canvases (ARC), and only one of them")
        _at_least(self, canvas_steps=1, generated=0, generated_pairs=1)
        if not 0 <= self.generated_share <= 1:
            raise ValueError("generated_share must lie between 0 and 1")
        if list(self.canvases) != sorted(set(self.canvases)) or any(not 2 <= side <= 30 for side in self.canvases):
            raise ValueError("canvases must lie between 2 and 30, each larger than the one before")
        starts = [stage.from_step for stage in self.stages]
        if starts and (starts[0] != 0 or starts != sorted(set(starts))):
            raise ValueError("the stages must start at step 0 and follow each other")


@dataclass(frozen=True)
class CycleStage:
    """How deep the recursion is in training from one step on."""

    H_cycles: int
    L_cycles: int
    from_step: int = 0

    def __post_init__(self) -> None:
        _at_least(self, H_cycles=1, L_cycles=1, from_step=0)


@dataclass(frozen=True)
class TrainingConfig:
    """The recipe: deep supervision with a carried state (paper, Sections 4.1 to 4.6)."""

    steps: int
    """Optimiser steps, one for each supervision step of the batch."""
    batch_size: int
    """Slots of all processes together."""
    seed: int = 0
    rate: float = 1e-3
    final_rate: float = 0.1
    """Where the cosine ends, as a share of `rate`."""
    warmup: int = 200
    betas: tuple[float, ...] = (0.9, 0.95)
    weight_decay: float = 0.1
    clip: float = 1.0
    """Largest gradient norm."""
    ema: float = 0.999
    puzzle_rate: float = 1.0
    """How much faster than the rest the puzzle embeddings learn, which start at zero and are seldom drawn."""
    q_weight: float = 0.5
    wall_weight: float = 1.0
    """Weight of a maze's wall cells in the loss."""
    wave_weight: float = 0.0
    """Mazes: weight of the auxiliary loss, each cell's way to the goal (see `solver.training.wave`); 0 for none."""
    wave_speed: float = 8.0
    """Cells a supervision step that the wave must spread, and the path grow back, to count as on time."""
    spare_steps: int = 4
    """With `wave_weight`, steps that a maze may have beyond those that it needs at `wave_speed`."""
    exploration: float = 0.1
    """How often a slot must go on for a random number of steps before it may halt."""
    latent_noise: float = 0.0
    """Standard deviation of what is added to the initial z of each puzzle."""
    feature_dropout: float = 0.0
    """`colour` mixer: how often a grid is shown without one of the groups of its features (see `grid_features`)."""
    dtype: Literal["float32", "bfloat16"] = "float32"
    """What x, y, z and all activations are computed in; weights stay float32."""
    compile: bool = False
    cycles: tuple[CycleStage, ...] = ()
    """Recursion in training where it differs from the network's own."""
    log_every: int = 100
    save_minutes: float = 5.0

    def __post_init__(self) -> None:
        _at_least(self, steps=1, batch_size=1, warmup=0, log_every=1, wave_weight=0, spare_steps=0)
        _positive(self, "rate", "puzzle_rate", "clip", "save_minutes", "wave_speed")
        for name in ("final_rate", "ema", "exploration", "feature_dropout"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} must lie between 0 and 1")
        if len(self.betas) != 2:
            raise ValueError("betas must be two numbers")
        starts = [stage.from_step for stage in self.cycles]
        if starts != sorted(set(starts)):
            raise ValueError("the cycles must follow each other")


@dataclass(frozen=True)
class ValidationConfig:
    """What the run is measured on now and then: frozen puzzles that training never sees."""

    every: int = 1000
    """Optimiser steps."""
    puzzles: int = 128
    """In each set."""
    sizes: tuple[int, ...] = (13, 21)
    """Sides of the mazes."""
    batch_size: int = 0
    """0: as many as in training."""

    def __post_init__(self) -> None:
        _at_least(self, every=1, puzzles=1, batch_size=0)


@dataclass(frozen=True)
class RunConfig:
    """Everything a run is made of."""

    network: NetworkConfig
    training: TrainingConfig
    data: DataConfig
    validation: ValidationConfig = field(default_factory=ValidationConfig)

    def __post_init__(self) -> None:
        wanted = {"sudoku": "mixture", "maze": "stages", "arc": "canvases"}.get(self.network.kind)
        if wanted is None or not getattr(self.data, wanted):
            raise ValueError(f"a {self.network.kind} network cannot be trained on these data")
        if self.training.wave_weight and self.network.mixer != "convolution":
            raise ValueError("wave_weight is for the convolution mixer")
        if self.training.feature_dropout and self.network.mixer != "colour":
            raise ValueError("feature_dropout is for the colour mixer")


def read_run_config(name_or_file: str) -> RunConfig:
    """The configuration of that name (see `config_names`), or in that file; raises `ConfigError`."""
    file = Path(name_or_file)
    if file.suffix != ".toml":
        file = _folder() / f"{name_or_file}.toml"
        if not file.is_file():
            raise ConfigError(f"There is no configuration {name_or_file!r}; there are {', '.join(config_names())}.")
    try:
        return parse_run_config(file.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {error.strerror}.") from None
    except (UnicodeDecodeError, ConfigError) as error:
        raise ConfigError(f"{file.name}: {error}") from None


def parse_run_config(text: str) -> RunConfig:
    """The configuration that a TOML text describes; raises `ConfigError`."""
    try:
        config: RunConfig = _read(RunConfig, tomllib.loads(text), "")
        return config
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{error}.") from None


def config_names() -> list[str]:
    """The configurations that ship with Ponder."""
    return sorted(file.stem for file in _folder().glob("*.toml"))


def format_run_config(config: RunConfig) -> str:
    """The configuration as TOML, every field spelled out."""
    return "\n\n".join(_format_table(f"[{name}]", name, table) for name, table in asdict(config).items()) + "\n"


def _folder() -> Path:
    return Path(str(files("solver.training"))) / "configs"


def _format_table(header: str, name: str, table: dict[str, Any]) -> str:
    lines = [header]
    lines += [f"{key} = {_format_value(v)}" for key, v in table.items() if v is not None and not _is_tables(v)]
    for key, rows in table.items():
        if _is_tables(rows):
            path = f"{name}.{key}"
            lines += ["\n" + _format_table(f"[[{path}]]", path, row) for row in rows]
    return "\n".join(lines)


def _is_tables(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], dict)


def _format_value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_format_value, value)) + "]"
    return repr(value)


def _read(kind: type[Any], data: dict[str, Any], where: str) -> Any:
    hints = get_type_hints(kind)
    known = {f.name: f for f in fields(kind)}
    label = f"[{where}]" if where else "The file"
    if unknown := sorted(set(data) - set(known)):
        raise ConfigError(f"{label} has an unknown field {unknown[0]!r}.")
    for f in known.values():
        if f.name not in data and f.default is MISSING and f.default_factory is MISSING:
            raise ConfigError(f"{label} lacks {f.name!r}.")
    prefix = f"{where}." if where else ""
    values = {name: _convert(hints[name], value, f"{prefix}{name}") for name, value in data.items()}
    try:
        return kind(**values)
    except ConfigError:
        raise
    except ValueError as error:
        raise ConfigError(f"{label}: {str(error).rstrip('.')}.") from None


def _convert(kind: Any, value: Any, where: str) -> Any:
    if kind is NetworkConfig and isinstance(value, dict):
        try:
            return NetworkConfig.from_json(value)
        except ValueError as error:
            raise ConfigError(f"[{where}]: {error}") from None
    if is_dataclass(kind):
        if not isinstance(value, dict):
            raise ConfigError(f"{where} must be a table.")
        return _read(kind, value, where)  # type: ignore[arg-type]
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise ConfigError(f"{where} must be a list.")
        return tuple(_convert(get_args(kind)[0], item, where) for item in value)
    if get_origin(kind) is Literal:
        if value not in get_args(kind):
            raise ConfigError(f"{where} must be one of {', '.join(get_args(kind))}, not {value!r}.")
        return value
    allowed = get_args(kind) or (kind,)
    if float in allowed and type(value) is int:
        return float(value)
    if type(value) not in allowed:
        raise ConfigError(f"{where} must be {' or '.join(a.__name__ for a in allowed)}, not {value!r}.")
    return value


def _at_least(config: Any, **least: int) -> None:
    for name, bound in least.items():
        if getattr(config, name) < bound:
            raise ValueError(f"{name} must be at least {bound}, not {getattr(config, name)}")


def _positive(config: Any, *names: str) -> None:
    for name in names:
        if not getattr(config, name) > 0:
            raise ValueError(f"{name} must be positive, not {getattr(config, name)}")
