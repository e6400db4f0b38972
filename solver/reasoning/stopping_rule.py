"""When fitting to a task may end early: leave-one-out over its demonstrations."""

HELD_OUT_SHARE = 0.2
"""Of the fitting, at most, before the demonstration that was held out is learned as well."""
CHECK_EVERY = 0.03
"""Of the fitting, between two looks at it."""
ENOUGH_VIEWS = 0.5
"""Of the symmetries, that answer what was held out: the rule is found, and much less fitting will do."""
FITTING_AFTERWARDS = 2.0
"""Times as long as what found the rule: to learn all demonstrations, and to let the rate fall."""
LEAST_FITTING = 0.2


class StoppingRule:
    """Leave-one-out: once a demonstration that was never fitted to is answered, the fitting soon ends.

    All fractions are of the fitting, from 0 to 1.
    """

    def __init__(self, holds_out: bool) -> None:
        self.holds_out = holds_out
        self.held_out: float | None = None
        self._next_look = CHECK_EVERY
        self._turn = self._end = 1.0
        """From when on the rest goes faster, and when it is over; of the time that was given."""

    def fraction(self, passed: float) -> float:
        """How far the fitting is when `passed` of the time given is over."""
        if passed <= self._turn or self._end == self._turn:
            return min(passed, 1.0)
        return min(self._turn + (1 - self._turn) * (passed - self._turn) / (self._end - self._turn), 1.0)

    def wants_a_look(self, fraction: float) -> bool:
        """Whether to see again how what is held out is answered."""
        return self.holds_out and fraction >= self._next_look

    def look(self, fraction: float, right: float) -> None:
        """Take note that a share `right` of the symmetries answers it."""
        self.held_out = right
        self._next_look = fraction + CHECK_EVERY
        if right >= ENOUGH_VIEWS:
            self._turn, self._end = fraction, min(1.0, max(LEAST_FITTING, fraction * (1 + FITTING_AFTERWARDS)))
        self.holds_out = right < ENOUGH_VIEWS and self._next_look < HELD_OUT_SHARE
