import pytest
import torch

from solver.model.by_hand.gated import gated
from solver.model.layers import SwiGLU, rms_norm


@pytest.mark.parametrize(("dtype", "off"), [(torch.float32, 1e-5), (torch.bfloat16, 0.06)])
def test_it_is_the_layers_one_after_the_other_and_so_are_its_gradients(dtype, off) -> None:
    torch.manual_seed(0)
    layer = SwiGLU(16, 24)
    x, weights = torch.randn(2, 5, 16).to(dtype), torch.randn(2, 5, 16).to(dtype)
    answers = []
    for way in (
        lambda x: gated(x, layer.gate_up_proj.weight, layer.down_proj.weight),
        lambda x: rms_norm(x + layer(x)),
    ):
        layer.zero_grad()
        own = x.clone().requires_grad_()
        found = way(own)
        found.backward(weights)
        answers.append([found.detach(), own.grad, *(parameter.grad for parameter in layer.parameters())])
    for found, wanted in zip(*answers, strict=True):
        assert (found - wanted).abs().max() <= off * wanted.abs().max()
