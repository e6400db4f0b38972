"""The auxiliary task of maze training: which way the goal lies, told to each cell when a wave from the goal gets there.

A local mixer must carry distances through the maze step by step. The label alone says so only where the path runs; the
way from each free cell says it everywhere. Its head belongs to training and is dropped with it.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from solver.model.config import NetworkConfig
from solver.model.context import Shape
from solver.puzzles.maze.cells import PATH, WALL
from solver.training.maze_kernels import ways_to_goal

WAYS = 5
"""None yet, down, left, right, up."""


def wave_targets(inputs: Tensor, shape: Shape) -> tuple[Tensor, Tensor]:
    """Ways [B, L], below `WAYS`, and moves to the goal [B, L], −1 where there is no way, of mazes [B, L] in tokens."""
    ways, moves = ways_to_goal(inputs.cpu().numpy().reshape(-1, *shape))
    return torch.from_numpy(ways).flatten(1).to(inputs.device), torch.from_numpy(moves).flatten(1).to(inputs.device)


def fastest_wave(config: NetworkConfig) -> int:
    """Cells that a `convolution` network can carry anything in one supervision step."""
    blocks = config.layers * config.L_cycles + (config.H_layers or config.layers)
    return blocks * (config.kernel_size // 2) * config.H_cycles


def wave_losses(
    logits: Tensor, ways: Tensor, moves: Tensor, inputs: Tensor, steps: Tensor, *, least: float, most: float
) -> Tensor:
    """[B]: mean cross-entropy of the ways, `logits` [B, L, WAYS], after `steps` [B] supervision steps.

    A wave of `least` cells a step must have reached a cell by now: its way counts. One of `most` cells a step cannot
    have: it must say none, for what cannot be known yet would be a guess. Cells between, walls and the goal are free
    to say anything.
    """
    now = steps[:, None]
    reached = (moves > 0) & (moves <= least * now)
    unreached = (inputs != WALL) & ((moves < 0) | (moves > most * now))
    losses = F.cross_entropy(logits.float().transpose(1, 2), ways.where(reached, 0), reduction="none")
    counted = (reached | unreached).float()
    return (losses * counted).sum(1) / counted.sum(1).clamp(min=1)


def ripe_cells(labels: Tensor, moves: Tensor, steps: Tensor, speed: float) -> Tensor:
    """[B, L]: 1, or 0 for path cells that cannot be known after `steps` [B] supervision steps.

    A wave of `speed` cells a step runs from the goal to the start, and another back along the path.
    """
    path = labels == PATH
    whole = path.sum(1, keepdim=True) + 1
    return 1 - (path & (2 * whole - moves > speed * steps[:, None])).float()


def steps_needed(labels: Tensor, speed: float) -> Tensor:
    """[B]: supervision steps until the last path cell is ripe."""
    return torch.ceil(2 * ((labels == PATH).sum(1) + 1) / speed).long()
