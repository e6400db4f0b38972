"""The question whether to save what would be lost, before a window closes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.words.plain import make_plain
from solver.messages import quoted

MOST_NAMED = 6
"""Of what would be lost."""


def ask_to_save(
    window: QWidget, names: Sequence[str], solved: str, save: Callable[[], None], discard: Callable[[], None]
) -> None:
    """Name what would be lost, and call `save` or `discard`, or neither.

    Without `names`, what is lost is the solve under way of the puzzle called `solved`.
    """
    translate = QCoreApplication.translate
    button = QMessageBox.StandardButton
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("FileControl", "Unsaved Changes"))
    if not names:
        words = translate("FileControl", "The model is still working on “{name}”.")
        box.setText(words.format(name=quoted(solved)))
        box.setInformativeText(translate("FileControl", "What it has found so far is lost unless you save it."))
    elif len(names) == 1:
        box.setText(translate("FileControl", "Save the changes to “{name}”?").format(name=quoted(names[0])))
        box.setInformativeText(translate("FileControl", "Unsaved changes will be lost."))
    else:
        listed = "\n".join(f"• {quoted(name)}" for name in names[:MOST_NAMED])
        more = "\n…" if len(names) > MOST_NAMED else ""
        box.setText(translate("FileControl", "Save your work?"))
        box.setInformativeText(translate("FileControl", "Unsaved changes will be lost:") + f"\n{listed}{more}")
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    # Desktops call it “Discard”, “Don't Save” or “Close without Saving”; this says it wherever it is asked.
    make_plain(box)
    box.button(button.Discard).setText(translate("FileControl", "&Don't Save"))
    box.setDefaultButton(button.Save)

    def answered(result: int) -> None:
        box.deleteLater()
        if result == button.Save:
            save()
        elif result == button.Discard:
            discard()

    box.finished.connect(answered)
    box.open()
