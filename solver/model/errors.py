"""The error of a checkpoint that cannot be used, and reading its text files with such errors; free of torch."""

import json
from pathlib import Path
from typing import Any

from solver.files import FileError, read_text_limited
from solver.messages import ExplainedError, Template
from solver.puzzles.base import why_not_json
from solver.system_errors import why_refused

UNREADABLE = Template("checkpoint.unreadable", "{file} cannot be read: {why}.")
NOT_TEXT = Template("checkpoint.not_text", "{file} is not text.")
NOT_JSON = Template("checkpoint.not_json", "{file} is not valid JSON: {why} in line {line}.")
TOO_DEEP = Template("checkpoint.too_deep", "{file} is nested too deeply, or holds a number that is too long.")


class CheckpointError(ExplainedError):
    """A checkpoint that cannot be used."""


def read_checkpoint_text(file: Path, largest: int) -> str:
    """The text of `file`, which may have `largest` bytes; raises `CheckpointError`."""
    try:
        return read_text_limited(file, largest)
    except FileError as error:
        raise CheckpointError(error.message) from None
    except OSError as error:
        raise CheckpointError(UNREADABLE(file=str(file), why=why_refused(error))) from None
    except UnicodeDecodeError:
        raise CheckpointError(NOT_TEXT(file=file.name)) from None


def read_checkpoint_json(file: Path, largest: int) -> Any:
    """The JSON in `file`, which may have `largest` bytes; raises `CheckpointError`."""
    try:
        return json.loads(read_checkpoint_text(file, largest))
    except json.JSONDecodeError as error:
        raise CheckpointError(NOT_JSON(file=file.name, why=why_not_json(error), line=error.lineno)) from None
    except CheckpointError:
        raise
    except (RecursionError, ValueError):
        raise CheckpointError(TOO_DEEP(file=file.name)) from None
