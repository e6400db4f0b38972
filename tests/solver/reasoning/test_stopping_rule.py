from hypothesis import given
from hypothesis import strategies as st

from solver.reasoning.stopping_rule import CHECK_EVERY, ENOUGH_VIEWS, HELD_OUT_SHARE, LEAST_FITTING, StoppingRule

SHARES = st.floats(0, 1)


def test_without_anything_held_out_all_of_the_time_is_taken():
    rule = StoppingRule(holds_out=False)
    assert not rule.is_due(0.5)
    assert [rule.fraction(passed) for passed in (0.0, 0.4, 1.0, 1.3)] == [0.0, 0.4, 1.0, 1.0]


def test_what_is_held_out_is_looked_at_now_and_then_but_not_for_ever():
    rule = StoppingRule(holds_out=True)
    looks = []
    for thousandth in range(1001):
        fraction = rule.fraction(thousandth / 1000)
        if rule.is_due(fraction):
            looks.append(fraction)
            rule.look(fraction, 0.0)
    assert looks[0] >= CHECK_EVERY
    assert max(looks) <= HELD_OUT_SHARE
    assert len(looks) == round(HELD_OUT_SHARE / CHECK_EVERY) - 1
    assert not rule.holds_out
    assert rule.held_out == 0.0
    assert rule.fraction(0.9) == 0.9, "the rule was not found, so all of the time is taken"


@given(st.floats(CHECK_EVERY, HELD_OUT_SHARE), st.floats(ENOUGH_VIEWS, 1))
def test_once_it_is_answered_the_rest_goes_faster(found, share):
    rule = StoppingRule(holds_out=True)
    rule.look(found, share)
    assert rule.held_out == share
    assert not rule.holds_out
    assert rule.fraction(found) == found
    end = max(LEAST_FITTING, 3 * found)
    assert rule.fraction(end + 1e-9) == 1
    assert rule.fraction(end - 1e-3) < 1


@given(st.lists(st.tuples(SHARES, SHARES), max_size=30))
def test_the_fraction_never_falls_and_never_leaves_0_to_1(events):
    rule = StoppingRule(holds_out=True)
    before = 0.0
    for passed, right in sorted(events):
        fraction = rule.fraction(passed)
        assert before <= fraction <= 1
        if rule.is_due(fraction):
            rule.look(fraction, right)
            assert rule.fraction(passed) >= fraction - 1e-12
        before = fraction
