"""What the Edit menu offers for an ARC task: to the active grid or its selected block, and to the pairs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from app.boards import arc_edits
from app.boards.size_dialog import SizeDialog
from solver.puzzles.arc import LARGEST

if TYPE_CHECKING:
    from app.boards.arc_board import ArcBoard


def _tr(text: str) -> str:
    return QCoreApplication.translate("arc_actions", text)


def arc_actions(board: "ArcBoard") -> list[QAction]:
    """New actions for `board`, which owns them."""

    def resize() -> None:
        if board.can_edit:
            dialog = SizeDialog(_tr("Resize the Grid"), board.shape, 1, LARGEST, board)
            dialog.accepted.connect(lambda: to_size(*dialog.chosen))
            dialog.open()

    def to_size(rows: int, columns: int) -> None:
        words = _tr("resize to {rows}×{columns}").format(rows=rows, columns=columns)
        board.select(None)
        board.change(lambda grid, _: arc_edits.resized(grid, rows, columns), words)

    def turn(quarters: int) -> None:
        board.change(lambda grid, block: arc_edits.turned(grid, block, quarters), _tr("rotate"))

    def mirror(*, upside_down: bool) -> None:
        board.change(lambda grid, block: arc_edits.mirrored(grid, block, upside_down=upside_down), _tr("mirror"))

    wanted = (
        (_tr("Select &All"), "Ctrl+A", board.select_all),
        (_tr("&Resize…"), "Ctrl+R", resize),
        (_tr("Rotate Ri&ght"), "Ctrl+]", lambda: turn(1)),
        (_tr("Rotate Le&ft"), "Ctrl+[", lambda: turn(-1)),
        (_tr("&Mirror Left and Right"), "Ctrl+H", lambda: mirror(upside_down=False)),
        (_tr("Mirror &Top and Bottom"), "Ctrl+Shift+H", lambda: mirror(upside_down=True)),
        (_tr("Move Up"), "Ctrl+Up", lambda: board.move_cells((-1, 0))),
        (_tr("Move Down"), "Ctrl+Down", lambda: board.move_cells((1, 0))),
        (_tr("Move Left"), "Ctrl+Left", lambda: board.move_cells((0, -1))),
        (_tr("Move Right"), "Ctrl+Right", lambda: board.move_cells((0, 1))),
        (_tr("Copy the &Input to the Output"), "Ctrl+J", board.copy_input_to_output),
        (_tr("Remove the &Known Output"), "", board.forget_output),
        (_tr("Add a &Demonstration"), "Ctrl+D", lambda: board.add_pair("train")),
        (_tr("Add a Test I&nput"), "Ctrl+Shift+D", lambda: board.add_pair("test")),
        (_tr("Remove This Pai&r"), "Ctrl+Shift+Backspace", board.remove_pair),
    )
    actions = []
    for text, shortcut, do in wanted:
        action = QAction(text, board)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _=False, do=do: do())
        actions.append(action)
    return actions
