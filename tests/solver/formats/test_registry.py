"""Every format reads and rereads its own samples, claims no other's, and gives a sentence for any bytes."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.formats.content import Content
from solver.formats.registry import FORMATS, format_of_key, read, recognise, write, writers
from solver.formats.sudoku_dialects.write import write_grid, write_line
from solver.formats.table import BEGIN, END, renewed
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.generator import generate

SUDOKUS = list(generate(2, 7, "easy"))
MAZES = list(generate_mazes(2, 3, "perfect", 15, 17))
GRID = ((1, 0, 3), (0, 2, 0))
ARC = [ArcPuzzle(ArcTask((ArcPair(GRID, ((1,),)),) * 2, (ArcPair(((5, 5),)),), name)) for name in ("a1", "b2")]
PUZZLES = {"sudoku": SUDOKUS, "maze": MAZES, "arc": ARC}
LINE = write_line(SUDOKUS[0].grid)
ROWS = [LINE[start : start + 9] for start in range(0, 81, 9)]
TASK = json.dumps(ARC[0].task.to_json())


def _zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _arrays() -> bytes:
    file = io.BytesIO()
    np.savez(file, inputs=np.stack([maze.grid for maze in MAZES]))
    return file.getvalue()


WRITTEN = {
    (form.key, kind): write(form, PUZZLES[kind][:1] if form.single else PUZZLES[kind])
    for form in FORMATS
    for kind in form.written_kinds
}
READ_ONLY = {
    "gzip": gzip.compress(LINE.encode(), mtime=0),
    "zip": _zipped(a=LINE.encode(), b=TASK.encode()),
    "maze-npz": _arrays(),
    "fenced": f"Look:\n```json\n{TASK}\n```\n".encode(),
    "arc-text": b"Input:\n1 0\n0 1\nOutput:\n0 1\n1 0\n\nTest input:\n2 0\n0 0\n",
    "sudoku-facts": "".join(
        f"cell({index // 9 + 1},{index % 9 + 1},{digit}).\n" for index, digit in enumerate(LINE) if digit != "."
    ).encode(),
    "sudoku-tatham": b"3x3:a5b3_7a2b9c4d1e6f8g2h7i1j5a3b4e",
    "relaxed-json": str(ARC[0].task.to_json()).encode(),
    "sudoku-code": ("int g[9][9] = {" + ",".join(f"{{{','.join(row)}}}" for row in ROWS) + "};")
    .replace(".", "0")
    .encode(),
    "sudoku-html": ("<table>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in r) + "</tr>" for r in ROWS)).encode(),
    "sudoku-latex": ("\\begin{tabular}{ccccccccc}\n" + "\\\\\n".join(" & ".join(row) for row in ROWS)).encode(),
    "sudoku-other-sizes": b"1..4\n..1.\n.3..\n2..1\n",
    "trace-text": f"Ponder \u00b7 sudoku\n== Puzzle\n{write_grid(SUDOKUS[0].grid)}\n== Steps\n1\n".encode(),
}
SAMPLES = [(key, content) for (key, _), content in WRITTEN.items()] + list(READ_ONLY.items())


@pytest.mark.parametrize(("key", "kind"), WRITTEN.keys())
def test_what_is_written_reads_back(key, kind):
    found = read(Content(WRITTEN[key, kind]))
    assert [each.error for each in found] == [None] * len(found)
    wanted = PUZZLES[kind][: len(found)]
    assert len(found) == (1 if format_of_key(key).single else 2)
    if kind == "arc":
        assert [each.puzzle.task.to_json() for each in found] == [puzzle.task.to_json() for puzzle in wanted]
    else:
        assert [each.puzzle for each in found] == wanted


@pytest.mark.parametrize(("key", "content"), SAMPLES, ids=[key for key, _ in SAMPLES])
def test_each_sample_is_claimed_by_its_own_format(key, content):
    assert recognise(Content(content)).key == key


@pytest.mark.parametrize("key", [key for key in READ_ONLY if key != "sudoku-other-sizes"])
def test_formats_that_are_only_read(key):
    found = read(Content(READ_ONLY[key]))
    assert found
    assert all(each.error is None for each in found)


def test_a_kind_that_was_asked_for_is_kept_to():
    for kind, other in (("maze", "sudoku"), ("sudoku", "arc"), ("arc", "maze")):
        content = Content(write(writers(other)[-1], PUZZLES[other][:1]))
        try:
            found = read(content, kind=kind)
        except PuzzleError:
            continue
        assert all(each.puzzle is None for each in found)


def test_every_kind_can_be_written_and_keys_are_different():
    assert [writers(kind)[0].key for kind in PUZZLES] == ["sudoku-line", "maze-text", "arc"]
    keys = [form.key for form in FORMATS]
    assert len(set(keys)) == len(keys)
    assert all(form.read or form.unwrap for form in FORMATS)
    assert all(ending == ending.lower() and ending[0] == "." for form in FORMATS for ending in form.endings)


def test_an_unreadable_file_beside_puzzles_in_an_archive_is_passed_over():
    found = read(Content(_zipped(notes=b"Dear all,\nhave fun.\n", list=LINE.encode())))
    assert [each.puzzle for each in found] == [SUDOKUS[0]]


def test_documents_that_are_archives_are_named():
    book = _zipped(**{"[Content_Types].xml": b"<Types/>", "xl/worksheets/sheet1.xml": b"<worksheet/>"})
    with pytest.raises(PuzzleError, match="Excel"):
        read(Content(book))


def test_archives_within_archives_end():
    content = LINE.encode()
    for _ in range(6):
        content = gzip.compress(content, mtime=0)
    with pytest.raises(PuzzleError, match="archives"):
        read(Content(content))


def test_the_readme_lists_the_formats():
    text = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    assert BEGIN in text
    assert END in text
    assert renewed(text) == text, "run `make formats-table`"


@st.composite
def damaged(draw) -> bytes:
    """A sample with some bytes changed, cut, doubled, or another sample's in the middle."""
    content = bytearray(draw(st.sampled_from(SAMPLES))[1][:20_000])
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 40))
        piece = draw(
            st.one_of(st.binary(max_size=20), st.sampled_from([b"[" * 500, b"9" * 5000, b"\0", b"\xff", b"{", b"\n"]))
        )
        content[place : place + length] = piece
    return bytes(content)


@given(damaged())
@settings(deadline=None, max_examples=150)
def test_no_bytes_break_a_reader(content):
    try:
        found = read(Content(content, "file"))
    except PuzzleError:
        return
    assert found
    for each in found:
        assert (each.puzzle is None) != (each.error is None)
        assert each.line >= 1
