"""What the built app weighs, what was left out and what that saved, and the limits that it must keep."""

import re
import sys
import sysconfig
from importlib.metadata import distribution
from pathlib import Path

from lean import LEFT_OUT, module_is_left_out, reason_to_leave_out

MB = 1_000_000
LARGEST_ABOVE_TORCH_AND_NUMPY = 130 * MB
LARGEST_ARCHIVE = 260 * MB
SHARED_LIBRARY = re.compile(r"\.(so(\.\d+)*|dylib|dll|pyd)$")


def folder_size(folder: Path) -> int:
    """Bytes of all files below it; links count for nothing."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def torch_and_numpy(folder: Path) -> tuple[int, int]:
    """Bytes of torch's shared libraries in the built `folder`, and of NumPy as it is installed."""
    torch = sum(
        file.stat().st_size
        for file in folder.rglob("*")
        if "torch" in file.parts and SHARED_LIBRARY.search(file.name) and not file.is_symlink()
    )
    numpy = distribution("numpy")
    files = [Path(str(numpy.locate_file(file))) for file in numpy.files or ()]
    return torch, sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc")


def table(folder: Path, further: dict[str, int], variant: str) -> str:
    """The parts by size, then what was left out; `further` are savings that only the build knows."""
    lines = ["", f"{'part':<44}{'MB':>8}", "-" * 52]
    lines += [f"{name:<44}{size / MB:>8.1f}" for name, size in parts(folder)]
    lines += ["", f"{'left out':<44}{'MB':>8}  why", "-" * 52]
    saved = installed_savings(Path(sysconfig.get_path("platlib")), variant)
    for name, leave in LEFT_OUT.items():
        if variant in leave.only:
            size = f"{saved[name] / MB:>8.1f}" if saved.get(name) else f"{'absent':>8}"
            lines.append(f"{name:<44}{size}  {leave.why}")
    lines += [f"{name:<44}{size / MB:>8.1f}" for name, size in further.items()]
    torch, numpy = torch_and_numpy(folder)
    above = folder_size(folder) - torch - numpy
    lines += [
        "",
        f"Unpacked {folder_size(folder) / MB:.1f} MB: torch's libraries {torch / MB:.1f}, "
        f"NumPy as installed {numpy / MB:.1f}, all else {above / MB:.1f} "
        f"(at most {LARGEST_ABOVE_TORCH_AND_NUMPY / MB:.0f}).",
    ]
    return "\n".join(lines)


def parts(folder: Path) -> list[tuple[str, int]]:
    """The largest parts of the app and their bytes, what is small counted together."""
    inside = folder / "_internal" if (folder / "_internal").is_dir() else folder
    sizes: dict[str, int] = {}
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            place = file.relative_to(inside).parts if file.is_relative_to(inside) else (file.name,)
            name = "shared libraries beside the program" if len(place) == 1 and file.parent == inside else place[0]
            sizes[name] = sizes.get(name, 0) + file.stat().st_size
    large = {name: size for name, size in sizes.items() if size >= MB}
    small = sum(sizes.values()) - sum(large.values())
    return [*sorted(large.items(), key=lambda each: -each[1]), ("everything else", small)]


def installed_savings(site_packages: Path, variant: str) -> dict[str, int]:
    """Bytes, as installed, of what each entry of the list keeps out; those not installed here are missing."""
    saved: dict[str, int] = {}
    for file in site_packages.rglob("*"):
        if not file.is_file() or file.is_symlink() or file.suffix == ".pyc":
            continue
        place = file.relative_to(site_packages)
        name = reason_to_leave_out(place.as_posix(), variant) or _module_reason(place, variant)
        if name:
            saved[name] = saved.get(name, 0) + file.stat().st_size
    return saved


def _module_reason(place: Path, variant: str) -> str | None:
    # An extension's name has its platform between the module's name and the suffix.
    module = ".".join((*place.parts[:-1], place.name.split(".")[0])).removesuffix(".__init__")
    # Libraries that a wheel brings beside its package.
    module = module.partition(".libs.")[0]
    if not module_is_left_out(module, variant):
        return None
    return next(
        name
        for name, leave in LEFT_OUT.items()
        if any(module == each or module.startswith(f"{each}.") for each in leave.modules)
    )


def too_large(folder: Path) -> str | None:
    """A sentence if the folder is larger than it may be; only the processor's variant has a limit."""
    torch, numpy = torch_and_numpy(folder)
    above = folder_size(folder) - torch - numpy
    if sys.platform == "linux" and above > LARGEST_ABOVE_TORCH_AND_NUMPY:
        return f"The app is {above / MB:.1f} MB larger than torch's libraries and NumPy."
    return None
