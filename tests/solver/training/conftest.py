import pytest
import torch

from solver.puzzles.arc.collections import ARC_AGI_1, ARC_AGI_2, SPLITS, collection_ids, collection_task
from solver.puzzles.arc.symmetry import canonical_pair
from solver.training.config import RunConfig, parse_run_config
from solver.training.preparing import Start
from solver.training.run import RunOptions, train
from solver.training.run_folder import RunFolder

SUDOKU = """
[network]
kind = "sudoku"
mixer = "attention"
positions = "rope"
vocab_size = 11
hidden_size = 16
num_heads = 4
intermediate_size = 16
halt_max_steps = 4
seq_len = 81

[training]
steps = 24
batch_size = 8
latent_noise = 0.3
log_every = 4
save_minutes = 0.0001

[validation]
every = 10
puzzles = 2

[data]

[[data.mixture]]
generator = "uniform"
count = 30

[[data.mixture]]
generator = "vicinity"
count = 6
weight = 0.5
"""

MAZE = """
[network]
kind = "maze"
mixer = "convolution"
vocab_size = 6
hidden_size = 12
intermediate_size = 16
halt_max_steps = 4
q_pool = "mean_max"

[training]
steps = 12
batch_size = 4
wall_weight = 0.1
log_every = 3

[[training.cycles]]
H_cycles = 1
L_cycles = 1

[[training.cycles]]
H_cycles = 2
L_cycles = 2
from_step = 6

[validation]
every = 6
puzzles = 2
sizes = [7]

[data]

[[data.stages]]
canvas = 9

[[data.stages.mixture]]
style = "perfect"

[[data.stages]]
canvas = 11
from_step = 6

[[data.stages.mixture]]
style = "braided"
openness = 0.5

[[data.stages.mixture]]
style = "obstacles"
"""

ARC = """
[network]
kind = "arc"
mixer = "attention"
positions = "rope"
vocab_size = 12
hidden_size = 12
num_heads = 2
intermediate_size = 16
H_cycles = 1
L_cycles = 1
halt_max_steps = 2
puzzle_emb_len = 1
puzzle_emb_ndim = 12
num_puzzle_identifiers = 6368

[training]
steps = 6
batch_size = 4
log_every = 3

[validation]
every = 6

[data]
canvases = [6, 11]
canvas_steps = 2
"""


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("puzzles")


@pytest.fixture(scope="session")
def whole_run(tmp_path_factory, cache) -> RunFolder:
    """What `SUDOKU` leaves behind when it is run as a whole; to be read only."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    folder = RunFolder(tmp_path_factory.mktemp("runs") / "whole")
    train(Start(parse_run_config(SUDOKU)), folder, RunOptions(cache=cache))
    torch.set_num_threads(before)
    return folder


@pytest.fixture(scope="session")
def evaluation_pairs() -> dict[str, set]:
    """By benchmark: every pair of its evaluation split, as all of its symmetric copies have it."""
    return {
        name: {
            canonical_pair(pair.input, pair.output)
            for identifier in collection_ids(SPLITS[1], name)
            for task in [collection_task(identifier, name)]
            for pair in (*task.train, *task.test)
        }
        for name in (ARC_AGI_1, ARC_AGI_2)
    }


@pytest.fixture
def sudoku_config() -> RunConfig:
    return parse_run_config(SUDOKU)


@pytest.fixture
def maze_config() -> RunConfig:
    return parse_run_config(MAZE)


@pytest.fixture
def arc_config() -> RunConfig:
    return parse_run_config(ARC)


@pytest.fixture(autouse=True)
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
