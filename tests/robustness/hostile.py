"""Inputs of up to a megabyte that are made to cost a reader time or memory, one or more for each kind of file."""

import gzip
import io
import json
import random
import struct
import zipfile
from collections.abc import Callable

import numpy as np
from PIL import Image

MB = 1_000_000
"""Bytes of an input."""
LINES = {
    "wall lines": "#",
    "brace lines": "{",
    "bracket lines": "[",
    "zero lines": "0",
    "rows of nine": "53..7....",
    "rows of zeros and ones": "0 1 1 0 1 0 1",
    "rows of walls": "#######",
    "plus and minus": "+--+--+--+",
    "bars": "| . . . | . . . | . . . |",
    "rules": "-----------",
    "titles": "Grid 01",
    "quotes": "> > > >",
    "fences": "```",
    "commas": ",,,,,,,,",
    "candidates": "123456789 12 3 4 5 6 7 8 9",
    "named cells": "r1c1=5",
    "links": "https://example.org/?puzzle=" + "1.3" * 9,
    "objects": '{"puzzle": "1"}',
    "tags": "<td>1</td>",
    "open tags": "<table><tr><td>",
    "LaTeX": r"\hline 1 & 2 & 3 \\",
    "underscores": "_|_|_  |_",
    "box lines": "┌─┬─┐│ │",
    "emoji": "⬛⬜🟩🟥",
    "marks": "S G",
    "key and value": "a = [[1, 0], [0, 1]]",
}
UNBROKEN = {
    "one row of walls": "#",
    "one row of digits": "7",
    "one row of blanks": ".",
    "one row of spaces": " ",
    "one row of brackets": "[",
    "one row of braces": '{"a":',
    "one row of open tags": "<a>",
    "one row of commas": ",",
    "one row of quotes": '"',
    "one row of escapes": "\\",
    "one row of stars": "*",
    "one row of entities": "&lt;",
    "one row of minus signs": "-",
    "one row of signs": "+-",
    "carriage returns": "\r",
}


def inputs() -> dict[str, Callable[[], bytes]]:
    """Every input, made when it is asked for."""
    found: dict[str, Callable[[], bytes]] = {}
    for name, line in LINES.items():
        found[name] = lambda line=line: ((line + "\n") * (MB // (len(line.encode()) + 1))).encode()
        found[f"{name}, parted"] = lambda line=line: ((line + "\n\n") * (MB // (len(line.encode()) + 2))).encode()
    for name, part in UNBROKEN.items():
        found[name] = lambda part=part: part.encode() * (MB // len(part))
    found |= {
        "noise": lambda: random.Random(1).randbytes(MB),
        "noise in letters": lambda: bytes(random.Random(2).choices(b"abc123 .,#[]{}\n", k=MB)),
        "noise of walls": lambda: bytes(random.Random(3).choices(b"# \n", weights=(40, 40, 1), k=MB)),
        "Latin-1": lambda: b"\xe9\xe8" * (MB // 2),
        "UTF-16": lambda: ("#\n" * (MB // 4)).encode("utf-16"),
        "list of numbers": lambda: json.dumps([1] * (MB // 3)).encode(),
        "list of objects": lambda: json.dumps([{}] * (MB // 4)).encode(),
        "list of ARC grids": _arc,
        "huge number": lambda: b'{"kind": ' + b"9" * MB + b"}",
        "entities in entities": _laughs,
        "zip of zeros": lambda: _zip({"a.txt": bytes(900 * MB)}),
        "zip of walls": lambda: _zip({"a.txt": b"#\n" * (60 * MB)}),
        "zip of many": lambda: _zip({f"{number}.txt": b"#" for number in range(8_000)}),
        "zip of zips": lambda: _zip({"a.zip": _zip({"b.zip": _zip({"c.txt": bytes(300 * MB)})})}),
        "gzip of zeros": lambda: gzip.compress(bytes(900 * MB)),
        "document of zeros": lambda: _zip({"document.json": bytes(400 * MB)}),
        "array that says it is large": lambda: _zip({"inputs.npy": _npy(f"({1 << 40},)")}),
        "array that is large": lambda: _zip({"inputs.npy": _npy("(400000000,)") + bytes(400 * MB)}),
        "picture of noise": lambda: _picture(np.random.default_rng(0).integers(0, 256, (550, 600, 3)).astype(np.uint8)),
        "picture of dots": lambda: _picture(np.indices((2000, 2000)).sum(axis=0) % 2 * 255),
        "picture of rings": _rings,
        "picture of lines": lambda: _picture(np.indices((2000, 2000))[0] % 4 // 2 * 255),
        "picture of squares": lambda: _picture((np.indices((2000, 2000)) // 9 % 2).max(axis=0) * 255),
        "picture of grey noise": lambda: _picture(np.random.default_rng(1).integers(0, 2, (2000, 2000)) * 255),
        "picture that is large": lambda: _saved(Image.new("1", (30_000, 30_000)), "PNG"),
        "picture that says it is large": _large_bitmap,
        "GIF that is large": lambda: _saved(Image.new("P", (16_000, 16_000)), "GIF"),
    }
    return found


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">{entities}]><opensudoku><a>&a11;</a></opensudoku>'.encode()
    )


def _arc() -> bytes:
    pair = {"input": [[0] * 30] * 30, "output": [[1]]}
    return json.dumps({"train": [pair] * 350}).encode()


def _large_bitmap() -> bytes:
    side = 1 << 30
    return b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, side, side, 1, 24, *[0] * 6)


def _zip(members: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def _npy(shape: str) -> bytes:
    header = f"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}".ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode()


def _picture(pixels: np.ndarray) -> bytes:
    return _saved(Image.fromarray(pixels.astype(np.uint8)), "PNG")


def _rings() -> bytes:
    down, across = np.abs(np.indices((2000, 2000)) - 1000)
    return _picture(np.maximum(down, across) % 4 // 2 * 255)


def _saved(image: Image.Image, form: str) -> bytes:
    written = io.BytesIO()
    image.save(written, form)
    return written.getvalue()
