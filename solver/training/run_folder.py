"""A run's folder: config.toml, log.jsonl, curve.png, state/ and checkpoint/; puzzles.csv where there are few."""

import json
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

from solver.files import FileError, read_limited, read_text_limited, remove_leftovers, restore_folder, write_atomically
from solver.puzzles.base import IntGrid
from solver.training.config import LARGEST_CONFIG, ConfigError, RunConfig, format_run_config, parse_run_config
from solver.training.curve import draw_curve
from solver.training.state_file import has_state, remove_foreign_parts

LARGEST_LOG = 256 << 20
"""Bytes."""


def _digits(grid: IntGrid) -> str:
    return "".join(map(str, grid.tolist()))


class RunFolder:
    """Reads and writes what a run leaves behind; every file is whole at any moment."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.state = path / "state"
        self.checkpoint = path / "checkpoint"
        self.log_file = path / "log.jsonl"
        self.config_file = path / "config.toml"

    @property
    def started(self) -> bool:
        """Whether a run was started here."""
        return self.config_file.is_file()

    @property
    def resumable(self) -> bool:
        """Whether there is a state to go on from."""
        return self.started and has_state(self.state)

    def tidy(self) -> None:
        """Remove what a run that was killed left half written."""
        restore_folder(self.checkpoint)
        shutil.rmtree(self.checkpoint.with_name(f".{self.checkpoint.name}.new"), ignore_errors=True)
        for folder in (self.path, self.state):
            remove_leftovers(folder)
        remove_foreign_parts(self.state)

    def write_config(self, config: RunConfig) -> None:
        """Keep what the run is made of."""
        write_atomically(self.config_file, format_run_config(config).encode())

    def read_config(self) -> RunConfig:
        """What the run is made of; raises `ConfigError`."""
        try:
            return parse_run_config(read_text_limited(self.config_file, LARGEST_CONFIG))
        except (FileError, OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{self.config_file} cannot be read: {error}") from None

    def append(self, line: dict[str, Any]) -> None:
        """Add a line to the log."""
        with self.log_file.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")

    def log(self) -> list[dict[str, Any]]:
        """All whole lines of the log."""
        if not self.log_file.is_file():
            return []
        lines = []
        for text in read_limited(self.log_file, LARGEST_LOG).decode("utf-8", "replace").splitlines():
            with suppress(ValueError, RecursionError):  # a process killed while it wrote
                line = json.loads(text)
                if isinstance(line, dict) and isinstance(line.get("step"), int):
                    lines.append(line)
        return lines

    def take_log(self, other: "RunFolder") -> None:
        """Start with the log of the run that this one goes on from."""
        if other.path != self.path and other.log_file.is_file() and not self.log_file.is_file():
            write_atomically(self.log_file, other.log_file.read_bytes())

    def cut_log(self, step: int) -> None:
        """Forget what was logged after `step`: a resumed run logs it again."""
        kept = [line for line in self.log() if line["step"] <= step]
        write_atomically(self.log_file, "".join(json.dumps(line) + "\n" for line in kept).encode())

    def list_puzzles(self, puzzles: IntGrid, solutions: IntGrid) -> None:
        """Keep what it was trained on, [n, 81] each, in the columns of the real puzzle lists."""
        rows = (f"{_digits(puzzle)},{_digits(solution)}\n" for puzzle, solution in zip(puzzles, solutions, strict=True))
        write_atomically(self.path / "puzzles.csv", ("puzzle,solution\n" + "".join(rows)).encode())

    def draw_curve(self) -> None:
        """Draw the learning curve of the log so far."""
        write_atomically(self.path / "curve.png", draw_curve(self.log()))
