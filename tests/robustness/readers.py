"""Every reader of files, with valid examples of what it reads; all but its own error is a defect."""

import gzip
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import torch
import yaml
from PIL import Image

from app.documents.entry import Entry
from app.documents.opening import read_file
from app.documents.ponder_file import open_ponder, pack
from app.window.card_browser import document_of
from app.window.checkpoints import card_of, kept_checkpoints
from app.window.settings import Settings
from solver.formats.files import read_content, read_puzzle_file
from solver.messages import ExplainedError
from solver.model.bundled import CARD_FILE, CONFIG_FILE, WEIGHTS_FILE, bundled_checkpoints, bundled_networks
from solver.model.checkpoint import load_checkpoint, read_config, read_weights
from solver.model.identifiers import read_identifiers
from solver.model.published import read_arch, read_published_tensors
from solver.puzzles.arc.task import write_task
from solver.training.config import ConfigError, config_names, read_run_config
from solver.training.run_folder import RunFolder
from solver.training.state_file import StateError, load_state, save_state
from tests.arc_tasks import TASK, arc_trace
from tests.traces import MAZE, SUDOKU, maze_trace, sudoku_puzzle, sudoku_trace

OWN_ERRORS = (ExplainedError, OSError, ConfigError, StateError)
"""What readers raise of bad input, each with a sentence; `OSError` is of the file system alone."""


@dataclass(frozen=True)
class Reader:
    """Reads a file in a folder that holds nothing else."""

    name: str
    """What the file is called there."""
    examples: Callable[[], list[bytes]]
    read: Callable[[Path], object]
    slow: bool = False
    """Whether a reading takes tens of milliseconds."""


def _text() -> list[bytes]:
    sudoku = "\n".join(SUDOKU[row * 9 : row * 9 + 9] for row in range(9))
    return [
        SUDOKU.encode(),
        f"# comment\n{SUDOKU}\n{SUDOKU[::-1]}\n".encode(),
        sudoku.encode(),
        f"puzzle,solution\n{SUDOKU},{SUDOKU}\n".encode(),
        "\n".join(MAZE).encode(),
        ("\n".join(MAZE) + "\n\n" + "\n".join(MAZE)).encode("utf-16"),
    ]


def _json() -> list[bytes]:
    from solver.trace.trace_json import trace_to_json

    trace = sudoku_trace(steps=2)
    return [
        json.dumps(sudoku_puzzle().to_json()).encode(),
        json.dumps([maze_trace(steps=1).puzzle.to_json(), sudoku_puzzle().to_json()]).encode(),
        write_task(TASK).encode(),
        json.dumps(trace_to_json(trace)).encode(),
        json.dumps(trace_to_json(arc_trace(), compact=True)).encode(),
    ]


def _documents() -> list[bytes]:
    sudoku, arc = sudoku_trace(steps=2), arc_trace()
    entries = [Entry("a", sudoku.puzzle, sudoku), Entry("b", arc.puzzle, arc), Entry("c", sudoku_puzzle())]
    content, _ = pack(entries, 0)
    stored = io.BytesIO()
    # Without packing, so that what is inside is damaged too, and not only the packing.
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(stored, "w") as archive:
        for name in packed.namelist():
            archive.writestr(name, packed.read(name))
    return [content, stored.getvalue()]


def _archives() -> list[bytes]:
    arrays, packed, archive = io.BytesIO(), io.BytesIO(), io.BytesIO()
    mazes = np.array([[[{"#": 1, " ": 2, "S": 3, "G": 4}[cell] for cell in row] for row in MAZE]], dtype=np.uint8)
    np.savez(arrays, inputs=mazes, labels=mazes)
    np.savez_compressed(packed, inputs=mazes)
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("a.sdk", SUDOKU)
        opened.writestr("b/c.txt", "\n".join(MAZE))
    return [arrays.getvalue(), packed.getvalue(), archive.getvalue(), gzip.compress(SUDOKU.encode())]


def _pictures() -> list[bytes]:
    image = Image.new("RGB", (44, 44), "white")
    for row, line in enumerate(MAZE):
        for column, cell in enumerate(line):
            colour = {"#": "black", "S": "green", "G": "red"}.get(cell, "white")
            image.paste(colour, (column * 4, row * 4, column * 4 + 4, row * 4 + 4))
    written = []
    for form in ("PNG", "BMP"):
        buffer = io.BytesIO()
        image.save(buffer, form)
        written.append(buffer.getvalue())
    return written


def _state_dicts() -> list[bytes]:
    tensors = {
        name: torch.ones(2, 2)
        for name in ("embed_tokens.embedding_weight", "q_head.weight", "q_head.bias", "lm_head.weight")
    }
    written = []
    for options in ({}, {"_use_new_zipfile_serialization": False}):
        buffer = io.BytesIO()
        torch.save(tensors, buffer, **options)
        written.append(buffer.getvalue())
    return written


