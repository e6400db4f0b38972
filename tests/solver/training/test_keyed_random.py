import torch

from solver.training.keyed_random import keyed_integers, keyed_normals, keyed_uniforms


def test_numbers_are_those_of_splitmix64():
    # SplitMix64 seeded with 0 gives 0xE220A8397B1DCDAF first; the key 0 mixes it from a zero state.
    from solver.training.keyed_random import _mixed

    assert int(_mixed(torch.tensor(0))) & (1 << 64) - 1 == 0xE220A8397B1DCDAF


def test_numbers_depend_on_every_part_of_the_key_and_on_nothing_else():
    keys = torch.arange(50)
    u = keyed_uniforms(7, 1, keys, 2)
    assert torch.equal(u[13], keyed_uniforms(7, 1, torch.tensor([13]), 2)[0])
    assert torch.equal(u[:, :3], keyed_uniforms(3, 1, keys, 2))
    for other in (keyed_uniforms(7, 2, keys, 2), keyed_uniforms(7, 1, keys, 3), keyed_uniforms(7, 1, keys + 50, 2)):
        assert (u != other).all()
    assert len(torch.unique(keyed_integers(100, torch.arange(100)))) == 10_000


def test_uniforms_are_uniform_and_normals_normal():
    u = keyed_uniforms(100, torch.arange(1000))
    assert 0 <= float(u.min()) < 0.001
    assert 0.999 < float(u.max()) < 1
    assert abs(float(u.mean()) - 0.5) < 0.005
    assert abs(float((u[:, 0] * u[:, 1]).mean()) - 0.25) < 0.02
    n = keyed_normals(100, torch.arange(1000))
    assert abs(float(n.mean())) < 0.02
    assert abs(float(n.std()) - 1) < 0.02
