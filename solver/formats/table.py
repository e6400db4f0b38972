"""The README's table of formats, made from the registry: `python -m solver.formats.table`."""

import sys
from pathlib import Path

from solver.formats.registry import FORMATS

BEGIN, END = "<!-- formats: made by `make formats-table` -->", "<!-- formats: end -->"
_KINDS = {"sudoku": "Sudoku", "maze": "maze", "arc": "ARC", None: "any"}


def table() -> str:
    """Markdown with a row for each format: its name, kind, usual endings, and what `convert --to` calls it."""
    rows = ["| format | puzzles | usual endings | written by `--to` |", "| --- | --- | --- | --- |"]
    for form in FORMATS:
        if form.endings:
            endings = " ".join(f"`{ending}`" for ending in form.endings)
            written = f"`{form.key}`" if form.write is not None else "–"
            rows.append(f"| {form.name} | {_KINDS[form.kind]} | {endings} | {written} |")
    return "\n".join(rows)


def renewed(text: str) -> str:
    """`text` with the table between its marks made new."""
    head, rest = text.split(BEGIN)
    return f"{head}{BEGIN}\n{table()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    file = Path(sys.argv[1] if len(sys.argv) > 1 else "README.md")
    file.write_text(renewed(file.read_text("utf-8")), "utf-8")
