"""The version resource that Windows shows in a program's properties."""

from typing import Any


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """Windows wants four numbers: 1.2.3 is 1.2.3.0."""
    numbers = [int(part) for part in version.split(".")]
    if len(numbers) != 3:
        raise ValueError(f"{version!r} is not a version of three numbers.")
    return numbers[0], numbers[1], numbers[2], 0


def strings(version: str) -> dict[str, str]:
    """What the properties' page Details shows."""
    return {
        "CompanyName": "The Ponder authors",
        "FileDescription": "Ponder",
        "FileVersion": version,
        "InternalName": "Ponder",
        "LegalCopyright": "© 2026 The Ponder authors. MIT licence.",
        "OriginalFilename": "Ponder.exe",
        "ProductName": "Ponder",
        "ProductVersion": version,
    }


def version_resource(version: str) -> Any:
    """For the spec's EXE; the modules that make it are there on Windows alone."""
    from PyInstaller.utils.win32.versioninfo import (
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    numbers = version_numbers(version)
    english_in_unicode = "040904B0"
    table = StringTable(english_in_unicode, [StringStruct(key, value) for key, value in strings(version).items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers, prodvers=numbers, mask=0x3F, OS=0x40004, fileType=0x1),
        kids=[StringFileInfo([table]), VarFileInfo([VarStruct("Translation", [0x0409, 0x04B0])])],
    )
