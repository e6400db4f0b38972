"""From bytes to text: encodings with and without a mark, stray bytes, and characters that nobody sees."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32's mark begins with UTF-16's, so it is looked for first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
"""Bytes that tell an encoding."""
_UNSEEN_RANGES = ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F), (0xFE00, 0xFE0F))
_UNSEEN = re.compile("[\ufeff\xad\u061c" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSEEN_RANGES) + "]")
"""Zero-width characters, variation selectors, direction marks and soft hyphens."""
_COLOURS = re.compile("\x1b\\[[0-9;]*m")
"""What tells a terminal to change its colours."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_STRAY = re.compile("[\udc80-\udcff]+")
"""Bytes that are not UTF-8, as `surrogateescape` leaves them."""
_WESTERN = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
"""What they are in Windows' Western encoding; what even that lacks stands as a control character."""


def decode(data: bytes) -> str | None:
    r"""`data` as text with `\n` between lines and without unseen characters; None if it is not text.

    A mark decides; without one, NULs in every other place mean UTF-16. Bytes that are not UTF-8 are read as Windows'
    Western encoding. NULs and Ctrl+Z at the end are left out.
    """
    encoding = _encoding(data)
    try:
        text = data.decode(encoding, "surrogateescape" if encoding == "utf-8" else "strict")
    except UnicodeDecodeError:
        return None
    text = text.rstrip("\x00\x1a")
    if "\x1b" in text:
        text = _COLOURS.sub("", text)
    if text.isascii():
        if _CONTROLS.search(text):
            return None
    else:
        # Bytes of a picture or an archive are turned down here, before anything slow is done with all of them.
        if _CONTROLS.search(text):
            return None
        text = _STRAY.sub(_western, text)
        if _noise(text):
            return None
        text = _UNSEEN.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    # Text that NUL bytes only pad at the end is left as it is.
    if b"\0" in sample.rstrip(b"\0\x1a")[:-1]:
        quarters = [sample[place::4].count(0) * 4 / len(sample) for place in range(4)]
        for encoding, empty in (
            ("utf-32-le", (1, 2, 3)),
            ("utf-32-be", (0, 1, 2)),
            ("utf-16-le", (1, 3)),
            ("utf-16-be", (0, 2)),
        ):
            if all((quarters[place] > 0.6) == (place in empty) for place in range(4)):
                return encoding
    return "utf-8"


def _noise(text: str) -> bool:
    """Whether much of it is what random bytes become in a Western encoding."""
    sample = text[:_SAMPLE]
    strange = sum("\x80" <= character <= "\x9f" or "\ud800" <= character <= "\udfff" for character in sample)
    return strange > 0.02 * len(sample) + 1


def _western(run: re.Match[str]) -> str:
    return run[0].translate(_WESTERN)
