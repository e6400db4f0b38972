"""What the Edit menu offers for an ARC task: to the active grid or its selected block, and to the pairs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from app.boards.arc import edits as arc_edits
from app.boards.size_dialog import SizeDialog
from solver.puzzles.arc.task import LARGEST

if TYPE_CHECKING:
    from app.boards.arc.board import ArcBoard

translate = QCoreApplication.translate


def arc_actions(board: "ArcBoard") -> list[QAction]:
    """New actions for `board`, which owns them."""

    def resize() -> None:
        if board.can_edit:
            dialog = SizeDialog(translate("arc_actions", "Resize the Grid"), board.shape, 1, LARGEST, board)
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
        (translate("arc_actions", "Remove the &Known Output"), "", board.forget_output),
        (translate("arc_actions", "Add a &Demonstration"), "Ctrl+D", lambda: board.add_pair("train")),
        (translate("arc_actions", "Add a Test I&nput"), "Ctrl+Shift+D", lambda: board.add_pair("test")),
        (translate("arc_actions", "Remove Thi&s Pair"), "Ctrl+Shift+Backspace", board.remove_pair),
    )
    actions = []
    for text, shortcut, do in wanted:
        action = QAction(text, board)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _=False, do=do: do())
        actions.append(action)
    return actions
