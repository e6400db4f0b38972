"""When fitting to a task may end early: leave-one-out over its demonstrations."""

HELD_OUT_SHARE = 0.2
"""Share of the fitting after which the held-out demonstration is learned as well, at the latest."""
CHECK_EVERY = 0.03
"""Share of the fitting between two checks of the held-out demonstration."""
ENOUGH_VIEWS = 0.5
"""Share of the symmetries that must answer the held-out demonstration for the rule to count as found."""
FITTING_AFTERWARDS = 2.0
"""How much longer to fit once the rule is found, as a multiple of the time so far: all demonstrations are learned then,
and the rate falls."""
LEAST_FITTING = 0.2
"""Share of the given time that is used at least."""


class StoppingRule:
    """Leave-one-out: the fitting ends early once it answers a demonstration that it never saw.

    All fractions are shares of the fitting, from 0 to 1.
    """

    def __init__(self, holds_out: bool) -> None:
        self.holds_out = holds_out
        self.held_out: float | None = None
        self._next_look = CHECK_EVERY
        self._turn = self._end = 1.0
        """Shares of the given time: where the schedule speeds up, and where it ends."""

    def fraction(self, passed: float) -> float:
        """How far the fitting is when `passed` of the time given is over."""
        if passed <= self._turn or self._end == self._turn:
            return min(passed, 1.0)
        return min(self._turn + (1 - self._turn) * (passed - self._turn) / (self._end - self._turn), 1.0)

    def is_due(self, fraction: float) -> bool:
        """Whether to see again how what is held out is answered."""
        return self.holds_out and fraction >= self._next_look

    def look(self, fraction: float, right: float) -> None:
        """Take note that a share `right` of the symmetries answers it."""
        self.held_out = right
        self._next_look = fraction + CHECK_EVERY
        if right >= ENOUGH_VIEWS:
            self._turn, self._end = fraction, min(1.0, max(LEAST_FITTING, fraction * (1 + FITTING_AFTERWARDS)))
        self.holds_out = right < ENOUGH_VIEWS and self._next_look < HELD_OUT_SHARE
