"""Views: the same puzzle turned, mirrored, with its digits renamed, or started from another latent.

The network is not perfectly symmetric, so where one view fails another often succeeds. View 0 is the puzzle as given,
and a view's index and attempt (with the kind) say what it is, so a reopened trace can continue.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from solver.model.context import Context, Shape
from solver.model.recursive import RecursiveModel
from solver.puzzles.base import Cell, IntGrid
from solver.puzzles.vocabulary import VOCABULARIES
from solver.trace import ViewName

Number = TypeVar("Number", np.float16, np.float32, np.int64)

LATENT_NOISE = {"sudoku": 1.0, "maze": 0.5}
"""σ of the noise on the initial z: what the bundled networks were trained with."""
EMBEDDING_NOISE = {"sudoku": 0.05, "maze": 0.0}
"""σ of the noise on the embedded puzzle, a share of its root mean square, the same in all steps of a view.

An equivariant network sees nothing new in a puzzle turned or renamed, and soon forgets its initial latent; a lasting
nudge makes it try something else. The network of 9,500 steps left 33 puzzles of top95 after 32 steps of one
view: seven more views solved 13 of them without a nudge, 25 with one of 0.03 or 0.06, and 22 with 0.1.
"""


@dataclass(frozen=True)
class View:
    """One way of looking at a puzzle, and how to undo it."""

    index: int
    quarter_turns: int = 0
    transposed: bool = False
    tokens: tuple[int, ...] | None = None
    """tokens[t] is what the puzzle's token t is called in this view; None leaves them as they are."""
    latent_noise: float = 0.0
    embedding_noise: float = 0.0
    attempt: int = 0
    """How often it was restarted, each time with noise of its own."""

    @property
    def name(self) -> ViewName:
        """What was done, for the recording."""
        return ViewName(
            relabelled=self.tokens is not None,
            mirrored=self.transposed,
            quarter_turns=self.quarter_turns,
            new_start=self.latent_noise > 0,
            perturbed=self.embedding_noise > 0,
        )

    def apply(self, tokens: IntGrid) -> IntGrid:
        """[R, C] tokens of the puzzle → what the network sees, [R', C']."""
        seen = tokens if self.tokens is None else np.array(self.tokens, dtype=np.int64)[tokens]
        return np.ascontiguousarray(np.rot90(seen.T if self.transposed else seen, self.quarter_turns))

    def place(self, cell: Cell, shape: Shape) -> int:
        """Where that cell of a puzzle of that shape lies among the view's cells, counted row by row."""
        numbered = np.arange(shape[0] * shape[1]).reshape(shape)
        return int(np.flatnonzero(replace(self, tokens=None).apply(numbered) == numbered[cell])[0])

    def seen_as(self, token: int) -> int:
        """What the puzzle's own token is called in this view."""
        return token if self.tokens is None else self.tokens[token]

    def undo(self, grid: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """[R', C', …] in the view's frame → [R, C, …] in the puzzle's; token names are not touched."""
        turned = np.rot90(grid, -self.quarter_turns)
        return np.ascontiguousarray(turned.swapaxes(0, 1) if self.transposed else turned)

    def undo_tokens(self, tokens: IntGrid) -> IntGrid:
        """[R', C'] tokens the network answered → [R, C] the puzzle's own tokens."""
        back = self.undo(tokens)
        return back if self.tokens is None else np.argsort(self.tokens)[back]

    def undo_probabilities(self, probabilities: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """[R', C', V] → [R, C, V]."""
        back = self.undo(probabilities)
        return back if self.tokens is None else np.ascontiguousarray(back[..., list(self.tokens)])


def view_of(kind: str, index: int, attempt: int = 0) -> View:
    """The view of that index of a Sudoku or maze; from the second attempt on, noise changes even view 0.

    ARC has views of its own, see `solver.reasoning.arc_views`; raises `ValueError` for these.
    """
    if kind not in LATENT_NOISE:
        raise ValueError(f"There are no views of this kind for {kind} puzzles.")
    if kind != "sudoku":
        turns, mirrored = index % 4, index // 4 % 2 == 1
        return View(index, turns, mirrored, latent_noise=LATENT_NOISE[kind] if index >= 8 else 0.0)
    noise = (LATENT_NOISE[kind], EMBEDDING_NOISE[kind]) if index or attempt else (0.0, 0.0)
    if index == 0:
        return View(0, latent_noise=noise[0], embedding_noise=noise[1], attempt=attempt)
    random = np.random.default_rng(index)
    first, count = VOCABULARIES[kind].offset + 1, VOCABULARIES[kind].size
    renamed = [*range(first), *random.permutation(np.arange(first, count)).tolist()]
    return View(index, index % 4, index % 2 == 1, tuple(renamed), *noise, attempt=attempt)


def embedded(
    network: RecursiveModel,
    views: Sequence[View],
    inputs: Tensor,
    shape: Shape,
    identifiers: Tensor | None = None,
) -> tuple[Tensor, Context]:
    """x of each view [B, S, D] and its context, from tokens [B, L] of that shape and puzzle identifiers [B], if any."""
    x, context = network.embed(inputs, identifiers, shape=shape)
    for i, view in enumerate(views):
        if view.embedding_noise:
            x[i] += view.embedding_noise * x[i].square().mean().sqrt() * _normals(x[i], 1, view)
    return x, context


def initial_state(network: RecursiveModel, views: Sequence[View], cells: int) -> tuple[Tensor, Tensor]:
    """y and z before the first refinement of each view, [B, S, D]."""
    y, z = network.initial_state(len(views), cells)
    for i, view in enumerate(views):
        if view.latent_noise:
            z[i] += view.latent_noise * _normals(z[i], 0, view)
    return y, z


def restart_rows(
    network: RecursiveModel,
    views: Sequence[View],
    rows: Sequence[int],
    inputs: Tensor,
    shape: Shape,
    state: tuple[Tensor, Tensor, Tensor],
    identifiers: Tensor | None = None,
) -> tuple[Tensor, Tensor, Tensor]:
    """Copies of x, y and z, [B, S, D], in which those `rows` are back at the start of these `views`."""
    x, y, z = (tensor.clone() for tensor in state)
    own = None if identifiers is None else identifiers[rows]
    x[rows] = embedded(network, views, inputs[rows], shape, own)[0]
    y[rows], z[rows] = initial_state(network, views, inputs.shape[1])
    return x, y, z


def _normals(like: Tensor, stream: int, view: View) -> Tensor:
    """Drawn on the CPU, so that a view is the same on every device."""
    random = torch.Generator().manual_seed((stream << 32) + (view.attempt << 16) + view.index)
    return torch.randn(like.shape, generator=random).to(like.device)
