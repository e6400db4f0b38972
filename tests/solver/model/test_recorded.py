"""Ponder's own mixers and boards give the logits that they always gave."""

import numpy as np
import pytest

from tests.solver.model.recorded import CASES, FILE, answer


@pytest.mark.parametrize("name", CASES)
def test_logits_are_the_recorded_ones(name: str) -> None:
    logits, q = answer(*CASES[name])
    with np.load(FILE) as recorded:
        np.testing.assert_allclose(logits.numpy(), recorded[f"{name}/logits"], rtol=0, atol=2e-4)
        np.testing.assert_allclose(q.numpy(), recorded[f"{name}/q"], rtol=0, atol=2e-4)
