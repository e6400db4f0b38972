"""The network beyond the recorded parity cases: positions, embeddings, mixers, gradients."""

import math
from dataclasses import replace

import pytest
import torch
import torch.nn.functional as F

from solver.model.trm import edge_distances, offset_relations, stablemax, sudoku_relations
from solver.model.mixers.rotary import rope_tables
from tests.solver.model.networks import ALL, ATTENTION, CANDIDATE, CONVOLUTION, HYBRID, OFFSET, RELATION, random_network


@pytest.mark.parametrize("name", ALL)
def test_one_step_keeps_every_shape(name: str) -> None:
    config = ALL[name]
    network = random_network(config)
    inputs = torch.randint(1, config.vocab_size, (3, 81))
    x = network.embed(inputs)
    y, z, logits, q = network(x, *network.initial_state(3, 81), (9, 9))
    tokens = config.prefix + 81 * config.tokens_a_cell
    assert y.shape == z.shape == (3, tokens, config.hidden_size)
    assert x.shape == (3, tokens, config.hidden_size + (4 if name == "colour" else 0))
    assert logits.shape == (3, 81, config.vocab_size)
    assert q.shape == (3,)
    assert all(bool(torch.isfinite(t).all()) for t in (y, z, logits, q))


def test_learned_positions_are_added_then_scaled_as_published() -> None:
    config = replace(
        RELATION, mixer="attention", positions="learned", puzzle_emb_len=2, puzzle_emb_ndim=32, num_puzzle_identifiers=3
    )
    network = random_network(config)
    inputs, identifiers = torch.randint(0, 11, (2, 81)), torch.tensor([2, 1])
    puzzle = network.puzzle_emb.weights[identifiers].view(2, 2, 16)
    tokens = network.embed_tokens.embedding_weight[inputs]
    expected = 0.707106781 * (torch.cat((puzzle, tokens), 1) + network.embed_pos.embedding_weight) * math.sqrt(16)
    torch.testing.assert_close(network.embed(inputs, identifiers), expected)


def test_an_embedding_shorter_than_its_tokens_is_padded_with_zeros() -> None:
    config = replace(ATTENTION, puzzle_emb_len=2, puzzle_emb_ndim=20, num_puzzle_identifiers=1)
    network = random_network(config)
    x = network.embed(torch.ones(1, 81, dtype=torch.long))
    assert x.shape == (1, 83, 16)
    torch.testing.assert_close(x[0, :2].flatten()[:20], network.puzzle_emb.weights[0] * 4)
    assert not x[0, :2].flatten()[20:].any()


def test_without_an_embedding_the_halting_head_reads_the_first_cell() -> None:
    network = random_network(ATTENTION)
    assert not hasattr(network, "puzzle_emb")
    y = torch.randn(2, 81, 16)
    torch.testing.assert_close(network.q_halt_logits(y), network.q_head(y[:, 0])[:, 0])


@pytest.mark.parametrize(("pool", "config"), [("mean", RELATION), ("mean_max", CONVOLUTION)])
def test_pooled_halting_heads_read_every_cell(pool: str, config) -> None:
    network = random_network(config)
    y = torch.randn(2, 81, 16)
    pooled = y.mean(1) if pool == "mean" else (y.mean(1) + y.max(1).values) / 2
    torch.testing.assert_close(network.q_halt_logits(y), network.q_head(pooled)[:, 0])


def test_sudoku_relations_tell_row_column_and_box_apart() -> None:
    relation = sudoku_relations(torch.device("cpu"))
    of = lambda a, b: int(relation[a[0] * 9 + a[1], b[0] * 9 + b[1]])  # noqa: E731
    assert of((4, 4), (4, 4)) == 6
    assert of((0, 0), (0, 8)) == 1
    assert of((0, 0), (8, 0)) == 2
    assert of((0, 0), (1, 1)) == 3
    assert of((0, 0), (0, 2)) == 4
    assert of((0, 0), (2, 0)) == 5
    assert of((0, 0), (4, 4)) == 0
    assert torch.equal(relation, relation.T)
    assert ((relation > 0).sum(1) == 21).all(), "20 peers and the cell itself"


