"""The model card of a run, Markdown: what it was trained on, how, for how long, and what it reached."""

from pathlib import Path
from typing import Any

from solver.training.config import RunConfig, format_run_config

Accuracies = dict[str, dict[str, float]]
"""`Accuracy.to_json()` for each validation set by name."""


def write_card(config: RunConfig, log: list[dict[str, Any]], measured: Accuracies | None = None) -> str:
    """The card of a run with this configuration and log; `measured` takes the place of the log's last accuracies."""
    if measured is None:
        measured = next((line["validation"] for line in reversed(log) if "validation" in line), None)
    step = max((line["step"] for line in log), default=0)
    seconds = max((line["seconds"] for line in log), default=0.0)
    kind = {"sudoku": "Sudoku", "maze": "Maze", "arc": "ARC"}[config.network.kind]
    recipe = config.training
    parts = [
        f"# {kind} network",
        f"A {_ARCHITECTURES[config.network.architecture]} with a {config.network.mixer} mixer, trained from "
        f"{_data(config)}.",
        f"{step:,} optimiser steps of {recipe.batch_size} slots, seed {recipe.seed}, {seconds / 3600:.1f} hours.",
        "## Accuracy on frozen puzzles that training never saw",
        format_accuracies(measured) if measured else "Not measured yet.",
        f"One view, {config.network.halt_max_steps} steps, EMA weights. *Verified*: the rules accept "
        "the answer of some step. *Exact at last step*: of the last. *Halting head*: how often it judged its own last "
        "answer rightly.",
        "## Limits",
        _LIMITS[config.network.kind],
        "## Making it again",
        "Save the configuration below as `run.toml`, then `python -m solver train run.toml --out runs/again`.",
        f"```toml\n{format_run_config(config)}```",
    ]
    return "\n\n".join(parts) + "\n"


def _data(config: RunConfig) -> str:
    if config.network.kind != "arc":
        lists = [Path(part.file).stem for part in config.data.mixture if part.generator == "list"]
        return f"real puzzles ({', '.join(lists)}) and seeded, generated ones" if lists else "seeded, generated puzzles"
    sources = "ARC-AGI-1's training tasks"
    if config.data.further_tasks:
        sources += ", of those that ARC-AGI-2 adds"
    if config.data.generated:
        sources += f", and of {config.data.generated} tasks of each of Ponder's generators"
    seen = "it has seen no test pair, and nothing of the evaluation splits"
    if config.data.pairs:
        sources += f", and from further pairs of ARC-AGI-1's training tasks ({config.data.pairs})"
        # Whoever made them may have come upon a training task's test pair.
        seen = "it has seen nothing of the evaluation splits"
    return f"the demonstrations of {sources}, turned, mirrored and recoloured; {seen}"


_ARCHITECTURES = {"trm": "Tiny Recursive Model", "hrm": "Hierarchical Reasoning Model"}
_LIMITS = {
    "sudoku": "Only 9×9 Sudoku. The hardest known puzzles need several views, and some stay unsolved. A puzzle with "
    "several solutions, or none, was never trained on.",
    "arc": "A base to adapt from: it answers no task before it is fitted to that task's demonstrations.",
    "maze": "Trained on the styles and sizes below; accuracy falls with size, loops and open ground.",
}


def format_accuracies(measured: Accuracies) -> str:
    """A Markdown table."""
    rows = ["| puzzles | verified | exact at last step | halting head |", "| --- | --- | --- | --- |"]
    for name, accuracy in measured.items():
        shares = (accuracy[key] for key in ("verified", "exact_at_last_step", "halting_head"))
        rows.append(f"| {name} | " + " | ".join(f"{100 * share:.1f} %" for share in shares) + " |")
    return "\n".join(rows)
