"""The recursion, whatever the board and the mixer: shapes, halting head, gradients."""

from dataclasses import replace

import pytest
import torch

from tests.solver.model.networks import ALL, ATTENTION, CANDIDATE, CONVOLUTION, random_network


@pytest.mark.parametrize("name", ALL)
def test_one_step_keeps_every_shape(name: str) -> None:
    config = ALL[name]
    network = random_network(config)
    inputs = torch.randint(1, config.vocab_size, (3, 81))
    x, context = network.embed(inputs)
    y, z, logits, q = network(x, *network.initial_state(3, 81), context)
    tokens = {"candidate": 729, "units": 729, "colour": 810}.get(name, 81)
    assert x.shape == y.shape == z.shape == (3, tokens, config.hidden_size)
    assert logits.shape == (3, 81, config.vocab_size)
    assert q.shape == (3,)
    assert all(bool(torch.isfinite(t).all()) for t in (y, z, logits, q))


@pytest.mark.parametrize("name", ALL)
def test_some_grids_of_a_batch_are_refined_as_all_of_them(name: str) -> None:
    network = random_network(ALL[name])
    inputs = torch.randint(1, ALL[name].vocab_size, (4, 81), generator=torch.Generator().manual_seed(1))
    kept = torch.tensor([3, 1])
    with torch.inference_mode():
        x, context = network.embed(inputs)
        y, z = network.initial_state(4, 81)
        whole = network(x, y, z, context)
        some = network(x[kept], y[kept], z[kept], context.rows(kept))
    for found, wanted in zip(some, whole, strict=True):
        torch.testing.assert_close(found, wanted[kept], atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("name", ALL)
def test_a_copy_shares_nothing_with_the_original(name: str) -> None:
    import copy

    network = random_network(ALL[name])
    other = copy.deepcopy(network)
    with torch.no_grad():
        for parameter in other.parameters():
            parameter.zero_()
    assert not network.logits(torch.randn(1, network.board.tokens(81), 16)).eq(0).all()
    assert other.logits(torch.randn(1, network.board.tokens(81), 16)).clamp(min=-1).amax() == 0


def test_without_an_embedding_the_halting_head_reads_the_first_cell() -> None:
    network = random_network(ATTENTION)
    assert not hasattr(network, "puzzle_emb")
    y = torch.randn(2, 81, 16)
    torch.testing.assert_close(network.q_halt_logits(y), network.q_head(y[:, 0])[:, 0])


@pytest.mark.parametrize(("pool", "config"), [("mean", CANDIDATE), ("mean_max", CONVOLUTION)])
def test_pooled_halting_heads_read_every_token(pool: str, config) -> None:
    network = random_network(config)
    y = torch.randn(2, 81, 16)
    pooled = y.mean(1) if pool == "mean" else (y.mean(1) + y.max(1).values) / 2
    torch.testing.assert_close(network.q_halt_logits(y), network.q_head(pooled)[:, 0])


def test_only_the_last_cycle_carries_gradient() -> None:
    """T − 1 cycles without gradient give the same y and z as T with, but the gradient of one cycle alone."""
    network = random_network(replace(ATTENTION, H_cycles=3))
    inputs = torch.randint(1, 11, (1, 81))
    x, context = network.embed(inputs)
    y, z = network.initial_state(1, 81)
    network(x, y, z, context)[2].sum().backward()
    got = network.L_level.layers[0].mlp.down_proj.weight.grad.clone()
    network.zero_grad()
    with torch.no_grad():
        for _ in range(2):
            y, z = network.latent_recursion(x, y, z, context)
    y, z = network.latent_recursion(*network.embed(inputs)[:1], y.detach(), z.detach(), context)
    network.logits(y).sum().backward()
    torch.testing.assert_close(got, network.L_level.layers[0].mlp.down_proj.weight.grad)
