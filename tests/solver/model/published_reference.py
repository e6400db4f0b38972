"""TRM and HRM written out once more from their papers, in NumPy and float64, and checkpoints of the published layout.

Nothing here uses Ponder's networks, so an error would have to be made twice to go unnoticed.
`python -m tests.solver.model.published_reference FOLDER` writes a random checkpoint for Sudoku of the published size.
"""

import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import yaml

Array = npt.NDArray[np.float64]
State = dict[str, Array]


def trm_arch(**change: Any) -> dict[str, Any]:
    """The section `arch` of a TRM's `all_config.yaml`, with few and small layers."""
    return {
        "name": "recursive_reasoning.trm@TinyRecursiveReasoningModel_ACTV1",
        "loss": {"name": "losses@ACTLossHead", "loss_type": "stablemax_cross_entropy"},
        "H_cycles": 3,
        "L_cycles": 6,
        "H_layers": 0,
        "L_layers": 2,
        "hidden_size": 64,
        "num_heads": 4,
        "expansion": 4,
        "mlp_t": False,
        "pos_encodings": "rope",
        "puzzle_emb_ndim": 64,
        "puzzle_emb_len": 16,
        "forward_dtype": "float32",
        "halt_max_steps": 16,
        "halt_exploration_prob": 0.1,
        "no_ACT_continue": True,
    } | change


def arch(**change: Any) -> dict[str, Any]:
    """The section `arch` of an HRM's `all_config.yaml`, with few and small layers."""
    return {
        "name": "hrm.hrm_act_v1@HierarchicalReasoningModel_ACTV1",
        "loss": {"name": "losses@ACTLossHead", "loss_type": "stablemax_cross_entropy"},
        "H_cycles": 2,
        "L_cycles": 2,
        "H_layers": 2,
        "L_layers": 2,
        "hidden_size": 32,
        "num_heads": 4,
        "expansion": 4,
        "pos_encodings": "rope",
        "puzzle_emb_ndim": 32,
        "halt_max_steps": 16,
        "halt_exploration_prob": 0.1,
    } | change


def random_state(arch: dict[str, Any], vocab: int, cells: int, identifiers: int, seed: int = 0) -> State:
    """Weights of the published names and shapes, without a prefix; the same ones everywhere."""
    # The one generator whose numbers NumPy promises never to change.
    random = np.random.RandomState(seed)
    size, inner = arch["hidden_size"], inner_size(arch, arch["hidden_size"])
    length = prefix(arch) + cells
    shapes: dict[str, tuple[int, ...]] = {
        "H_init": (size,),
        "L_init": (size,),
        "embed_tokens.embedding_weight": (vocab, size),
        "lm_head.weight": (vocab, size),
        "q_head.weight": (2, size),
        "q_head.bias": (2,),
    }
    if arch["puzzle_emb_ndim"]:
        shapes["puzzle_emb.weights"] = (identifiers, arch["puzzle_emb_ndim"])
    if arch["pos_encodings"] == "learned":
        shapes["embed_pos.embedding_weight"] = (length, size)
    for level in "HL":
        for layer in range(arch[f"{level}_layers"]):
            block = f"{level}_level.layers.{layer}"
            if arch.get("mlp_t"):
                shapes[f"{block}.mlp_t.gate_up_proj.weight"] = (2 * inner_size(arch, length), length)
                shapes[f"{block}.mlp_t.down_proj.weight"] = (length, inner_size(arch, length))
            else:
                shapes[f"{block}.self_attn.qkv_proj.weight"] = (3 * size, size)
                shapes[f"{block}.self_attn.o_proj.weight"] = (size, size)
            shapes[f"{block}.mlp.gate_up_proj.weight"] = (2 * inner, size)
            shapes[f"{block}.mlp.down_proj.weight"] = (size, inner)
    return {name: random.normal(size=shape) * (shape[-1] ** -0.5) for name, shape in shapes.items()}


