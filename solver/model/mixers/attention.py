"""The published attention mixer: every token attends to every other, weighted by how well query and key agree."""

from typing import ClassVar

import torch.nn.functional as F
from torch import Tensor

from solver.model.config import NetworkConfig
from solver.model.context import Context
from solver.model.layers import Linear, rms_norm
from solver.model.mixers.mixer import Mixer
from solver.model.mixers.rotary import rope_tables, rotate


class AttentionMixer(Mixer):
    """Softmax attention over all tokens, with rotary positions unless the positions are learned."""

    name: ClassVar[str] = "self_attn"

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.heads = config.num_heads
        self.rotary = config.positions == "rope"
        self.qkv_proj = Linear(config.hidden_size, 3 * config.hidden_size)
        self.o_proj = Linear(config.hidden_size, config.hidden_size)

    def forward(self, x: Tensor, context: Context) -> Tensor:
        batch, tokens, size = x.shape
        head_size = size // self.heads
        qkv = self.qkv_proj(x).view(batch, tokens, 3, self.heads, head_size)
        query, key, value = qkv.permute(2, 0, 3, 1, 4)
        if self.rotary:
            cosine, sine = rope_tables(tokens, head_size, x.device)
            query, key = rotate(query, cosine, sine), rotate(key, cosine, sine)
        mixed = F.scaled_dot_product_attention(query, key, value)
        return rms_norm(x + self.o_proj(mixed.transpose(1, 2).reshape(batch, tokens, size)))
