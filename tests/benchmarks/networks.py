"""The bundled networks against the published architecture: same processor, batch, threads and number of steps."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import torch

from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.model.config import NetworkConfig
from solver.model.published import swiglu_intermediate
from solver.model.recursive import RecursiveModel
from solver.model.registry import build_model
from solver.puzzles.maze.generator import generate_mazes
from solver.reasoning.budget import default_budget
from solver.reasoning.refine import Reasoning

BATCH, STEPS = 8, 16

PUBLISHED_TOKENS = 16
TRM_MLP = NetworkConfig(
    kind="sudoku",
    mixer="mlp",
    vocab_size=11,
    hidden_size=512,
    intermediate_size=swiglu_intermediate(512, 4),
    num_heads=8,
    H_cycles=3,
    L_cycles=6,
    normaliser="stablemax",
    q_pool="first",
    seq_len=81,
    mlp_intermediate_size=swiglu_intermediate(81 + PUBLISHED_TOKENS, 4),
    puzzle_emb_len=PUBLISHED_TOKENS,
    puzzle_emb_ndim=512,
    num_puzzle_identifiers=1,
)
"""The published Sudoku network at full size; random weights, which cost the same."""

PEAK = """
import sys
from solver.__main__ import main
main(["evaluate", sys.argv[1], "--threads", "1", "--json"])
"""


def run() -> Iterator[tuple[str, str]]:
    """Name and figure, one after the other; one thread, float32."""
    torch.set_num_threads(1)
    ours = load_checkpoint(bundled_checkpoints()["sudoku"]).network
    published = build_model(TRM_MLP).eval()
    inputs = torch.randint(1, 11, (BATCH, 81), generator=torch.Generator().manual_seed(0))
    fast = _seconds(lambda: _sixteen_steps(ours, inputs), repeats=3)
    slow = _seconds(lambda: _sixteen_steps(published, inputs), repeats=1)
    yield f"bundled Sudoku network ({ours.parameter_count:,} parameters)", f"{BATCH / fast:.2f} puzzles/s"
    yield f"published TRM-MLP ({published.parameter_count:,} parameters)", f"{BATCH / slow:.2f} puzzles/s"
    yield "ratio, exactly 16 steps, batch 8, one thread, float32", f"{slow / fast:.0f} times"

    maze = load_checkpoint(bundled_checkpoints()["maze"])
    puzzle = next(generate_mazes(1, 1, "obstacles", 30, 30))
    began = time.perf_counter()
    count = sum(1 for _ in Reasoning(maze, puzzle, default_budget(puzzle)).refinements())
    yield "a 30×30 maze to its end, all views", f"{time.perf_counter() - began:.2f} s ({count} refinements)"
    yield "peak memory of `evaluate` on 64 Sudokus", f"{_peak_memory_mb():.0f} MB"


@torch.inference_mode()
def _sixteen_steps(network: RecursiveModel, inputs: torch.Tensor) -> None:
    x, context = network.embed(inputs)
    y, z = network.initial_state(len(inputs), 81)
    for _ in range(STEPS):
        y, z, _, _ = network(x, y, z, context)


def _seconds(work: Callable[[], None], repeats: int) -> float:
    """The fastest of a few, which is what the machine can do when nobody disturbs it."""
    times = []
    for _ in range(repeats):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def _peak_memory_mb() -> float:
    import json
    import tempfile
    from pathlib import Path

    from solver.formats.sudoku_dialects.write import write_line
    from solver.puzzles.sudoku.generator import generate

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "list.sdm"
        file.write_text("".join(write_line(p.grid) + "\n" for p in generate(64, 1, "medium")), "utf-8")
        command = [sys.executable, "-c", PEAK, str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["peak_memory_mb"])
