"""The digit network in torch, for training; `solver.formats.sudoku_picture.digits` runs it without."""

import torch.nn.functional as F
from torch import Tensor, nn


class TorchDigitNetwork(nn.Module):
    """[n, 24, 24] → logits [n, 10]; 55,000 parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(1, 12, 3, padding=1)
        self.second = nn.Conv2d(12, 24, 3, padding=1)
        self.hidden = nn.Linear(24 * 6 * 6, 64)
        self.out = nn.Linear(64, 10)

    def forward(self, glyphs: Tensor) -> Tensor:
        """Logits of no digit and of 1 to 9."""
        maps = F.max_pool2d(F.relu(self.first(glyphs[:, None])), 2)
        maps = F.max_pool2d(F.relu(self.second(maps)), 2)
        hidden = F.relu(self.hidden(F.dropout(maps.flatten(1), 0.2, self.training)))
        logits: Tensor = self.out(hidden)
        return logits
