"""The loss of one supervision step: cross-entropy over the cells, and the halting head's."""

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


def right_answers(logits: Tensor, labels: Tensor) -> Tensor:
    """[B]: whether every cell's likeliest token is its label."""
    right: Tensor = (logits.argmax(-1) == labels).all(1)
    return right.detach()


def cell_weights(inputs: Tensor, light_token: int, weight: float) -> Tensor | None:
    """[B, L]: `weight` for cells that hold `light_token`, 1 for the others; None if all weigh the same."""
    if weight == 1.0:
        return None
    return torch.where(inputs == light_token, weight, 1.0)
