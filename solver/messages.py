"""What the solver says before it is worded: a template and the values for its places.

The command line words a message in English (`str`), the window in its own language (`app.words.messages`), so nothing
ever has to parse a sentence.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import ClassVar, Union

Part = Union[str, int, float, "Message"]
Value = Union[Part, "tuple[Part, ...]"]
"""What fills a place: data, a message that is worded itself, or a list of these."""

LONGEST_QUOTE = 100
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

    `one` words the case where the value `count` is 1. A place for a list reads `{names}` for “a, b, c”, `{names:and}`
    for “a, b and c” and `{names:or}` for “a, b or c”; a place for a number takes Python's format specifications.
    Keys and texts must be string literals, which `packaging/translations.py` collects for the translators.
    Raises `ValueError` for a key that another template has.
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
        """The message with `values` in its places; raises `ValueError` unless they are the template's places."""
        if values.keys() != self.places:
            raise ValueError(f"{self.key!r} has the places {sorted(self.places)}, not {sorted(values)}.")
        return Message(self, tuple(values.items()))

    @cached_property
    def places(self) -> set[str]:
        """The names of the places, and `count` where it decides between `one` and `english`."""
        return {*places(self.english), *places(self.one), *(["count"] if self.one else [])}

    def wording(self, values: Mapping[str, Value]) -> str:
        """The English text for `values`, its places unfilled: `one` where `count` is 1."""
        return self.one if self.one and values.get("count") == 1 else self.english


def places(text: str) -> Iterator[str]:
    """The names of the places in `text`."""
    return (name for _, name, _, _ in Formatter().parse(text) if name is not None)


Wording = Callable[[Template, Mapping[str, Value]], str]
"""Finds a template's text for some values, in one language."""
Writing = Callable[[float, str], str]
"""Writes a number by one of Python's format specifications, in one language."""

AND = Template("list.and", "{first} and {last}")
OR = Template("list.or", "{first} or {last}")


@dataclass(frozen=True)
class Message:
    """A template and the values of its places; can be compared, hashed and pickled. `str` words it in English."""

    template: Template
    items: tuple[tuple[str, Value], ...] = ()

    @property
    def key(self) -> str:
        """The template's."""
        return self.template.key

    @property
    def values(self) -> dict[str, Value]:
        """What fills the places."""
        return dict(self.items)

    def worded(self, wording: Wording, writing: Writing = format) -> str:
        """The text that `wording` finds, its places filled; messages within are worded the same way."""
        values = self.values
        filled = {name: _Filling(value, wording, writing) for name, value in values.items()}
        return wording(self.template, values).format(**filled)

    def __str__(self) -> str:
        return self.worded(Template.wording)


class _Filling:
    """A value on its way into a place."""

    def __init__(self, value: Value, wording: Wording, writing: Writing) -> None:
        self._value = value
        self._wording = wording
        self._writing = writing

    def __format__(self, specification: str) -> str:
        value = self._value
        if isinstance(value, tuple):
            return self._listed([format(_Filling(part, self._wording, self._writing)) for part in value], specification)
        if isinstance(value, Message):
            return value.worded(self._wording, self._writing)
        if isinstance(value, str):
            return quoted(value)
        # Without a specification it stands as the file has it.
        return self._writing(value, specification) if specification else str(value)

    def _listed(self, parts: list[str], conjunction: str) -> str:
        if not conjunction or len(parts) < 2:
            return ", ".join(parts)
        joined = self._wording({"and": AND, "or": OR}[conjunction], {})
        return joined.format(first=", ".join(parts[:-1]), last=parts[-1])


class ExplainedError(ValueError):
    """An expected error with a message for a person; any other exception is a bug."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
