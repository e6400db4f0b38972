"""A configuration says what it holds, or which field is wrong."""

import pytest

from solver.model.config import NetworkConfig
from tests.solver.model.networks import ALL


@pytest.mark.parametrize("name", ALL)
def test_json_round_trip(name: str) -> None:
    assert NetworkConfig.from_json(ALL[name].to_json()) == ALL[name]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"mixer": "transformer"}, "mixer must be attention, mlp"),
        ({"hidden_size": 10**9}, "hidden_size must be from 1"),
        ({"hidden_size": "128"}, "hidden_size has the wrong type"),
        ({"hidden_size": True}, "hidden_size has the wrong type"),
        ({"num_heads": 3}, "not a multiple of num_heads 3"),
        ({"L_cycles": 0}, "L_cycles must be from 1"),
        ({"kernel_size": 4}, "kernel_size must be an odd"),
        ({"kernel_size": 10**6 + 1}, "kernel_size must be an odd"),
        ({"offset_clip": 2}, "unknown field offset_clip"),
        ({"colour": 1}, "unknown field colour"),
        ({"mixer": "mlp", "mlp_intermediate_size": 0}, "mlp_intermediate_size"),
        ({"positions": "learned", "seq_len": None}, "seq_len"),
        ({"mixer": "convolution", "puzzle_emb_len": 1}, "puzzle_emb_len must be 0"),
        ({"puzzle_emb_len": -1}, "puzzle_emb_len must be from 0"),
        ({"mixer": "colour"}, "colour mixer, which needs it"),
        ({"colours": "01"}, "belongs to the colour mixer"),
        ({"mixer": "colour", "colours": "10"}, "in ascending order, not 10"),
        ({"mixer": "colour", "colours": "01x"}, "in ascending order"),
        ({"mixer": "colour", "colours": "01"}, "is for ARC"),
        (
            {"kind": "arc", "vocab_size": 12, "mixer": "colour", "colours": "01", "num_puzzle_identifiers": 1},
            "11 times",
        ),
    ],
)
def test_a_wrong_field_is_named(change: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        NetworkConfig.from_json(ALL["attention"].to_json() | change)


def test_a_missing_field_is_named() -> None:
    data = ALL["attention"].to_json()
    del data["vocab_size"]
    with pytest.raises(ValueError, match="vocab_size"):
        NetworkConfig.from_json(data)
