"""networkx finds its algorithms by name while it runs, so that no analysis sees them."""

import sys
from pathlib import Path

from PyInstaller.utils.hooks import get_package_paths

sys.path.insert(0, str(Path(__file__).parents[1]))

from lean import package_modules
from variant import torch_variant

hiddenimports = [name for name, _ in package_modules(Path(get_package_paths("networkx")[1]), torch_variant(), "tests")]
