"""YAML of published checkpoints: plain data without references, which could grow without bounds."""

from typing import Any

import yaml

LARGEST = 64 << 10
"""Bytes; a published configuration has about 1,500, and the parser takes seconds for a megabyte."""
DEEPEST = 20


class _Loader(yaml.SafeLoader):
    """Refuses references and deep nesting before anything is made of them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("it holds references")
        self._depth += 1
        if self._depth > DEEPEST:
            raise yaml.YAMLError("it is nested too deeply")
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def parse_yaml(text: str) -> Any:
    """The value that `text` describes; raises `yaml.YAMLError` for anything but plain data."""
    if len(text) > LARGEST:
        raise yaml.YAMLError("it is too long")
    try:
        return yaml.load(text, _Loader)
    except yaml.YAMLError:
        raise
    # What a scalar claims to be (a date, a number, binary data) may not fit it, and each fails in its own way.
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError) as error:
        raise yaml.YAMLError("it is damaged") from error
