"""Small checkpoints of the published layout, one for each way in which a TRM is published, made when a test asks."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.model.published import PREFIXES
from tests.solver.model.published_reference import State, random_state, trm_arch, write_checkpoint

Cells = npt.NDArray[np.int64]

ARCHS: dict[str, dict[str, Any]] = {
    "sudoku_att": trm_arch(),
    # With the published cycles and random weights, rounding to float32 grows to more than the tolerance.
    "sudoku_mlp": trm_arch(mlp_t=True, pos_encodings="none", H_cycles=2, L_cycles=2),
    "maze_att": trm_arch(L_cycles=4),
    "arc_att": trm_arch(L_cycles=4),
}
VOCABULARIES = {"sudoku": 11, "maze": 6, "arc": 12}
CELLS = {"sudoku": 81, "maze": 100, "arc": 100}
"""Of the inputs; attention takes as many as it gets."""
IDENTIFIERS = {"sudoku": 1, "maze": 1, "arc": 5}


def kind_of(name: str) -> str:
    """The puzzle kind of a case."""
    return name.partition("_")[0]


def state_of(name: str) -> State:
    """The weights of a case."""
    kind = kind_of(name)
    return random_state(ARCHS[name], VOCABULARIES[kind], CELLS[kind], IDENTIFIERS[kind])


def inputs_of(name: str) -> tuple[Cells, Cells]:
    """Two random grids [2, L] without padding, and the identifier of each."""
    kind = kind_of(name)
    random = np.random.RandomState(1)
    return random.randint(1, VOCABULARIES[kind], (2, CELLS[kind])), np.array([0, IDENTIFIERS[kind] - 1])


def write_case(folder: Path, name: str) -> Path:
    """Write `step_100` and `all_config.yaml` to a folder named like the case, below `folder`; returns it."""
    return write_checkpoint(folder / name, ARCHS[name], state_of(name), PREFIXES[0]).parent
