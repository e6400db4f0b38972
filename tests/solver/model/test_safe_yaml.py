import pytest
import yaml

from solver.model.safe_yaml import LARGEST, parse_yaml


def test_plain_data_is_read():
    assert parse_yaml("arch: {name: x, L_layers: 2, rate: 1.0e-4}\nlist:\n- a\n- true\n") == {
        "arch": {"name": "x", "L_layers": 2, "rate": 1e-4},
        "list": ["a", True],
    }


def bomb() -> str:
    """A few hundred bytes that would be gigabytes."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        bomb(),
        "a: &a {x: 1}\nb: {<<: *a}",
        "[" * 1000,
        "x: " * 30,
        "a" * (LARGEST + 1),
        "!!python/object/apply:os.system [ls]",
        "!!binary 'é'",
        "!!timestamp x",
        "!!int x",
        "2000-99-99",
        "\0",
        "{",
    ],
    ids=lambda text: text[:20],
)
def test_anything_else_is_refused(text):
    with pytest.raises(yaml.YAMLError):
        parse_yaml(text)
