"""What the solver says before it is worded: a template's key and values; English here, translated by the window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar, Union

Value = Union[str, int, float, "Message", "tuple[Message, ...]"]
"""What fills a place: data, a message that is worded itself, or several that are listed."""

LONGEST_QUOTE = 80
"""Characters of a value from a file that a message repeats."""


def quoted(text: object) -> str:
    """`text` from a file on one line, without control characters, and shortened to `LONGEST_QUOTE` characters."""
    shown = str(text)[: LONGEST_QUOTE + 1]
    shown = "".join(c if c.isprintable() else " " for c in shown)
    return shown if len(shown) <= LONGEST_QUOTE else shown[: LONGEST_QUOTE - 1] + "…"


@dataclass(frozen=True)
class Template:
    """A sentence with places in braces, declared once as a module's constant and called with their values.

        TOO_LARGE = Template("file.too_large", "{file} is larger than {limit} MiB. Split it into smaller files.")
        raise PuzzleError(TOO_LARGE(file=name, limit=256))

    `one` words the case where the value `count` is 1. Raises `ValueError` for a key that another template has.
    """

    key: str
    english: str
    one: str = ""

    known: ClassVar[dict[str, "Template"]] = {}

    def __post_init__(self) -> None:
        other = self.known.setdefault(self.key, self)
        if other != self:
            raise ValueError(f"Two templates have the key {self.key!r}.")

    def __call__(self, **values: Value) -> "Message":
        """The message with `values` in its places."""
        return Message(self.key, MappingProxyType(values))

    def wording(self, values: Mapping[str, Value]) -> str:
        """The English template for `values`, places unfilled: `one` where `count` is 1."""
        return self.one if self.one and values.get("count") == 1 else self.english


@dataclass(frozen=True, eq=False)
class Message:
    """A template's key and the values of its places; `str` words it in English."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.wording(self.values).format(**{name: _english(v) for name, v in self.values.items()})

    @property
    def template(self) -> Template:
        """The template that it was made from."""
        return Template.known[self.key]


def _english(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return quoted(value) if isinstance(value, str) else str(value)


class ExplainedError(ValueError):
    """An error that was expected and has a sentence for a person; whatever else is raised is a defect."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