def _open_settings(file: Path) -> None:
    settings = Settings(file)
    for name in (each for each in dir(Settings) if isinstance(getattr(Settings, each), property)):
        getattr(settings, name)
    settings.checkpoint("sudoku")


def _checkpoint_with(file: Path) -> None:
    """A checkpoint folder one of whose files is this."""
    for name in (CONFIG_FILE, WEIGHTS_FILE, CARD_FILE):
        if name != file.name:
            shutil.copyfile(bundled_checkpoints()["sudoku"] / name, file.with_name(name))
    load_checkpoint(file.parent)


def _index(file: Path) -> None:
    _, part = _state()
    (file.parent / part[0]).write_bytes(part[1])
    load_state(file.parent)


def _part(file: Path) -> None:
    index, _ = _state()
    (file.parent / "index.json").write_bytes(index)
    load_state(file.parent)


@cache
def _state() -> tuple[bytes, tuple[str, bytes]]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        save_state(Path(folder), {"step": 1, "tensor": torch.ones(3)})
        [part] = Path(folder).glob("step-*")
        return (Path(folder) / "index.json").read_bytes(), (part.name, part.read_bytes())


def _bundled(name: str) -> Callable[[], list[bytes]]:
    return lambda: [(bundled_checkpoints()["sudoku"] / name).read_bytes()]


def _kept(file: Path) -> None:
    folder = file.parent / "one"
    folder.mkdir()
    file.rename(folder / CONFIG_FILE)
    (folder / WEIGHTS_FILE).write_bytes(b"")
    kept_checkpoints(file.parent)
    bundled_networks(file.parent)


PUBLISHED = {"arch": {"name": "x", "hidden_size": 512, "expansion": 4.0, "L_layers": 2, "loss": {"loss_type": "x"}}}

READERS: dict[str, Reader] = {
    "text": Reader("a.txt", _text, read_file),
    "json": Reader("a.json", _json, read_file),
    "document": Reader("a.ponder", _documents, open_ponder, slow=True),
    "archive": Reader("a.npz", _archives, read_file),
    "picture": Reader("a.png", _pictures, read_file, slow=True),
    "command line": Reader(
        "a.txt", lambda: _text() + _json() + _archives(), lambda file: read_puzzle_file(read_content(file), file.name)
    ),
    "config": Reader(CONFIG_FILE, _bundled(CONFIG_FILE), read_config),
    "weights": Reader(WEIGHTS_FILE, _bundled(WEIGHTS_FILE), read_weights),
    "checkpoint": Reader(CONFIG_FILE, _bundled(CONFIG_FILE), _checkpoint_with, slow=True),
    "card": Reader(CARD_FILE, _bundled(CARD_FILE), lambda file: card_of(file.parent)),
    "shown card": Reader(
        CARD_FILE, _bundled(CARD_FILE), lambda file: document_of(card_of(file.parent), None), slow=True
    ),
    "kept": Reader("x", _bundled(CONFIG_FILE), _kept),
    "state dict": Reader("step_1", _state_dicts, read_published_tensors, slow=True),
    "yaml": Reader("all_config.yaml", lambda: [yaml.dump(PUBLISHED).encode()], read_arch),
    "identifiers": Reader(
        "identifiers.json", lambda: [json.dumps(["<blank>", "a", "a|||t3|||0912834567"]).encode()], read_identifiers
    ),
    "toml": Reader(
        "a.toml",
        lambda: [Path("solver/training/configs", f"{name}.toml").read_bytes() for name in config_names()],
        lambda file: read_run_config(str(file)),
    ),
    "run log": Reader(
        "log.jsonl",
        lambda: [b'{"step": 4, "loss": 1.5}\n{"step": 8, "validation": {"a": {"verified": 0.5}}}\n'],
        lambda file: RunFolder(file.parent).cut_log(4),
    ),
    "run config": Reader(
        "config.toml",
        lambda: [Path("solver/training/configs", "sudoku-cpu.toml").read_bytes()],
        lambda file: RunFolder(file.parent).read_config(),
    ),
    "state index": Reader("index.json", lambda: [_state()[0]], _index),
    "state part": Reader("step-000000001.part-000", lambda: [_state()[1][1]], _part),
    "settings": Reader(
        "ponder.ini",
        lambda: [
            b"[look]\ntheme=dark\ntext_percent=90\n[files]\nrecent=/a\\n/b\n[window]\ngeometry=@ByteArray(\\0\\1)\n"
        ],
        _open_settings,
    ),
}
