import pytest
import torch

from solver.model.context import Context, numbered_apart
from solver.model.mixers.colour import ColourMixer
from tests.solver.model.networks import COLOUR


def mixer() -> ColourMixer:
    torch.manual_seed(0)
    made = ColourMixer(COLOUR)
    with torch.no_grad():
        for parameter in made.parameters():
            parameter.normal_(std=0.3)
    return made


def answer_and_gradients(way, made: ColourMixer, x: torch.Tensor, context: Context) -> dict[str, torch.Tensor]:
    made.zero_grad()
    x = x.clone().requires_grad_()
    found = way(x, context)
    found.backward(torch.linspace(-1, 1, found.numel()).view_as(found).to(found.dtype))
    own = {name: parameter.grad for name, parameter in made.named_parameters()}
    return {"answer": found.detach(), "x": x.grad, **own}


@pytest.mark.parametrize(("dtype", "off"), [(torch.float32, 2e-5), (torch.bfloat16, 0.06)])
def test_it_is_the_mixer_layer_by_layer_and_so_are_its_gradients(dtype, off) -> None:
    made, (batch, rows, columns, colours) = mixer(), (3, 5, 7, 4)
    components = numbered_apart(torch.randint(0, 9, (2, batch, rows * columns)))
    x = torch.randn(batch, rows * columns * colours, COLOUR.hidden_size).to(dtype)
    context = Context((rows, columns), components)
    found, wanted = (answer_and_gradients(way, made, x, context) for way in (made.forward, made.layer_by_layer))
    for name, tensor in wanted.items():
        assert (found[name] - tensor).abs().max() <= off * tensor.abs().max(), name


def test_the_gradient_can_be_asked_for_twice() -> None:
    made, context = mixer(), Context((3, 3), torch.zeros(2, 1, 9, dtype=torch.long))
    x = torch.randn(1, 18, COLOUR.hidden_size, requires_grad=True)
    found = made(x, context).square().sum()
    first, second = (torch.autograd.grad(found, x, retain_graph=True)[0] for _ in range(2))
    assert torch.equal(first, second)