def write_checkpoint(folder: Path, arch: dict[str, Any], state: State, state_prefix: str) -> Path:
    """`step_100` and `all_config.yaml`, as published; the path of the first."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "all_config.yaml").write_text(yaml.safe_dump({"arch": arch, "epochs": 1, "lr": 1e-4}))
    torch.save(
        {state_prefix + name: torch.from_numpy(array).float() for name, array in state.items()}, folder / "step_100"
    )
    return folder / "step_100"


def prefix(arch: dict[str, Any]) -> int:
    """Tokens before the cells."""
    return arch.get("puzzle_emb_len") or math.ceil(arch["puzzle_emb_ndim"] / arch["hidden_size"])


def inner_size(arch: dict[str, Any], size: int) -> int:
    """The width inside a SwiGLU on vectors of `size`: two thirds of the expansion, up to a multiple of 256."""
    return math.ceil(round(arch["expansion"] * size * 2 / 3) / 256) * 256


class Reference:
    """The model of a state dict; `step` is one supervision step."""

    def __init__(self, arch: dict[str, Any], state: State) -> None:
        self.arch = arch
        self.state = {name: array.astype(np.float32).astype(np.float64) for name, array in state.items()}

    def embed(self, inputs: npt.NDArray[np.int64], identifiers: npt.NDArray[np.int64]) -> Array:
        """[B, S, D]"""
        size, extra = self.arch["hidden_size"], prefix(self.arch)
        x = self.state["embed_tokens.embedding_weight"][inputs]
        if extra:
            puzzle = self.state["puzzle_emb.weights"][identifiers]
            padded = np.zeros((len(inputs), extra * size))
            padded[:, : puzzle.shape[1]] = puzzle
            x = np.concatenate((padded.reshape(len(inputs), extra, size), x), axis=1)
        if self.arch["pos_encodings"] == "learned":
            x = math.sqrt(0.5) * (x + self.state["embed_pos.embedding_weight"])
        return math.sqrt(size) * x

    def start(self, x: Array) -> tuple[Array, Array]:
        """z_H and z_L before the first step."""
        return tuple(np.broadcast_to(self.state[name], x.shape) for name in ("H_init", "L_init"))  # type: ignore[return-value]

    def step(self, x: Array, z_h: Array, z_l: Array) -> tuple[Array, Array]:
        """The new z_H and z_L; TRM has a single network, HRM one for each of the two."""
        slow = "H" if self.arch["H_layers"] else "L"
        for _ in range(self.arch["H_cycles"]):
            for _ in range(self.arch["L_cycles"]):
                z_l = self.level("L", z_l, z_h + x)
            z_h = self.level(slow, z_h, z_l)
        return z_h, z_l

    def heads(self, z_h: Array) -> tuple[Array, Array]:
        """Logits [B, L, V] and q [B, 2]."""
        logits = z_h[:, prefix(self.arch) :] @ self.state["lm_head.weight"].T
        return logits, z_h[:, 0] @ self.state["q_head.weight"].T + self.state["q_head.bias"]

    def level(self, level: str, hidden: Array, injection: Array) -> Array:
        """One evaluation of a module."""
        hidden = hidden + injection
        for layer in range(self.arch[f"{level}_layers"]):
            block = f"{level}_level.layers.{layer}"
            if self.arch.get("mlp_t"):
                across = hidden.swapaxes(1, 2)
                hidden = normalised(across + self.swiglu(block + ".mlp_t", across)).swapaxes(1, 2)
            else:
                hidden = normalised(hidden + self.attention(block + ".self_attn", hidden))
            hidden = normalised(hidden + self.swiglu(block + ".mlp", hidden))
        return hidden

    def swiglu(self, name: str, hidden: Array) -> Array:
        """Along the last axis."""
        gate, up = np.split(hidden @ self.state[f"{name}.gate_up_proj.weight"].T, 2, axis=-1)
        return (gate / (1 + np.exp(-gate)) * up) @ self.state[f"{name}.down_proj.weight"].T

    def attention(self, name: str, hidden: Array) -> Array:
        """Softmax attention, head by head."""
        heads, size = self.arch["num_heads"], self.arch["hidden_size"]
        width = size // heads
        qkv = hidden @ self.state[f"{name}.qkv_proj.weight"].T
        out = np.empty_like(hidden)
        for head in range(heads):
            query, key, value = (qkv[..., part * size + head * width :][..., :width] for part in range(3))
            if self.arch["pos_encodings"] == "rope":
                query, key = turned(query), turned(key)
            scores = query @ key.swapaxes(1, 2) / math.sqrt(width)
            weights = np.exp(scores - scores.max(-1, keepdims=True))
            weights /= weights.sum(-1, keepdims=True)
            out[..., head * width : (head + 1) * width] = weights @ value
        return out @ self.state[f"{name}.o_proj.weight"].T


def answers(
    arch: dict[str, Any], state: State, inputs: npt.NDArray[np.int64], identifiers: npt.NDArray[np.int64], steps: int
) -> list[tuple[Array, Array]]:
    """Logits [B, L, V] and the halting q [B] of each step, as the paper has them."""
    reference = Reference(arch, state)
    x = reference.embed(inputs, identifiers)
    z_h, z_l = reference.start(x)
    found = []
    for _ in range(steps):
        z_h, z_l = reference.step(x, z_h, z_l)
        logits, q = reference.heads(z_h)
        found.append((logits, q[:, 0]))
    return found


def turned(vectors: Array) -> Array:
    """Rotary positions: pair i of token t, (v[i], v[i + half]), turned by t · 10000^(−i / half)."""
    half = vectors.shape[-1] // 2
    angles = np.arange(vectors.shape[1])[:, None] * 10_000.0 ** (-np.arange(half) / half)
    first, second = vectors[..., :half], vectors[..., half:]
    return np.concatenate(
        (first * np.cos(angles) - second * np.sin(angles), second * np.cos(angles) + first * np.sin(angles)), axis=-1
    )


def normalised(x: Array) -> Array:
    """To a root mean square of one."""
    return x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-5)


FULL_SIZE = arch(H_layers=4, L_layers=4, hidden_size=512, num_heads=8, puzzle_emb_ndim=512)
"""27 million parameters."""

if __name__ == "__main__":
    state = random_state(FULL_SIZE, vocab=11, cells=81, identifiers=1)
    print(write_checkpoint(Path(sys.argv[1]), FULL_SIZE, state, "_orig_mod.model.inner."))
