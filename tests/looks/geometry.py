"""Finds labels and buttons that are cut off, or lie over one another, by their geometry alone."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QDialog,
    QDockWidget,
    QGraphicsView,
    QLabel,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QTabBar,
    QToolBar,
    QToolButton,
    QWidget,
)

SLACK = 2
"""Pixels by which Qt's own rounding may miss."""
BUTTONS = (QPushButton, QCheckBox, QRadioButton)


def complaints(top: QWidget) -> list[str]:
    """One sentence for each fault among the visible widgets of `top`."""
    widgets = [each for each in top.findChildren(QWidget) if _shown(each, top)]
    found = [f"{_name(each)}: {what}" for each in widgets for what in _cut(each)]
    return found + list(_overlaps(widgets)) + [fault for each in widgets for fault in _plotted(each)]


def _shown(widget: QWidget, top: QWidget) -> bool:
    return widget.isVisible() and widget.window() is top.window() and not widget.visibleRegion().isEmpty()


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
        yield from _cut_label(widget)
    elif isinstance(widget, QProgressBar) and widget.isTextVisible() and widget.text():
        if widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width() + SLACK:
            yield f"“{widget.text()}” is wider than its bar of {widget.width()} pixels"
    elif isinstance(widget, (*BUTTONS, QComboBox, QToolButton, QAbstractButton)):
        # Buttons that scroll bars, tabs and docks have inside are Qt's own.
        if widget.parent() is not None and isinstance(widget.parent(), (QTabBar, QDockWidget)):
            return
        if isinstance(widget, QToolButton) and widget.objectName() == "qt_toolbar_ext_button":
            return
        hint = widget.minimumSizeHint()
        if isinstance(widget, QToolButton) and widget.icon().isNull():
            # Its padding may be cut, its words may not.
            metrics = widget.fontMetrics()
            hint = QSize(metrics.horizontalAdvance(widget.text().replace("&", "")), metrics.height())
        if widget.width() + SLACK < hint.width() or widget.height() + SLACK < hint.height():
            yield f"{widget.width()}×{widget.height()} where it wants {hint.width()}×{hint.height()}"
    if isinstance(widget, (QLabel, *BUTTONS, QComboBox, QProgressBar)) and not _scrolls(widget):
        parent = widget.parentWidget()
        if parent is not None and not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
            yield f"at {_place(widget.geometry())} sticks out of {type(parent).__name__} of {_place(parent.rect())}"


def _cut_label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + SLACK:
            yield f"“{label.text()[:60]}” needs {needed} pixels of height and has {label.height()}"
        return
    # One that may be narrower than its words says them whole in its tooltip.
    if label.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored and label.toolTip():
        return
    wanted = label.sizeHint()
    if wanted.width() > label.width() + SLACK or wanted.height() > label.height() + SLACK:
        yield (f"“{label.text()[:60]}” wants {wanted.width()}×{wanted.height()} and has {room.width()}×{room.height()}")


def _overlaps(widgets: list[QWidget]) -> Iterator[str]:
    by_parent: dict[int, list[QWidget]] = {}
    for each in widgets:
        if isinstance(each, (QLabel, QAbstractButton, QComboBox, QProgressBar)) and each.parentWidget() is not None:
            by_parent.setdefault(id(each.parentWidget()), []).append(each)
    for siblings in by_parent.values():
        if isinstance(siblings[0].parentWidget(), (QMainWindow, QToolBar, QTabBar, QComboBox)):
            continue
        for one, other in combinations(siblings, 2):
            both = one.geometry() & other.geometry()
            if both.width() > SLACK and both.height() > SLACK:
                yield f"{_name(one)} and {_name(other)} overlap by {both.width()}×{both.height()}"


def _plotted(widget: QWidget) -> Iterator[str]:
    """Numbers along an axis that run into each other."""
    if type(widget).__name__ not in ("PlotWidget", "GraphicsLayoutWidget") or not isinstance(widget, QGraphicsView):
        return
    pixmap = QPixmap(8, 8)
    painter = QPainter(pixmap)
    for item in widget.scene().items():
        if hasattr(item, "generateDrawSpecs") and item.isVisible():
            specs = item.generateDrawSpecs(painter)
            texts = [] if specs is None else [(area, words) for area, _, words in specs[2] if words]
            for (one, first), (other, second) in combinations(texts, 2):
                both = one & other
                if both.width() > SLACK and both.height() > SLACK:
                    yield f"“{first}” and “{second}” run into each other on an axis"
    painter.end()


def _scrolls(widget: QWidget) -> bool:
    """Whether what is out of sight can be scrolled to."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, (QDialog, QMainWindow)):
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    words = getattr(widget, "text", lambda: "")() or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{words[:40]}”"


def _place(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"
