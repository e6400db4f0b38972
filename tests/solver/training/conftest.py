import pytest
import torch

from solver.training.config import RunConfig, parse_run_config

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
