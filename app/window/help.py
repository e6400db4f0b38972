"""Help: what is seen, in plain words; the shortcuts; and the models' own cards."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from app.window.actions import Actions
from app.window.card_browser import CardBrowser
from app.words.glossary import glossary
from app.words.playback import kind_word
from solver.messages import quoted
from solver.model.bundled import bundled_networks, read_card
from solver.version import __version__

translate = QCoreApplication.translate

HONESTY = {
    "easy_count": 200,
    "easy_named": 111,
    "easy_others": 16,
    "medium_count": 200,
    "medium_named": 159,
    "medium_others": 53,
    "hard_count": 200,
    "hard_named": 140,
    "hard_others": 35,
}
"""Choices that change, as the card of the Sudoku network has them; `python -m solver influence --honesty` measures."""


def what_am_i_seeing() -> str:
    """The explanation, as Markdown."""
    return f"{_what_is_seen()}\n{_what_can_be_done()}\n{glossary()}"


def _what_can_be_done() -> str:
    """Asking why, guessing along, branches."""
    return translate(
        "help",
        """## Why this value?

Select a cell and press **Why This Value?** (F7). Ponder goes back to the refinement in which the cell took this value,
and computes it again, each time without one of the givens. **Arrows** come from the cells that the choice depends on; a
dashed arrow comes from a cell whose removal alone does not change the choice. This shows what the network uses. It is
not a proof.

Measured in one cell of each of {easy_count} easy Sudokus: removing the three named givens changes {easy_named}
choices, and removing three others in the same rows, columns and boxes changes {easy_others}. In
{medium_count} medium ones it is {medium_named} against {medium_others}, and in {hard_count} hard ones {hard_named}
against {hard_others}. In an ARC task only the test input can be asked about, since the demonstrations are in the fitted
weights.

## Guess along

With **Guess** (Ctrl+G) your digits, pencil marks (Ctrl and a digit) or path go over the puzzle, which stays as it is.
At each refinement you see where the model differs from you, and where it is sure of a cell that you left open.

In an ARC task, **Guess** lets you paint your own output beside the test input, in any size (Ctrl+R). **Brackets** mark
where the model's answer has another colour, and a **filled corner** marks where the known output has, once it is shown.
With **Task**, what you paint into a test's output becomes what answers are checked against.

## Branches

**Branch From Here** changes something at the refinement shown: force a cell, disturb or reset the working memory,
change how often it is updated, or continue with another network. The solve continues from there, beside the first.
""",
    ).format(**HONESTY)


def _what_is_seen() -> str:
    return translate(
        "help",
        """# What am I seeing?

A **Tiny Recursive Model** solving a puzzle. It is a neural network of only two layers. Large models answer in one go;
this one fills in *everything* at once, looks at the puzzle, its own answer and its working memory, and writes a better
answer. Each round is one **refinement**, and the timeline keeps them all.

- **Faint** digits are guesses that the model isn't sure of; for strong ones it is confident.
- A **ring** marks a cell that changed in this refinement.
- A **filled corner and a wavy line** mark cells that break a rule.
- **Pencil marks** show what else the model thinks possible.

In a maze, the **shade** of a cell shows how likely the model thinks it is on the shortest path from **S** to **G**,
and the **line** is the path it has decided on. The line is dashed where it leaves every shortest path, and a **cross**
marks where it breaks off. Before there is a path, **purple** shows where its working memory moves. A maze whose goal is
walled off can be solved too: no answer can be right then, and the network draws no path, while its memory keeps moving
near the goal.

## ARC tasks

An ARC task shows one rule in a few **demonstrations**, and asks for the output of a **test** input. A Tiny Recursive
Model can only answer a task that it was fitted to, so Ponder first **fits** a small network to this task's own
demonstrations while you watch its loss fall. It never looks at the known output of a test. Then many **views** of the
test input, rotated, mirrored and recoloured, each refine an answer, and **vote**. As in the benchmark, the two answers
with the most votes count. Each has its own recording: the surer the network is of a colour, the larger it is painted,
and thin strokes mark where it says the output ends. An answer is *verified* only where the task gives the output;
otherwise it can't be checked.

## Verified or confident?

The model learned from solved puzzles only, so it can be wrong. Ponder checks each answer against the puzzle's rules:
**verified** means that they accept it. The model's own confidence is shown next to that, never instead of it.
No search program ever fills in a cell.

## The plot

*Mean confidence* is the average over the free cells, and *Minimum confidence* is that of the cell it is least sure of.
*The model's own estimate* (in papers: halting, q) is how likely it thinks that its whole answer is right. *Memory
change* is how far its working memory z (in papers: the latent) moved; when it falls, the model is settling. *Cells that
break a rule* (*Rule breaks*) are counted; at zero, and with every cell filled in, the answer is verified. A click on a
name above the plot hides its curve.

## When it doesn't find the answer

Two networks share a Sudoku: the **swift** one makes the first eight refinements; what it has not answered by then, the
**deep** one takes over. A refinement of the deep one takes longer, but it answers far harder puzzles. The status line
says which one thinks, and in the **Preferences** you can choose one of them for all puzzles.

It tries another **view** of the puzzle, with the digits relabelled or the board rotated, and stops at the first answer
that the rules accept. **Keep Thinking** runs the same number of refinements again in every view. In a Sudoku, the
model's memory is cleared after every 16 refinements of a view: what it has not found by then, it rarely finds later.
**Try More Views** does the same, and then tries the same number of new views.

## Many puzzles, other models

