"""New puzzles to start from: blank ones, and what the generators make. Runs in a worker, without torch."""

import random
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from app.documents.draft import Content, Draft
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.arc.task import ArcPair, ArcTask
from solver.puzzles.base import Puzzle, read_only
from solver.puzzles.maze.puzzle import FREE, GOAL, START, WALL

BLANK_MAZE = 13
"""Rows and columns of a maze to draw."""
BLANK_ARC = 3
"""Rows and columns of the grids of an ARC task to paint."""
MAZE_SIZES = (11, 21, 31)


@dataclass(frozen=True)
class Recipe:
    """What to generate; the names are the generators' own."""

    kind: str
    name: str
    size: int = 0
    """A maze's rows."""
    columns: int = 0
    """A maze's columns; 0 for as many as rows."""
    no_way: bool = False
    """Whether a maze has walls across every way to its goal."""


def recipes() -> list[Recipe]:
    """Everything that Puzzle ▸ Generate offers."""
    from solver.puzzles.maze.generator import STYLES
    from solver.puzzles.sudoku.exact import DIFFICULTIES

    sudokus = [Recipe("sudoku", name) for name in DIFFICULTIES]
    return sudokus + [Recipe("maze", style, size) for style in STYLES for size in MAZE_SIZES]


def recipe_words(name: str) -> str:
    """What a difficulty or a style is called."""
    translate = QCoreApplication.translate
    return {
        "easy": translate("recipes", "Easy"),
        "medium": translate("recipes", "Medium"),
        "hard": translate("recipes", "Hard"),
        "expert": translate("recipes", "Expert"),
        "extreme": translate("recipes", "Extreme"),
        "perfect": translate("recipes", "Perfect"),
        "braided": translate("recipes", "Braided"),
        "rooms": translate("recipes", "Rooms"),
        "obstacles": translate("recipes", "Obstacles"),
    }.get(name, name.capitalize())


def recipe_title(recipe: Recipe) -> str:
    """As “Sudoku, hard” or “Maze, rooms, 21 × 21”; what a generated puzzle is called."""
    kind = {
        "sudoku": QCoreApplication.translate("recipes", "Sudoku"),
        "maze": QCoreApplication.translate("recipes", "Maze"),
    }[recipe.kind]
    title = f"{kind}, {recipe_words(recipe.name).lower()}"
    if recipe.size:
        title += f", {recipe.size} × {recipe.columns or recipe.size}"
    return title + QCoreApplication.translate("recipes", ", no way") if recipe.no_way else title


def generate_puzzle(recipe: Recipe) -> Puzzle:
    """One new puzzle."""
    seed = random.SystemRandom().randrange(2**31)
    if recipe.kind == "maze":
        from solver.puzzles.maze.generator import generate_mazes

        columns = recipe.columns or recipe.size
        return next(generate_mazes(1, seed, recipe.name, recipe.size, columns, no_way=recipe.no_way))
    from solver.puzzles.sudoku.generator import generate

    return next(generate(1, seed, recipe.name))


def blank(kind: str) -> Content:
    """A puzzle of `kind` to draw on."""
    if kind == "arc":
        black = ((0,) * BLANK_ARC,) * BLANK_ARC
        return ArcPuzzle(ArcTask((ArcPair(black, black), ArcPair(black, black)), (ArcPair(black),)))
    if kind == "maze":
        grid = np.full((BLANK_MAZE, BLANK_MAZE), WALL)
        grid[1:-1, 1:-1] = FREE
        grid[1, 1], grid[-2, -2] = START, GOAL
        return Draft("maze", read_only(grid)).to_puzzle()
    return Draft("sudoku", read_only(np.zeros((9, 9)))).to_puzzle()
