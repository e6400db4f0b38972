"""What the title bar says: the open file, or the puzzle that is in no file yet."""

from app.documents.document import Document
from solver.messages import quoted
from solver.puzzles.arc.puzzle import ArcPuzzle


def title_of(document: Document) -> str:
    """The name of the shown puzzle, with Qt's mark for changes."""
    name, content = document.name, document.content
    if isinstance(content, ArcPuzzle) and content.task.name and content.task.name not in name:
        # What people talk about is the task's id.
        name = f"{content.task.name} – {name}" if document.path else content.task.name
    # Qt takes “[*]” for the mark of changes, and two of them for the text.
    return f"{quoted(name).replace('[*]', '[*][*]')}[*] – Ponder"
