"""Why an action cannot be used now, and what to do first."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def solve_first() -> str:
    """What works on a recording, where there is none."""
    return translate("why_not", "Solve the puzzle first.")


def stop_first() -> str:
    """What would disturb a solve under way."""
    return translate("why_not", "The model is working. Wait, or press Stop.")


def correct_first() -> str:
    """Why an action that needs a finished puzzle is disabled for a draft."""
    return translate(
        "why_not", "The puzzle breaks a rule or isn't complete. Correct it first: the line below says where."
    )


def nothing_to_stop() -> str:
    """Stop, and Skip to the Answer."""
    return translate("why_not", "Nothing is being solved or played.")


def no_vote() -> str:
    """Stop and Vote Now."""
    return translate("why_not", "Only while a network is being fitted to an ARC task, or after the fit was stopped.")


def no_starts_in_arc() -> str:
    """Try 16 Starts."""
    return translate("why_not", "An ARC task has no starts: its views vote instead.")


def trying() -> str:
    """Try 16 Starts, while that is under way."""
    return translate("why_not", "16 starts are being tried. Cancel that first.")


def nothing_to_go_on() -> str:
    """Keep Thinking, after a solve that cannot go on."""
    return translate(
        "why_not",
        "There is nothing to continue: the answer is verified, the puzzle has no solution, or this is an ARC answer, a "
        "branch or a start.",
    )


def no_branch() -> str:
    """Branch From Here, at a place where that is not possible."""
    return translate(
        "why_not", "Go to a full refinement of a solve. You can't branch from a draft or from the film of a start."
    )


def nothing_to_undo() -> str:
    """Undo."""
    return translate("why_not", "There is nothing to undo.")


def nothing_to_redo() -> str:
    """Redo."""
    return translate("why_not", "There is nothing to redo.")


def one_puzzle() -> str:
    """Print All."""
    return translate("why_not", "Only one puzzle is open. Open another one first.")


def no_pair() -> str:
    """TRM and HRM."""
    return translate("why_not", "Only for a Sudoku or a maze, while nothing is being solved.")


def no_latents() -> str:
    """Export of y and z."""
    return translate("why_not", "Solve a Sudoku or a maze first, and wait until that is finished.")


def other_kind(kind: str) -> str:
    """An export of another kind of puzzle, in words."""
    return translate("why_not", "Only for puzzles of this kind: {kind}.").format(kind=kind)


def no_guess() -> str:
    """Guess Along."""
    return translate("why_not", "Finish the puzzle first.")


def no_entries() -> str:
    """Clear Your Guess."""
    return translate("why_not", "You have no entries of your own. Choose Guess, and type, draw or paint.")


def select_first() -> str:
    """What is done to the selected cell."""
    return translate("why_not", "Select a cell first.")


def guess_first() -> str:
    """Pencil marks."""
    return translate("why_not", "Choose Guess first: the givens have no pencil marks.")


def given_cell() -> str:
    """What a person enters of their own, in a cell of the puzzle itself."""
    return translate("why_not", "This cell is given by the puzzle.")


def own_path_first() -> str:
    """What draws a path of one's own."""
    return translate("why_not", "Choose Your path above the maze first.")


def batch_runs() -> str:
    """What starts another batch."""
    return translate("why_not", "A list is being solved. Wait, or press Cancel.")


def no_batch() -> str:
    """Pause and Cancel of a batch."""
    return translate("why_not", "No list is being solved.")


def no_results() -> str:
    """Export of a batch."""
    return translate("why_not", "Solve a list first.")


def choose_value_first() -> str:
    """What makes a forced value last."""
    return translate("why_not", "Choose a value to force first.")


def disturb_first() -> str:
    """The seed of the noise."""
    return translate("why_not", "Disturb the working memory first.")


def new_memory() -> str:
    """Reset of the memory, where another network continues."""
    return translate("why_not", "Another network starts with a new memory anyway.")


def choose_task_first() -> str:
    """Open, in the browser of ARC tasks."""
    return translate("why_not", "Select a task in the list first.")


def nothing_kept() -> str:
    """Clear, where no fitted network is kept."""
    return translate("why_not", "No fitted network is kept.")


def importing() -> str:
    """Import, while another one is under way."""
    return translate("why_not", "A model is being imported. Wait, or press Cancel.")


def first_stop() -> str:
    """Back, in the tour."""
    return translate("why_not", "The tour starts here.")


def no_others() -> str:
    """Close the Others."""
    return translate("why_not", "No other puzzle is open.")


def solve_twice() -> str:
    """Compare With an Earlier Solve."""
    return translate("why_not", "Solve this puzzle again first, with other settings or after an undo.")


def no_files() -> str:
    """Recent."""
    return translate("why_not", "No file has been opened or saved yet.")


def at_the_end() -> str:
    """Steps forward."""
    return translate("why_not", "This is the newest refinement.")


def at_the_start() -> str:
    """Steps back."""
    return translate("why_not", "This is the start of the film.")
