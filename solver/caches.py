"""Where the solver keeps what it can make again; free of torch."""

from pathlib import Path

from platformdirs import user_cache_path


def adapted_folder() -> Path:
    """The folder of networks that were fitted to ARC tasks (see `solver.reasoning.adapted_cache`)."""
    return user_cache_path("ponder") / "adapted"


def evaluations_folder() -> Path:
    """The folder of ARC evaluations that were begun."""
    return user_cache_path("ponder") / "arc-evaluations"
