import io
import json
import time
import tracemalloc
import zipfile

import numpy as np
import pytest

from app.documents import ponder_file
from app.documents.draft import Draft
from app.documents.entry import Entry
from app.documents.opening import read_file
from app.documents.ponder_file import DOCUMENT, open_ponder, pack, read_ponder, unpack, write_ponder
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes
from solver.trace import LatentState, Refinement, Trace
from solver.trace.trace_json import trace_to_json
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
    for a, b in zip(back, trace, strict=True):
        assert np.array_equal(a.answer, b.answer)
        assert np.array_equal(a.inner_answers, b.inner_answers)
        assert np.array_equal(a.changed, b.changed)
        # Documents hold them in float16.
        np.testing.assert_allclose(a.probabilities, b.probabilities, rtol=5e-4, atol=1e-7)
        assert a.mean_confidence == b.mean_confidence
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


def broken_recording(members):
    trace = json.loads(members["traces/1.json"])
    trace["refinements"][0]["halt_probability"] = 7
    members["traces/1.json"] = json.dumps(trace).encode()


def nan_in_a_recording(members):
    members["traces/1.json"] = members["traces/1.json"].replace(
        b'"halt_probability":0', b'"halt_probability":NaN, "x":0'
    )


def foreign_recording(members):
    members["traces/1.json"] = members["traces/0.json"]


@pytest.fixture
def three(tmp_path):
    file = tmp_path / "three.ponder"
    first, second = sudoku_trace(), maze_trace()
    entries = [
        Entry("first", first.puzzle, first),
        Entry("second", second.puzzle, second, by_hand=True),
        Entry("third", sudoku_puzzle(), by_hand=True),
    ]
    write_ponder(file, entries, 2)
    return file


@pytest.mark.parametrize(
    "change",
    [
        broken_recording,
        nan_in_a_recording,
        foreign_recording,
        lambda members: members.pop("traces/1.json"),
        lambda members: members.update({"traces/1.json": b""}),
        lambda members: members.update({"traces/1.json": b"[" * 100_000}),
    ],
)
def test_a_damaged_recording_costs_nothing_else(three, change):
    bad = rewritten(three, change)
    read = open_ponder(bad)
    assert [entry.label for entry in read.entries] == ["first", "second", "third"]
    assert [entry.trace is not None for entry in read.entries] == [True, False, False]
    assert read.entries[1].content == maze_puzzle()
    assert read.entries[1].by_hand
    assert read.index == 2
    [problem] = read.problems
    assert str(problem).startswith("The recording of puzzle 2 cannot be read: ")
    # Saving must not replace the file by what is left of it.
    assert read_file(bad).path is None
    assert read_file(three).path == three


def test_a_damaged_puzzle_costs_nothing_else(three):
    def change(members):
        document = json.loads(members[DOCUMENT])
        document["puzzles"][0] = {"label": "x"}
        members[DOCUMENT] = json.dumps(document).encode()

    read = open_ponder(rewritten(three, change))
    assert [entry.label for entry in read.entries] == ["second", "third"]
    assert read.index == 1
    assert str(read.problems[0]).startswith("Puzzle 1 cannot be read: ")


def test_an_index_that_is_none_shows_the_first(good):
    for index in ("x", 99, -1, None):
        assert open_ponder(rewritten(good, edited(index=index))).index == 0


def test_what_was_not_finite_is_left_out_and_told(tmp_path):
    good, bad = sudoku_trace(), maze_trace()
    bad.refinements[3].probabilities[0, 0, 0] = np.nan
    file = tmp_path / "a.ponder"
    problems = write_ponder(file, [Entry("a", good.puzzle, good), Entry("b", bad.puzzle, bad)], 0)
    assert "1 recording is too large for it and was left out" in str(problems[0]) or "not finite" in str(problems[0])
    entries, _ = read_ponder(file)
    assert [entry.trace is not None for entry in entries] == [True, False]


