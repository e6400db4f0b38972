"""An action or a button that cannot be used says why, and what to do, in its tooltip.

Not as a status tip: that would hide the verdict on the answer while the mouse rests on a button.
"""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from app.words.plain import long_tip

USUAL = "usual_tip"
"""The property that holds what the tooltip says while it can be used."""


def allow(subject: QAction | QAbstractButton, can: bool, why_not: str) -> None:
    """Enable it, or disable it with the reason in place of its tooltip."""
    if subject.property(USUAL) is None:
        tip = subject.toolTip()
        # The tooltip of an action that has none of its own is its text, and goes with it.
        text = subject.text().replace("&", "")
        own = isinstance(subject, QAbstractButton) or tip not in (text, text.removesuffix("…"))
        subject.setProperty(USUAL, tip if own else "")
    subject.setEnabled(can)
    subject.setToolTip(subject.property(USUAL) if can else long_tip(why_not))
