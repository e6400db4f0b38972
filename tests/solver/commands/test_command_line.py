"""The verbs as a person or a script calls them: output, exit codes, complaints."""

import io
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from solver.__main__ import main
from solver.formats.maze_text import write_mazes
from solver.formats.sudoku_dialects.write import write_line
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.generator import generate
from solver.puzzles.sudoku.puzzle import SudokuPuzzle
from solver.reasoning.budget import HAND_OVER_AFTER
from solver.trace.trace_json import trace_from_json
from tests.solver.model.published_cases import ARCHS, inputs_of, state_of, write_case
from tests.solver.model.published_reference import answers
from tests.traces import hopeless_sudoku, puzzle_for_both


def digits(cells) -> str:
    return "".join(map(str, cells))


def lines(puzzles: list[SudokuPuzzle]) -> str:
    return "".join(write_line(p.grid) + "\n" for p in puzzles)


@pytest.fixture
def two_sudokus(tmp_path: Path) -> Path:
    file = tmp_path / "two.sdm"
    file.write_text(lines([*generate(1, 5, "easy"), hopeless_sudoku()]))
    return file


def test_solve_prints_one_object_a_puzzle(two_sudokus: Path, capsys) -> None:
    code = main(["solve", str(two_sudokus), "--steps", "4", "--views", "2", "--json"])
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first.keys() == {
        "index",
        "kind",
        "verified",
        "no_answer",
        "network",
        "answer",
        "steps",
        "total_steps",
        "views",
        "halt_probability",
        "seconds",
    }
    assert (first["index"], first["kind"], first["verified"], first["views"]) == (0, "sudoku", True, 1)
    puzzle = next(generate(1, 5, "easy"))
    assert first["answer"] == digits(search(puzzle.givens).solutions[0])
    assert first["steps"] == first["total_steps"] <= 4
    assert second["verified"] is False, "it has no solution"
    assert first["no_answer"] is None
    assert second["no_answer"] == "This puzzle has no solution: no answer can be right."
    # Four by the swift network, then four in each of two views by the deep one.
    assert (second["total_steps"], second["views"]) == (12, 3)
    assert (network_of(first), network_of(second)) in [("sudoku", "sudoku"), ("sudoku", "sudoku-deep")]
    assert code == 1


def network_of(row) -> str:
    return row["network"].partition(" (")[0]


def test_solve_by_either_network_or_both(tmp_path: Path, capsys) -> None:
    (tmp_path / "p.txt").write_text(lines([*generate(1, 5, "easy"), puzzle_for_both()]))
    answered = {}
    for named in ("auto", "swift", "deep"):
        main(["solve", str(tmp_path / "p.txt"), "--json", "--checkpoint", named])
        answered[named] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [network_of(row) for row in answered["swift"]] == ["sudoku", "sudoku"]
    assert [network_of(row) for row in answered["deep"]] == ["sudoku-deep", "sudoku-deep"]
    assert [network_of(row) for row in answered["auto"]] == ["sudoku", "sudoku-deep"]
    easy, hard = answered["auto"]
    assert easy["verified"]
    assert hard["verified"]
    assert hard["answer"] == answered["deep"][1]["answer"]
    assert hard["total_steps"] == answered["deep"][1]["total_steps"] + HAND_OVER_AFTER


