"""What a person is advised to try after a solve that has failed: only what can be done now."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class Offered:
    """Which of the window's actions can be used now."""

    go_on: bool = False
    """*Keep Thinking* and *Try More Views*."""
    starts: bool = False
    """*Try 16 Starts*."""
    branch: bool = False
    """Undoing the branch that is shown, or making another one of it."""


def advice_words(offered: Offered) -> str:
    """As “Keep thinking, try more views, or try 16 starts.”; empty if nothing is offered."""
    translate = QCoreApplication.translate
    if offered.go_on and offered.starts:
        return translate("advice", "Keep thinking, try more views, or try 16 starts.")
    if offered.go_on:
        return translate("advice", "Keep thinking, or try more views.")
    if offered.branch and offered.starts:
        return translate("advice", "Undo the branch, branch elsewhere, or try 16 starts.")
    if offered.branch:
        return translate("advice", "Undo the branch, or branch elsewhere.")
    return translate("advice", "Try 16 starts.") if offered.starts else ""
