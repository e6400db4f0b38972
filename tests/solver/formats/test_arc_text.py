"""ARC tasks as people put them to a chat, in a program's text, and under other names than train and test."""

import json

import pytest

from solver.formats.content import Content
from solver.formats.registry import read, recognise

FIRST = ([[0, 0, 0], [0, 3, 0], [0, 0, 0]], [[3, 3, 3], [3, 0, 3], [3, 3, 3]])
SECOND = ([[0, 5], [5, 0]], [[5, 0], [0, 5]])
LAST = [[1, 0, 1, 2], [0, 1, 0, 2]]
TASK = {"train": [{"input": i, "output": o} for i, o in (FIRST, SECOND)], "test": [{"input": LAST}]}


def _grid(grid, gap: str) -> str:
    return "\n".join(gap.join(map(str, row)) for row in grid)


def _chat(gap: str, example: str, test: str, into: str, out: str, end: str = "") -> str:
    parts = [
        f"{example.format(n=n)}{into}{_grid(i, gap)}{out}{_grid(o, gap)}{end}"
        for n, (i, o) in enumerate((FIRST, SECOND), start=1)
    ]
    return "\n\n".join([*parts, f"{test}{into}{_grid(LAST, gap)}\n"])


CHATS = {
    "input and output": ("", "", "Input:\n", "\n\nOutput:\n"),
    "examples": ("Example {n}:\n", "Test:\n", "Input:\n", "\nOutput:\n"),
    "headings": ("## Example {n}\n", "## Test\n", "### Input\n", "\n\n### Output\n"),
    "arrows": ("", "", "", "\n->\n"),
    "fences": ("Example {n}\n", "Test input\n", "Input:\n```\n", "\n```\nOutput:\n```\n", "\n```"),
    "tags": ("<example>\n", "<test>\n", "<input>\n", "\n</input>\n<output>\n", "\n</output>"),
}


def _task(text: str):
    (found,) = read(Content.of_text(text))
    assert found.error is None, str(found.error)
    return found.puzzle.task.to_json()


@pytest.mark.parametrize("gap", ["", " ", ", "])
@pytest.mark.parametrize("parts", CHATS.values(), ids=CHATS.keys())
def test_grids_under_input_and_output(parts, gap):
    assert _task(_chat(gap, *parts)) == TASK


def test_lists_behind_the_labels():
    lines = [f"Example {n}\nInput: {i}\nOutput: {o}\n" for n, (i, o) in enumerate((FIRST, SECOND), start=1)]
    assert _task("\n".join([*lines, f"Test\nInput: {LAST}\nOutput:"])) == TASK


def test_uneven_rows_and_grids_out_of_turn_are_refused():
    text = _chat(" ", *CHATS["examples"])
    for damaged, line in ((text.replace("0 5\n", "0 5 5\n", 1), 13), (text.replace("Output", "Input", 1), 7)):
        (found,) = read(Content.of_text(damaged))
        assert found.puzzle is None
        assert found.error.line == line


def test_sudokus_with_their_solutions_are_no_task():
    full = [[(3 * (r % 3) + r // 3 + c) % 9 + 1 for c in range(9)] for r in range(9)]
    holes = [[0 if (r + c) % 2 else digit for c, digit in enumerate(row)] for r, row in enumerate(full)]
    text = "\n".join(f"Input:\n{_grid(holes, ' ')}\nOutput:\n{_grid(full, ' ')}\n" for _ in range(2))
    assert recognise(Content.of_text(text)).kind == "sudoku"


def _pairs(into: str, out: str):
    return [{into: i, out: o} for i, o in (FIRST, SECOND)]


NAMES = {
    "capitals": {"Train": _pairs("Input", "Output"), "Test": [{"Input": LAST}]},
    "examples and tests": {"examples": _pairs("in", "out"), "tests": [{"in": LAST}]},
    "few shots": {"fewshots": _pairs("input", "output"), "question": [{"input": LAST}]},
    "lists of inputs": {
        "train_inputs": [FIRST[0], SECOND[0]],
        "train_outputs": [FIRST[1], SECOND[1]],
        "test_inputs": [LAST],
    },
    "one test": {"train": _pairs("input", "output"), "test": {"input": LAST, "output": None}},
    "a bare grid": {"train": _pairs("input", "output"), "test": LAST},
    "test input": {"train": _pairs("input", "output"), "test_input": LAST},
    "rows as text": {
        "train": [
            {"input": _grid(i, ""), "output": [row.replace("\n", "") for row in _grid(o, " ").split("\n")]}
            for i, o in (FIRST, SECOND)
        ],
        "test": [{"input": _grid(LAST, " "), "output": []}],
    },
}


@pytest.mark.parametrize("data", NAMES.values(), ids=NAMES.keys())
def test_other_names_of_the_parts(data):
    assert _task(json.dumps(data)) == TASK


def test_solutions_beside_the_challenges():
    data = {"challenges": {"a1": TASK}, "solutions": {"a1": [[[7, 7]]]}}
    assert _task(json.dumps(data))["test"] == [{"input": LAST, "output": [[7, 7]]}]


@pytest.mark.parametrize(
    "text",
    [
        f"task = {TASK!r}\n",
        f"const task = {json.dumps(TASK)};\n",
        f"export default {json.dumps(TASK)};",
        "{train: ["
        + "".join(f"{{input: {i}, output: {o}}}, // a pair\n" for i, o in (FIRST, SECOND))
        + f"], test: [{{input: {LAST}}}]}}",
        f"Here is the task: {json.dumps(TASK)}\nThanks!",
    ],
)
def test_tasks_in_programs(text):
    assert _task(text) == TASK
