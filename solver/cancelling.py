"""How a long computation is cancelled; free of torch."""


class Cancelled(Exception):
    """Raised between two evaluations of a network, or two pages of a file, once `cancelled()` is true."""


def never() -> bool:
    """The `cancelled` of what cannot be cancelled."""
    return False
