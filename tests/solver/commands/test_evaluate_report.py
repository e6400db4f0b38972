import json
from pathlib import Path

import numpy as np
import pytest

from solver.__main__ import main
from solver.commands.evaluate_report import (
    Bucket,
    HaltBin,
    Reach,
    Report,
    difficulty,
    draw_report,
    format_report,
    halting_bins,
    measure_report,
)
from solver.model.bundled import bundled_checkpoints
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.sudoku.exact import search
from solver.puzzles.sudoku.generator import generate
from solver.reasoning.batch import solve_many
from solver.reasoning.budget import Budget

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def sudokus():
    return list(generate(6, 5, "extreme"))


def test_each_number_of_steps_and_views_is_what_a_run_with_just_those_finds(sudokus) -> None:
    checkpoint = load_checkpoint(bundled_checkpoints()["sudoku"])
    labels = [np.array(search(p.givens).solutions[0]).reshape(9, 9) for p in sudokus]
    done: list[int] = []
    report = measure_report(checkpoint, sudokus, labels, [1, 4], [1, 2], done.append)
    assert sum(done) == 12
    assert [(r.steps, r.views) for r in report.reach] == [(1, 1), (1, 2), (4, 1), (4, 2)]
    for reach in report.reach:
        own = solve_many(checkpoint, sudokus, lambda _, reach=reach: Budget(reach.steps, reach.views))
        assert reach.verified == np.mean([o.verified for o in own])
        assert reach.exact == np.mean([(o.answer == s).all() for o, s in zip(own, labels, strict=True)])
        assert reach.exact_at_last_step == np.mean(
            [(o.last_answer == s).all() for o, s in zip(own, labels, strict=True)]
        )
    assert sum(b.n for b in report.buckets) == 6
    assert sum(h.n for h in report.halting) == 6


def test_mazes_are_told_apart_by_their_shortest_path() -> None:
    small, large = next(generate_mazes(1, 1, "perfect", 7, 7)), next(generate_mazes(1, 1, "perfect", 31, 31))
    assert difficulty(small) == "0–49 moves"
    assert int(difficulty(large).partition("–")[0]) == large.shortest // 50 * 50


def test_the_halting_head_is_measured_in_tenths() -> None:
    bins = halting_bins([0.01, 0.03, 0.95, 1.0, 0.99], [False, True, True, True, False])
    assert [(b.n, round(b.mean_probability, 3), round(b.accepted, 3)) for b in bins] == [
        (2, 0.02, 0.5),
        (3, 0.98, 0.667),
    ]


def test_a_list_without_labels_has_no_exact_figures() -> None:
    report = Report(
        (Reach(16, 1, 0.5, None, None), Reach(16, 8, 1.0, None, None)),
        (Bucket("hard", 2, 0.5, None, None),),
        (HaltBin(2, 0.4, 0.5),),
        0.1,
        3.0,
    )
    text = format_report(report)
    assert "| 16 | 8 | 100.0 % |  |  |" in text
    assert "| hard | 2 | 50.0 % |  |  |" in text
    assert draw_report(report).startswith(PNG)


def test_from_the_command_line(tmp_path: Path, capsys, sudokus) -> None:
    listed = tmp_path / "list.sdm"
    listed.write_text("\n".join("".join(map(str, p.givens)) for p in sudokus[:2]))
    chart = tmp_path / "report.png"
    options = ["--report", str(chart), "--report-steps", "2", "--report-views", "1", "2"]
    assert main(["evaluate", str(listed), *options]) == 0
    assert "| 2 | 2 |" in capsys.readouterr().out
    assert chart.read_bytes().startswith(PNG)
    assert main(["evaluate", str(listed), *options, "--json"]) == 0
    assert {r["views"] for r in json.loads(capsys.readouterr().out)["reach"]} == {1, 2}
    (tmp_path / "file").touch()
    options[1] = str(tmp_path / "file" / "report.png")
    assert main(["evaluate", str(listed), *options]) == 2
    said = capsys.readouterr()
    assert "| 2 | 2 |" in said.out, "what was measured is not lost with the picture"
    assert "report.png" in said.err
