import ast
import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from app.documents.entry import Entry
from app.exporting.text import trace_text
from app.window.settings import Settings
from app.words.messages import worded
from app.words.numbers import formatted, number, significant
from solver.formats.registry import TOO_MANY
from tests.app.translated import ROOT
from tests.app.windows import open_window
from tests.traces import sudoku_puzzle, sudoku_trace

DATA = ("exporting/plot_csv.py", "batch/statistics.py", "batch/result.py")
"""What programs read, in English whatever the language."""
NOT_SHOWN = ("words/numbers.py", "self_test.py")


@pytest.mark.parametrize(
    ("language", "whole", "small", "tiny"),
    [
        ("en", "46,321.5", "0.271", "2.76e-05"),
        ("de", "46.321,5", "0,271", "2,76e-05"),
        (None, "46,321.5", "0.271", "2.76e-05"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language, whole, small, tiny):
    if language is not None:
        QLocale.setDefault(QLocale(language))
    assert number(46321.52, 1) == whole
    assert significant(0.27123, 3) == small
    assert significant(2.761e-5, 3) == tiny
    assert formatted(7) == "7"


def test_messages_of_the_solver_write_large_numbers_so_too(german):
    assert "10.000" in worded(TOO_MANY(limit=10_000))
    assert "10,000" in str(TOO_MANY(limit=10_000))


def test_the_window_writes_a_decimal_comma_in_german_and_its_data_a_point(qtbot, german, tmp_path):
    window = open_window(qtbot, Settings(tmp_path / "ponder.ini"), sudoku_puzzle())
    window.document.replace((Entry("Sudoku", sudoku_puzzle(), sudoku_trace()),))
    window.player.go_last()
    plot = window.docks.confidence
    change = window.film.current().latent_change
    qtbot.waitUntil(lambda: plot.legend["latent change"].words.endswith(f"{change:.3g}".replace(".", ",")))
    speeds = [window.docks.transport.speed.itemText(index) for index in range(window.docks.transport.speed.count())]
    assert "0,5×" in speeds
    assert f"{change:.3g}".replace(".", ",") in trace_text(window.film.trace)
    rows = list(csv.DictReader(io.StringIO(plot.to_csv())))
    assert float(rows[-1]["latent_change"]) == pytest.approx(change, rel=1e-5)


def test_no_number_is_shown_with_a_decimal_point_whatever_the_language():
    found = []
    for file in sorted((ROOT / "app").rglob("*.py")):
        name = file.relative_to(ROOT / "app").as_posix()
        if name not in DATA + NOT_SHOWN:
            found += [f"{name}:{line}" for line in _formatted(file)]
    assert found == [], "write it with app.words.numbers"


def _formatted(file: Path):
    """The lines on which an f-string itself writes a number with decimals or separators."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            specification = ast.unparse(node.format_spec)[2:-1]
            whole = specification.endswith((".0f", ".0%"))
            if not whole and (specification.endswith(("f", "g", "e", "%")) or "," in specification):
                yield node.lineno
