"""Pools of generated Sudoku puzzles, cached on disk block by block, and slot-keyed samples of their symmetries."""

import hashlib
import io
import json
import multiprocessing
import os
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import platformdirs
import torch
from msgspec.structs import asdict
from torch import Tensor
from tqdm import tqdm

from solver.files import write_atomically
from solver.puzzles.base import IntGrid
from solver.puzzles.sudoku.symmetry import puzzle_hash
from solver.puzzles.vocabulary import VOCABULARIES
from solver.training.config import ConfigError, SudokuPart
from solver.training.drawn import Drawn
from solver.training.keyed_random import keyed_uniforms

BLOCK = {"uniform": 2000, "eased": 2000, "vicinity": 250}
"""Puzzles in one cached file: seconds of work, so that little is lost when generating is broken off."""


@dataclass(frozen=True, eq=False)
class Pool:
    """Puzzles with a single solution, N of them."""

    puzzles: npt.NDArray[np.int8]
    """[N, 81], 0 blank."""
    solutions: npt.NDArray[np.int8]
    backtracks: npt.NDArray[np.int32]
    """[N], as `sudoku_exact.rate` counts them."""

    def __len__(self) -> int:
        return len(self.puzzles)

    def where(self, keep: npt.NDArray[np.bool_]) -> "Pool":
        """The puzzles for which `keep` [N] is true."""
        return Pool(self.puzzles[keep], self.solutions[keep], self.backtracks[keep])


def cache_folder() -> Path:
    """Where generated puzzles are kept unless a run says otherwise."""
    return Path(platformdirs.user_cache_dir("ponder")) / "training"


def generate_block(part: SudokuPart, number: int, size: int) -> Pool:
    """Block `number` of a part's pool: a function of the part and the number alone."""
    # Numba is needed only where puzzles have to be made.
    from solver.training.sudoku_kernels import generate_random, generate_vicinity

    puzzles, solutions = (np.zeros((size, 81), dtype=np.int8) for _ in range(2))
    backtracks = np.zeros(size, dtype=np.int32)
    digest = hashlib.sha256(json.dumps([_identity(part), number]).encode()).digest()
    seed = int.from_bytes(digest[:4], "little")
    if part.generator == "vicinity":
        generate_vicinity(seed, part.min_backtracks, part.chain, part.per_grid, puzzles, solutions, backtracks)
    else:
        fewest = (0, 0) if part.generator == "uniform" else (part.fewest_givens, part.most_givens)
        generate_random(seed, *fewest, puzzles, solutions, backtracks)
    return Pool(puzzles, solutions, backtracks)


