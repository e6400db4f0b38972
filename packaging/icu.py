"""Qt's ICU data without what Ponder never asks for: names of languages, currencies and zones, 25 MB."""

import re
import shutil
import struct
import subprocess
from pathlib import Path

NEVER_ASKED_FOR = re.compile(
    r"""(zone|lang|curr|region|unit|rbnf|brkitr)/(?!root\.res|pool\.res|res_index\.res|supplementalData\.res)
        | translit/root\.res
        | .*\.(cnv|cfu)$                    # character sets of old; words of languages written without spaces
        | (?!en|root\b|res_index|pool)[a-z]{2,3}(_\w+)?\.res$ """,
    re.VERBOSE,
)
"""Qt brings its own locales and time zones; of ICU it takes collation, upper and lower case, and normal forms."""


def trim_icu_data(library: Path, target: Path) -> None:
    """Write a `libicudata.so` at `target` that holds a part of `library`'s data; raises if it cannot."""
    symbol, data = _data(library.read_bytes())
    _link(_without(data), symbol, library.name, target)


def tools_are_there() -> bool:
    """Whether binutils are installed."""
    return bool(shutil.which("ld") and shutil.which("objcopy"))


def items(data: bytes) -> list[tuple[str, bytes]]:
    """Names and contents in ICU's "CmnD" archive, in its order (unicode-org/icu, `ucmndata.h`)."""
    header, count = _header_size(data), struct.unpack_from("<I", data, _header_size(data))[0]
    table = [struct.unpack_from("<II", data, header + 4 + 8 * i) for i in range(count)]
    ends = [start for _, start in table[1:]] + [len(data) - header]
    found = []
    for (name_at, start), end in zip(table, ends, strict=True):
        name = data[header + name_at : data.index(b"\0", header + name_at)].decode("ascii")
        found.append((name, data[header + start : header + end]))
    return found


def _without(data: bytes) -> bytes:
    kept = [(name, content) for name, content in items(data) if not NEVER_ASKED_FOR.match(name.partition("/")[2])]
    return pack(data[: _header_size(data)], kept)


def pack(header: bytes, kept: list[tuple[str, bytes]]) -> bytes:
    """The archive of these items; the reverse of `items`."""
    names, places = b"", []
    for name, _ in kept:
        places.append(4 + 8 * len(kept) + len(names))
        names += name.encode("ascii") + b"\0"
    start = _aligned(len(header) + 4 + 8 * len(kept) + len(names)) - len(header)
    table, contents = [struct.pack("<I", len(kept))], b""
    for place, (_, content) in zip(places, kept, strict=True):
        table.append(struct.pack("<II", place, start + len(contents)))
        contents += content.ljust(_aligned(len(content)), b"\0")
    index = b"".join(table) + names
    return header + index.ljust(start, b"\0") + contents


def _header_size(data: bytes) -> int:
    size, magic = struct.unpack_from("<HH", data)
    if magic != 0x27DA or data[12:16] != b"CmnD":
        raise ValueError("This is not ICU's data.")
    return int(size)


def _aligned(size: int) -> int:
    return (size + 15) // 16 * 16


def _data(elf: bytes) -> tuple[str, bytes]:
    start = elf.index(b"CmnD") - 12
    symbol = re.search(rb"\0(icudt\d+_dat)\0", elf)
    if symbol is None:
        raise ValueError("ICU's data has no name.")
    # Its end is that of the program segment which holds it.
    headers, size, count = *struct.unpack_from("<Q", elf, 32), *struct.unpack_from("<HH", elf, 54)
    for i in range(count):
        offset, length = struct.unpack_from("<Q", elf, headers + i * size + 8)[0], 0
        length = struct.unpack_from("<Q", elf, headers + i * size + 32)[0]
        if struct.unpack_from("<I", elf, headers + i * size)[0] == 1 and offset <= start < offset + length:
            return symbol[1].decode("ascii"), elf[start : offset + length]
    raise ValueError("ICU's data is in no segment.")


def _link(data: bytes, symbol: str, name: str, target: Path) -> None:
    folder = target.parent
    (folder / "icudata").write_bytes(data)
    commands = [
        ["ld", "-r", "-b", "binary", "-z", "noexecstack", "-o", "icudata.o", "icudata"],
        ["objcopy", "--redefine-sym", f"_binary_icudata_start={symbol}", "--set-section-alignment", ".data=16",
         "--strip-symbol", "_binary_icudata_end", "--strip-symbol", "_binary_icudata_size",
         "--rename-section", ".data=.rodata,alloc,load,readonly,data,contents", "icudata.o"],
        ["ld", "-shared", "-z", "noexecstack", "-soname", name, "-o", target.name, "icudata.o"],
    ]  # fmt: skip
    for command in commands:
        subprocess.run(command, cwd=folder, check=True)
    target.chmod(0o755)
