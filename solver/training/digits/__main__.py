"""Trains the digit network: `python -m solver.training.digits FONTS --out FOLDER`, about ten minutes of one core."""

import argparse
import sys
from pathlib import Path
from random import Random

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import Tensor
from tqdm import tqdm

from solver.training.digits.fonts import families, usable_fonts
from solver.training.digits.glyphs import Glyphs, draw_glyphs
from solver.training.digits.network import TorchDigitNetwork

BATCH = 256
SHARE_TO_VALIDATE = 12
"""One font family in this many is kept for validation."""


def main(arguments: list[str]) -> None:
    """Train, and write `model.safetensors`."""
    parser = argparse.ArgumentParser(prog="python -m solver.training.digits", description=__doc__)
    parser.add_argument("fonts", type=Path, help="a folder with fonts to train on")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--glyphs", type=int, default=60_000)
    parser.add_argument("--steps", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    torch.manual_seed(options.seed)
    random = Random(options.seed)
    groups = [fonts for _, fonts in families(usable_fonts(options.fonts))]
    random.shuffle(groups)
    kept = max(len(groups) // SHARE_TO_VALIDATE, 1)
    print(f"{len(groups) - kept} families to train on, {kept} to validate with", flush=True)
    train = draw_glyphs(groups[kept:], options.glyphs, random)
    print("drawn", flush=True)
    validation = draw_glyphs(groups[:kept], options.glyphs // 15, random)
    network = _train(train, validation, options.steps)
    options.out.mkdir(parents=True, exist_ok=True)
    # Half precision keeps the digits that count, in half the room.
    weights = {name: tensor.half().contiguous() for name, tensor in network.state_dict().items()}
    save_file(weights, options.out / "model.safetensors")


def _train(train: Glyphs, validation: Glyphs, steps: int) -> TorchDigitNetwork:
    network = TorchDigitNetwork()
    optimizer = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, steps, pct_start=0.1)
    images, labels = torch.from_numpy(train.images), torch.from_numpy(train.labels)
    for step in tqdm(range(steps), file=sys.stderr, mininterval=10):
        chosen = torch.randint(0, len(labels), (BATCH,))
        batch = _moved(images[chosen].float() / 255)
        loss = F.cross_entropy(network(batch), labels[chosen], label_smoothing=0.02)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if (step + 1) % 500 == 0:
            print(
                f"step {step + 1}: loss {loss.item():.3f}, validation {_accuracy(network, validation):.4f}", flush=True
            )
    return network.eval()


def _moved(images: Tensor) -> Tensor:
    """Each a little turned, slanted, scaled and shifted, and of another strength."""
    n = len(images)
    angle, slant = torch.empty(n).uniform_(-0.08, 0.08), torch.empty(n).uniform_(-0.12, 0.12)
    across, down = torch.empty(n).uniform_(0.85, 1.18), torch.empty(n).uniform_(0.93, 1.08)
    shift = torch.empty(n, 2).uniform_(-0.1, 0.1)
    rows = torch.stack(
        (
            torch.stack((across * angle.cos(), slant - angle.sin(), shift[:, 0]), 1),
            torch.stack((angle.sin(), down * angle.cos(), shift[:, 1]), 1),
        ),
        1,
    )
    grid = F.affine_grid(rows, [n, 1, *images.shape[1:]], align_corners=False)
    moved = F.grid_sample(images[:, None], grid, align_corners=False)[:, 0]
    return moved.pow(torch.empty(n, 1, 1).uniform_(0.7, 1.4))


def _accuracy(network: TorchDigitNetwork, glyphs: Glyphs) -> float:
    network.eval()
    with torch.no_grad():
        read = network(torch.from_numpy(glyphs.images).float() / 255).argmax(1).numpy()
    network.train()
    return float(np.mean(read == glyphs.labels))


if __name__ == "__main__":
    main(sys.argv[1:])
