"""The optimiser of a run and its learning rate at each step."""

from torch import nn

from solver.learning.adamw import AdamW, Group
from solver.learning.rates import cosine, straight, warmed_up
from solver.training.config import RunConfig

PUZZLE_EMBEDDINGS = "puzzle_emb.weights"


def make_optimiser(network: nn.Module, config: RunConfig) -> AdamW:
    """AdamW; matrices decay, vectors and puzzle embeddings do not."""
    recipe = config.training
    named = list(network.named_parameters())
    others = [p for name, p in named if not name.endswith(PUZZLE_EMBEDDINGS)]
    groups = [
        Group([p for p in others if p.ndim > 1], recipe.weight_decay),
        Group([p for p in others if p.ndim <= 1], 0.0),
        Group([p for name, p in named if name.endswith(PUZZLE_EMBEDDINGS)], 0.0, recipe.puzzle_rate),
    ]
    return AdamW(groups, recipe.betas)


def scheduled_rate(step: int, config: RunConfig) -> float:
    """The learning rate of the step with this number: linear warm-up, then what the schedule says."""
    recipe = config.training
    share = 1.0
    if recipe.schedule == "cosine":
        share = cosine(step / recipe.steps, recipe.final_rate)
    elif recipe.schedule == "anneal":
        steps = max(1, recipe.steps - recipe.anneal_from)
        share = straight((step - recipe.anneal_from) / steps, recipe.final_rate)
    return recipe.rate * warmed_up(step, recipe.warmup) * share
