"""The optimiser of a fit is torch's, without what comes along with it."""

import subprocess
import sys

import torch
from torch import nn

from solver.learning.adamw import AdamW, Group


def layers() -> list[nn.Parameter]:
    torch.manual_seed(0)
    return [nn.Parameter(torch.randn(4, 3)), nn.Parameter(torch.randn(4)), nn.Parameter(torch.randn(2, 4))]


def loss(parameters: list[nn.Parameter], step: int) -> torch.Tensor:
    x = torch.randn(5, 3, generator=torch.Generator().manual_seed(step))
    return ((x @ parameters[0].T + parameters[1]).tanh() @ parameters[2].T).square().sum()


def test_it_descends_as_torchs_own_does():
    ours, theirs = layers(), layers()
    optimiser = AdamW([Group([ours[0], ours[2]], 0.1), Group([ours[1]], 0.0, faster=15.0)], betas=(0.9, 0.95))
    reference = torch.optim.AdamW(
        [{"params": [theirs[0], theirs[2]], "weight_decay": 0.1}, {"params": [theirs[1]], "weight_decay": 0.0}],
        betas=(0.9, 0.95),
    )
    for step in range(30):
        rate = 0.01 / (1 + step)
        optimiser.zero_grad()
        loss(ours, step).backward()
        optimiser.step(rate)
        for group, faster in zip(reference.param_groups, (1.0, 15.0), strict=True):
            group["lr"] = rate * faster
        reference.zero_grad()
        loss(theirs, step).backward()
        reference.step()
    for mine, other in zip(ours, theirs, strict=True):
        torch.testing.assert_close(mine, other)


def test_a_fit_does_not_import_the_compiler():
    code = """
import sys
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.reasoning.answer_task import answer_task
answer_task(ArcTask((ArcPair(((1, 0),), ((2, 0),)),), (ArcPair(((0, 1),)),)), 0.5)
assert "torch" in sys.modules
print([name for name in ("torch._dynamo", "sympy") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=100)
    assert done.stdout.split("\n")[0] == "[]"
