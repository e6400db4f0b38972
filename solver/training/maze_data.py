"""Mazes made while they are trained on, stage by stage, and the frozen ones that a run is measured on."""

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from solver.puzzles.base import IntGrid
from solver.puzzles.maze.generator import generate_mazes
from solver.training import maze_kernels
from solver.training.config import MazeStage, ValidationConfig
from solver.training.drawn import Drawn
from solver.training.keyed_random import keyed_integers, keyed_uniforms
from solver.training.validation import ValidationSet

STYLES = {
    "perfect": maze_kernels.PERFECT,
    "braided": maze_kernels.BRAIDED,
    "obstacles": maze_kernels.OBSTACLES,
    "rooms": maze_kernels.ROOMS,
}
_PART, _MAZE = 1, 2
_VALIDATION_SEED = 777_000_001


class MazeSource:
    """Draws mazes of the current stage; a draw is a function of the seed, stage, slot and the slot's count of draws."""

    parts = 1
    most_slots: int | None = None

    def __init__(self, stages: tuple[MazeStage, ...], seed: int, device: torch.device) -> None:
        self.stages, self.seed, self.device = stages, seed, device
        self.at_step(0)

    def balance(self, answered: Tensor) -> None:
        """There is only one part."""

    def at_step(self, step: int) -> None:
        """Go over to the last stage that has begun by this optimiser step."""
        self.stage = [stage for stage in self.stages if stage.from_step <= step][-1]
        self.shape = (self.stage.canvas, self.stage.canvas)
        weights = np.array([part.weight for part in self.stage.mixture])
        self.reach = torch.from_numpy((weights / weights.sum()).cumsum())

    def draw(self, slots: Tensor, draws: Tensor) -> Drawn:
        """As many fresh mazes."""
        slots, draws = slots.cpu(), draws.cpu()
        choice = keyed_uniforms(1, self.seed, _PART, slots, draws)[:, 0].double()
        parts = torch.searchsorted(self.reach, choice).clamp(max=len(self.reach) - 1).tolist()
        seeds = (keyed_integers(1, self.seed, _MAZE, slots, draws)[:, 0] & 0xFFFF_FFFF).numpy()
        mazes = np.zeros((len(parts), *self.shape), dtype=np.int64)
        labels = np.zeros_like(mazes)
        chosen = [self.stage.mixture[number] for number in parts]
        maze_kernels.draw_mazes(
            seeds,
            np.array([STYLES[part.style] for part in chosen]),
            np.array([part.openness for part in chosen]),
            np.array([part.smallest for part in chosen]),
            np.array([part.least_moves for part in chosen]),
            self.stage.farthest,
            mazes,
            labels,
        )
        tokens, answers = (torch.from_numpy(grids).flatten(1).to(self.device) for grids in (mazes, labels))
        none = torch.zeros(len(parts), dtype=torch.long, device=self.device)
        return Drawn(tokens, answers, none, none)


def maze_validation_sets(config: ValidationConfig) -> list[ValidationSet]:
    """Frozen mazes of each style and size, from the generator that the window uses, start and goal far apart."""
    return [_frozen(style, side, config.puzzles) for side in config.sizes for style in STYLES]


def _frozen(style: str, side: int, count: int) -> ValidationSet:
    mazes = [puzzle.grid.reshape(-1) for puzzle in generate_mazes(count, _VALIDATION_SEED, style, side, side)]

    def accepts(answers: IntGrid, inputs: IntGrid) -> npt.NDArray[np.bool_]:
        boards = (np.ascontiguousarray(grids).reshape(-1, side, side) for grids in (answers, inputs))
        return maze_kernels.accepted_paths(*boards)

    return ValidationSet(f"{style} {side}×{side}", np.array(mazes), (side, side), accepts)
