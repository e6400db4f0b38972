"""The published Sudoku mixer, `mlp_t`: a SwiGLU across the tokens, which normalises across them too."""

from typing import ClassVar

from torch import Tensor

from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.layers import SwiGLU, rms_norm
from solver.model.mixers.mixer import Mixer


class MlpMixer(SwiGLU, Mixer):
    """Made for one number of tokens."""

    name: ClassVar[str] = "mlp_t"

    def __init__(self, config: NetworkConfig) -> None:
        assert config.seq_len is not None
        super().__init__(config.puzzle_emb_len + config.seq_len, config.mlp_intermediate_size)

    def forward(self, x: Tensor, context: Context) -> Tensor:  # type: ignore[override]
        across = x.transpose(1, 2)
        return rms_norm(across + super().forward(across)).transpose(1, 2)
