"""What is said about many starts of one puzzle."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.words.networks import short_words
from app.words.playback import plural
from solver.trace import NetworkName
from solver.trace.fan import Ending


def ending_word(ending: Ending) -> str:
    """How a start ended, in a word or two."""
    translate = QCoreApplication.translate
    return {
        "verified": translate("fan", "verified"),
        "settled": translate("fan", "settled on a wrong answer"),
        "moving": translate("fan", "still moving"),
    }[ending]


def fan_words(endings: Sequence[Ending], network: NetworkName = "") -> str:
    """As “16 lines: 11 verified, 2 settled on a wrong answer, 3 still moving. Starts by the deep network”.

    `network` made the starts, if there are any.
    """
    translate = QCoreApplication.translate
    if not endings:
        return translate(
            "fan", "Start the same puzzle from other random states, and see which of them find the answer."
        )
    counts = Counter(endings)
    parts = [
        f"{counts[ending]} {ending_word(ending)}" for ending in ("verified", "settled", "moving") if counts[ending]
    ]
    # Counted beforehand: `lupdate` does not read calls within arguments.
    count = len(endings)
    words = plural(translate("fan", "%n line(s): ", "", count), count) + ", ".join(parts)
    if network:
        words += translate("fan", ". Starts by: {network}").format(network=short_words(network))
    return words


def line_words(name: str, refinements: int, ending: Ending) -> str:
    """As “start 3: verified after 7 refinements”."""
    translate = QCoreApplication.translate
    words = plural(translate("fan", "{name}: {ending} after %n refinement(s)", "", refinements), refinements)
    return words.format(name=name, ending=ending_word(ending))
