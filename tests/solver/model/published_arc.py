"""Checkpoints of the published layout that copy their input: real networks, small and made by hand, not trained."""

import json
import shutil
from pathlib import Path

import torch

from solver.model.published import PREFIXES
from tests.solver.model.published_cases import write_case

TASKS = ("007bbfb7", "00d62c1b", "aa18de87")
AUGMENTED = 7
"""Of each task, besides the task as it is; symmetries 1 to 7, each with colours of its own."""


def names() -> list[str]:
    """As in the published dataset's identifiers.json."""
    found = ["<blank>"]
    for number, task in enumerate(TASKS):
        found.append(task)
        for symmetry in range(1, AUGMENTED + 1):
            shift = symmetry + number
            colours = "0" + "".join(str(1 + (colour + shift) % 9) for colour in range(9))
            found.append(f"{task}|||t{symmetry}|||{colours}")
    return found


def write_published(folder: Path, identifiers: int | None = None) -> Path:
    """`step_7`, `all_config.yaml` and `identifiers.json` in `folder`; the state dict's path."""
    case = write_case(folder, "arc_att")
    (case / "all_config.yaml").replace(folder / "all_config.yaml")
    (folder / "identifiers.json").write_text(json.dumps(names()))
    state = torch.load(case / "step_100", weights_only=True)
    for name, tensor in state.items():
        # Without attention and feed-forward network, all that is left of a layer is what goes through it.
        if name.endswith(("o_proj.weight", "down_proj.weight", "H_init", "q_head.weight")):
            tensor.zero_()
    state[PREFIXES[0] + "L_init"] *= 0.01
    for name in ("embed_tokens.embedding_weight", "lm_head.weight"):
        state[PREFIXES[0] + name] = torch.eye(12, 64)
    state[PREFIXES[0] + "q_head.bias"] = torch.tensor([1.0, -1.0])
    count = identifiers or len(names())
    state[PREFIXES[0] + "puzzle_emb.weights"] = torch.arange(count)[:, None] + torch.arange(64) / 64
    torch.save(state, folder / "step_7")
    shutil.rmtree(case)
    return folder / "step_7"
