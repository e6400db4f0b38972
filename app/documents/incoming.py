"""What was pasted or dropped: files, pictures and text, in the order in which they are tried."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from solver.formats.content import Content
from solver.formats.files import LARGEST_FILE
from solver.messages import Template
from solver.puzzles.base import PuzzleError

PICTURES = ("image/png", "image/webp", "image/bmp", "image/tiff", "image/gif", "image/jpeg")
"""Encoded pictures on a clipboard, those without loss first."""
EMBEDDED = re.compile(r"data:image/[\w.+-]+(?:;[\w=.+-]+)*?(;base64)?,([^\"'\s<>)]+)", re.IGNORECASE)
"""A picture within a link or an HTML page; the groups are how and what."""
LINK = re.compile(r"(?:https?|ftp|blob)://\S+", re.IGNORECASE)

NOTHING = Template("incoming.nothing", "There is no text, picture or file to paste.")
ONLY_A_LINK = Template(
    "incoming.only_a_link",
    "This is a link, and Ponder works offline. Copy the picture itself, or save it and open the file.",
)

Part = bytes | str | QImage
"""An encoded picture, a text, or a picture as the desktop hands it over."""


@dataclass(frozen=True, eq=False)
class Incoming:
    """What a clipboard or a drag holds."""

    files: tuple[Path, ...] = ()
    parts: tuple[Part, ...] = ()
    """Without files: what may hold the puzzle, the likeliest first."""
    link: bool = False
    """Whether there are links to what is elsewhere."""

    def __bool__(self) -> bool:
        return bool(self.files or self.parts or self.link)


def incoming(data: QMimeData) -> Incoming:
    """Take what is needed out of `data`, which lives no longer than its event; nothing is decoded here."""
    urls = data.urls() if data.hasUrls() else []
    files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if files:
        return Incoming(files)
    text = data.text() if data.hasText() else ""
    html = data.html() if data.hasHtml() else ""
    linked = bool(urls) or bool(LINK.fullmatch(text.strip()))
    parts: list[Part] = []
    # Spreadsheets add a picture to the text that is meant, browsers a link or a description to a picture that is.
    if text.strip() and not linked and not _is_embedded(text) and "<img" not in html.lower():
        parts.append(text)
    parts += [bytes(data.data(form).data()) for form in PICTURES if data.hasFormat(form)][:1]
    if not any(isinstance(part, bytes) for part in parts) and data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            parts.append(image)
    for source in (*(url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in urls), text, html):
        parts += _embedded(source)
    if text.strip() and not linked and text not in parts:
        parts.append(text)
    return Incoming((), tuple(parts), linked)


def content_of(part: Part, name: str) -> Content:
    """The content of one part, encoded if need be; slow for large pictures."""
    if isinstance(part, str):
        return Content.of_text(part, name)
    return Content(part if isinstance(part, bytes) else _encoded(part), name)


def nothing_readable(found: Incoming) -> PuzzleError:
    """Why there is nothing to read."""
    if found.link:
        return PuzzleError(ONLY_A_LINK())
    return PuzzleError(NOTHING())


def _is_embedded(text: str) -> bool:
    return text.lstrip()[:11].lower() == "data:image/"


def _embedded(text: str) -> Iterator[bytes]:
    """The pictures that are written out in `text`."""
    if "data:image/" not in text.lower() or len(text) > 2 * LARGEST_FILE:
        return
    for found in EMBEDDED.finditer(text):
        try:
            raw = unquote_to_bytes(found[2])
            yield base64.b64decode(raw) if found[1] else raw
        except (binascii.Error, ValueError):
            continue


def _encoded(image: QImage) -> bytes:
    """`image` as a file, packed as little as can be, for it is unpacked at once."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
    return bytes(buffer.data().data())
