from dataclasses import replace

import pytest
from PySide6.QtGui import QImageReader

from app.documents.draft import Draft
from app.documents.entry import Entry
from app.exporting.exports import FORMATS, SHEET_FORMATS, export, puzzle_formats
from app.exporting.subject import Subject
from app.window.theme import LIGHT
from solver.formats.content import Content
from solver.formats.registry import read, writers
from solver.messages import ExplainedError
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import PuzzleError
from tests.arc_tasks import arc_guesses, arc_puzzle, arc_trace
from tests.traces import SUDOKU, maze_puzzle, sudoku_puzzle, sudoku_trace


@pytest.fixture
def subject(qapp):
    trace = sudoku_trace()
    return Subject(trace.puzzle, trace.refinements[-1], trace, LIGHT, size=120)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_every_format_writes_something_of_its_own(tmp_path, subject, form):
    path = tmp_path / f"out{form.suffix.upper()}"
    export(path, subject)
    beginnings = {
        ".png": b"\x89PNG",
        ".svg": b"<?xml",
        ".gif": b"GIF8",
        ".webp": b"RIFF",
        ".pdf": b"%PDF",
        ".json": b"{",
        ".txt": b"Ponder",
        ".csv": b"ref",
    }
    assert path.read_bytes().startswith(beginnings[form.suffix])
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.suffix)
def test_before_a_solve_only_the_board_can_be_exported(tmp_path, subject, form):
    bare = Subject(subject.content, None, None, LIGHT, size=120)
    path = tmp_path / f"out{form.suffix}"
    if form.needs_trace:
        with pytest.raises(ExplainedError, match="Press Solve"):
            export(path, bare)
        assert not path.exists()
    else:
        export(path, bare)
        assert path.stat().st_size > 0


def test_a_puzzle_alone_is_exported_as_other_programs_read_it(tmp_path, subject):
    path = tmp_path / "puzzle.txt"
    export(path, Subject(subject.content, None, None, LIGHT))
    assert path.read_text() == SUDOKU + "\n"


def test_a_draft_that_is_no_puzzle_says_why(tmp_path, subject):
    draft = Draft.of(subject.content, {(0, 0): 9})
    with pytest.raises(PuzzleError, match="9"):
        export(tmp_path / "puzzle.txt", Subject(draft, None, None, LIGHT))


def test_a_suffix_is_looked_for_among_the_formats_asked_for(tmp_path, subject):
    sheets = Subject(subject.content, None, None, LIGHT, title="List", entries=[Entry("First", subject.content)])
    export(tmp_path / "list.pdf", sheets, formats=SHEET_FORMATS)
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(ExplainedError, match=r"cannot export \.png\. Choose \.pdf"):
        export(tmp_path / "list.png", sheets, formats=SHEET_FORMATS)


@pytest.mark.parametrize("name", ["board.bmp", "board"])
def test_unknown_formats_are_refused_by_name(tmp_path, subject, name):
    with pytest.raises(ExplainedError, match=r"\.png"):
        export(tmp_path / name, subject)


def test_a_missing_folder_is_an_error_of_the_system(tmp_path, subject):
    with pytest.raises(OSError, match="nowhere"):
        export(tmp_path / "nowhere" / "board.png", subject)


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_an_animation_of_an_arc_task_begins_with_what_was_guessed_while_fitting(qapp, tmp_path, suffix):
    trace = arc_trace()
    frames = []
    for guesses in ([], arc_guesses(trace, 3)):
        trace.guesses = guesses
        path = tmp_path / f"film{suffix}"
        export(path, Subject(trace.puzzle, None, trace, LIGHT, size=200))
        frames.append(QImageReader(str(path)).imageCount())
    assert frames[1] == frames[0] + 3


@pytest.mark.parametrize("puzzle", [sudoku_puzzle(), maze_puzzle(), arc_puzzle()], ids=lambda puzzle: puzzle.kind)
def test_the_puzzle_alone_is_written_in_every_format_of_the_registry_and_read_again(tmp_path, qapp, puzzle):
    forms = puzzle_formats(puzzle.kind)
    assert [form.key for form in forms] == [form.key for form in writers(puzzle.kind)]
    assert len(forms) >= 2
    for form in forms:
        path = tmp_path / f"{form.key}{form.suffix}"
        export(path, Subject(puzzle, None, None, LIGHT), formats=(form,))
        (found,) = read(Content(path.read_bytes(), path.name))
        assert found.puzzle is not None
        assert _without_name(found.puzzle) == _without_name(puzzle), form.key


def _without_name(puzzle):
    return ArcPuzzle(replace(puzzle.task, name="")) if isinstance(puzzle, ArcPuzzle) else puzzle


def test_a_draft_is_not_written_as_a_puzzle(tmp_path, subject):
    draft = Draft.of(subject.content, {(0, 0): 9})
    form = puzzle_formats("sudoku")[0]
    path = tmp_path / f"puzzle{form.suffix}"
    with pytest.raises(PuzzleError, match="9"):
        export(path, Subject(draft, None, None, LIGHT), formats=(form,))
    assert not path.exists()