def long_recording(puzzle, steps: int) -> Trace:
    """As a network that answers at random would leave it."""
    random = np.random.default_rng(0)
    rows, columns = puzzle.shape
    trace = Trace(puzzle, "made-up 0123abcd")
    for step in range(1, steps + 1):
        probabilities = random.dirichlet(np.ones(6), (rows, columns)).astype(np.float32)
        answer = probabilities.argmax(-1)
        verdict = puzzle.check(answer)
        trace.refinements.append(
            Refinement(
                view=0,
                step=step,
                probabilities=probabilities,
                answer=answer,
                inner_answers=np.stack([answer] * 2),
                confidence=probabilities.max(-1),
                mean_confidence=0.5,
                halt_probability=0.1,
                latent_change=1.0,
                changed=answer != puzzle.grid,
                violations=verdict.violations,
                accepted=verdict.accepted,
                seconds=0.1,
            )
        )
    random = np.random.default_rng(1)
    y, z = random.standard_normal((2, 1, rows * columns, 16)).astype(np.float32)
    trace.state = LatentState((0,), (steps,), y, z)
    return trace


def test_large_mazes_with_long_recordings_come_back(tmp_path):
    """Of 49×49, of which six with 512 refinements each were refused once; here with fewer of them, for time."""
    puzzle = next(generate_mazes(1, 0, "braided", 49, 49))
    trace = long_recording(puzzle, 24)
    content, problems = pack([Entry("maze", puzzle, trace)], 0)
    assert not problems
    share = len(content) / 24
    assert 6 * 512 * share < ponder_file.LARGEST_RECORDINGS, "six long recordings do not fit"
    read = unpack(io.BytesIO(content))
    assert not read.problems
    assert len(read.entries[0].trace) == 24
    assert np.array_equal(read.entries[0].trace.state.z, trace.state.z)


def test_what_is_too_large_is_not_written_but_the_rest_is(tmp_path, monkeypatch):
    traces = [sudoku_trace(seed=seed) for seed in range(4)]
    entries = [Entry(str(n), trace.puzzle, trace) for n, trace in enumerate(traces)]
    size = max(len(json.dumps(trace_to_json(trace, state=True, compact=True))) for trace in traces)
    monkeypatch.setattr(ponder_file, "LARGEST_RECORDINGS", 2 * size)
    file = tmp_path / "a.ponder"
    problems = write_ponder(file, entries, 3)
    assert "2 recordings are too large" in str(problems[0])
    read = open_ponder(file)
    assert not read.problems
    assert [entry.trace is not None for entry in read.entries] == [True, False, False, True], "the shown one is kept"

    monkeypatch.setattr(ponder_file, "LARGEST_DOCUMENT", 1000)
    with pytest.raises(PuzzleError, match="A document holds at most"):
        write_ponder(file, entries * 10, 0)
    assert len(read_ponder(file)[0]) == 4, "the old file is as it was"


@pytest.mark.parametrize("year", [1971, 1979, 2038, 2107, 2108, 2200, 9999])
def test_any_clock_will_do(tmp_path, monkeypatch, year):
    now = time.mktime((2000, 1, 1, 0, 0, 0, 0, 1, 0)) + (year - 2000) * 365.25 * 86_400
    monkeypatch.setattr(time, "time", lambda: now)
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((year, 1, 1, 0, 0, 0, 0, 1, 0)))
    file = tmp_path / "a.ponder"
    write_ponder(file, [Entry("a", sudoku_puzzle())], 0)
    assert read_ponder(file)[0][0].content == sudoku_puzzle()


def test_a_bomb_of_a_document_is_refused_for_little(tmp_path, good):
    """Two kilobytes that unpack to gigabytes."""

    def change(members):
        document = json.loads(members[DOCUMENT])
        document["puzzles"] = [{**document["puzzles"][0], "trace": f"traces/{n}.json"} for n in range(3)]
        members[DOCUMENT] = json.dumps(document).encode()

    bad = rewritten(good, change)
    with zipfile.ZipFile(bad, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(1, 3):
            with archive.open(f"traces/{number}.json", "w") as member:
                for _ in range(97):
                    member.write(bytes(1 << 20))
    tracemalloc.start()
    read = open_ponder(bad)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(read.entries) == 3
    assert len(read.problems) == 2
    assert peak < 300 << 20
