"""The confidence plot's context menu: its curves, and the formats it can be exported in."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.exporting.exports import PLOT_FORMATS
from app.panels.plot_legend import LegendEntry
from app.panels.plot_parts import curve_words
from app.window.allowing import allow
from app.words import why_not as why


def plot_menu(
    legend: Mapping[str, LegendEntry], export: Callable[[str], object], parent: QWidget, *, recorded: bool
) -> QMenu:
    """A menu that deletes itself; `export` is called with a format's suffix, which is offered once there is a film."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for name, entry in legend.items():
        action = menu.addAction(curve_words(name)[0])
        action.setCheckable(True)
        action.setChecked(entry.isChecked())
        action.toggled.connect(entry.setChecked)
    menu.addSeparator()
    menu.setToolTipsVisible(True)
    for form in PLOT_FORMATS:
        action = menu.addAction(f"{form.title}…")
        allow(action, recorded, why.solve_first())
        action.triggered.connect(lambda _=False, suffix=form.suffix: export(suffix))
    return menu
