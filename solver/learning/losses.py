"""The losses of one supervision step: cross-entropy over the cells, and those of the halting head."""

import torch
import torch.nn.functional as F
from torch import Tensor

from solver.model.config import Normaliser
from solver.model.normalisers import stablemax


def cell_losses(logits: Tensor, labels: Tensor, weights: Tensor | None, normaliser: Normaliser) -> Tensor:
    """[B]: the weighted mean over each puzzle's cells of −log p(label).

    `logits` [B, L, V], `labels` [B, L] and `weights` [B, L], or None for equal ones. A mean for each puzzle and not
    over the batch, so that several processes' gradients average to one process's.
    """
    if normaliser == "stablemax":
        losses = -stablemax(logits).gather(-1, labels[..., None])[..., 0].log().float()
    else:
        losses = F.cross_entropy(logits.float().transpose(1, 2), labels, reduction="none")
    if weights is None:
        return losses.mean(1)
    return (losses * weights).sum(1) / weights.sum(1)


def halting_losses(q: Tensor, right: Tensor) -> Tensor:
    """[B]: how wrong sigmoid(`q`) [B] was about the whole answer being `right` [B]."""
    return F.binary_cross_entropy_with_logits(q, right.to(q.dtype), reduction="none")


def continue_losses(q: Tensor, next_q: Tensor, last: Tensor) -> Tensor:
    """[B]: how wrong sigmoid(`q`) [B], HRM's estimate for continuing, was about what the next step found.

    `next_q` [B, 2] is the q (halt, continue) of that step. Its larger one is the target, or the first where the step is
    the `last` [B] that there can be (HRM's paper, "Adaptive computational time").
    """
    halt, go_on = next_q.unbind(1)
    target = torch.sigmoid(torch.where(last, halt, torch.maximum(halt, go_on)))
    return F.binary_cross_entropy_with_logits(q, target.detach(), reduction="none")


def right_answers(logits: Tensor, labels: Tensor) -> Tensor:
    """[B]: whether every cell's likeliest token is its label."""
    right: Tensor = (logits.argmax(-1) == labels).all(1)
    return right.detach()


def cell_weights(inputs: Tensor, light_token: int, weight: float) -> Tensor | None:
    """[B, L]: `weight` for cells that hold `light_token`, 1 for the others; None if all weigh the same."""
    if weight == 1.0:
        return None
    return torch.where(inputs == light_token, weight, 1.0)
