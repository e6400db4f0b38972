"""The auxiliary task of maze training: which way the goal lies, told to each cell when a wave from the goal gets there.

A local mixer must carry distances through the maze step by step. The label alone says so only where the path runs; the
way from each free cell says it everywhere. Its head belongs to training and is dropped with it.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from solver.learning.slots import Slots
from solver.model.config import NetworkConfig
from solver.model.context import Shape
from solver.puzzles.maze.cells import FREE, PATH, WALL
from solver.training.maze_kernels import favoured_paths, ways_to_goal

WAYS = 5
"""None yet, down, left, right, up."""


class Wave:
    """The auxiliary task's targets of every slot; they are found once for each maze, when its slot is refilled."""

    def __init__(self, slots: Slots, shape: Shape) -> None:
        self.shape = shape
        self.ways = torch.zeros_like(slots.inputs)
        """[B, L], see `wave_targets`."""
        self.moves = torch.full_like(slots.inputs, -1)

    def refill(self, where: Tensor, inputs: Tensor) -> None:
        """Take in the mazes `inputs` [n, L] of the slots `where` [n]."""
        ways, moves = wave_targets(inputs, self.shape)
        self.ways = self.ways.index_copy(0, where, ways)
        self.moves = self.moves.index_copy(0, where, moves)

    def losses(self, logits: Tensor, slots: Slots, *, speed: float, most: float, any_path: bool) -> Tensor:
        """[B]: `wave_losses` of the ways, `logits` [B, L, WAYS], after one more step of the slots."""
        allowed = shortest_ways(self.moves, self.shape) if any_path else None
        return wave_losses(
            logits, self.ways, self.moves, slots.inputs, slots.steps + 1, least=speed, most=most, allowed=allowed
        )

    def ripe(self, slots: Slots, speed: float) -> Tensor:
        """[B, L]: the weights of the cells in the loss of the answer (see `ripe_cells`)."""
        return ripe_cells(slots.labels, self.moves, slots.steps + 1, speed)


def wave_targets(inputs: Tensor, shape: Shape) -> tuple[Tensor, Tensor]:
    """Ways [B, L], below `WAYS`, and moves to the goal [B, L], −1 where there is no way, of mazes [B, L] in tokens."""
    ways, moves = ways_to_goal(inputs.cpu().numpy().reshape(-1, *shape))
    return torch.from_numpy(ways).flatten(1).to(inputs.device), torch.from_numpy(moves).flatten(1).to(inputs.device)


def favoured_labels(inputs: Tensor, logits: Tensor, shape: Shape) -> Tensor:
    """[B, L]: of all shortest paths of mazes [B, L] in tokens, the one nearest to the answer `logits` [B, L, V].

    So any shortest path counts as right, and the loss asks for the one that the network is on its way to.
    """
    scores = (logits[..., PATH] - logits[..., FREE]).detach().float().cpu().numpy().reshape(-1, *shape)
    labels = favoured_paths(inputs.cpu().numpy().reshape(-1, *shape), scores)
    return torch.from_numpy(labels).flatten(1).to(inputs.device)


def shortest_ways(moves: Tensor, shape: Shape) -> Tensor:
    """[B, L, WAYS] bool: every way that leads nearer to the goal, from `moves` [B, L] to it (see `wave_targets`)."""
    grid = F.pad(moves.view(-1, *shape), (1, 1, 1, 1), value=-2)
    rows, columns = shape
    sides = (
        grid[:, 2:, 1:-1],  # down, left, right, up
        grid[:, 1:-1, :columns],
        grid[:, 1:-1, 2:],
        grid[:, :rows, 1:-1],
    )
    here = moves.view(-1, *shape)
    nearer = [(side == here - 1) & (here > 0) for side in sides]
    return torch.stack([torch.zeros_like(nearer[0]), *nearer], dim=-1).flatten(1, 2)


def fastest_wave(config: NetworkConfig) -> int:
    """Cells that a `convolution` network can carry anything in one supervision step."""
    blocks = config.layers * config.L_cycles + (config.H_layers or config.layers)
    return blocks * (config.kernel_size // 2) * config.H_cycles


def wave_losses(
    logits: Tensor,
    ways: Tensor,
    moves: Tensor,
    inputs: Tensor,
    steps: Tensor,
    *,
    least: float,
    most: float,
    allowed: Tensor | None = None,
) -> Tensor:
    """[B]: mean cross-entropy of the ways, `logits` [B, L, WAYS], after `steps` [B] supervision steps.

    A wave of `least` cells a step must have reached a cell by now: its way counts. One of `most` cells a step cannot
    have: it must say none, for what cannot be known yet would be a guess. Cells between, walls and the goal are free
    to say anything. With `allowed` [B, L, WAYS], any of those ways counts as right, instead of `ways` alone.
    """
    now = steps[:, None]
    reached = (moves > 0) & (moves <= least * now)
    unreached = (inputs != WALL) & ((moves < 0) | (moves > most * now))
    if allowed is None:
        losses = F.cross_entropy(logits.float().transpose(1, 2), ways.where(reached, 0), reduction="none")
    else:
        right = allowed.where(reached[..., None], F.one_hot(torch.zeros_like(ways), WAYS).bool())
        scores = logits.float()
        # Elsewhere no way may be allowed, and nothing is counted: the sum over nothing must not become infinite.
        right = right | ~right.any(-1, keepdim=True)
        losses = scores.logsumexp(-1) - scores.masked_fill(~right, -torch.inf).logsumexp(-1)
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
