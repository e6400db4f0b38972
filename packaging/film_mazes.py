"""Makes the README's two films of mazes, one of them without a way: `python packaging/film_mazes.py [CHECKPOINT]`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication

from app.boards.painting import PaintOptions
from app.exporting.board_image import export_webp
from app.window.theme import DARK, LIGHT, Palette
from solver.model.bundled import bundled_checkpoints, find_checkpoint
from solver.model.checkpoint import Checkpoint, load_checkpoint
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.maze.puzzle import MazePuzzle
from solver.reasoning.budget import default_budget
from solver.reasoning.refine import Reasoning

PICTURES = Path(__file__).parents[1] / "assets" / "pictures"
SIDE = 21
SIZE = 420
"""Pixels of the board's side."""
FRAME_MS = 350
FRAMES = 16
"""Refinements at most: where there is no way, all that is to be seen is over by then."""


def _film(checkpoint: Checkpoint, maze: MazePuzzle, name: str, palette: Palette, options: PaintOptions) -> None:
    film = list(Reasoning(checkpoint, maze, default_budget(maze)).refinements())[:FRAMES]
    file = PICTURES / name
    export_webp(file, maze, film, SIZE, palette, options, frame_ms=FRAME_MS)
    drawn = [int(refinement.changed.sum()) for refinement in film]
    size = f"{file.stat().st_size:,} bytes"
    print(f"{name}: {len(film)} refinements, verified: {film[-1].accepted}; cells changed in each: {drawn}; {size}")


def main() -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    folder = find_checkpoint(Path(sys.argv[1]), "maze") if len(sys.argv) > 1 else bundled_checkpoints()["maze"]
    checkpoint = load_checkpoint(folder, "cpu")
    [maze] = generate_mazes(1, 1, "perfect", SIDE, SIDE)
    _film(checkpoint, maze, "maze_steps.webp", DARK, PaintOptions())
    [walled_off] = generate_mazes(1, 5, "braided", SIDE, SIDE, no_way=True)
    # The memory's movement is what there is to see where no path appears.
    _film(checkpoint, walled_off, "maze_no_way.webp", LIGHT, PaintOptions(overlay="z"))


if __name__ == "__main__":
    main()