def generate_pool(part: SudokuPart, folder: Path, *, processes: int = 1) -> Pool:
    """The part's pool, read from `folder` as far as it is there; the rest is generated and written, with progress."""
    if part.generator == "list":
        return read_list(part, held_back=False)
    size = min(BLOCK[part.generator], part.count)
    wanted = -(-part.count // size)
    home = folder / _name(part, size)
    files = [home / f"{number:05d}.npz" for number in range(wanted)]
    missing = [number for number, file in enumerate(files) if not file.is_file()]
    if missing:
        work = partial(generate_block, part, size=size)
        with tqdm(total=wanted * size, initial=(wanted - len(missing)) * size, unit="puzzle", desc=home.name) as bar:
            for number, block in zip(missing, _each(work, missing, processes), strict=True):
                content = io.BytesIO()
                np.savez_compressed(content, **vars(block))
                write_atomically(files[number], content.getvalue())
                bar.update(size)
        write_atomically(home / "part.json", json.dumps(_identity(part), indent=2).encode())
    blocks = [np.load(file) for file in files]
    arrays = (
        np.concatenate([b[name] for b in blocks])[: part.count] for name in ("puzzles", "solutions", "backtracks")
    )
    return Pool(*arrays)


def drop_evaluation_puzzles(pool: Pool, evaluation: IntGrid) -> Pool:
    """The pool without any puzzle that some symmetry could turn into one of `evaluation` [E, 81]."""
    if not len(evaluation):
        return pool
    own = puzzle_hash(pool.puzzles.astype(np.int64).reshape(-1, 9, 9))
    return pool.where(~np.isin(own, puzzle_hash(evaluation.reshape(-1, 9, 9))))


def read_list(part: SudokuPart, *, held_back: bool) -> Pool:
    """A list's puzzles, either those to train on or those that are held back; raises `ConfigError`."""
    folder = os.environ.get("PONDER_DATA", "")
    file = Path(folder) / part.file
    if not folder:
        raise ConfigError(f"The list {part.file} is in the folder that PONDER_DATA names. Set that variable.")
    try:
        with np.load(file) as arrays:
            puzzles, solutions, backtracks = (arrays[name] for name in ("puzzles", "solutions", "backtracks"))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ConfigError(f"The list {file} cannot be read: {error}.") from None
    chosen = (np.arange(len(puzzles)) % part.hold_back == part.hold_back - 1) == held_back
    pool = Pool(puzzles.astype(np.int8), solutions.astype(np.int8), backtracks.astype(np.int32)).where(chosen)
    if part.count >= len(pool):
        return pool
    drawn = np.random.default_rng(part.seed).permutation(len(pool))[: part.count]
    return pool.where(np.isin(np.arange(len(pool)), drawn))


LEAST_DRAWN = 0.05
"""Of a part that is not answered at all yet, as a share of its weight."""


class SudokuSource:
    """Draws symmetric copies of pool puzzles; a draw is a function of the seed, the slot and its count of draws."""

    shape = (9, 9)
    most_slots: int | None = None

    def __init__(self, pools: Sequence[Pool], parts: Sequence[SudokuPart], seed: int, device: torch.device) -> None:
        self.seed, self.parts = seed, len(parts)
        self.weights = torch.tensor([part.weight for part in parts])
        self.full_at = torch.tensor([part.full_at for part in parts])
        self.reveal = torch.tensor([part.reveal for part in parts], device=device)
        self.reveals = any(part.reveal for part in parts)
        lengths = torch.tensor([len(pool) for pool in pools], device=device)
        self.lengths, self.first = lengths, lengths.cumsum(0) - lengths
        self.device = device
        self.balance(torch.zeros(self.parts))
        self.puzzles = torch.from_numpy(np.concatenate([pool.puzzles for pool in pools])).to(device)
        self.solutions = torch.from_numpy(np.concatenate([pool.solutions for pool in pools])).to(device)

    def draw(self, slots: Tensor, draws: Tensor) -> Drawn:
        """Symmetric copies of as many puzzles."""
        u = keyed_uniforms(SYMMETRY_NUMBERS + 2, self.seed, slots, draws)
        part = torch.searchsorted(self.reach, u[:, 0].contiguous()).clamp(max=len(self.reach) - 1)
        index = self.first[part] + (u[:, 1] * self.lengths[part]).long()
        puzzles, solutions = self.puzzles[index], self.solutions[index]
        if self.reveals:
            order = keyed_uniforms(81, self.seed, slots, draws, _REVEAL)
            puzzles = reveal_blanks(puzzles, solutions, self.reveal[part], order)
        both = torch.stack((puzzles, solutions), dim=1).long()
        turned = apply_symmetry(both, u[:, 2:]) + VOCABULARIES["sudoku"].offset
        return Drawn(turned[:, 0], turned[:, 1], torch.zeros_like(slots), part)

    def balance(self, answered: Tensor) -> None:
        """Draw the parts as their `full_at` asks, now that these shares [parts] of their puzzles are answered."""
        shares = (answered / self.full_at.clamp(min=1e-6)).clamp(LEAST_DRAWN, 1).where(self.full_at > 0, 1.0)
        weights = self.weights * shares
        self.reach = (weights / weights.sum()).cumsum(0).to(self.device)

    def at_step(self, step: int) -> None:
        """The mixture is the same from first to last."""


_REVEAL = 1
"""Ends the key of the numbers that pick the blanks to reveal, so that they are other numbers than the symmetry's."""


def reveal_blanks(puzzles: Tensor, solutions: Tensor, counts: Tensor, order: Tensor) -> Tensor:
    """[n, 81]: the puzzles with `counts` [n] of their blanks solved, those that come first in `order` [n, 81]."""
    ranks = order.masked_fill(puzzles != 0, 2.0).argsort(1).argsort(1)
    return torch.where((puzzles == 0) & (ranks < counts[:, None]), solutions, puzzles)


SYMMETRY_NUMBERS = 9 + 2 * (3 + 9) + 1


def apply_symmetry(grids: Tensor, u: Tensor) -> Tensor:
    """Turn grids [n, k, 81] by the symmetries that `u` [n, `SYMMETRY_NUMBERS`], uniform in [0, 1), picks.

    The k grids of one puzzle are turned alike: digits, bands, rows in bands, stacks, columns in stacks, transposition.
    """
    n, k, _ = grids.shape
    digits, bands, rows, stacks, columns, transpose = torch.split(u, [9, 3, 9, 3, 9, 1], dim=1)
    relabelled = torch.cat((torch.zeros_like(digits[:, :1], dtype=torch.long), digits.argsort(1) + 1), dim=1)
    lines = [
        (3 * major.argsort(1)[:, :, None] + minor.view(n, 3, 3).argsort(2)).view(n, 9)
        for major, minor in ((bands, rows), (stacks, columns))
    ]
    source = 9 * lines[0][:, :, None] + lines[1][:, None, :]
    source = torch.where(transpose[:, :, None] < 0.5, source.transpose(1, 2), source).reshape(n, 1, 81)
    turned = grids.gather(2, source.expand(n, k, 81))
    return relabelled[:, None].expand(n, k, 10).gather(2, turned)


def _identity(part: SudokuPart) -> dict[str, object]:
    """What a part's puzzles depend on: not how many there are, nor how often they are drawn."""
    unused = ("weight", "full_at", "count", "file", "hold_back", "reveal")
    return {key: value for key, value in asdict(part).items() if key not in unused}


def _name(part: SudokuPart, size: int) -> str:
    digest = hashlib.sha256(json.dumps([_identity(part), size]).encode()).hexdigest()[:10]
    return f"sudoku-{part.generator}-{digest}"


def _each(work: "partial[Pool]", numbers: list[int], processes: int) -> Iterator[Pool]:
    if processes <= 1:
        yield from map(work, numbers)
        return
    # Forking a process that has used torch's threads can hang.
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as executor:
        yield from executor.map(work, numbers)
