"""All formats, and the one ordered way in which content finds its format and its puzzles."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from solver.formats import (
    arc_image,
    arc_json,
    archive_gzip,
    archive_zip,
    fenced,
    maze_image,
    maze_json,
    maze_npz,
    maze_text,
    ponder_json,
    ponder_trace_text,
    relaxed_json,
    sudoku_code,
    sudoku_html,
    sudoku_image,
    sudoku_json,
    sudoku_latex,
    sudoku_other_sizes,
    sudoku_text,
    sudoku_xml,
)
from solver.formats.content import Content
from solver.formats.format import NO, Format
from solver.formats.read_puzzle import ReadPuzzle
from solver.formats.unclaimed import what_it_looks_like
from solver.puzzles.base import Puzzle, PuzzleError

FORMATS: tuple[Format, ...] = (
    archive_gzip.FORMAT,
    archive_zip.FORMAT,
    ponder_trace_text.FORMAT,
    fenced.FORMAT,
    relaxed_json.FORMAT,
    maze_npz.FORMAT,
    sudoku_image.FORMAT,
    arc_image.FORMAT,
    maze_image.FORMAT,
    ponder_json.FORMAT,
    arc_json.FORMAT,
    maze_json.FORMAT,
    maze_text.FORMAT,
    sudoku_text.FORMAT,
    sudoku_json.FORMAT,
    sudoku_xml.FORMAT,
    sudoku_html.FORMAT,
    sudoku_latex.FORMAT,
    sudoku_code.FORMAT,
    sudoku_other_sizes.FORMAT,
)
"""Of two that are equally sure, the one further up is asked."""

DEEPEST = 3
"""Containers within one another, as in a gzip of a zip."""
MOST_ERRORS = 10
"""Bad puzzles of one file that are listed one by one."""
MOST_PUZZLES = 1_000_000
"""Puzzles of one file."""
_NAMES = {"sudoku": "Sudoku", "maze": "maze", "arc": "ARC"}


def recognise(content: Content, kind: str | None = None) -> Format | None:
    """The format that is surest of `content`; with `kind`, one of that kind where any claims it."""
    claims = [(sure, form) for form in FORMATS if (sure := form.sniff(content)) > NO]
    fitting = [claim for claim in claims if kind is None or claim[1].kind in (None, kind)]
    best = max(fitting or claims, key=lambda claim: claim[0], default=None)
    return None if best is None else best[1]


def read(content: Content, *, kind: str | None = None) -> list[ReadPuzzle]:
    """Every puzzle in `content`, in order, bad ones with their error; never empty.

    With `kind`, puzzles of another kind are errors. Raises `PuzzleError` where the content as a whole cannot be read.
    """
    return _few_errors(_read(content, kind, DEEPEST))


def write(form: Format, puzzles: Sequence[Puzzle]) -> bytes:
    """A file in this format; raises `PuzzleError` where it cannot hold these puzzles."""
    if form.write is None:
        raise PuzzleError(f"Ponder reads {form.name} but does not write it.")
    for puzzle in puzzles:
        if puzzle.kind not in form.written_kinds:
            raise PuzzleError(f"{form.name} cannot hold a {_NAMES[puzzle.kind]} puzzle.")
    if form.single and len(puzzles) != 1:
        raise PuzzleError(f"{form.name} holds one puzzle, and here are {len(puzzles)}.")
    return form.write(puzzles)


def format_of_key(key: str) -> Format:
    """The format that `--to` calls `key`; raises `KeyError` for any other word."""
    for form in FORMATS:
        if form.key == key:
            return form
    raise KeyError(key)


def endings(forms: Iterable[Format] = FORMATS) -> list[str]:
    """The endings of formats that are read, each once, as in `.sdk`."""
    return list(dict.fromkeys(ending for form in forms for ending in form.endings))


def writers(kind: str) -> list[Format]:
    """The formats that puzzles of `kind` can be written in, the usual one first."""
    return [form for form in FORMATS if kind in form.written_kinds]


def _read(content: Content, kind: str | None, deepest: int) -> list[ReadPuzzle]:
    form = recognise(content, kind)
    if form is None:
        raise what_it_looks_like(content)
    if kind is not None and form.kind not in (None, kind):
        raise PuzzleError(
            f"This can only be read as {_NAMES[form.kind or kind]} puzzles, not as {_NAMES[kind]} puzzles."
        )
    if form.read is not None:
        return [_of_kind(each, kind) for each in form.read(content)]
    if form.unwrap is None or not deepest:
        raise PuzzleError(f"This {form.name} holds archives within archives; unpack it first.")
    inner = form.unwrap(content)
    if len(inner) == 1:
        return [_named(each, inner[0].name) for each in _read(inner[0], kind, deepest - 1)]
    found: list[ReadPuzzle] = []
    unclaimed: list[ReadPuzzle] = []
    for part in inner:
        try:
            found += [_named(each, part.name) for each in _read(part, kind, deepest - 1)]
        except PuzzleError as error:
            # A note beside the puzzles is no fault; a damaged puzzle is one.
            faults = unclaimed if recognise(part) is None and not part.json else found
            faults.append(_named(ReadPuzzle(None, error), part.name))
    return found or unclaimed


def _of_kind(read: ReadPuzzle, kind: str | None) -> ReadPuzzle:
    if kind is None or read.puzzle is None or read.puzzle.kind == kind:
        return read
    found, asked = _NAMES[read.puzzle.kind], _NAMES[kind]
    return ReadPuzzle(None, PuzzleError(f"This puzzle is of the kind {found}, not {asked}.", line=read.line), read.line)


def _named(read: ReadPuzzle, name: str) -> ReadPuzzle:
    """An error within an archive names the file in it; a puzzle without a name goes by its file's."""
    if read.error is not None and name:
        error = PuzzleError(f"{name}: {read.error.why}", cells=read.error.cells)
        return replace(read, error=error)
    return read if read.name else replace(read, name=name.rpartition("/")[2].partition(".")[0])


def _few_errors(found: list[ReadPuzzle]) -> list[ReadPuzzle]:
    """The first `MOST_ERRORS` bad ones, the last of which counts the rest."""
    bad = [each for each in found if each.error is not None]
    if len(bad) <= MOST_ERRORS:
        return found
    last = bad[MOST_ERRORS - 1]
    assert last.error is not None
    more = f"{len(bad) - MOST_ERRORS:,} more"
    error = PuzzleError(
        f"{last.error.why} (and {more})", line=last.error.line, column=last.error.column, cells=last.error.cells
    )
    dropped = set(map(id, bad[MOST_ERRORS:]))
    kept = [each for each in found if id(each) not in dropped]
    return [replace(each, error=error) if each is last else each for each in kept]
