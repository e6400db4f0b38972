"""How the board is painted, as the View menu says: pencil marks, overlays, ARC's colours, zoom."""

from PySide6.QtCore import QObject, Slot

from app.boards.grid_board import GridBoard
from app.boards.movement_painting import Latent
from app.boards.painting import PaintOptions
from app.window.parts import WindowParts

ZOOM_STEP = 1.25


class Looks(QObject):
    """Keeps the View menu, the settings and the shown board at one."""

    def __init__(self, window: WindowParts) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.settings
        do = window.actions_
        do.pencil_marks.setChecked(self._settings.pencil_marks)
        do.arc_safe.setChecked(self._settings.arc_safe_colours)
        do.arc_digits.setChecked(self._settings.arc_digits)
        self._show_overlay(self._settings.overlay)
        do.pencil_marks.toggled.connect(self._show_pencil_marks)
        do.overlay_z.triggered.connect(lambda on: self._show_overlay("z" if on else ""))
        do.overlay_y.triggered.connect(lambda on: self._show_overlay("y" if on else ""))
        do.arc_digits.toggled.connect(self._show_colours)
        do.arc_safe.toggled.connect(self._show_colours)
        do.zoom_in.triggered.connect(lambda: window.board.set_zoom(window.board.zoom * ZOOM_STEP))
        do.zoom_out.triggered.connect(lambda: window.board.set_zoom(window.board.zoom / ZOOM_STEP))
        do.zoom_fit.triggered.connect(lambda: window.board.set_zoom(1.0))

    def dress(self, board: GridBoard) -> None:
        """Paint a new board as the menu says."""
        self._colour(board)
        board.set_pencil_marks(self._settings.pencil_marks)
        board.set_flashing(self._settings.flash)
        board.set_overlay(self._settings.overlay)

    @Slot(bool)
    def _show_pencil_marks(self, shown: bool) -> None:
        self._settings.pencil_marks = shown
        if self._window.board_view.widget() is not None:
            self._window.board.set_pencil_marks(shown)

    def _show_overlay(self, latent: Latent) -> None:
        self._settings.overlay = latent
        self._window.actions_.overlay_z.setChecked(latent == "z")
        self._window.actions_.overlay_y.setChecked(latent == "y")
        if self._window.board_view.widget() is not None:
            self._window.board.set_overlay(latent)

    @Slot()
    def _show_colours(self) -> None:
        self._settings.arc_digits = self._window.actions_.arc_digits.isChecked()
        self._settings.arc_safe_colours = self._window.actions_.arc_safe.isChecked()
        if self._window.board_view.widget() is not None:
            self._colour(self._window.board)

    def _colour(self, board: GridBoard) -> None:
        safe_colours = self._settings.arc_safe_colours
        board.set_look(digits=self._settings.arc_digits, safe_colours=safe_colours)
        self._window.adapting.answers.set_options(PaintOptions(safe_colours=safe_colours))
