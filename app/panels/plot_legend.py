"""The legend above the confidence plot: a switch for each curve with its value, in as few rows as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from app.panels.plot_parts import Curve, curve_meaning, curve_words, paint_sample, pen
from app.window.theme import current_palette
from app.words.plain import PlainLabel, long_tip

GAP = 14


class LegendRows(QGridLayout):
    """The entries, and behind them which refinement their values are of."""

    def __init__(self, entries: Sequence["LegendEntry"], where: PlainLabel) -> None:
        super().__init__()
        self._entries = entries
        self._where = where
        self.setContentsMargins(8, 0, 8, 0)
        self.setHorizontalSpacing(GAP)
        self.setVerticalSpacing(0)

    def lay_out(self, width: int, where_width: int) -> None:
        """In as few rows as `width` has room for, by short names where the full ones need more than one."""
        room = width - 16
        short = sum(entry.width_of(short=False) + GAP for entry in self._entries) + where_width > room
        widest = max(where_width, *(entry.width_of(short=True) for entry in self._entries)) + GAP
        cells: list[QWidget] = [*self._entries, self._where]
        columns = min(max((room + GAP) // widest, 1), len(cells)) if short else len(cells)
        for entry in self._entries:
            entry.abbreviate(short)
        for place, cell in enumerate(cells):
            self.removeWidget(cell)
            self.addWidget(cell, place // columns, place % columns)
        self.setColumnStretch(len(cells), 1)


class LegendEntry(QAbstractButton):
    """A sample of a curve's line, its name, and its value under the cursor; pressed, the curve comes and goes."""

    def __init__(self, curve: Curve, parent: QWidget) -> None:
        super().__init__(parent)
        self._curve = curve
        self._names = curve_words(curve.name)
        self._name = self._names[0]
        self._value = ""
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self._names[0])
        click = QCoreApplication.translate("plot", "Click to show or hide it.")
        self.setToolTip(long_tip(f"{self._names[0]}: {curve_meaning(curve.name)} {click}"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_value(self, value: str) -> None:
        """Show another value; “” for none."""
        if value != self._value:
            self._value = value
            self.setAccessibleName(f"{self._names[0]} {value}")
            self.update()

    def abbreviate(self, short: bool) -> None:
        """Show the short name, where there is little room, or the full one."""
        self._name = self._names[short]
        self.updateGeometry()
        self.update()

    def width_of(self, *, short: bool) -> int:
        """How wide the entry would like to be."""
        metrics = self.fontMetrics()
        # Room for the widest value, so that the row does not dance while values change.
        return (
            44
            + metrics.horizontalAdvance(self._names[short])
            + max(metrics.horizontalAdvance(" 0.000"), metrics.horizontalAdvance(" 8.88e-08"))
        )

    @property
    def words(self) -> str:
        """What the entry says."""
        return f"{self._name} {self._value}".strip()

    def sizeHint(self) -> QSize:
        short = self._name != self._names[0]
        return QSize(self.width_of(short=short), self.fontMetrics().height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = current_palette()
        shown, metrics = self.isChecked(), self.fontMetrics()
        middle = self.height() / 2
        role = self._curve.role if shown else "outline"
        paint_sample(painter, middle, role, self._curve.line, self._curve.symbol)
        font = self.font()
        font.setStrikeOut(not shown)
        painter.setFont(font)
        painter.setPen(palette.color("muted"))
        painter.drawText(QRectF(36, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self._name)
        if shown:
            painter.setPen(palette.color("text"))
            x = 36 + metrics.horizontalAdvance(self._name + " ")
            painter.drawText(QRectF(x, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self._value)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen("accent", 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
