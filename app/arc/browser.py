"""File ▸ Browse ARC Tasks: the benchmark's tasks by id, with pictures that are painted as they come into view."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.boards.arc.painting import paint_grid
from app.boards.geometry import Geometry
from app.boards.painting import PaintOptions
from app.runtime.background import Background, Job
from app.runtime.coalescing import Coalescing
from app.window.allowing import allow
from app.window.theme import Palette, current_palette
from app.words import why_not as why
from app.words.plain import PlainLabel, tip
from app.words.playback import plural
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.collections import ARC_AGI_1, ARC_AGI_2, collection_ids, collection_task
from solver.puzzles.arc.task import ArcTask

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
THUMBNAIL = QSize(132, 66)
AT_A_TIME = 16
"""Pictures painted in one piece of background work, so that what has scrolled into view meanwhile comes soon."""
READ_AT_A_TIME = 100
"""Tasks that are read in one piece of it, so that pictures come between."""
IN_VIEW = 3 * AT_A_TIME
"""About as many as the window shows."""
Split = tuple[str, str]
"""A benchmark's file, and one of its splits."""
Collection = tuple[Split, ...]
TaskRole = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class _Wanted:
    task: ArcTask
    row: int


class TaskModel(QAbstractListModel):
    """The tasks of one collection; a picture is painted in the background when it is first asked for."""

    def __init__(self, background: Background, options: PaintOptions, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._options = options
        self._tasks: Sequence[ArcTask] = ()
        self._pictures: dict[int, QPixmap] = {}
        self._wanted: dict[int, None] = {}
        self._job: Job | None = None
        self._paint_soon = Coalescing(self._paint, self)
        self._blank = QPixmap(THUMBNAIL)
        self._blank.fill(Qt.GlobalColor.transparent)

    def set_tasks(self, tasks: Sequence[ArcTask]) -> None:
        """Show others."""
        self.stop()
        self.beginResetModel()
        self._tasks = tasks
        self._pictures, self._wanted = {}, {}
        self.endResetModel()

    def extend(self, tasks: Sequence[ArcTask]) -> None:
        """Show more, after the others."""
        if tasks:
            self.beginInsertRows(NOWHERE, len(self._tasks), len(self._tasks) + len(tasks) - 1)
            self._tasks = [*self._tasks, *tasks]
            self.endInsertRows()

    def stop(self) -> None:
        """Paint no more."""
        self._wanted = {}
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        task = self._tasks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return task.name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(task_words(task))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return task_words(task)
        return task if role == TaskRole else None

    def _picture(self, row: int) -> QPixmap:
        if row not in self._pictures:
            self._wanted[row] = None
            self._paint_soon.request()
            return self._blank
        return self._pictures[row]

    def _paint(self) -> None:
        if self._job is not None or not self._wanted:
            return
        # The last ones asked for are those in view now; they come in reading order.
        rows = list(self._wanted)[-IN_VIEW:][:AT_A_TIME]
        wanted = [_Wanted(self._tasks[row], row) for row in rows]
        palette, options = current_palette(), self._options

        def paint(cancelled: Callable[[], bool]) -> list[tuple[int, QImage]]:
            return [(each.row, thumbnail(each.task, palette, options)) for each in wanted if not cancelled()]

        self._job = self._background.run(paint, self._show, lambda *_: None)

    def _show(self, painted: list[tuple[int, QImage]]) -> None:
        self._job = None
        for row, image in painted:
            self._pictures[row] = QPixmap.fromImage(image)
            self._wanted.pop(row, None)
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])
        self._paint_soon.request()


