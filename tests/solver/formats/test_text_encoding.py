import random

import pytest

from solver.formats.text_encoding import decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain\r\nlines\rhere\n", "plain\nlines\nhere\n"),
        ("größer".encode(), "größer"),
        ("größer".encode("cp1252"), "größer"),
        (b"# caf\xe9 \x93quoted\x94\n" + "·1·".encode(), "# café “quoted”\n·1·"),
        ("\ufeff12".encode(), "12"),
        ("1\u200b2\u00ad3\ufe0f".encode(), "123"),
        ("1·2".encode("utf-16"), "1·2"),
        ("1·2".encode("utf-32"), "1·2"),
        (b"123\x1a\0\0", "123"),
        (b"", ""),
    ],
)
def test_text_is_read_in_its_encoding(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    "data",
    [
        b"BM" + bytes(range(256)) * 40,
        random.Random(5).randbytes(100_000),
        b"text, then a control\x01",
        b"\xff\xfe\x00\xd8",
        b"\x81\x8d\x8f\x90\x9d" * 100,
    ],
)
def test_what_is_no_text_is_none(data):
    assert decode(data) is None


def test_a_large_picture_is_turned_down_before_its_bytes_are_looked_at_one_by_one(monkeypatch):
    looked_at = []
    monkeypatch.setattr("solver.formats.text_encoding._western", lambda run: looked_at.append(run) or "")
    assert decode(b"BM\x36\0\0\0" + b"\xf0\xe0\xff" * 100_000) is None
    assert not looked_at
