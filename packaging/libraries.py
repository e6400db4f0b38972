"""Which of the system's own libraries the built app asks for, so that none is missing on another machine."""

import re
import subprocess
from pathlib import Path

# What PyInstaller leaves to the system because it belongs to the kernel or the screen's driver, by Debian's packages.
PACKAGES = {
    "libc6": r"(ld-linux.*|libc|libm|libdl|libpthread|librt|libutil|libresolv|libanl)\.so\..*",
    "libgl1": r"libGL\.so\..*",
    "libglx0": r"libGLX\.so\..*",
    "libopengl0": r"libOpenGL\.so\..*",
    "libglvnd0": r"libGLdispatch\.so\..*",
    "libegl1": r"libEGL\.so\..*",
    "libdrm2": r"libdrm\.so\..*",
    "libgbm1": r"libgbm\.so\..*",
    "libx11-6": r"libX11\.so\..*",
    "libx11-xcb1": r"libX11-xcb\.so\..*",
    "libxcb1": r"libxcb\.so\..*",
    "libxcb-dri2-0": r"libxcb-dri2\.so\..*",
    "libxcb-dri3-0": r"libxcb-dri3\.so\..*",
    "libwayland-client0": r"libwayland-client\.so\..*",
    "libwayland-cursor0": r"libwayland-cursor\.so\..*",
    "libwayland-egl1": r"libwayland-egl\.so\..*",
    "libwayland-server0": r"libwayland-server\.so\..*",
    "libasound2": r"libasound\.so\..*",
    "libfontconfig1": r"libfontconfig\.so\..*",
    "libfreetype6": r"libfreetype\.so\..*",
    "libnvidia-compute": r"libcuda\.so\..*|libnvidia-ml\.so\..*",
}
# Qt goes without these where what they ask for is not there.
OPTIONAL = ("libcupsprintersupport.so",)
LINE = re.compile(r"^\s*(\S+)(?: => (not found|\S+))?(?: \(0x[0-9a-f]+\))?$")


class LibraryError(ValueError):
    """The app asks for a library that it would not find, or that no known package brings."""


def outside(folder: Path) -> dict[str, str]:
    """The package of each library that the app on Linux takes from the system; raises `LibraryError`."""
    home = folder.resolve()
    found: dict[str, str] = {}
    missing: dict[str, str] = {}
    for file in _programs_and_libraries(home):
        done = subprocess.run(["ldd", str(file)], capture_output=True, text=True, check=False)
        for line in done.stdout.splitlines():
            match = LINE.match(line)
            if match is None or match[1].startswith("linux-vdso"):
                continue
            name, place = Path(match[1]).name, match[2] or match[1]
            if place == "not found":
                missing[name] = file.name
            elif not Path(place).resolve().is_relative_to(home):
                found[name] = place
    # Loaded by Python's own loader beside what asks for it, where ldd does not look.
    inside = {file.name for file in home.rglob("*.so*")}
    missing = {name: file for name, file in missing.items() if name not in inside}
    if missing:
        lines = ", ".join(f"{name} (for {file})" for name, file in sorted(missing.items()))
        raise LibraryError(f"The app asks for libraries that are not there: {lines}.")
    return {name: _package(name) for name in sorted(found) if name not in inside}


def _package(name: str) -> str:
    for package, pattern in PACKAGES.items():
        if re.fullmatch(pattern, name):
            return package
    raise LibraryError(f"The app takes {name} from the system, and no known package brings it.")


def _programs_and_libraries(folder: Path) -> list[Path]:
    def is_elf(file: Path) -> bool:
        with file.open("rb") as opened:
            return opened.read(4) == b"\x7fELF"

    files = (file for file in sorted(folder.rglob("*")) if file.name not in OPTIONAL)
    return [file for file in files if file.is_file() and not file.is_symlink() and is_elf(file)]
