"""Damages the bytes of valid files in ways that readers meet: by chance, by cutting and by copying, and by malice."""

import random

TOKENS = (
    b"NaN",
    b"-Infinity",
    b"1e999",
    b"9" * 400,
    b"9" * 5_000,
    b"-1",
    b"0",
    b"4294967296",
    b"null",
    b"true",
    b"{}",
    b"[]",
    b'""',
    b'"',
    b"[" * 3_000,
    b'{"a":' * 2_000,
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n" * 500,
    b"#" * 500,
    "٣🂡\u202e".encode(),
    b"&a *a <<: ",
    b"PK\x03\x04",
    b"\x93NUMPY",
)
MOST = 4
"""Changes to one file."""


def mutated(content: bytes, chance: random.Random) -> bytes:
    """`content` with one to `MOST` changes."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, MOST)):
        chance.choice(_CHANGES)(damaged, chance)
    return bytes(damaged)


def _place(damaged: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(damaged) + 1)


def _slice(damaged: bytearray, chance: random.Random) -> slice:
    start = _place(damaged, chance)
    return slice(start, start + chance.choice((1, 1, 2, 4, 8, 16, 64, 300)))


def _flip(damaged: bytearray, chance: random.Random) -> None:
    if damaged:
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)


def _set(damaged: bytearray, chance: random.Random) -> None:
    if damaged:
        damaged[chance.randrange(len(damaged))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))


def _delete(damaged: bytearray, chance: random.Random) -> None:
    del damaged[_slice(damaged, chance)]


def _repeat(damaged: bytearray, chance: random.Random) -> None:
    part = bytes(damaged[_slice(damaged, chance)])
    place = _place(damaged, chance)
    damaged[place:place] = part * chance.choice((1, 1, 2, 50))


def _move(damaged: bytearray, chance: random.Random) -> None:
    cut = _slice(damaged, chance)
    part = bytes(damaged[cut])
    del damaged[cut]
    place = _place(damaged, chance)
    damaged[place:place] = part


def _insert(damaged: bytearray, chance: random.Random) -> None:
    place = _place(damaged, chance)
    damaged[place:place] = chance.choice(TOKENS)


def _replace(damaged: bytearray, chance: random.Random) -> None:
    damaged[_slice(damaged, chance)] = chance.choice(TOKENS)


def _number(damaged: bytearray, chance: random.Random) -> None:
    """Four bytes that some header may take for a size."""
    place = _place(damaged, chance)
    damaged[place : place + 4] = chance.choice((0, 0xFFFFFFFF, 0x7FFFFFFF, chance.getrandbits(32))).to_bytes(
        4, "little"
    )


def _truncate(damaged: bytearray, chance: random.Random) -> None:
    del damaged[_place(damaged, chance) :]


_CHANGES = (_flip, _flip, _set, _set, _delete, _repeat, _move, _insert, _replace, _number, _truncate)
