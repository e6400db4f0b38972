"""What is said about the recursion: everybody's word for each part of it, and the paper's."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from app.words.numbers import number
from solver.trace import Anatomy

Part = Literal["x", "y", "z", "net", "L", "H"]
Update = Literal["", "z", "y"]
"""Which of the two updates is under way, or was the last one; neither before the first."""


def formula(update: Update, networks: int) -> str:
    """The update in the paper's symbols."""
    if update == "z":
        return "z ← net(x, y, z)" if networks == 1 else "z ← L(z, y + x)"
    if update == "y":
        return "y ← net(y, z)" if networks == 1 else "y ← H(y, z)"
    return ""


def part_word(part: Part) -> str:
    """What everybody calls it."""
    translate = QCoreApplication.translate
    return {
        "x": translate("loop", "Puzzle"),
        "y": translate("loop", "Answer"),
        "z": translate("loop", "Working memory"),
        "net": translate("loop", "Network"),
        "L": translate("loop", "Fast network"),
        "H": translate("loop", "Slow network"),
    }[part]


def update_words(update: Update, networks: int, *, started: bool) -> str:
    """What is going on, in a short sentence with its formula."""
    translate = QCoreApplication.translate
    told = formula(update, networks)
    if update == "z":
        return translate("loop", "Thinking: {formula}").format(formula=told)
    if update == "y" or started:
        return translate("loop", "Rewriting the answer: {formula}").format(formula=told)
    return translate("loop", "Press Solve to see the network at work.")


def part_tip(part: Part, anatomy: Anatomy) -> str:
    """What the paper and its code call a part, for who points at it."""
    translate = QCoreApplication.translate
    tips = {
        "x": translate(
            "loop", "x: the puzzle as the network reads it, the same at every update (the input embedding)."
        ),
        "y": translate(
            "loop",
            "y: the current answer as the network keeps it (z_H in the published code). The board shows what it "
            "decodes to.",
        ),
        "z": translate(
            "loop",
            "z: the working memory, or latent (z_L in the published code). Nobody can read it, so the colour only "
            "shows how far each cell's part of it has just moved: ‖Δz‖/‖z‖.",
        ),
        "net": translate(
            "loop",
            "net: one small network makes both updates. It updates z n times, then y once; a refinement is T rounds "
            "of that.",
        ),
        "L": translate("loop", "L: the network that updates the working memory, n times."),
        "H": translate("loop", "H: the network that updates the answer, once after that."),
    }
    words = tips[part]
    if part == "net" and anatomy.parameters:
        words += " " + translate("loop", "It has {count} parameters.").format(count=number(anatomy.parameters))
    return words