def test_latents_are_those_of_the_network_that_answered(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(lines([puzzle_for_both()]))
    trace, latents = tmp_path / "t.json", tmp_path / "l.npz"
    assert main(["solve", str(tmp_path / "p.txt"), "--trace", str(trace), "--latents", str(latents)]) == 0
    recorded = trace_from_json(json.loads(trace.read_text()))
    with np.load(latents) as found:
        assert set(found["view"].tolist()) == {r.view for r in recorded if r.view}
        assert json.loads(str(found["about"]))["checkpoint"] == recorded.made_by(1)
        last = found["y"][np.flatnonzero((found["view"] == 1) & (found["step"] == len(recorded.of_view(1))))[0], -1]
    assert recorded.state is not None
    assert np.allclose(last, recorded.state.y[recorded.state.views.index(1)], atol=1e-5)


def test_good_puzzles_are_solved_beside_bad_ones(two_sudokus: Path, capsys) -> None:
    two_sudokus.write_text("1" * 80 + "\n" + two_sudokus.read_text())
    assert main(["solve", str(two_sudokus), "--steps", "4", "--views", "1", "--json"]) == 2
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert f"ponder: {two_sudokus}:1: " in said.err


def test_a_maze_without_a_way_is_converted_on_request(tmp_path: Path, capsys) -> None:
    """Whoever prepares a list of puzzles wants to know of one that nobody can solve."""
    file = tmp_path / "two.txt"
    good, closed = next(generate_mazes(1, 3, "perfect", 9, 9)), next(generate_mazes(1, 4, "rooms", 9, 9, no_way=True))
    file.write_text(write_mazes([good, closed]))
    assert main(["convert", str(file), "--json"]) == 2
    said = capsys.readouterr()
    assert [json.loads(line)["rows"] for line in said.out.splitlines()] == [list(good.rows)]
    assert said.err.startswith(f"ponder: {file}:11: No way to the goal exists: no answer can be right.")
    assert "--no-way" in said.err
    assert main(["convert", str(file), "--json", "--no-way"]) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["rows"] for line in said.out.splitlines()] == [list(good.rows), list(closed.rows)]
    assert said.err == ""


@pytest.mark.parametrize("size", ["5x101", "101x5", "101"])
def test_the_largest_and_the_most_oblong_mazes_are_solved(tmp_path: Path, capsys, size) -> None:
    file = tmp_path / "maze.txt"
    assert main(["generate", "maze", "--style", "rooms", "--size", size, "--seed", "1"]) == 0
    file.write_text(capsys.readouterr().out)
    # Two views: the second is the maze turned by a quarter.
    code = main(["solve", str(file), "--steps", "2", "--views", "2", "--json"])
    row = json.loads(capsys.readouterr().out)
    rows, _, columns = size.partition("x")
    lines = row["answer"].split("\n")
    assert (len(lines), len(lines[0])) == (int(rows), int(columns or rows))
    assert code == (0 if row["verified"] else 1)
    assert (row["total_steps"], row["views"]) == (4, 2)


