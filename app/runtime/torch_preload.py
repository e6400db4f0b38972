"""Loading torch's largest library without stopping the window: a plain import would hold Python's lock meanwhile."""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path


def preload_torch() -> None:
    """Load it by the system's own loader, called as a foreign function, which lets other threads run on.

    `import torch` then finds it loaded. Takes a third of a second, as the import would; does nothing on Windows,
    where torch is imported before the window anyway, or where the library is not found.
    """
    spec = importlib.util.find_spec("torch")
    suffix = {"linux": ".so", "darwin": ".dylib"}.get(sys.platform)
    if suffix is None or spec is None or not spec.submodule_search_locations:
        return
    folder = Path(spec.submodule_search_locations[0]) / "lib"
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype = ctypes.c_void_p
    dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    # In torch's own order and modes; a library that does not load is left to its import, which says why.
    for name, mode in (("libtorch_global_deps", os.RTLD_GLOBAL), ("libtorch_cpu", os.RTLD_LOCAL)):
        library = folder / f"{name}{suffix}"
        if library.is_file():
            dlopen(os.fsencode(library), os.RTLD_NOW | mode)
