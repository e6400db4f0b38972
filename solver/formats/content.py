"""What a file or a paste holds: bytes, and lazily the text, JSON or picture that they are."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from solver.formats.json_text import JsonValue, looks_like_json, parse_json
from solver.formats.text_encoding import decode

if TYPE_CHECKING:
    from solver.formats.picture import Picture


@dataclass(frozen=True, eq=False)
class Content:
    """Bytes to be read; what is derived from them is worked out once, when a format first asks."""

    data: bytes
    name: str = ""
    """The file's name, for messages, and for a task that has no name of its own; sniffers do not look at it."""

    @classmethod
    def of_text(cls, text: str, name: str = "") -> "Content":
        """What was pasted."""
        return cls(text.encode("utf-8", "replace"), name)

    @cached_property
    def text(self) -> str | None:
        r"""The text, with `\n` between lines and without unseen characters; None if the bytes are not text."""
        return decode(self.data)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text's lines; none if it is not text."""
        return tuple(self.text.split("\n")) if self.text is not None else ()

    @cached_property
    def json(self) -> tuple[JsonValue, ...]:
        """The top-level values of JSON, bad ones with their error; none if this does not begin as JSON does."""
        if self.text is None or not looks_like_json(self.text):
            return ()
        return tuple(parse_json(self.text))

    @property
    def is_json(self) -> bool:
        """Whether at least a part of it is JSON."""
        return any(value.error is None for value in self.json)

    @cached_property
    def picture(self) -> "Picture | None":
        """The decoded picture; None if the bytes are not one. Raises `PuzzleError` for a damaged or too large one."""
        from solver.formats.picture import decode_picture

        return decode_picture(self.data)
