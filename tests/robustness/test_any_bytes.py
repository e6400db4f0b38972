"""Whatever the bytes of a file are, its reader returns or raises its own error, with one sentence."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.messages import ExplainedError
from tests.robustness.mutations import mutated
from tests.robustness.readers import OWN_ERRORS, READERS

EXAMPLES = 2_000
"""Over all readers."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return tmp_path_factory.mktemp("mutated")


@pytest.mark.parametrize("kind", READERS)
def test_valid_files_are_read(kind, tmp_path, qapp):
    reader = READERS[kind]
    for number, example in enumerate(reader.examples()):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / reader.name).write_bytes(example)
        reader.read(folder / reader.name)


@pytest.mark.parametrize("kind", READERS)
def test_damaged_files_are_one_sentence(kind, folders, qapp):
    reader, examples = READERS[kind], READERS[kind].examples()

    @settings(
        max_examples=-(-EXAMPLES // len(READERS)),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.integers(0, 2**64 - 1))
    def read(seed):
        chance = random.Random(seed)
        folder = folders / f"{kind} {seed}"
        folder.mkdir(exist_ok=True)
        file = folder / reader.name
        file.write_bytes(mutated(chance.choice(examples), chance))
        try:
            reader.read(file)
        except OWN_ERRORS as error:
            said = str(error)
            assert said
            assert len(said) < 2_000
            if isinstance(error, ExplainedError):
                assert "\n" not in said

    read()
