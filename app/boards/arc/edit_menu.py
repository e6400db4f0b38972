"""What the Edit menu offers for an ARC task: to the active grid or its selected block, and to the pairs."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.boards.arc import grid_edits as arc_edits
from app.boards.arc.grid_edits import Block
from app.boards.arc.places import Part
from app.boards.size_dialog import SizeDialog
from solver.puzzles.arc.task import LARGEST, ArcGrid
from solver.puzzles.base import Cell

translate = QCoreApplication.translate


class EditableTask(Protocol):
    """What the actions do things to; see `ArcBoard`."""

    @property
    def can_edit(self) -> bool: ...

    @property
    def shape(self) -> Cell: ...

    def change(self, do: Callable[[ArcGrid, Block], ArcGrid], deed: str, **values: int) -> None: ...

    def select(self, cell: Cell | None) -> None: ...

    def select_all(self) -> None: ...

    def move_cells(self, by: Cell) -> None: ...

    def copy_input_to_output(self) -> None: ...

    def show_output(self) -> None: ...

    def forget_output(self) -> None: ...

    def add_pair(self, part: Part) -> None: ...

    def remove_pair(self) -> None: ...


def arc_actions(board: EditableTask, owner: QWidget) -> list[QAction]:
    """New actions of `owner` that change `board`."""

    def resize() -> None:
        if board.can_edit:
            dialog = SizeDialog(translate("arc_actions", "Resize the Grid"), board.shape, 1, LARGEST, owner)
            dialog.accepted.connect(lambda: to_size(*dialog.chosen))
            dialog.open()

    def to_size(rows: int, columns: int) -> None:
        board.select(None)
        board.change(lambda grid, _: arc_edits.resized(grid, rows, columns), "resize", rows=rows, columns=columns)

    def turn(quarters: int) -> None:
        board.change(lambda grid, block: arc_edits.turned(grid, block, quarters), "rotate")

    def mirror(*, upside_down: bool) -> None:
        board.change(
            lambda grid, block: arc_edits.mirrored(grid, block, upside_down=upside_down),
            "mirror",
        )

    wanted = (
        (translate("arc_actions", "Select &All"), "Ctrl+A", board.select_all),
        (translate("arc_actions", "Resi&ze…"), "Ctrl+R", resize),
        (translate("arc_actions", "Rotate Ri&ght"), "Ctrl+]", lambda: turn(1)),
        (translate("arc_actions", "Rotate L&eft"), "Ctrl+[", lambda: turn(-1)),
        (translate("arc_actions", "&Mirror Left and Right"), "Ctrl+H", lambda: mirror(upside_down=False)),
        (translate("arc_actions", "Mirror &Top and Bottom"), "Ctrl+Shift+H", lambda: mirror(upside_down=True)),
        (translate("arc_actions", "Move Up"), "Ctrl+Up", lambda: board.move_cells((-1, 0))),
        (translate("arc_actions", "Move Down"), "Ctrl+Down", lambda: board.move_cells((1, 0))),
        (translate("arc_actions", "Move Left"), "Ctrl+Left", lambda: board.move_cells((0, -1))),
        (translate("arc_actions", "Move Right"), "Ctrl+Right", lambda: board.move_cells((0, 1))),
        (translate("arc_actions", "Copy the &Input to the Output"), "Ctrl+J", board.copy_input_to_output),
        (translate("arc_actions", "Sho&w the Known Output"), "Ctrl+Shift+J", board.show_output),
        (translate("arc_actions", "Remove the &Known Output"), "", board.forget_output),
        (translate("arc_actions", "Add a &Demonstration"), "Ctrl+D", lambda: board.add_pair("train")),
        (translate("arc_actions", "Add a Test I&nput"), "Ctrl+Shift+D", lambda: board.add_pair("test")),
        (translate("arc_actions", "Remove Thi&s Pair"), "Ctrl+Shift+Backspace", board.remove_pair),
    )
    actions = []
    for text, shortcut, do in wanted:
        action = QAction(text, owner)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _=False, do=do: do())
        actions.append(action)
    return actions
