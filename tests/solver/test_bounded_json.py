import pytest

from solver.bounded_json import JsonError, parse_json


def parse(content: bytes, longest: int = 1 << 20, most_values: int = 1000):
    return parse_json(content, longest=longest, most_values=most_values)


def test_json_is_read():
    assert parse(b'\xef\xbb\xbf{"a": [1, 2.5, "\xc3\xa4", null]}') == {"a": [1, 2.5, "ä", None]}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not JSON .line 1, column 1"),
        (b'{"a": 1,\n]', "line 2, column 1"),
        (b"\xff\xfe", "UTF-8"),
        (b"[" * 900, "nested|not JSON"),
        (b"[" * 2000, "more than 1,000 values"),
        (b"[" + b"1," * 2000 + b"1]", "more than 1,000 values"),
        (b"{" + b'"a":{' * 2000, "more than 1,000 values"),
        (b"[" + b"9" * 5000 + b"]", "too many digits"),
        (b"[NaN]", "NaN"),
        (b"[-Infinity]", "-Infinity"),
        (b" " * ((1 << 20) + 1), "longer than 1 MiB"),
    ],
)
def test_anything_else_is_one_sentence(content, why):
    with pytest.raises(JsonError, match=why) as caught:
        parse(content)
    assert str(caught.value).endswith(".")


def test_deep_nesting_is_refused():
    with pytest.raises(JsonError, match="nested"):
        parse(b"[" * 100_000, most_values=200_000)


def test_what_would_need_four_bytes_for_each_letter_is_refused():
    content = b'"' + b"a" * (17 << 20) + "🂡".encode() + b'"'
    with pytest.raises(JsonError, match="longer than 16 MiB"):
        parse(content, longest=1 << 30)
