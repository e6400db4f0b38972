"""`--self-test`: proves that an installation, packaged or not, can do its work; prints one JSON object."""

import json
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from solver.trace import Trace

EASIEST = ("sudoku_easy.sdk", "maze_perfect_11.txt")
"""Samples that test the installation and not the model."""


def run_self_test() -> int:
    """Check everything, print what was found, and return 0 if all of it works, else 1."""
    # No window is shown, so none of the desktop is needed.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.perf_counter()
    report: dict[str, Any] = {"ok": False, "checks": {}}
    with tempfile.TemporaryDirectory(prefix="ponder-self-test-") as folder:
        for name, check in _checks(Path(folder)):
            try:
                report["checks"][name] = {"ok": True, **check()}
            except Exception as error:
                report["checks"][name] = {"ok": False, "why": f"{type(error).__name__}: {error}"}
                traceback.print_exc(file=sys.stderr)
    report["ok"] = all(check["ok"] for check in report["checks"].values())
    report["seconds"] = round(time.perf_counter() - began, 2)
    print(json.dumps(report))
    return 0 if report["ok"] else 1


def _checks(folder: Path) -> list[tuple[str, Callable[[], dict[str, Any]]]]:
    from solver.model.bundled import bundled_checkpoints

    checks: list[tuple[str, Callable[[], dict[str, Any]]]] = [("versions", _versions), ("files", _files)]
    checkpoints = bundled_checkpoints()
    if not checkpoints:
        checks.append(("checkpoints", _none_found))
    # ARC's base answers no task by itself; what ships fitted to a sample does, with a base or without one.
    checkpoints.pop("arc", None)
    for kind, checkpoint in checkpoints.items():
        checks.append((kind, partial(_solve_and_show, kind, checkpoint, folder)))
    checks.append(("arc", partial(_answer_and_show, folder)))
    if checkpoints:
        checks.append(("learning", partial(_learn, next(iter(checkpoints.values())))))
    checks.append(("window", _window))
    return checks


def _versions() -> dict[str, Any]:
    import numpy
    import PySide6
    import torch

    from solver.version import __version__

    return {
        "ponder": __version__,
        "python": sys.version.split()[0],
        "torch": str(torch.__version__),
        "numpy": numpy.__version__,
        "PySide6": PySide6.__version__,
    }


def _files() -> dict[str, Any]:
    """Whether each file that ships with Ponder is as it was made."""
    from solver.model.integrity import check_all

    return {"checked": check_all()}


def _none_found() -> dict[str, Any]:
    raise FileNotFoundError("No checkpoint is bundled.")


def _solve_and_show(kind: str, folder_of_checkpoint: Path, folder: Path) -> dict[str, Any]:
    from app.documents.draft import Draft
    from app.documents.opening import read_file
    from app.documents.samples import samples
    from solver.model.checkpoint import load_checkpoint
    from solver.model.device import choose_device
    from solver.reasoning.budget import default_budget
    from solver.reasoning.refine import Reasoning
    from solver.trace import Trace

    _application()
    device = choose_device("auto")
    checkpoint = load_checkpoint(folder_of_checkpoint, device.name)
    of_this_kind = [path for path in samples() if path.name.startswith(kind)]
    sample = next((path for path in of_this_kind if path.name in EASIEST), of_this_kind[0])
    content = read_file(sample).entries[0].content
    puzzle = content.to_puzzle() if isinstance(content, Draft) else content
    reasoning = Reasoning(checkpoint, puzzle, default_budget(puzzle))
    trace = Trace(puzzle, checkpoint.label, device.name, reasoning.views, list(reasoning.refinements()))
    trace.state = reasoning.state()
    if trace.verified is None:
        raise ValueError(f"The model did not solve the sample {sample.name}.")

    return {
        "checkpoint": checkpoint.label,
        "device": device.name,
        "sample": sample.name,
        "refinements": len(trace),
        "verified": True,
        "exported_bytes": _show(trace, folder),
    }


