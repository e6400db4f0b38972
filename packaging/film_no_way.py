"""Makes the film of a maze whose goal is walled off: `python packaging/film_no_way.py [CHECKPOINT]`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication

from app.boards.painting import PaintOptions
from app.exporting.board_image import export_webp
from app.window.theme import LIGHT
from solver.model.bundled import bundled_checkpoints, find_checkpoint
from solver.model.checkpoint import load_checkpoint
from solver.puzzles.maze.generator import generate_mazes
from solver.reasoning.budget import default_budget
from solver.reasoning.refine import Reasoning

FILM = Path(__file__).parents[1] / "assets" / "pictures" / "maze_no_way.webp"
STYLE, SIDE, SEED = "braided", 21, 5
SIZE = 420
"""Pixels of the board's side."""
FRAME_MS = 350
FRAMES = 16
"""Refinements: all that is to be seen is over by then."""


def main() -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    folder = find_checkpoint(Path(sys.argv[1]), "maze") if len(sys.argv) > 1 else bundled_checkpoints()["maze"]
    [maze] = generate_mazes(1, SEED, STYLE, SIDE, SIDE, no_way=True)
    reasoning = Reasoning(load_checkpoint(folder, "cpu"), maze, default_budget(maze))
    film = list(reasoning.refinements())[:FRAMES]
    # The memory's movement is what there is to see where no path appears.
    export_webp(FILM, maze, film, SIZE, LIGHT, PaintOptions(overlay="z"), frame_ms=FRAME_MS)
    drawn = [int(refinement.changed.sum()) for refinement in film]
    print(f"{FILM.name}: {len(film)} refinements, cells changed in each: {drawn}; {FILM.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