def test_a_maze_without_a_way_is_solved_in_one_view_and_said_to_have_none(tmp_path: Path, capsys) -> None:
    file, trace = tmp_path / "closed.txt", tmp_path / "trace.json"
    assert main(["generate", "maze", "--no-way", "--size", "9x11", "--seed", "3"]) == 0
    file.write_text(capsys.readouterr().out)
    assert main(["solve", str(file), "--json", "--trace", str(trace)]) == 1
    said = capsys.readouterr()
    row = json.loads(said.out)
    assert (row["verified"], row["views"]) == (False, 1)
    assert row["no_answer"] == "No way to the goal exists: no answer can be right."
    assert said.err == f"ponder: {file}: No way to the goal exists: no answer can be right.\n"
    recorded = json.loads(trace.read_text())
    assert (recorded["verified"], recorded["no_answer"]) == (False, row["no_answer"])
    assert main(["solve", str(file), "--steps", "2"]) == 1
    printed = capsys.readouterr().out
    assert "# 1: not verified (the model is" in printed
    assert "sure; no answer can be right), refinement" in printed
    assert main(["evaluate", str(file), "--steps", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["verified"] == 0


@pytest.mark.parametrize("content", [b"\xff\xfe\x00bad", b"PK\x03\x04", b"nonsense"])
def test_bad_files_are_refused_by_name(tmp_path: Path, content: bytes, capsys) -> None:
    file = tmp_path / "bad"
    file.write_bytes(content)
    assert main(["solve", str(file)]) == 2
    assert capsys.readouterr().err.startswith(f"ponder: {file}:")


@pytest.mark.parametrize("command", ["solve", "evaluate"])
@pytest.mark.parametrize("option", ["--views", "--steps", "--threads"])
@pytest.mark.parametrize("value", ["99999999999", "9" * 5000, "0", "-1", "1e3", "²"])
def test_numbers_that_no_machine_could_serve_are_refused(command, option, value, two_sudokus, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, str(two_sudokus), f"{option}={value}"])
    assert ended.value.code == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert f"argument {option}: " in said
    assert len(said) < 200


def test_reported_views_are_as_few(two_sudokus, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", str(two_sudokus), "--report-views", "1", "99999999999"])
    assert ended.value.code == 2
    assert "argument --report-views: " in capsys.readouterr().err


def test_a_missing_file_is_refused(capsys) -> None:
    assert main(["solve", "no-such-file"]) == 2
    assert "ponder: no-such-file: No such file" in capsys.readouterr().err


def test_bad_files_in_a_folder_are_named_and_the_good_ones_measured(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "mazes"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"\xff\xfe\x00bad")
    (folder / "b.txt").write_text(write_mazes(generate_mazes(1, 3, "perfect", 9, 9)))
    (folder / "c.txt").write_text("#####\n#S  #\n#   #\n#   #\n#####\n")
    assert main(["evaluate", str(folder), "--steps", "1", "--json"]) == 2
    said = capsys.readouterr()
    assert json.loads(said.out.splitlines()[-1])["n"] == 1
    assert f"ponder: {folder / 'a.txt'}:1: " in said.err
    assert f"ponder: {folder / 'c.txt'}:2: This maze has a start but no goal" in said.err


def standard_input(content: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")


def test_standard_input_that_is_no_text_is_refused(capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", standard_input(b"123\n\x00\xfe\x01"))
    assert main(["solve", "-"]) == 2
    assert capsys.readouterr().err.startswith("ponder: -: This is neither text nor")


def test_standard_input_and_a_trace(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", standard_input(lines(list(generate(1, 5, "easy"))).encode()))
    assert main(["solve", "-", "--trace", str(tmp_path / "t.json")]) == 0
    assert "verified, refinement" in capsys.readouterr().out
    trace = json.loads((tmp_path / "t.json").read_text())
    assert trace["verified"]
    assert trace["refinements"]


def test_solve_a_maze(tmp_path: Path, capsys) -> None:
    file = tmp_path / "m.txt"
    file.write_text(write_mazes(generate_mazes(1, 3, "perfect", 9, 11)))
    assert main(["solve", str(file), "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    rows = row["answer"].split("\n")
    assert [len(r) for r in rows] == [11] * 9
    assert "o" in row["answer"]


def test_evaluate_a_csv(tmp_path: Path, capsys) -> None:
    rows = [f"{digits(p.givens)},{digits(search(p.givens).solutions[0])}" for p in generate(4, 7, "easy")]
    rows.append(f"{digits(hopeless_sudoku().givens)},{'1' * 81}")
    (tmp_path / "list.csv").write_text("puzzle,solution\n" + "\n".join(rows) + "\n")
    assert main(["evaluate", str(tmp_path / "list.csv"), "--kind", "sudoku", "--steps", "3", "--json"]) == 0
    measured = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert measured.keys() == {
        "n",
        "exact",
        "exact_at_last_step",
        "verified",
        "mean_steps",
        "puzzles_per_second",
        "peak_memory_mb",
    }
    assert measured["n"] == 5
    assert measured["exact"] == 1, "of those whose listed solution is one"
    assert 0 < measured["verified"] <= 0.8, "one of five has no solution"
    assert 1 <= measured["mean_steps"] <= 3


def test_evaluate_tells_the_seconds_to_a_verified_answer(tmp_path: Path, capsys) -> None:
    (tmp_path / "list.csv").write_text(
        "puzzle\n" + "".join(p.format_answer(p.grid) + "\n" for p in generate(2, 3, "easy"))
    )
    assert main(["evaluate", str(tmp_path / "list.csv"), "--kind", "sudoku", "--timed", "60", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["n"], found["verified"]) == (2, 1.0)
    assert 0 < found["seconds_median"] <= found["seconds_p90"] < 60
    assert found["seconds_mean_of_all"] == found["seconds_mean"]
    for timed in ([], ["--timed", "60"]):
        assert main(["evaluate", str(tmp_path / "list.csv"), "--checkpoint", "auto", "--json", *timed]) == 0
        assert json.loads(capsys.readouterr().out)["verified"] == 1.0
    with pytest.raises(SystemExit):
        main(["evaluate", str(tmp_path / "list.csv"), "--timed", "0"])


def test_evaluate_an_npz(tmp_path: Path, capsys) -> None:
    mazes = np.stack([m.grid for m in generate_mazes(2, 1, "perfect", 11, 11)])
    np.savez(tmp_path / "m.npz", inputs=mazes)
    assert main(["evaluate", str(tmp_path / "m.npz"), "--json"]) == 0
    measured = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert measured["n"] == 2
    assert measured["exact"] is None, "there are no labels"


@pytest.mark.parametrize("kind", ["sudoku", "maze"])
def test_what_generate_prints_solve_reads(kind: str, tmp_path: Path, capsys) -> None:
    arguments = ["generate", kind, "--count", "2", "--seed", "3"]
    arguments += ["--difficulty", "easy"] if kind == "sudoku" else ["--size", "9x11", "--style", "braided"]
    assert main(arguments) == 0
    text = capsys.readouterr().out
    assert main(arguments) == 0
    assert capsys.readouterr().out == text, "a seed gives the same puzzles"
    (tmp_path / "f").write_text(text)
    assert main(["solve", str(tmp_path / "f"), "--json", "--steps", "1", "--views", "1"]) in (0, 1)
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_import_then_logits_are_those_of_the_paper(tmp_path: Path) -> None:
    case = write_case(tmp_path, "sudoku_att")
    config, imported, asked = str(case / "all_config.yaml"), str(tmp_path / "imported"), tmp_path / "case.npz"
    inputs, identifiers = inputs_of("sudoku_att")
    np.savez(asked, inputs=inputs.astype(np.int32), puzzle_identifiers=identifiers.astype(np.int32))
    expected = answers(ARCHS["sudoku_att"], state_of("sudoku_att"), inputs, identifiers, 2)
    assert (
        main(["import-checkpoint", str(case / "step_100"), "--config", config, "--kind", "sudoku", "--out", imported])
        == 0
    )
    for source in (["--checkpoint", imported], ["--checkpoint", str(case / "step_100"), "--config", config]):
        out = tmp_path / "out.npz"
        assert main(["logits", *source, "--inputs", str(asked), "--steps", "2", "--out", str(out)]) == 0
        with np.load(out) as got:
            np.testing.assert_allclose(got["logits"], [logits for logits, _ in expected], atol=1e-4)
            np.testing.assert_allclose(got["q_halt_logits"], [q for _, q in expected], atol=1e-4)


@pytest.mark.parametrize("published", [True, False])
def test_logits_name_the_file_that_is_wrong(published: bool, tmp_path: Path, capsys) -> None:
    from solver.model.bundled import bundled_checkpoints

    case = write_case(tmp_path, "sudoku_att")
    source = ["--checkpoint", str(bundled_checkpoints()["sudoku"])]
    if published:
        source = ["--checkpoint", str(case / "step_100"), "--config", str(case / "all_config.yaml")]
    broken, short = tmp_path / "broken.npz", tmp_path / "short.npz"
    broken.write_bytes(b"PK no")
    np.savez(short, inputs=np.ones((1, 16), dtype=np.int64), puzzle_identifiers=np.array([10**6]))
    for inputs in (tmp_path / "missing.npz", broken, short):
        assert main(["logits", *source, "--inputs", str(inputs), "--out", str(tmp_path / "out.npz")]) == 2
        assert capsys.readouterr().err.startswith(f"ponder: {inputs}")


def test_a_broken_checkpoint_is_refused(tmp_path: Path, two_sudokus: Path, capsys) -> None:
    from solver.model.bundled import bundled_checkpoints

    shutil.copytree(bundled_checkpoints()["sudoku"], tmp_path / "broken")
    (tmp_path / "broken" / "model.safetensors").write_bytes(b"no")
    assert main(["solve", str(two_sudokus), "--checkpoint", str(tmp_path / "broken")]) == 2
    assert "model.safetensors is damaged" in capsys.readouterr().err


def test_a_checkpoint_for_another_kind_is_refused(two_sudokus: Path, capsys) -> None:
    from solver.model.bundled import bundled_checkpoints

    assert main(["solve", str(two_sudokus), "--checkpoint", str(bundled_checkpoints()["maze"])]) == 2
    assert "is a checkpoint for maze puzzles, not sudoku" in capsys.readouterr().err
