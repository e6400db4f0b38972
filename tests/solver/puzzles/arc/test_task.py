import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solver.formats.arc_folder import read_task_folder
from solver.puzzles.arc.task import ArcPair, ArcTask, read_task, write_task
from solver.puzzles.base import PuzzleError
from tests.solver.puzzles.arc_tasks import tasks

SMALL = {"train": [{"input": [[0, 1]], "output": [[1, 0]]}] * 2, "test": [{"input": [[2, 0]], "output": [[0, 2]]}]}


def changed(path: list, value) -> bytes:
    """`SMALL` as JSON with the value at `path` replaced, or its key removed where that is None."""
    data = json.loads(json.dumps(SMALL))
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return json.dumps(data).encode()


@given(tasks())
def test_what_is_written_is_read_back(task):
    assert read_task(write_task(task).encode()) == task
    assert read_task(json.dumps(task.to_json()).encode()) == task


@given(tasks(largest=3))
def test_what_a_solver_sees_holds_no_test_output(task):
    seen = task.without_answers()
    assert seen.train == task.train
    assert seen.test_inputs == task.test_inputs
    assert [pair.output for pair in seen.test] == [None] * len(task.test)
    assert all(set(pair) == {"input"} for pair in seen.to_json()["test"])


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (["train"], None, "`train` is missing."),
        (["test"], None, "`test` is missing."),
        (["train"], {}, "`train` is not a list"),
        (["test"], [], "`test` is empty"),
        (["train", 1], 5, "`train[1]` is not an object"),
        (["train", 1, "input"], None, "`train[1].input` is missing."),
        (["train", 1, "output"], None, "`train[1].output` is missing"),
        (["test", 0, "input"], None, "`test[0].input` is missing."),
        (["test", 0, "output"], [[1], [2], [3, 3]], "`test[0].output[2]` has 2 cells, but the grid's first row has 1."),
        (["train", 0, "output"], [[0]] * 31, "`train[0].output` is larger than 30×30"),
        (["train", 0, "output"], [[0] * 31], "`train[0].output` is larger than 30×30"),
        (["train", 0, "input"], [], "`train[0].input` is empty."),
        (["train", 0, "input"], [[]], "`train[0].input[0]` is empty."),
        (["train", 0, "input"], "01", "`train[0].input` is not a list of rows."),
        (["train", 0, "input"], [[0], 1], "`train[0].input[1]` is not a list of colours."),
        (["train", 0, "input"], [[0, 10]], "`train[0].input[0][1]` is 10. Colours are the numbers 0 to 9."),
        (["train", 0, "input"], [[-1]], "`train[0].input[0][0]` is -1. "),
        (["train", 0, "input"], [[True]], "`train[0].input[0][0]` is true. "),
        (["train", 0, "input"], [[1.0]], "`train[0].input[0][0]` is 1.0. "),
        (["train", 0, "input"], [["x" * 99]], '`train[0].input[0][0]` is "xxxxxxxxxxxxxxxxxxx…. '),
    ],
)
def test_what_is_wrong_is_said_with_its_place(path, value, said):
    with pytest.raises(PuzzleError) as raised:
        read_task(changed(path, value))
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b'{"train": [],\n "test" []}', 2, "This is not valid JSON: a colon is missing at column 9."),
        (b"", 1, "This is not valid JSON"),
        (b"{}\n\xff", 2, "This is not UTF-8 text."),
        (b"[" * 100_000, None, "This JSON is nested too deeply"),
        (b"9" * 100_000, None, "This JSON is nested too deeply, or its numbers are too long"),
        (b"[]", None, "An ARC task in JSON is an object"),
    ],
)
def test_what_is_no_task_at_all_names_its_line(content, line, said):
    with pytest.raises(PuzzleError) as raised:
        read_task(content)
    assert str(raised.value.why).startswith(said)
    assert raised.value.line == line


KEYS = st.sampled_from(["train", "test", "input", "output"])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)
)


@given(ANYTHING)
def test_whatever_the_json_holds_it_is_a_task_or_a_plain_error(data):
    read: object = None
    try:
        read = read_task(json.dumps(data).encode())
    except PuzzleError as error:
        read = error
    assert isinstance(read, ArcTask | PuzzleError)
    assert str(read)


def test_unknown_keys_and_a_null_output_are_read_over():
    data = {**SMALL, "id": "x", "test": [{"input": [[2]], "output": None}]}
    assert read_task(json.dumps(data).encode()).test == (ArcPair(((2,),)),)


def test_a_folder_is_read_file_by_file(tmp_path):
    (tmp_path / "b.json").write_text(json.dumps(SMALL))
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "notes.txt").write_text("not a task")
    (file, error), (_, task) = read_task_folder(tmp_path)
    assert file.name == "a.json"
    assert isinstance(error, PuzzleError)
    assert isinstance(task, ArcTask)
    assert task.name == "b"
