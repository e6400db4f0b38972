"""A dialog becomes as high as its words need, which Qt forgets on a low screen and when words come later."""

from PySide6.QtWidgets import QLayout, QWidget


def grow(dialog: QWidget, *, least: bool = False) -> None:
    """Make `dialog` higher if it is too low for what it shows in its present width.

    `least`: what can be drawn smaller, as boards can, counts with its smallest height.
    """
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    width = dialog.width()
    least = least and layout.hasHeightForWidth()
    needed = layout.totalMinimumHeightForWidth(width) if least else _usual(layout, width)
    if dialog.height() < needed:
        dialog.resize(width, needed)


def _usual(layout: QLayout, width: int) -> int:
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
