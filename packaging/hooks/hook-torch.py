"""Replaces PyInstaller's hook for torch, which takes all of its files and, beside each module, its source."""

import re
import sys
from pathlib import Path

from PyInstaller.utils.hooks import PY_DYLIB_PATTERNS, collect_dynamic_libs, get_package_paths

sys.path.insert(0, str(Path(__file__).parents[1]))

from lean import package_modules
from variant import torch_variant

# These read their own source when they are imported: configurations for their comments, scripts to be compiled.
READS_ITS_SOURCE = re.compile(
    r"install_config_module\(|\bjit\.script|\b_overload(_method)?\b|^@script|jit\.interface", re.MULTILINE
)

FOLDER = Path(get_package_paths("torch")[1])

# torch imports much of itself by name, so that no analysis sees it. Of its tests it imports some, which one does see.
modules = list(package_modules(FOLDER, torch_variant(), without="testing"))
hiddenimports = [name for name, _ in modules]
binaries = collect_dynamic_libs("torch", search_patterns=[*PY_DYLIB_PATTERNS, "*.so.*"])
# torch will not be imported where this is missing, though only sharing tensors between processes starts it.
binaries += [(str(file), "torch/bin") for file in FOLDER.glob("bin/torch_shm_manager")]
# For each by name: a package's mode would hold for all that is in it.
module_collection_mode = {
    name: "pyz+py" if READS_ITS_SOURCE.search(file.read_text("utf-8", errors="replace")) else "pyz"
    for name, file in modules
}
warn_on_missing_hiddenimports = False

if sys.platform == "linux":
    # With links to its libraries in the top folder, torch looks for the others there.
    bindepend_symlink_suppression = ["**/torch/lib/*.so*"]
    if torch_variant() == "cuda":
        from importlib.metadata import distribution

        from _pyinstaller_hooks_contrib.utils import nvidia_cuda
        from packaging.requirements import Requirement

        required = [Requirement(line) for line in distribution("torch").requires or []]
        names = [each.name for each in required if each.marker is None or each.marker.evaluate()]
        hiddenimports += nvidia_cuda.infer_hiddenimports_from_requirements(names)
