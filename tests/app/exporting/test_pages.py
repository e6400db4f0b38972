import re
import threading
from dataclasses import replace

import pytest

from app.boards.kinds import paint_of
from app.documents.draft import Draft
from app.documents.entry import Entry
from app.documents.guess import Guess
from app.exporting import pages as pages_module
from app.exporting.pages import export_pdf, export_pdf_sheets
from tests.traces import maze_puzzle, maze_trace, sudoku_puzzle, sudoku_trace


def pages(path) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", path.read_bytes()))


@pytest.fixture
def solved(qapp):
    trace = sudoku_trace()
    return Entry("Puzzle", trace.puzzle, trace)


def test_a_puzzle_with_few_steps_is_one_page_and_many_steps_need_more(tmp_path, solved):
    path = tmp_path / "solve.pdf"
    few = replace(solved, trace=sudoku_trace(steps=4, solved=False))
    export_pdf(path, few)
    assert path.read_bytes().startswith(b"%PDF")
    assert pages(path) == 1
    small = path.stat().st_size
    export_pdf(path, replace(solved, trace=sudoku_trace(steps=60, solved=False)))
    assert pages(path) == 4
    assert path.stat().st_size > 2 * small


def test_a_draft_or_an_unsolved_puzzle_is_a_page_without_steps(tmp_path, qapp):
    for content in (sudoku_puzzle(), Draft.of(sudoku_puzzle(), {(0, 0): 9}), maze_puzzle()):
        export_pdf(tmp_path / "puzzle.pdf", Entry("Puzzle", content))
        assert pages(tmp_path / "puzzle.pdf") == 1


def test_sheets_hold_six_puzzles_a_page_and_the_answers_come_after_all(tmp_path, solved):
    path = tmp_path / "sheets.pdf"
    puzzle = Entry("Puzzle", sudoku_puzzle())
    export_pdf_sheets(path, "List", [puzzle] * 4)
    assert pages(path) == 1
    export_pdf_sheets(path, "List", [puzzle] * 13)
    assert pages(path) == 3
    export_pdf_sheets(path, "List", [puzzle] * 3 + [solved])
    assert pages(path) == 2
    trace = maze_trace()
    export_pdf_sheets(path, "List", [Entry("Maze", trace.puzzle, trace), solved])
    assert pages(path) == 2


def test_a_cancelled_export_leaves_the_old_file(tmp_path, solved):
    path = tmp_path / "solve.pdf"
    path.write_bytes(b"old")
    export_pdf(path, solved, cancelled=lambda: True)
    export_pdf_sheets(path, "List", [solved], cancelled=lambda: True)
    assert path.read_bytes() == b"old"


def test_pages_can_be_written_in_another_thread(tmp_path, solved):
    thread = threading.Thread(target=export_pdf, args=(tmp_path / "solve.pdf", solved))
    thread.start()
    thread.join()
    assert pages(tmp_path / "solve.pdf") >= 1


def test_a_persons_own_entries_are_on_every_board(tmp_path, qapp, monkeypatch):
    painted = []

    def spy(kind):
        def paint(painter, area, content, refinement, palette, options):
            painted.append(options.guess)
            return paint_of(kind)(painter, area, content, refinement, palette, options)

        return paint

    monkeypatch.setattr(pages_module, "paint_of", spy)
    trace = sudoku_trace(steps=4, solved=False)
    guess = Guess.none((9, 9)).with_values({(0, 0): 4, (0, 1): 9})
    entry = Entry("Puzzle", trace.puzzle, trace, guess=guess)
    export_pdf(tmp_path / "solve.pdf", entry)
    # The puzzle, the answer and four steps.
    assert painted == [guess] * 6
    painted.clear()
    export_pdf_sheets(tmp_path / "sheets.pdf", "List", [entry, replace(entry, guess=None)])
    assert painted == [guess, None, guess, None]
