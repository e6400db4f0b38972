"""A network is a stack of blocks; a block mixes over the tokens, then over the features of each."""

from collections.abc import Callable, Iterable

from torch import Tensor, nn

from solver.model.by_hand import by_hand
from solver.model.by_hand.gated import gated
from solver.model.context import Context
from solver.model.layers import SwiGLU, rms_norm
from solver.model.mixers.mixer import Mixer


class Block(nn.Module):
    """A mixer and a SwiGLU; what each returns is added to its input and normalised (post-norm)."""

    def __init__(self, mixer: Mixer, mlp: nn.Module, norm: Callable[[Tensor], Tensor] = rms_norm) -> None:
        super().__init__()
        self._mixer_name = mixer.name
        self.add_module(mixer.name, mixer)
        self.mlp = mlp
        self._norm = norm
        self._by_hand = mixer.gradients_by_hand

    def forward(self, x: Tensor, context: Context) -> Tensor:
        x = getattr(self, self._mixer_name)(x, context)
        if self._by_hand and isinstance(self.mlp, SwiGLU) and by_hand(x):
            return gated(x, self.mlp.gate_up_proj.weight, self.mlp.down_proj.weight)
        return self._norm(x + self.mlp(x))


class Network(nn.Module):
    """`net` in TRM's paper, `L_level` or `H_level` in HRM's: refines whatever it is given, with the rest added in."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(blocks)

    def forward(self, hidden: Tensor, injection: Tensor, context: Context) -> Tensor:
        hidden = hidden + injection
        for layer in self.layers:
            hidden = layer(hidden, context)
        return hidden
