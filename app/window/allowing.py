"""An action or a widget that cannot be used says why, and what to do, in its tooltip.

Not as a status tip: that would hide the verdict on the answer while the mouse rests on a button.
"""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.words.plain import long_tip

USUAL = "usual_tip"
"""The property that holds what the tooltip says while it can be used."""


def allow(subject: QAction | QWidget, can: bool, why_not: str) -> None:
    """Enable it, or disable it with the reason in place of its tooltip."""
    if subject.property(USUAL) is None:
        tip, own = subject.toolTip(), True
        if isinstance(subject, QAction):
            # The tooltip of an action that has none of its own is its text, and goes with it.
            text = subject.text().replace("&", "")
            own = tip not in (text, text.removesuffix("…"))
        subject.setProperty(USUAL, tip if own else "")
    subject.setEnabled(can)
    subject.setToolTip(subject.property(USUAL) if can else long_tip(why_not))
