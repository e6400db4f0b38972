"""What is said of what a cell's choice rests on."""

from PySide6.QtCore import QCoreApplication

from app.words.playback import cell_word, percent, value_word
from solver.trace.influence import Evidence, Influence

NAMED = 3
"""Cells that a sentence names; the board shows the others."""
NOTABLE = 0.05
"""A fall of the choice's probability that is worth naming."""


def named(found: Influence) -> tuple[Evidence, ...]:
    """The cells that matter most, those first without which the choice changes."""
    notable = [each for each in found.evidence if found.probability - each.probability >= NOTABLE]
    others = [each for each in notable if each.choice == found.choice]
    return tuple([*found.decisive, *others][:NAMED])


def influence_words(kind: str, found: Influence) -> str:
    """“7 (62 %), because of r1c6, r5c1 and r5c8. Without r1c6 it would say 5.”"""
    translate = QCoreApplication.translate
    choice, cells = value_word(kind, found.choice), [cell_word(each.cell) for each in named(found)]
    if not cells:
        return translate(
            "influence", "{choice} ({chance}), whichever single cell is taken away: no one cell decides it."
        ).format(choice=choice, chance=percent(found.probability))
    listed = cells[0]
    if len(cells) > 1:
        listed = translate("influence", "{cells} and {last}").format(cells=", ".join(cells[:-1]), last=cells[-1])
    words = translate("influence", "{choice} ({chance}), because of {cells}.").format(
        choice=choice, chance=percent(found.probability), cells=listed
    )
    if found.decisive:
        first = found.decisive[0]
        words += " " + translate("influence", "Without {cell} it would say {other}.").format(
            cell=cell_word(first.cell), other=value_word(kind, first.choice)
        )
    else:
        first = named(found)[0]
        words += " " + translate("influence", "Without {cell} it would still say so, with {chance}.").format(
            cell=cell_word(first.cell), chance=percent(first.probability)
        )
    return words
