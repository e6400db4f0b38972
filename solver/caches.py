"""Where the solver keeps what it can make again, and how much that is; free of torch."""

from pathlib import Path

from platformdirs import user_cache_path


def adapted_folder() -> Path:
    """The folder of networks that were fitted to ARC tasks (see `solver.reasoning.adapted_cache`)."""
    return user_cache_path("ponder") / "adapted"


def evaluations_folder() -> Path:
    """The folder of ARC evaluations that can be resumed."""
    return user_cache_path("ponder") / "arc-evaluations"


def measure(folder: Path) -> tuple[int, int]:
    """How many files a cache holds, and their bytes; raises `OSError`."""
    files = list(folder.glob("*")) if folder.is_dir() else []
    return len(files), sum(file.stat().st_size for file in files)


def clear(folder: Path) -> None:
    """Delete them; raises `OSError`."""
    for file in folder.glob("*"):
        file.unlink(missing_ok=True)