def _answer_and_show(folder: Path) -> dict[str, Any]:
    """Views vote on an ARC sample's test input, with the network that ships fitted to it."""
    from app.documents.samples import FITTED, samples
    from solver.model.bundled import bundled_adapted_folder
    from solver.model.device import choose_device
    from solver.puzzles.arc.puzzle import ArcPuzzle
    from solver.puzzles.arc.task import read_task
    from solver.reasoning.adapted_cache import AdaptedCache
    from solver.reasoning.answer_task import answer_task
    from solver.reasoning.vote_trace import trace_of

    def refuse(_: Any) -> None:
        raise ValueError(f"No network that fits the bundled base ships with the sample {sample.name}.")

    _application()
    device = choose_device("auto")
    sample = next(path for path in samples() if path.name in FITTED)
    task = read_task(sample.read_bytes(), sample.stem)
    cache = AdaptedCache(folder / "adapted", bundled=bundled_adapted_folder())
    answered = answer_task(task, 30.0, device=device.name, cache=cache, fitting=refuse)
    if not answered.candidates[0]:
        raise ValueError(f"No view answered the sample {sample.name} with a grid.")
    trace = trace_of(ArcPuzzle(task, 0), answered.candidates[0], "fitted beforehand", device.name)
    if trace.verified is None:
        raise ValueError(f"The views did not solve the sample {sample.name}.")
    return {
        "device": device.name,
        "sample": sample.name,
        "fitted_seconds": round(answered.adapted.seconds, 1),
        "votes": [*trace.votes],
        "voters": trace.voters,
        "verified": True,
        "exported_bytes": _show(trace, folder),
    }


def _show(trace: "Trace", folder: Path) -> dict[str, int]:
    """Export a recording and read it back from a document; how large each file became."""
    from app.documents.entry import Entry
    from app.documents.ponder_file import read_ponder, write_ponder
    from app.exporting.exports import export
    from app.exporting.subject import Subject
    from app.window.theme import LIGHT

    written, kind = {}, trace.puzzle.kind
    for suffix in (".png", ".svg", ".webp", ".txt", ".json"):
        path = folder / f"{kind}{suffix}"
        export(path, Subject(trace.puzzle, trace.verified, trace, LIGHT, size=400))
        written[suffix] = path.stat().st_size
    document = folder / f"{kind}.ponder"
    write_ponder(document, [Entry(kind, trace.puzzle, trace)], 0)
    entries, _ = read_ponder(document)
    if entries[0].trace is None or entries[0].trace.verified is None:
        raise ValueError("The recording did not come back from its file.")
    return written


def _learn(folder_of_checkpoint: Path) -> dict[str, Any]:
    """One optimiser step on a copy in memory: optimisers import much of torch that solving never touches."""
    import torch

    from app.documents.samples import samples
    from solver.formats.reading import read_puzzles
    from solver.model.checkpoint import load_checkpoint
    from solver.puzzles.vocabulary import encode

    checkpoint = load_checkpoint(folder_of_checkpoint)
    network = checkpoint.network.requires_grad_(True)
    sample = next(path for path in samples() if path.name in EASIEST and path.name.startswith(checkpoint.config.kind))
    puzzle = read_puzzles(sample.read_text("utf-8"), kind=checkpoint.config.kind)[0].puzzle
    if puzzle is None:
        raise ValueError(f"The sample {sample.name} cannot be read.")
    rows, columns = puzzle.grid.shape
    inputs = torch.from_numpy(encode(puzzle)).flatten()[None]
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-4)
    losses = []
    for _ in range(2):
        y, z = network.initial_state(1, inputs.shape[1])
        x, context = network.embed(inputs, shape=(rows, columns))
        _, _, logits, _ = network(x, y, z, context)
        # Copying the puzzle is a lesson like any other: what counts is that the loss falls.
        loss = torch.nn.functional.cross_entropy(logits[0], inputs[0])
        losses.append(loss.item())
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
    if not losses[1] < losses[0]:
        raise ValueError(f"An optimiser step did not lower the loss: {losses[0]:.4f}, then {losses[1]:.4f}.")
    return {"losses": [round(loss, 4) for loss in losses]}


def _window() -> dict[str, Any]:
    from app.documents.samples import FIRST, sample_entry
    from app.window.main_window import MainWindow
    from app.window.settings import Settings
    from app.window.theme import apply_theme

    app = _application()
    sizes = {}
    with tempfile.TemporaryDirectory(prefix="ponder-self-test-") as folder:
        window = MainWindow(sample_entry(FIRST), Settings(Path(folder) / "ponder.ini"))
        try:
            window.docks.build_plot()
            for theme in ("light", "dark"):
                apply_theme(app, theme)
                image = window.grab().toImage()
                colors = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
                if len(colors) < 5:
                    raise ValueError(f"The window is blank in the {theme} colours.")
                sizes[theme] = [image.width(), image.height()]
        finally:
            window.close()
    return {"grabbed": sizes}


def _application() -> Any:
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(sys.argv[:1])
