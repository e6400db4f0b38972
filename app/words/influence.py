"""What is said of what a cell's choice rests on."""

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
    """“7 since refinement 2 (62 % then), because of r1c6, r5c1 and r5c8. Without r1c6 it would have said 5.”"""
    translate = QCoreApplication.translate
    choice, chance = value_word(kind, found.choice), percent(found.probability)
    if found.decided < found.step:
        opening = translate("influence", "{choice} since refinement {step} ({chance} then)")
        opening = opening.format(choice=choice, step=found.decided, chance=chance)
    else:
        opening = translate("influence", "{choice} ({chance})").format(choice=choice, chance=chance)
    those = named(found)
    if not those:
        words = translate("influence", "{opening}, whichever single cell is taken away: no one cell decides it.")
        return words.format(opening=opening)
    listed = _listed([cell_word(each.cell) for each in those])
    if kind == "arc":
        listed = translate("influence", "{cells} of the test input").format(cells=listed)
    words = translate("influence", "{opening}, because of {cells}.").format(opening=opening, cells=listed)
    first, together = those[0], found.without_named
    if first.choice != found.choice:
        then = translate("influence", "Without {cell} it would have said {other}.").format(
            cell=cell_word(first.cell), other=value_word(kind, first.choice)
        )
    elif together is not None and together != found.choice:
        then = translate("influence", "Each alone can be missed; without all of them it would have said {other}.")
        then = then.format(other=value_word(kind, together))
    else:
        then = translate("influence", "Without {cell} it would still have said so, with {chance}.").format(
            cell=cell_word(first.cell), chance=percent(first.probability)
        )
    return f"{words} {then}"


def _listed(cells: list[str]) -> str:
    if len(cells) == 1:
        return cells[0]
    words = QCoreApplication.translate("influence", "{cells} and {last}")
    return words.format(cells=", ".join(cells[:-1]), last=cells[-1])
