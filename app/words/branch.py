"""Words about a branch: what a person changed, and where."""

from PySide6.QtCore import QCoreApplication

from app.words.numbers import significant
from app.words.playback import cell_word, value_word
from solver.trace.branch import Branch


def branch_words(kind: str, branch: Branch) -> str:
    """“from refinement 3: r1c5 forced to 7 for good; working memory disturbed (size 0.5, seed 1)”."""
    translate = QCoreApplication.translate
    done = []
    if branch.forced:
        pairs = ", ".join(
            translate("branch", "{cell} forced to {value}").format(cell=cell_word(cell), value=value_word(kind, value))
            for cell, value in branch.forced
        )
        how = translate("branch", "{pairs} for good") if branch.for_good else translate("branch", "{pairs} once")
        done.append(how.format(pairs=pairs))
    if branch.reset:
        done.append(translate("branch", "working memory reset"))
    if branch.kick:
        done.append(
            translate("branch", "working memory disturbed (size {size}, seed {seed})").format(
                size=significant(branch.kick, 6), seed=branch.seed
            )
        )
    if branch.H_cycles is not None:
        done.append(translate("branch", "T = {count}").format(count=branch.H_cycles))
    if branch.L_cycles is not None:
        done.append(translate("branch", "n = {count}").format(count=branch.L_cycles))
    if branch.checkpoint:
        done.append(translate("branch", "continued by {checkpoint}").format(checkpoint=branch.checkpoint))
    what = "; ".join(done) or translate("branch", "nothing changed")
    if branch.step == 0:
        return translate("branch", "from the start: {what}").format(what=what)
    return translate("branch", "from refinement {step}: {what}").format(step=branch.step, what=what)
