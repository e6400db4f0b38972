"""One process or several of `torchrun`: which slots are whose, and how sums and slots come together."""

import os
from typing import Any

import torch
import torch.distributed
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from solver.training.config import ConfigError


class Processes:
    """This process among those of the run; alone unless `torchrun` started it."""

    def __init__(self, device: str = "cpu") -> None:
        self.rank = int(os.environ.get("RANK", "0"))
        self.count = int(os.environ.get("WORLD_SIZE", "1"))
        if device == "cuda":
            device = f"cuda:{os.environ.get('LOCAL_RANK', '0')}"
            torch.cuda.set_device(device)
        self.device = torch.device(device)
        if self.count > 1:
            torch.distributed.init_process_group("nccl" if self.device.type == "cuda" else "gloo")

    def close(self) -> None:
        """Leave the group."""
        if self.count > 1:
            torch.distributed.destroy_process_group()

    def distributed(self, module: nn.Module) -> nn.Module:
        """The module with its gradients averaged over the processes."""
        if self.count == 1:
            return module
        return DistributedDataParallel(module, broadcast_buffers=False)

    def own(self, slots: int) -> slice:
        """This process's share of that many slots; raises `ConfigError` if they cannot be shared out evenly."""
        if slots % self.count:
            raise ConfigError(f"A batch of {slots} cannot be shared out to {self.count} processes.")
        share = slots // self.count
        return slice(self.rank * share, (self.rank + 1) * share)

    def summed(self, tensor: Tensor) -> Tensor:
        """The sum over all processes, in all of them."""
        total = tensor.clone()
        if self.count > 1:
            torch.distributed.all_reduce(total)
        return total

    def gathered(self, tensor: Tensor) -> Tensor:
        """The processes' tensors, one after the other along the first axis, in all of them."""
        if self.count == 1:
            return tensor
        parts = [torch.empty_like(tensor) for _ in range(self.count)]
        torch.distributed.all_gather(parts, tensor.contiguous())
        return torch.cat(parts)

    def agreed(self, value: Any) -> Any:
        """What the first process says."""
        if self.count == 1:
            return value
        box = [value]
        torch.distributed.broadcast_object_list(box)
        return box[0]
