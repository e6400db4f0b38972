"""What the main window is made of: its controls, its panels and its menus, built and laid out; nothing acts yet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.arc.panel import AdaptingPanel
from app.boards.grid_board import GridBoard
from app.boards.scroll import BoardScroll
from app.comparing.control import CompareControl
from app.comparing.systems import SystemsControl
from app.documents.closing import Closing
from app.documents.document import Document
from app.documents.entry import Entry
from app.documents.file_control import FileControl
from app.documents.latents_kept import LatentsKept
from app.exporting.export_control import ExportControl
from app.exporting.latents import LatentsExport
from app.exporting.printing import PrintControl
from app.film.film import Film
from app.film.player import Player
from app.panels.guess_note import GuessNote
from app.panels.step_note import StepNote
from app.runtime.garbage import GarbageCollector
from app.runtime.threads import Threads
from app.solving.control import SolveControl
from app.solving.fan import FanControl
from app.solving.influence import InfluenceControl
from app.solving.solver import Solver
from app.window.actions import Actions
from app.window.docks import Docks
from app.window.guess_control import GuessControl
from app.window.menus import Menus, build_tool_bar
from app.window.message_bar import MessageBar
from app.window.reading_control import ReadingControl
from app.window.settings import Settings
from app.window.status_line import StatusLine
from app.window.tour import Tour

if TYPE_CHECKING:
    from app.batch.window import BatchWindow


class WindowParts(QMainWindow):
    """One document, one player, one solver, and the panels around the board.

    What acts on the window (wiring, enabling, dialogs, looks) takes these parts; `MainWindow` joins it all.
    """

    def __init__(self, entries: Entry | Sequence[Entry], settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.garbage = GarbageCollector(self)
        self.garbage.start()
        self.document = Document(entries, self)
        LatentsKept(self.document)
        self.film = Film(self)
        self.player = Player(self.film, self)
        self.player.speed = settings.speed
        self.player.paced = settings.paced
        self.solver = Solver(self)
        self.threads = Threads(self)
        self.background = self.threads.background
        self.solving = SolveControl(self.document, self.player, self.solver, settings, self)
        self.influence = InfluenceControl(self.player, self.solver, settings, self)
        self.files = FileControl(self.document, self.threads, settings, self)
        self.files.getting_ready = True
        self.exports = ExportControl(self.document, self.player, self.background, settings, self)
        self.latents = LatentsExport(self.document, self.solver, settings, self)
        self.printing = PrintControl(self.document, self.background, settings, self)
        self.comparing = CompareControl(self.document, self.threads.reader, settings, self)
        self.systems = SystemsControl(self.document, self.solving, self.comparing, settings, self)
        self.batch: BatchWindow | None = None
        """Made when it is first wanted."""

        self.actions_ = Actions(self)
        self.guessing = GuessControl(self.document, self.actions_.guess, self.actions_.clear_guess, self)
        self.messages = MessageBar(self)
        self.board_view = BoardScroll(self)
        self.reading = ReadingControl(self.document, self.files, self.solving, self.messages, lambda: self.board, self)
        self.closing_puzzles = Closing(self.document, self.messages, self)
        self.step_note = StepNote(self.player, self)
        middle = QWidget(self)
        self.column = QVBoxLayout(middle)
        """From top to bottom in the middle; the board is below whatever is told about it."""
        self.column.setContentsMargins(8, 0, 8, 0)
        self.column.addWidget(self.messages)
        self.column.addWidget(self.step_note)
        self.column.addWidget(GuessNote(self.document, self.player, self.actions_.guess, self))
        self.column.addWidget(self.board_view, 1)
        self.setCentralWidget(middle)
        self.adapting = AdaptingPanel(self.film, settings.arc_seconds, self)
        self.fan = FanControl(self.document, self.player, self.solver, settings, self)
        self.docks = Docks(self, self.player, self.adapting, self.influence, self.fan)
        self.status_line = StatusLine(self)
        self.statusBar().addWidget(self.status_line, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.menus = Menus(self, self.actions_)
        build_tool_bar(self, self.actions_, self.menus)
        self.tour = Tour(self, self)

    @property
    def board(self) -> GridBoard:
        """The board of the shown puzzle's kind."""
        board = self.board_view.widget()
        assert isinstance(board, GridBoard)
        return board
