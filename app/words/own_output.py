"""What is said of a person's own output for an ARC test input: against the model's answer, and the known output."""

from PySide6.QtCore import QCoreApplication

from app.documents.own_output import cells_differing
from app.film.intermediate import Intermediate
from app.words.guess import named_cells
from app.words.playback import plural
from solver.puzzles.arc.canvas import from_canvas, size
from solver.puzzles.arc.task import ArcGrid
from solver.trace import Refinement

translate = QCoreApplication.translate


def own_output_hint() -> str:
    """What can be done, before anything was painted."""
    return translate(
        "guess",
        "Try it yourself: paint an output beside the test input; Ctrl+R changes its size. The task itself doesn't "
        "change, and this line shows where the model differs from you.",
    )


def own_output_words(own: ArcGrid | None, known: ArcGrid | None) -> tuple[str, ...]:
    """The label above it, from the longest wording to the shortest; None before anything was painted, or known."""
    plain = translate("arc", "Your output")
    if own is None or known is None:
        return (plain,)
    if own == known:
        return translate("arc", "Your output: it matches the known output"), translate("arc", "Your output: right")
    if size(own) != size(known):
        words = translate("arc", "Your output: the known output is {rows}×{columns}")
        return words.format(rows=size(known)[0], columns=size(known)[1]), translate("arc", "Your output: wrong size")
    count = len(cells_differing(own, known))
    long = plural(translate("arc", "Your output: %n cell(s) differ from the known output", "", count), count)
    return long, plural(translate("arc", "Your output: %n wrong", "", count), count)


def own_output_compared(own: ArcGrid, shown: Refinement | None) -> str:
    """“Of the 9 cells of your output, the model's answer agrees with 7. It differs in r1c2 and r3c3.”"""
    rows, columns = size(own)
    if shown is None or isinstance(shown, Intermediate):
        words = translate(
            "guess", "Your output has {rows}×{columns} cells. The model's answer will be compared with it."
        )
        return words.format(rows=rows, columns=columns)
    answer, count = from_canvas(shown.answer), rows * columns
    if not answer:
        return translate("guess", "The model has no answer yet to compare with your output.")
    differing = cells_differing(own, answer)
    if not differing and size(answer) == (rows, columns):
        return translate("guess", "The model's answer is the same as your output.")
    words = plural(
        translate("guess", "Of the %n cell(s) of your output, the model's answer agrees with {same}. ", "", count),
        count,
    ).format(same=count - len(differing))
    if size(answer) != (rows, columns):
        words += translate(
            "guess", "Yours is {rows}×{columns}, and the model's is {other_rows}×{other_columns}. "
        ).format(rows=rows, columns=columns, other_rows=size(answer)[0], other_columns=size(answer)[1])
    if differing:
        words += translate("guess", "It differs in {cells}. ").format(cells=named_cells(differing))
    return words.strip()
