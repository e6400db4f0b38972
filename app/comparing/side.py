"""One of two recordings: its name, its board, and what there is to say about what the board shows."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.boards.kinds import new_board
from app.comparing.plot import SideLine
from app.film.film import Film
from app.panels.plot_parts import paint_sample
from app.window.status_line import StatusLine, status_of
from app.words.comparing import recording_details, recording_words
from app.words.networks import view_number_words
from app.words.plain import PlainLabel, tip
from app.words.playback import percent, step_words
from solver.puzzles.base import BoolGrid
from solver.trace import Refinement, Trace


class Side(QWidget):
    """Shows `trace`, called `title`, whose curve is drawn as `line`; its film has one refinement for each moment."""

    def __init__(
        self, title: str, trace: Trace, refinements: Sequence[Refinement], line: SideLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.trace = trace
        self.title = title
        self.film = Film(self)
        self.film.show(trace.puzzle, trace, refinements=refinements)
        self.board = new_board(trace.puzzle.kind, self.film, self)
        self.board.set_editable(False)
        self.board.set_flashing(False)
        self.board.setAccessibleName(self.tr("Board of {title}").format(title=title))
        heading = PlainLabel(title, self)
        heading.setObjectName("heading")
        self.about = PlainLabel(recording_words(trace), self)
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.where = PlainLabel(self)
        self.where.setWordWrap(True)
        for label in (heading, self.about, self.where):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setToolTip(tip(label.text()))
        self.about.setToolTip(tip(recording_details(trace)))
        self.status = StatusLine(self, wraps=True)
        self.status.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        top = QHBoxLayout()
        top.addWidget(_Sample(line, self))
        top.addWidget(heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.about)
        column.addWidget(self.board, 1)
        column.addWidget(self.where)
        column.addWidget(self.status)
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def heightForWidth(self, width: int) -> int:
        # The board is drawn as small as it must be; only words need their height.
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.minimumHeightForWidth(width)

    def go_to(self, position: int, differing: BoolGrid | None, *, goes_on: bool) -> None:
        """Show this moment; `differing` are the cells in which the other recording has another answer."""
        self.film.go_to(position)
        self.board.set_differing(differing)
        refinement = self.film.current()
        self.where.setText(self._where(refinement, goes_on))
        self.status.show_status(status_of(self.trace.puzzle, self.trace, refinement))

    def _where(self, refinement: Refinement | None, goes_on: bool) -> str:
        if refinement is None:
            return step_words(None, 0)
        words = step_words(refinement, len(self.trace.of_view(refinement.view)))
        if refinement.view:
            view = view_number_words(self.trace.views, refinement.view)
            words = self.tr("{words}, {view}").format(words=words, view=view)
        sure = self.tr("{words} · {chance} sure").format(words=words, chance=percent(refinement.mean_confidence))
        return sure if goes_on else self.tr("{words} · ended here").format(words=sure)


class _Sample(QWidget):
    def __init__(self, line: SideLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(30, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sample(painter, QRectF(self.rect()).center().y(), self._line.role, self._line.line, self._line.symbol)
