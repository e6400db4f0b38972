"""All formats, and the one ordered way in which content finds its format and its puzzles."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from solver.formats import (
    arc_image,
    arc_json,
    arc_text,
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
    sudoku_facts,
    sudoku_html,
    sudoku_image,
    sudoku_json,
    sudoku_latex,
    sudoku_other_sizes,
    sudoku_tatham,
    sudoku_text,
    sudoku_xml,
)
from solver.formats.arc_json import ANSWERS
from solver.formats.content import Content
from solver.formats.format import CERTAIN, NO, Format
from solver.formats.read_puzzle import MOST_PUZZLES, ReadPuzzle
from solver.formats.unclaimed import OTHER_JSON, what_it_looks_like
from solver.messages import Template
from solver.puzzles.base import Puzzle, PuzzleError
from solver.puzzles.kinds import puzzles_of

FORMATS: tuple[Format, ...] = (
    archive_gzip.FORMAT,
    archive_zip.FORMAT,
    maze_npz.FORMAT,
    sudoku_image.FORMAT,
    arc_image.FORMAT,
    maze_image.FORMAT,
    ponder_trace_text.FORMAT,
    sudoku_tatham.FORMAT,
    fenced.FORMAT,
    sudoku_xml.FORMAT,
    sudoku_html.FORMAT,
    sudoku_latex.FORMAT,
    ponder_json.FORMAT,
    arc_json.FORMAT,
    sudoku_json.FORMAT,
    maze_json.FORMAT,
    relaxed_json.FORMAT,
    arc_text.FORMAT,
    sudoku_text.FORMAT,
    maze_text.FORMAT,
    sudoku_code.FORMAT,
    sudoku_facts.FORMAT,
    sudoku_other_sizes.FORMAT,
)
"""Of two that are equally sure, the one further up is asked."""

DEEPEST = 3
"""Containers within one another, as in a gzip of a zip."""
MOST_ERRORS = 10
"""Bad puzzles of one file that are listed one by one."""

TOO_MANY = Template("formats.too_many", "Only the first {limit:,} puzzles of this file were read.")
READ_ONLY = Template("formats.read_only", "Ponder can read {format}, but not write it.")
NOT_FOR_KIND = Template("formats.not_for_kind", "{format} cannot hold {puzzles}.")
ONE_PUZZLE = Template("formats.one_puzzle", "{format} holds one puzzle, not {count}.")
OTHER_KIND = Template("formats.other_kind", "This can only be read as {found}, not as {asked}.")
TOO_DEEP = Template("formats.too_deep", "This archive holds archives within archives. Unpack it first.")
IN_FILE = Template("formats.in_file", "{file}: {why}")
AND_MORE = Template("formats.and_more", "{why} (and {count:,} more)")


_BESIDE = (ANSWERS.key, OTHER_JSON.key)
"""Errors of parts of an archive that are no damaged puzzles."""


def recognise(content: Content, kind: str | None = None) -> Format | None:
    """The format that is surest of `content`; with `kind`, one of that kind where any claims it."""
    claims: list[tuple[float, Format]] = []
    for form in FORMATS:
        sure = form.sniff(content)
        if sure > NO:
            claims.append((sure, form))
        if sure >= CERTAIN and (kind is None or form.kind in (None, kind)):
            break
    fitting = [claim for claim in claims if kind is None or claim[1].kind in (None, kind)]
    best = max(fitting or claims, key=lambda claim: claim[0], default=None)
    return None if best is None else best[1]


def read(content: Content, *, kind: str | None = None) -> list[ReadPuzzle]:
    """Every puzzle in `content`, in order, bad ones with their error; never empty.

    With `kind`, puzzles of another kind are errors. Raises `PuzzleError` where the content as a whole cannot be read.
    """
    found = _read(content, kind, DEEPEST)
    if len(found) > MOST_PUZZLES:
        found[MOST_PUZZLES:] = [ReadPuzzle(None, PuzzleError(TOO_MANY(limit=MOST_PUZZLES)))]
    return _few_errors(found)


def write(form: Format, puzzles: Sequence[Puzzle]) -> bytes:
    """A file in this format; raises `PuzzleError` where it cannot hold these puzzles."""
    if form.write is None:
        raise PuzzleError(READ_ONLY(format=form.name))
    for puzzle in puzzles:
        if puzzle.kind not in form.written_kinds:
            raise PuzzleError(NOT_FOR_KIND(format=form.name, puzzles=puzzles_of(puzzle.kind)))
    if form.single and len(puzzles) != 1:
        raise PuzzleError(ONE_PUZZLE(format=form.name, count=len(puzzles)))
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
    return sorted((form for form in FORMATS if kind in form.written_kinds), key=lambda form: not form.usual)


def _read(content: Content, kind: str | None, deepest: int) -> list[ReadPuzzle]:
    form = recognise(content, kind)
    if form is None:
        raise what_it_looks_like(content)
    if kind is not None and form.kind not in (None, kind):
        raise PuzzleError(OTHER_KIND(found=puzzles_of(form.kind or kind), asked=puzzles_of(kind)))
    if form.read is not None:
        return [_of_kind(each, kind) for each in form.read(content)]
    if form.unwrap is None or not deepest:
        raise PuzzleError(TOO_DEEP())
    inner = form.unwrap(content)
    if len(inner) == 1:
        return [_named(each, inner[0].name) for each in _read(inner[0], kind, deepest - 1)]
    found: list[ReadPuzzle] = []
    unclaimed: list[ReadPuzzle] = []
    for part in inner:
        try:
            found += [_named(each, part.name) for each in _read(part, kind, deepest - 1)]
        except PuzzleError as error:
            # A note beside the puzzles is not an error, nor are the answers to them; a damaged puzzle is.
            beside = error.why.key in _BESIDE or (recognise(part) is None and not part.json)
            faults = unclaimed if beside else found
            faults.append(_named(ReadPuzzle(None, error), part.name))
    return found or unclaimed


def _of_kind(read: ReadPuzzle, kind: str | None) -> ReadPuzzle:
    if kind is None or read.puzzle is None or read.puzzle.kind == kind:
        return read
    other = OTHER_KIND(found=puzzles_of(read.puzzle.kind), asked=puzzles_of(kind))
    return ReadPuzzle(None, PuzzleError(other, line=read.line), read.line)


def _named(read: ReadPuzzle, name: str) -> ReadPuzzle:
    """An error within an archive names the file in it; a puzzle without a name goes by its file's."""
    if read.error is not None and name:
        error = PuzzleError(IN_FILE(file=name, why=read.error.why), cells=read.error.cells)
        return replace(read, error=error)
    return read if read.name else replace(read, name=name.rpartition("/")[2].partition(".")[0])


def _few_errors(found: list[ReadPuzzle]) -> list[ReadPuzzle]:
    """The first `MOST_ERRORS` bad ones, the last of which counts the rest."""
    bad = [each for each in found if each.error is not None]
    if len(bad) <= MOST_ERRORS:
        return found
    last = bad[MOST_ERRORS - 1]
    assert last.error is not None
    error = PuzzleError(
        AND_MORE(why=last.error.why, count=len(bad) - MOST_ERRORS),
        line=last.error.line,
        column=last.error.column,
        cells=last.error.cells,
    )
    dropped = set(map(id, bad[MOST_ERRORS:]))
    kept = [each for each in found if id(each) not in dropped]
    return [replace(each, error=error) if each is last else each for each in kept]