class ArcBrowser(QDialog):
    """Tells of the one task that was chosen."""

    chosen = Signal(ArcTask)

    def __init__(self, background: Background, options: PaintOptions, parent: QWidget) -> None:
        super().__init__(parent)
        self._background = background
        self._reading: Job | None = None
        self._tasks: dict[Split, list[ArcTask]] = {}
        self._whole: set[Split] = set()
        """Those that are read to their end."""
        self._chosen: Collection = ()
        self.setWindowTitle(self.tr("Browse ARC Tasks"))
        self.resize(860, 600)
        self.collection = QComboBox(self)
        self.collection.setAccessibleName(self.tr("Collection"))
        every = tuple((name, split) for name in (ARC_AGI_1, ARC_AGI_2) for split in ("train", "eval"))
        self.collection.addItem(self.tr("All tasks"), every)
        splits = {"train": self.tr("Training tasks"), "eval": self.tr("Evaluation tasks")}
        for title, name in (("ARC-AGI-1", ARC_AGI_1), ("ARC-AGI-2", ARC_AGI_2)):
            for split, words in splits.items():
                self.collection.addItem(f"{title}: {words}", ((name, split),))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by id, or by size as in 3×3"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.said = PlainLabel(self.tr("Reading the tasks…"), self)
        self.said.setObjectName("muted")
        self.model = TaskModel(background, options, self)
        self.filtered = _Filter(self)
        self.filtered.setSourceModel(self.model)
        self.list = QListView(self)
        self.list.setModel(self.filtered)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(THUMBNAIL)
        self.list.setGridSize(THUMBNAIL + QSize(20, round(self.fontMetrics().height() * 2.2)))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Tasks"))

        row = QHBoxLayout()
        row.addWidget(self.collection)
        row.addWidget(self.search, 1)
        buttons = QDialogButtonBox(parent=self)
        self.open_button = buttons.addButton(self.tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addLayout(below)

        self.collection.currentIndexChanged.connect(self._read)
        self.search.textChanged.connect(self._filter)
        self.list.activated.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._describe)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.finished.connect(self._end)
        self.search.setFocus()
        self._read()

    @Slot()
    def accept(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            super().accept()
            self.chosen.emit(index.data(TaskRole))

    @Slot()
    def _read(self) -> None:
        """Show what is known of the chosen collection, and read the rest of it, piece by piece."""
        # Qt gives tuples back as lists.
        self._chosen = tuple((name, split) for name, split in self.collection.currentData())
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self.model.set_tasks(self._known())
        self._read_on()
        self._filter()

    def _known(self) -> list[ArcTask]:
        """What is read of the chosen parts, up to the first that isn't whole: more comes after it, not in between."""
        parts = []
        for split in self._chosen:
            parts.append(self._tasks.get(split, []))
            if split not in self._whole:
                break
        return gathered(parts)

    def _read_on(self) -> None:
        missing = next((split for split in self._chosen if split not in self._whole), None)
        if missing is None:
            return
        start = len(self._tasks.get(missing, ()))
        self._reading = self._background.run(
            lambda _: (missing, read_split(*missing, start, READ_AT_A_TIME)), self._keep, self._fail
        )

    def _keep(self, read: tuple[Split, Sequence[ArcTask]]) -> None:
        self._reading = None
        split, tasks = read
        self._tasks.setdefault(split, []).extend(tasks)
        if len(tasks) < READ_AT_A_TIME:
            self._whole.add(split)
        chosen = self.list.currentIndex().isValid()
        self.model.extend(self._known()[self.model.rowCount() :])
        self._read_on()
        if chosen:
            self._describe()
        else:
            self._filter()

    def _fail(self, sentence: str, _: str) -> None:
        """What was read of other parts stays."""
        self._reading = None
        self.said.setText(sentence)
        allow(self.open_button, self.list.currentIndex().isValid(), why.choose_task_first())

    @Slot()
    def _filter(self) -> None:
        self.filtered.set_wanted(self.search.text())
        if self.filtered.rowCount():
            self.list.setCurrentIndex(self.filtered.index(0, 0))
        self._describe()

    @Slot()
    def _describe(self) -> None:
        count, index = self.filtered.rowCount(), self.list.currentIndex()
        allow(self.open_button, index.isValid(), why.choose_task_first())
        words = plural(self.tr("%Ln task(s)", "", count), count)
        if self._reading is not None:
            words = f"{words}. {self.tr('Reading the tasks…')}"
        if index.isValid():
            task = index.data(TaskRole)
            words = self.tr("{count} · {id}: {words}").format(count=words, id=task.name, words=task_words(task))
        self.said.setText(words)

    @Slot()
    def _end(self) -> None:
        self.model.stop()
        if self._reading is not None:
            self._reading.cancel()
        self.deleteLater()


class _Filter(QSortFilterProxyModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: list[str] = []

    def set_wanted(self, text: str) -> None:
        """Show only tasks in whose id or sizes each word of `text` is."""
        self.beginFilterChange()
        self._wanted = text.lower().replace("x", "×").split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        task = self.sourceModel().index(row, 0).data(TaskRole)
        words = f"{task.name} {task_words(task)}".lower().replace("x", "×")
        return all(each in words for each in self._wanted)


def gathered(parts: Iterable[Sequence[ArcTask]]) -> list[ArcTask]:
    """The tasks of several parts; what is alike but for the order of its pairs, as much of ARC-AGI-2 is, once."""
    found: dict[object, ArcTask] = {}
    for part in parts:
        for task in part:
            found.setdefault((task.name, frozenset(task.train), frozenset(task.test)), task)
    return list(found.values())


def read_split(name: str, split: str, start: int = 0, most: int | None = None) -> list[ArcTask]:
    """The tasks of one part of a benchmark from number `start` on; raises `PuzzleError` where it is not installed."""
    ids = collection_ids(split, name)[start : None if most is None else start + most]
    return [collection_task(identifier, name) for identifier in ids]


def task_words(task: ArcTask) -> str:
    """How many demonstrations a task has, and the sizes of its first."""
    pair = task.train[0]
    sizes = " → ".join("{}×{}".format(*size(grid)) for grid in (pair.input, pair.output) if grid)
    count = len(task.train)
    words = plural(QCoreApplication.translate("ArcBrowser", "{sizes}, %n demonstration(s)", "", count), count)
    return words.format(sizes=sizes)


def thumbnail(task: ArcTask, palette: Palette, options: PaintOptions) -> QImage:
    """The first demonstration; any thread may paint it."""
    image = QImage(THUMBNAIL * 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    given, output = task.demonstrations[0]
    (rows, columns), (rows_out, columns_out) = size(given), size(output)
    area = QRectF(image.rect()).adjusted(2, 2, -2, -2)
    gap = 24.0
    side = min((area.width() - gap) / (columns + columns_out), area.height() / max(rows, rows_out), 26.0)
    left = area.center().x() - (side * (columns + columns_out) + gap) / 2
    for grid, shape, at in (
        (given, (rows, columns), left),
        (output, (rows_out, columns_out), left + side * columns + gap),
    ):
        geometry = Geometry(*shape, at, area.center().y() - side * shape[0] / 2, side)
        paint_grid(painter, geometry, grid, palette, options)
    painter.end()
    image.setDevicePixelRatio(2)
    return image
