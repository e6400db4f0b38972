import json
from dataclasses import replace

import numpy as np
import pytest

from app.documents.entry import Entry
from app.documents.opening import read_file, read_files, read_text, readable_endings
from app.documents.ponder_file import write_ponder
from app.documents.samples import FIRST, sample_entry, samples
from app.documents.text import content_text
from solver.files import FileError
from solver.formats.maze_image import write_maze_image
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import write_task
from solver.puzzles.base import PuzzleError
from solver.trace.trace_json import trace_to_json
from tests.arc_tasks import TASK
from tests.traces import MAZE, SUDOKU, maze_puzzle, sudoku_puzzle, sudoku_trace


def test_text_of_each_kind(tmp_path):
    file = tmp_path / "any name.xyz"
    for text, puzzle in ((SUDOKU, sudoku_puzzle()), ("\n".join(MAZE), maze_puzzle())):
        file.write_text(text)
        opened = read_file(file)
        assert [entry.content for entry in opened.entries] == [puzzle]
        assert opened.entries[0].label == "any name"
        assert opened.path is None, "text is imported, and not overwritten by Save"


def test_a_list_keeps_the_good_and_names_the_bad():
    opened = read_text(f"{SUDOKU}\n{SUDOKU[:40]}!{SUDOKU[41:]}\n{SUDOKU}\n", "list")
    assert len(opened.entries) == 2
    assert [(entry.label, entry.place) for entry in opened.entries] == [("Puzzle 1", "line 1"), ("Puzzle 2", "line 3")]
    assert len(opened.problems) == 1
    assert "Line 2" in str(opened.problems[0])


def test_documents_traces_images_and_arrays(tmp_path):
    trace = sudoku_trace()
    document = tmp_path / "a.bin"
    write_ponder(document, [Entry("x", trace.puzzle, trace)], 0)
    assert read_file(document).path == document
    recorded = tmp_path / "trace"
    recorded.write_text(json.dumps(trace_to_json(trace)))
    assert len(read_file(recorded).entries[0].trace) == len(trace)
    image = tmp_path / "image"
    write_maze_image(maze_puzzle(), image.with_suffix(".png"))
    assert read_file(image.with_suffix(".png")).entries[0].content == maze_puzzle()
    arrays = tmp_path / "mazes.npz"
    np.savez(arrays, inputs=np.stack([maze_puzzle().grid] * 2))
    assert [entry.content for entry in read_file(arrays).entries] == [maze_puzzle()] * 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"PK\x03\x04 broken",
        b"\x89PNG broken",
        b"BM",
        b"\xff\xfe\x00\x01",
        b'{"refinements": [',
        b'{"refinements": ' + b"[" * 100_000,
        b"{}",
        b"[" * 9999,
    ],
)
def test_foreign_files_are_one_sentence(tmp_path, content):
    file = tmp_path / "foreign"
    file.write_bytes(content)
    with pytest.raises(PuzzleError) as caught:
        read_file(file)
    assert str(caught.value).endswith(".")


def test_a_folder_and_a_missing_file(tmp_path):
    with pytest.raises(FileError, match="folder"):
        read_file(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "missing")


def test_every_sample_opens():
    assert sample_entry(FIRST).content.kind == "sudoku"
    kinds = {read_file(path).entries[0].content.kind for path in samples()}
    assert kinds == {"sudoku", "maze", "arc"}


def test_a_document_whose_table_of_contents_is_garbled_is_refused_in_a_sentence(tmp_path):
    good, bad = tmp_path / "good.ponder", tmp_path / "bad.ponder"
    write_ponder(good, [Entry("x", sudoku_puzzle())], 0)
    content = good.read_bytes()
    start = content.index(b"PK\x01\x02")
    for place in range(start, len(content)):
        for value in (0, 0x5C, 0xFF):
            bad.write_bytes(content[:place] + bytes([value]) + content[place + 1 :])
            try:
                opened = read_file(bad)
            except PuzzleError:
                continue
            assert opened.entries[0].content == sudoku_puzzle()


def test_an_arc_task_is_opened_under_its_files_name(tmp_path):
    file = tmp_path / "00d62c1b.json"
    file.write_text(write_task(replace(TASK, name="")), "utf-8")
    [entry] = read_file(file).entries
    assert entry.content == ArcPuzzle(replace(TASK, name="00d62c1b"))
    assert read_text(content_text(entry.content, None), "Pasted").entries[0].content.task == replace(TASK, name="")


def test_several_arc_tasks_go_by_their_ids(tmp_path):
    file = tmp_path / "challenges.json"
    file.write_text(json.dumps({"00aa": TASK.to_json(), "00bb": TASK.to_json()}), "utf-8")
    assert [entry.label for entry in read_file(file).entries] == ["1 · 00aa", "2 · 00bb"]


def test_a_bad_arc_task_says_where(tmp_path):
    task = TASK.to_json()
    task["train"][1]["output"][2] = [8]
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(task), "utf-8")
    with pytest.raises(PuzzleError, match=r"`train\[1\]\.output\[2\]` has 1 cell, but the grid's first row has 2"):
        read_file(file)


def test_several_files_are_read_one_after_the_other(tmp_path):
    first, second, bad = tmp_path / "a.sdm", tmp_path / "b.txt", tmp_path / "c.txt"
    first.write_text(f"{SUDOKU}\n{SUDOKU}\n")
    second.write_text(SUDOKU)
    bad.write_text("nothing here")
    opened = read_files([first, bad, second])
    assert len(opened.entries) == 3
    assert [(path, len(each.entries)) for path, each in opened.each] == [(first, 2), (second, 1)]
    assert [str(problem) for problem in opened.problems] == ["c.txt: Line 1: There is no puzzle in this text."]
    opened = read_files([bad, bad])
    assert (opened.entries, opened.each, len(opened.problems)) == ([], (), 2)


def test_the_open_dialog_names_every_ending():
    patterns = readable_endings().split()
    assert {"*.ponder", "*.sdk", "*.json", "*.png", "*.jpg", "*.opensudoku", "*.zip"} <= set(patterns)
