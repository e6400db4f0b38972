import json
import zipfile

import numpy as np
import pytest

from app.documents.document import Entry
from app.documents.draft import Draft
from app.documents.ponder_file import DOCUMENT, read_ponder, write_ponder
from solver.puzzles.base import PuzzleError
from solver.trace import LatentState
from tests.arc_tasks import arc_puzzle, arc_trace
from tests.traces import maze_puzzle, maze_trace, sudoku_puzzle, sudoku_trace


def test_a_document_comes_back_whole(tmp_path):
    file = tmp_path / "a.ponder"
    trace = sudoku_trace(second_view=True)
    trace.state = LatentState((0, 1), (16, 8), np.ones((2, 81, 4), np.float32), np.zeros((2, 81, 4), np.float32))
    draft = Draft.of(sudoku_puzzle(), {(0, 0): 9})
    entries = [
        Entry("solved", trace.puzzle, trace),
        Entry("maze", maze_puzzle(), maze_trace(), by_hand=True),
        Entry("draft", draft),
    ]
    write_ponder(file, entries, 1)
    again, index = read_ponder(file)
    assert index == 1
    assert [entry.label for entry in again] == ["solved", "maze", "draft"]
    assert again[1].by_hand
    assert again[0].content == trace.puzzle
    back = again[0].trace
    assert len(back) == len(trace)
    assert back.views == trace.views
    assert np.array_equal(back.refinements[-1].probabilities, trace.refinements[-1].probabilities)
    assert back.verified is not None
    assert np.array_equal(back.state.y, trace.state.y)
    assert back.state.steps == (16, 8)
    assert isinstance(again[2].content, Draft)
    assert np.array_equal(again[2].content.grid, draft.grid)


@pytest.fixture
def good(tmp_path):
    file = tmp_path / "good.ponder"
    trace = sudoku_trace()
    write_ponder(file, [Entry("solved", trace.puzzle, trace)], 0)
    return file


def rewritten(good, change):
    """`good` with its members as `change` leaves them."""
    with zipfile.ZipFile(good) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    bad = good.with_name("bad.ponder")
    with zipfile.ZipFile(bad, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return bad


def edited(**changes):
    def change(members):
        members[DOCUMENT] = json.dumps({**json.loads(members[DOCUMENT]), **changes}).encode()

    return change


@pytest.mark.parametrize(
    "change",
    [
        edited(format="something else"),
        edited(puzzles=[]),
        edited(puzzles=None),
        edited(puzzles=[{"label": "x"}]),
        edited(puzzles=[{"label": "x", "by_hand": False, "puzzle": {"kind": "sudoku", "draft": [[77]]}}]),
        edited(index="x"),
        edited(index=float("inf")),
        lambda members: members.pop(DOCUMENT),
        lambda members: members.pop("traces/0.json"),
        lambda members: members.update({"traces/0.json": b"{"}),
        lambda members: members.update({DOCUMENT: b"\xff\xfe"}),
        lambda members: members.update({DOCUMENT: b"[" * 100_000}),
    ],
)
def test_damage_is_one_sentence(good, change):
    with pytest.raises(PuzzleError) as caught:
        read_ponder(rewritten(good, change))
    assert str(caught.value).endswith(".")


def test_a_newer_version_says_so(good):
    with pytest.raises(PuzzleError, match="newer version"):
        read_ponder(rewritten(good, edited(version=99)))


def test_a_recording_of_another_puzzle_is_refused(good):
    def change(members):
        trace = json.loads(members["traces/0.json"])
        trace["puzzle"] = maze_puzzle().to_json()
        members["traces/0.json"] = json.dumps(trace).encode()

    with pytest.raises(PuzzleError):
        read_ponder(rewritten(good, change))


def test_an_encrypted_file_is_refused(good):
    content = bytearray(good.read_bytes())
    with zipfile.ZipFile(good) as archive:
        content[archive.infolist()[0].header_offset + 6] |= 1
    position = 0
    while (position := content.find(b"PK\x01\x02", position)) >= 0:
        content[position + 8] |= 1
        position += 4
    good.write_bytes(content)
    with pytest.raises(PuzzleError):
        read_ponder(good)


def test_a_truncated_file_is_refused(good):
    content = good.read_bytes()
    for length in (4, len(content) // 2, len(content) - 10):
        good.write_bytes(content[:length])
        with pytest.raises(PuzzleError):
            read_ponder(good)


def test_an_arc_document_keeps_all_its_recordings(tmp_path):
    file = tmp_path / "arc.ponder"
    first, second = arc_trace(), arc_trace(arc_puzzle(1), (((0, 8), (2, 2)),))
    write_ponder(file, [Entry("arc", first.puzzle, first, (second,))], 0)
    [entry], _ = read_ponder(file)
    assert entry.content == arc_puzzle()
    assert (entry.trace.votes, entry.trace.voters) == ((20, 7), 32)
    assert [other.puzzle.test for other in entry.others] == [1]
    write_ponder(file, [Entry("arc", first.puzzle, first, (sudoku_trace(),))], 0)
    with pytest.raises(PuzzleError, match="belongs to another puzzle"):
        read_ponder(file)
