"""JSON from untrusted files: sizes are checked before anything is built from them."""

import json
from typing import Any, Never

from solver.files import sized
from solver.messages import ExplainedError, Message, Template

LARGEST_WIDE = 16 << 20
"""Bytes of JSON that may hold more than ASCII, for which Python may need four bytes a letter."""

TOO_LONG = Template("json.too_long", "The JSON is longer than {limit}.")
TOO_MANY = Template("json.too_many", "The JSON holds more than {limit:,} values.")
TOO_DEEP = Template("json.too_deep", "The JSON is nested too deeply.")
NOT_TEXT = Template("json.not_text", "The JSON is not text in UTF-8.")
NOT_JSON = Template("json.not_json", "This is not JSON (line {line}, column {column}).")
NOT_FINITE = Template("json.not_finite", "The JSON holds {number}, which is not a number.")
TOO_MANY_DIGITS = Template("json.too_many_digits", "The JSON holds a number with too many digits.")


class JsonError(ExplainedError):
    """Bytes that are not JSON, or more of it than is read."""


def parse_json(content: bytes, *, longest: int, most_values: int) -> Any:
    """The value that `content` describes, of at most `longest` bytes and `most_values` values; raises `JsonError`.

    NaN and infinity, which Python's own parser takes, are refused.
    """
    if len(content) > longest:
        raise JsonError(TOO_LONG(limit=sized(longest)))
    # Each value but the first follows a comma or a bracket, so that none is missed, whatever is between them.
    if content.count(b",") + content.count(b"[") + content.count(b"{") > most_values:
        raise JsonError(TOO_MANY(limit=most_values))
    if len(content) > LARGEST_WIDE and not content.isascii():
        raise JsonError(TOO_LONG(limit=sized(LARGEST_WIDE)))
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError:
        raise JsonError(NOT_TEXT()) from None
    except json.JSONDecodeError as error:
        raise JsonError(NOT_JSON(line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise JsonError(TOO_DEEP()) from None
    except JsonError:
        raise
    except ValueError:
        # Python's own limit, for turning digits into a number takes time that grows with their square.
        raise JsonError(TOO_MANY_DIGITS()) from None


def _refuse(number: str) -> Never:
    message: Message = NOT_FINITE(number=number)
    raise JsonError(message)
