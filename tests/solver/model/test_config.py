"""A configuration says what it holds, or which field is wrong."""

import pytest

from solver.model.config import NetworkConfig
from tests.solver.model.networks import ALL


@pytest.mark.parametrize("name", ALL)
def test_json_round_trip(name: str) -> None:
    assert NetworkConfig.from_json(ALL[name].to_json()) == ALL[name]


COLOUR_MIXER = {"mixer": "colour", "positions": "none", "num_heads": 1}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"mixer": "transformer"}, "mixer must be attention, mlp"),
        ({"hidden_size": 10**9}, "hidden_size must be a whole number from 1 to 4096, not 1000000000"),
        ({"hidden_size": "128"}, "hidden_size must be a whole number"),
        ({"hidden_size": True}, "hidden_size must be a whole number .* not True"),
        ({"hidden_size": 16.5}, "hidden_size must be a whole number .* not 16.5"),
        ({"hidden_size": None}, "hidden_size must be a whole number .* not None"),
        ({"kind": 3}, "kind has the wrong type: 3"),
        ({"num_puzzle_identifiers": 1 << 40}, "num_puzzle_identifiers must be a whole number from 0 to 16777216"),
        ({"puzzle_emb_ndim": 1 << 30}, "puzzle_emb_ndim must be a whole number"),
        ({"intermediate_size": 1 << 30}, "intermediate_size must be a whole number"),
        ({"mlp_intermediate_size": 1 << 30}, "mlp_intermediate_size must be a whole number"),
        ({"seq_len": 1 << 30}, "seq_len must be a whole number"),
        ({"vocab_size": 0}, "vocab_size must be a whole number"),
        ({"layers": 17}, "layers must be a whole number"),
        ({"num_views": 4}, "num_views is not allowed in a network with the attention mixer"),
        ({"mlp_intermediate_size": 16}, "mlp_intermediate_size is not allowed"),
        ({"kernel_size": 5}, "kernel_size is not allowed"),
        ({"num_heads": 16}, "even number"),
        ({"puzzle_emb_len": 1}, "do not match"),
        ({"puzzle_emb_ndim": 16}, "do not match"),
        ({"puzzle_emb_len": 1, "puzzle_emb_ndim": 17, "num_puzzle_identifiers": 1}, "do not match"),
        ({"H_layers": 1}, "is for HRM only"),
        ({"architecture": "hrm"}, "H_layers is for HRM only"),
        ({"architecture": "gpt"}, "architecture must be trm or hrm, not gpt"),
        ({"num_heads": 3}, "not a multiple of num_heads 3"),
        ({"L_cycles": 0}, "L_cycles must be a whole number from 1"),
        ({"mixer": "convolution", "positions": "none", "num_heads": 1, "kernel_size": 4}, "kernel_size must be an odd"),
        ({"kernel_size": 10**6 + 1}, "kernel_size must be a whole number from 1 to 31"),
        ({"offset_clip": 2}, "unknown field offset_clip"),
        ({"colour": 1}, "unknown field colour"),
        ({"mixer": "mlp", "mlp_intermediate_size": 0}, "mlp_intermediate_size"),
        ({"positions": "learned", "seq_len": None}, "seq_len"),
        (
            {"mixer": "convolution", "positions": "none", "num_heads": 1, "puzzle_emb_len": 1},
            "puzzle_emb_len is not allowed",
        ),
        ({"puzzle_emb_len": -1}, "puzzle_emb_len must be a whole number from 0"),
        (COLOUR_MIXER, "colour mixer only, which requires it"),
        ({"colours": "01"}, "is for the colour mixer only"),
        (COLOUR_MIXER | {"colours": "10"}, "in ascending order, not 10"),
        (COLOUR_MIXER | {"colours": "01x"}, "in ascending order"),
        (COLOUR_MIXER | {"colours": "01"}, "is for ARC"),
        (
            COLOUR_MIXER | {"kind": "arc", "vocab_size": 12, "colours": "01", "num_puzzle_identifiers": 1},
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


def test_fields_of_mixers_that_are_gone_are_read_where_they_say_nothing() -> None:
    data = ALL["convolution"].to_json()
    assert (
        NetworkConfig.from_json(data | {"relations": "sudoku", "offset_clip": 0, "view_emb_len": 0})
        == ALL["convolution"]
    )
    with pytest.raises(ValueError, match="unknown field relations"):
        NetworkConfig.from_json(data | {"relations": "offset"})
