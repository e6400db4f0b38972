"""A dialog becomes as high as its words need, which Qt forgets on a low screen and when words come later."""

from PySide6.QtWidgets import QWidget


def grow(dialog: QWidget) -> None:
    """Make `dialog` higher if it is too low for what it shows in its present width."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    width = dialog.width()
    needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    if dialog.height() < needed:
        dialog.resize(width, needed)
