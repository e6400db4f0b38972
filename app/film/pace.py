"""How long each part of a film stays on screen: long enough to read it, short enough to watch it all."""

DWELL_MS = 800
"""How long a refinement stays where there is time for all of them."""
WHOLE_MS = 10_000
"""About how long a film takes at most, however many refinements it has."""
SHORTEST_MS = 16
"""No screen shows more than one frame in this time; longer films show several refinements with each."""
CYCLE_MS = 260
"""How long an answer within a refinement stays where it is shown only on the way to the refinement."""
OPENING = 2
"""In this many first refinements, the inner answers are played as well, to show what a refinement is."""


def dwell_ms(length: int) -> float:
    """Milliseconds for each refinement of a film of `length` at speed 1; may be less than a screen can show."""
    return min(DWELL_MS, WHOLE_MS / max(length, 1))


def beat(length: int, speed: float, *, within: bool = False) -> tuple[int, int]:
    """Milliseconds until the next picture, and how many refinements further that one is.

    `within` a refinement, an intermediate answer stays for less.
    """
    wanted = dwell_ms(length) / speed
    if within:
        return max(round(min(CYCLE_MS / speed, wanted)), SHORTEST_MS), 1
    further = max(1, round(SHORTEST_MS / wanted))
    return max(round(wanted), SHORTEST_MS), further
