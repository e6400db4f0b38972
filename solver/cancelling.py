"""How whoever started something long ends it; free of torch."""


class Cancelled(Exception):
    """Raised between two evaluations of a network, or two pages of a file, once `cancelled()` is true."""


def never() -> bool:
    """The `cancelled` of what nobody can cancel."""
    return False
