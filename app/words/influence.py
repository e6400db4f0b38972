"""What is said of what a cell's choice rests on."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.words.playback import cell_word, percent, value_word
from solver.trace.influence import Evidence, Influence

NOTABLE = 0.05
"""A fall of the choice's probability that is worth naming."""


def named(found: Influence) -> tuple[Evidence, ...]:
    """The cells that matter most, those first without which the choice changes."""
    of_cell = {each.cell: each for each in found.evidence}
    cells = [of_cell[cell] for cell in found.named]
    if found.without_named is not None and found.without_named != found.choice:
        # No one of them decides, but all of them do.
        return tuple(cells)
    notable = [each for each in cells if found.probability - each.probability >= NOTABLE]
    return tuple(sorted(notable, key=lambda each: each.choice == found.choice))


def influence_words(kind: str, found: Influence) -> str:
    """“r3c5: 7 since refinement 2 (62 % then), because of r1c6. Without it, it would have said 5.”

    A cell is called a reason only if the choice changes without it, or without it and the others that are named.
    """
    translate = QCoreApplication.translate
    choice, chance = value_word(kind, found.choice), percent(found.probability)
    if found.decided < found.step:
        opening = translate("influence", "{cell}: {choice} since refinement {step} ({chance} then)")
    else:
        opening = translate("influence", "{cell}: {choice} ({chance})")
    opening = opening.format(cell=cell_word(found.cell), choice=choice, step=found.decided, chance=chance)
    those = named(found)
    if not those:
        words = translate(
            "influence",
            "{opening}. None of the {count} cells that were tried decides it: without any one of them, still {choice}.",
        )
        return words.format(opening=opening, count=len(found.evidence), choice=choice)
    reasons = [each for each in those if each.choice != found.choice]
    if reasons:
        return _decided(kind, opening, choice, reasons, [each for each in those if each not in reasons])
    return _undecided(kind, found, opening, choice, those)


def _decided(kind: str, opening: str, choice: str, reasons: list[Evidence], others: list[Evidence]) -> str:
    translate = QCoreApplication.translate
    words = translate("influence", "{opening}, because of {cells}.")
    words = words.format(opening=opening, cells=_cells(kind, reasons)) + " "
    first = reasons[0]
    if len(reasons) == 1:
        then = translate("influence", "Without it, it would have said {other}.")
        words += then.format(other=value_word(kind, first.choice))
    elif len({each.choice for each in reasons}) == 1:
        then = translate("influence", "Without any one of them it would have said {other}.")
        words += then.format(other=value_word(kind, first.choice))
    else:
        then = translate("influence", "Without {cell} it would have said {other}").format(
            cell=cell_word(first.cell), other=value_word(kind, first.choice)
        )
        for each in reasons[1:]:
            then += translate("influence", ", without {cell} {other}").format(
                cell=cell_word(each.cell), other=value_word(kind, each.choice)
            )
        words += f"{then}."
    if len(others) == 1:
        less = translate("influence", "{cells} matters less: without it, still {choice}.")
    else:
        less = translate("influence", "{cells} matter less: without either one, still {choice}.")
    if others:
        words += " " + less.format(cells=_listed([cell_word(each.cell) for each in others]), choice=choice)
    return words


def _undecided(kind: str, found: Influence, opening: str, choice: str, those: tuple[Evidence, ...]) -> str:
    translate = QCoreApplication.translate
    cells, together = _cells(kind, those), found.without_named
    if together is not None and together != found.choice:
        words = translate(
            "influence",
            "{opening}, because of {cells} together. Without any single one of them it still says {choice}, without "
            "all of them {other}.",
        )
        return words.format(opening=opening, cells=cells, choice=choice, other=value_word(kind, together))
    if len(those) > 1:
        words = translate(
            "influence",
            "{opening}. Most influenced by {cells}, but without any single one of them it still says {choice}.",
        )
        return words.format(opening=opening, cells=cells, choice=choice)
    words = translate(
        "influence", "{opening}. Most influenced by {cells}, but without it, it still says {choice} ({chance})."
    )
    return words.format(opening=opening, cells=cells, choice=choice, chance=percent(those[0].probability))


def _cells(kind: str, those: Sequence[Evidence]) -> str:
    listed = _listed([cell_word(each.cell) for each in those])
    if kind == "arc":
        return QCoreApplication.translate("influence", "{cells} of the test input").format(cells=listed)
    return listed


def _listed(cells: list[str]) -> str:
    if len(cells) == 1:
        return cells[0]
    words = QCoreApplication.translate("influence", "{cells} and {last}")
    return words.format(cells=", ".join(cells[:-1]), last=cells[-1])