**Solve Many** solves a whole list, folder or table, shows the result of each puzzle, and exports them as CSV. In the
**Preferences** you can choose another model for each kind of puzzle, or import one.
""",
    )


def show_what(parent: QWidget) -> None:
    """Open the explanation."""
    _show(parent, translate("help", "What Am I Seeing?"), [("", what_am_i_seeing())])


def show_shortcuts(parent: QWidget, actions: Actions, others: Sequence[QAction]) -> None:
    """Open the sheet of shortcuts; `others` are those of the shown board, and the like."""
    _show(parent, translate("help", "Keyboard Shortcuts"), [("", shortcut_sheet(actions, others))])


def show_about(parent: QWidget) -> None:
    """Open the version and the model cards."""
    _show(parent, translate("help", "About Ponder"), [(translate("help", "Ponder"), _about()), *model_cards()])


def show_cards(parent: QWidget, cards: Sequence[tuple[str, str]]) -> None:
    """Open the cards of some checkpoints, each with its name."""
    none = translate("help", "This model has no card.")
    _show(parent, cards[0][0], [(name, card or none) for name, card in cards])


def shortcut_sheet(actions: Actions, others: Sequence[QAction]) -> str:
    """Every shortcut there is, as a Markdown table."""
    rows = [
        (translate("help", "Move on the board"), translate("help", "Arrows; in a Sudoku also W A S D")),
        (translate("help", "Type or clear a digit"), translate("help", "1 to 9; 0, Backspace or Delete")),
        (translate("help", "Enter or remove a pencil mark of your own"), translate("help", "Ctrl and 1 to 9")),
        (
            translate("help", "Draw a maze's walls, or erase them"),
            translate("help", "Drag with the left, or the right, mouse button"),
        ),
        (translate("help", "Draw or erase one wall; toggle it"), translate("help", "W or E; Enter")),
        (translate("help", "Place the start or the goal of a maze"), translate("help", "S or G, or drag it")),
        (translate("help", "Continue a wall, or move the start or the goal"), translate("help", "Shift and an arrow")),
        (translate("help", "Move between the grids of an ARC task"), translate("help", "Page Up and Page Down")),
        (translate("help", "Select a block of an ARC grid"), translate("help", "Shift and arrows, or Shift and drag")),
        (
            translate("help", "Choose a colour, and paint what is selected"),
            translate("help", "0 to 9; Enter paints it again, Delete makes it black"),
        ),
        (translate("help", "Fill a connected area of one colour"), translate("help", "F")),
        (translate("help", "Pick a colour from the board"), translate("help", "Right mouse button")),
        (translate("help", "Clear the selection"), translate("help", "Esc")),
        (translate("help", "Zoom"), translate("help", "Ctrl and the mouse wheel")),
    ]
    in_full = {
        actions.new_sudoku: translate("help", "New Sudoku"),
        actions.new_maze: translate("help", "New maze"),
        actions.new_arc: translate("help", "New ARC task"),
    }
    for action in (*actions.findChildren(QAction), *others):
        native = QKeySequence.SequenceFormat.NativeText
        keys = ", ".join(key.toString(native) for key in action.shortcuts() if not _is_media_key(key))
        if keys:
            rows.append((in_full.get(action, action.text().replace("&", "")), keys))
    what_for, which = translate("help", "What"), translate("help", "Keys")
    lines = [
        f"| {what_for} | {which} |",
        "| --- | --- |",
        *(f"| {what} | `{keys}` |" for what, keys in rows),
    ]
    return "\n".join(lines)


def _is_media_key(keys: QKeySequence) -> bool:
    """Whether it is one of the “Open”, “Undo” and so on of keyboards that have them, whose labels say what they do."""
    first: QKeyCombination = keys[0]  # type: ignore[index]  # the stubs lack it
    return keys.count() == 1 and Qt.Key.Key_Back <= first.key() < Qt.Key.Key_unknown


def model_cards() -> list[tuple[str, str]]:
    """Each bundled model's card, Markdown, under its kind of puzzle and what sets it apart from others of that kind."""
    cards = []
    for kind, folders in bundled_networks().items():
        for folder in folders:
            words = read_card(folder) or translate("help", "This model has no card.")
            own = folder.name.removeprefix(kind).lstrip("-")
            cards.append((f"{kind_word(kind)}: {own}" if own else kind_word(kind), words))
    return cards


def _about() -> str:
    return translate(
        "help",
        """# Ponder {version}

Watch a Tiny Recursive Model think: Sudoku, mazes and ARC tasks, refined step by step.

After *Less is More: Recursive Reasoning with Tiny Networks* (arXiv 2510.04871). Ponder is free software under the
MIT licence, works offline, and sends nothing anywhere.
""",
    ).format(version=__version__)


def _show(parent: QWidget, title: str, pages: list[tuple[str, str]]) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(quoted(title))
    dialog.resize(680, 600)
    column = QVBoxLayout(dialog)
    browsers = []
    for _, text in pages:
        browsers.append(CardBrowser(text, dialog))
    if len(pages) == 1:
        column.addWidget(browsers[0])
    else:
        tabs = QTabWidget(dialog)
        for (name, _), browser in zip(pages, browsers, strict=True):
            tabs.addTab(browser, name)
        column.addWidget(tabs)
        # With all of the tabs in sight.
        margins = column.contentsMargins()
        dialog.resize(max(680, tabs.tabBar().sizeHint().width() + margins.left() + margins.right() + 24), 600)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=dialog)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