def test_offset_relations_clip_far_cells() -> None:
    relation = offset_relations((3, 9), 2, torch.device("cpu"))
    assert relation.shape == (27, 27)
    assert relation[0, 0] == 12, "no offset is the middle of 5 × 5"
    assert relation[0, 2] == relation[0, 8], "two and eight to the right are one"
    assert relation[0, 1] != relation[1, 0], "left is not right"


def test_attention_is_softmax_of_scaled_scores_plus_bias() -> None:
    attention = random_network(RELATION).L_level.layers[0].self_attn
    x = torch.randn(2, 81, 16)
    query, key, value = attention.qkv_proj(x).view(2, 81, 3, 4, 4).permute(2, 0, 3, 1, 4)
    scores = query @ key.transpose(-1, -2) / 2 + attention.relation_bias((9, 9), torch.float32)
    expected = attention.o_proj((F.softmax(scores, -1) @ value).transpose(1, 2).reshape(2, 81, 16))
    torch.testing.assert_close(attention(x, (9, 9)), expected, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("config", [CONVOLUTION, OFFSET], ids=["convolution", "offset"])
def test_size_free_networks_see_the_same_thing_wherever_it_lies(config) -> None:
    """A pattern far from every border gives the same logits when it is moved."""
    network = random_network(replace(config, H_cycles=1, L_cycles=1))
    logits = []
    for shift in (0, 3):
        grid = torch.full((1, 30, 30), 2)
        grid[0, 12 + shift, 13] = 3
        x = network.embed(grid.flatten(1))
        y, z = network.initial_state(1, 900)
        logits.append(network(x, y, z, (30, 30))[2].view(30, 30, -1)[11 + shift : 14 + shift, 12:15])
    if config is OFFSET:  # attention sees the borders, however far; only what is near differs little
        torch.testing.assert_close(logits[0], logits[1], atol=0.2, rtol=0.1)
    else:
        torch.testing.assert_close(logits[0], logits[1])


def test_only_the_last_cycle_carries_gradient() -> None:
    """T − 1 cycles without gradient give the same y and z as T with, but the gradient of one cycle alone."""
    network = random_network(replace(RELATION, H_cycles=3))
    inputs = torch.randint(1, 11, (1, 81))
    x = network.embed(inputs)
    y, z = network.initial_state(1, 81)
    network(x, y, z, (9, 9))[2].sum().backward()
    got = network.L_level.layers[0].mlp.down_proj.weight.grad.clone()
    network.zero_grad()
    with torch.no_grad():
        for _ in range(2):
            y, z = network.latent_recursion(x, y, z, (9, 9))
    y, z = network.latent_recursion(network.embed(inputs), y.detach(), z.detach(), (9, 9))
    network.logits(y).sum().backward()
    torch.testing.assert_close(got, network.L_level.layers[0].mlp.down_proj.weight.grad)


def test_stablemax_is_a_distribution_that_keeps_the_order() -> None:
    logits = torch.randn(5, 11) * 4
    p = stablemax(logits)
    torch.testing.assert_close(p.sum(-1), torch.ones(5, dtype=torch.float64))
    assert torch.equal(p.argsort(-1), logits.argsort(-1))
    torch.testing.assert_close(stablemax(torch.tensor([0.0, -1.0, 1.0])), torch.tensor([1, 0.5, 2]).double() / 3.5)


def test_the_candidate_mixer_knows_no_digit_row_or_column() -> None:
    """Rename the digits and permute rows, columns, bands and stacks: the logits are renamed and permuted alike."""
    network = random_network(CANDIDATE)
    generator = torch.Generator().manual_seed(1)
    inputs = torch.randint(1, 11, (1, 81), generator=generator)
    names = torch.cat((torch.tensor([0, 1]), torch.randperm(9, generator=generator) + 2))
    rows, columns = (
        (torch.randperm(3, generator=generator)[:, None] * 3 + torch.randperm(3, generator=generator)).flatten()
        for _ in range(2)
    )
    moved = (rows[:, None] * 9 + columns).flatten()

    def think(tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        _, _, logits, q = network(network.embed(tokens), *network.initial_state(1, 81), (9, 9))
        return logits, q

    logits, q = think(inputs)
    seen_logits, seen_q = think(names[inputs[:, moved]])
    torch.testing.assert_close(seen_logits[:, :, names], logits[:, moved], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(seen_q, q, atol=1e-4, rtol=1e-4)


def test_candidates_hear_their_own_units_only() -> None:
    """A given in r1c1 reaches, in one evaluation of the mixer, its row, column, box and cell, and nothing else."""
    mixer = random_network(CANDIDATE).L_level.layers[0].candidate
    x = torch.zeros(1, 729, 16)
    x[0, 0] = 1.0
    heard = (mixer(x).view(81, 9, 16).abs().sum(-1) > 0).nonzero().tolist()
    peers = {cell for cell in range(81) if cell < 9 or cell % 9 == 0 or (cell // 9 < 3 and cell % 9 < 3)}
    assert {tuple(h) for h in heard} == {(cell, 0) for cell in peers} | {(0, digit) for digit in range(9)}


@pytest.mark.parametrize("name", ["relation", "offset", "attention"])
def test_a_network_that_solved_first_can_still_learn(name: str) -> None:
    """Tables that a solve cached in inference mode must be fit for gradients."""
    for table in (rope_tables, sudoku_relations, offset_relations):
        table.cache_clear()
    network = random_network(ALL[name])
    inputs = torch.ones(1, 81, dtype=torch.long)
    with torch.inference_mode():
        network(network.embed(inputs), *network.initial_state(1, 81), (9, 9))
    network(network.embed(inputs), *network.initial_state(1, 81), (9, 9))[2].sum().backward()
    assert all(p.grad is not None for name, p in network.named_parameters() if name.startswith("L_level"))


def test_convolutions_are_told_the_puzzle_in_every_cell() -> None:
    config = replace(CONVOLUTION, num_puzzle_identifiers=3, puzzle_emb_ndim=CONVOLUTION.hidden_size)
    network = random_network(config)
    tokens = torch.ones(2, 12, dtype=torch.long)
    plain = random_network(CONVOLUTION)
    plain.load_state_dict({k: v for k, v in network.state_dict().items() if k != "puzzle_emb.weights"})
    told = network.embed(tokens, torch.tensor([2, 0])) - plain.embed(tokens)
    wanted = network.puzzle_emb.weights[[2, 0]] * config.hidden_size**0.5
    torch.testing.assert_close(told, wanted[:, None].expand_as(told))


def test_edges_are_those_of_the_grid_on_the_canvas() -> None:
    canvas = torch.zeros(1, 6, 6, dtype=torch.long)
    canvas[0, 1:4, 2:6] = 2
    up, down, left, right = (d.view(6, 6) for d in edge_distances(canvas.flatten(1), (6, 6)))
    assert up[:, 0].tolist() == [0, 1, 2, 3, 4, 5]
    assert down[:, 0].tolist() == [4, 3, 2, 1, 0, 0]
    assert left[0].tolist() == [0, 0, 1, 2, 3, 4]
    assert right[0].tolist() == [6, 5, 4, 3, 2, 1]


def test_views_of_a_puzzle_share_its_embedding_and_puzzles_those_of_the_views() -> None:
    network = random_network(HYBRID)
    x = network.embed(torch.full((3, 16), 2), torch.tensor([5, 16 + 5, 16 + 7]))
    torch.testing.assert_close(x[0, 2], x[1, 2])
    torch.testing.assert_close(x[1, :2], x[2, :2])
    assert not torch.isclose(x[0, :2], x[1, :2]).all()
    assert not torch.isclose(x[1, 2], x[2, 2]).all()


def test_a_hybrid_network_takes_grids_of_any_size() -> None:
    network = random_network(HYBRID)
    for side in (3, 30):
        y, z = network.initial_state(1, side**2)
        logits = network(network.embed(torch.full((1, side**2), 2)), y, z, (side, side))[2]
        assert logits.shape == (1, side**2, 12)
