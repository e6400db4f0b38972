"""gzip: one packed file."""

import zlib

from solver.files import sized
from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format
from solver.formats.zip_bounds import most_unpacked
from solver.messages import Template
from solver.puzzles.base import PuzzleError

LARGEST = 256 << 20
"""Bytes after unpacking."""

TOO_LARGE = Template("gzip.too_large", "This gzip file unpacks to more than {limit}, the most that Ponder reads.")
CUT_OFF = Template("gzip.cut_off", "This gzip file is truncated.")
DAMAGED = Template("gzip.damaged", "This gzip file is damaged.")


def _sniff(content: Content) -> float:
    return CERTAIN if content.data.startswith(b"\x1f\x8b\x08") else NO


def _unwrap(content: Content) -> list[Content]:
    unpacked = bytearray()
    rest = content.data
    limit = most_unpacked(len(rest), LARGEST)
    try:
        # A gzip file may hold several members one after the other, which are one file together.
        while rest.startswith(b"\x1f\x8b"):
            member = zlib.decompressobj(wbits=31)
            unpacked += member.decompress(rest, limit + 1 - len(unpacked))
            if len(unpacked) > limit:
                raise PuzzleError(TOO_LARGE(limit=sized(limit)))
            if not member.eof:
                raise PuzzleError(CUT_OFF())
            rest = member.unused_data
    except zlib.error as error:
        raise PuzzleError(DAMAGED()) from error
    name = content.name.removesuffix(".gz")
    return [Content(bytes(unpacked), name)]


FORMAT = Format(key="gzip", name="gzip", kind=None, endings=(".gz",), sniff=_sniff, unwrap=_unwrap)
