"""What the window's own words mean, each once beside the paper's."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def cycle_words() -> str:
    """Cycle and draft."""
    return translate(
        "glossary",
        "A refinement has several cycles. Each updates the working memory several times and then the answer once. "
        "A draft is the answer after any cycle but the last.",
    )


def view_words() -> str:
    """View."""
    return translate(
        "glossary",
        "A view is the same puzzle in disguise or from another start. Its answer is converted back before it is shown.",
    )


def glossary() -> str:
    """All of them, as Markdown."""
    return translate(
        "glossary",
        """## Words

- **x, y, z**: the puzzle, the answer so far, and the working memory (in the papers: the latent).
- **Refinement**: one round, after which the answer is shown and checked (a *supervision step*, N_sup of them).
- **Cycle**: part of a refinement: z is updated n times, then y once. A refinement has T cycles.
- **Draft**: the answer after any cycle of a refinement but the last.
- **View**: the same puzzle in disguise, with digits relabelled or the board turned (an *augmentation*).
- **Start**: the same puzzle from another random working memory. *Try 16 Starts* compares how they end.
- **Settled**: z hardly changes any more, so more refinements make no difference.
- **Verified**: the puzzle's own rules accept the answer, however confident the model is.
""",
    )
