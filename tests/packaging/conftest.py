"""The modules of `packaging/` are scripts beside each other, not a package: PyPI has one of that name."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))
