"""Words about a recording, and about why two of them cannot be compared."""

from PySide6.QtCore import QCoreApplication

from app.comparing.alignment import first_difference
from app.words.branch import branch_words
from app.words.networks import networks_words, short_networks_words, view_number_words
from app.words.playback import cell_word, kind_word, plural, value_word
from solver.puzzles.base import Puzzle
from solver.trace import Trace


def recording_details(trace: Trace) -> str:
    """As `recording_words`, and the names of the networks with their fingerprints."""
    translate = QCoreApplication.translate
    network = translate("comparing", "Checkpoint: {name}").format(name=networks_words(trace))
    return f"{recording_words(trace)}\n{network}"


def recording_words(trace: Trace) -> str:
    """As “16 refinements, verified at 5 · swift network, then deep network · cpu”."""
    translate = QCoreApplication.translate
    count = len(trace)
    words = plural(translate("comparing", "%n refinement(s)", "", count), count)
    views = len({refinement.view for refinement in trace.refinements})
    if views > 1:
        words += translate("comparing", " of {views} views").format(views=views)
    found = trace.verified
    if found is None:
        words += translate("comparing", ", not verified")
    elif found.view:
        words += translate("comparing", ", verified at refinement {step}, {view}").format(
            step=found.step, view=view_number_words(trace.views, found.view)
        )
    else:
        words += translate("comparing", ", verified at refinement {step}").format(step=found.step)
    changed = [branch_words(trace.puzzle.kind, branch) for branch in trace.branches]
    return " · ".join(part for part in (words, *changed, short_networks_words(trace), trace.device) if part)


def difference_words(here: Puzzle, there: Puzzle) -> str:
    """Where `there` is another puzzle than `here`, in words."""
    translate = QCoreApplication.translate
    if there.kind != here.kind:
        return translate("comparing", "that one is {there}, this one is {here}").format(
            there=kind_word(there.kind), here=kind_word(here.kind)
        )
    if there.shape != here.shape:
        return translate("comparing", "that one is {there}, this one is {here}").format(
            there="×".join(map(str, there.shape)), here="×".join(map(str, here.shape))
        )
    cell = first_difference(here, there)
    if cell is None:
        return translate("comparing", "its rules are different")
    return translate("comparing", "{cell} is {there} there and {here} here").format(
        cell=cell_word(cell),
        there=value_word(there.kind, int(there.grid[cell])),
        here=value_word(here.kind, int(here.grid[cell])),
    )
