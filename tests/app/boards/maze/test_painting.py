from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.boards.cells import runs_where
from app.boards.maze.painting import paint_maze
from app.boards.painting import PaintOptions
from app.documents.draft import Draft
from app.window.theme import DARK, LIGHT
from solver.puzzles.maze.puzzle import FREE, PATH, MazePuzzle, canonical_label
from solver.trace import Refinement
from tests.traces import maze_puzzle, maze_trace

pytestmark = pytest.mark.usefixtures("qapp")
MAZE = maze_puzzle()
SIDE = 40


class Painted:
    """A board of 40 pixels a cell."""

    def __init__(self, content, refinement=None, palette=LIGHT, **options):
        rows, columns = content.shape
        self.image = QImage(columns * SIDE, rows * SIDE, QImage.Format.Format_RGB32)
        self.image.fill(QColor("magenta"))
        painter = QPainter(self.image)
        rect = QRectF(self.image.rect())
        self.geometry = paint_maze(painter, rect, content, refinement, palette, PaintOptions(**options))
        painter.end()

    def color(self, cell, dx=0.5, dy=0.5):
        rect = self.geometry.cell(*cell)
        return self.image.pixelColor(round(rect.left() + dx * SIDE), round(rect.top() + dy * SIDE)).name()

    def cell(self, cell):
        return self.image.copy(self.geometry.cell(*cell).toRect())


def refinement(answer, *, heat=None, accepted=None) -> Refinement:
    verdict = MAZE.check(answer)
    shown = maze_trace().refinements[-1]
    probabilities = np.zeros_like(shown.probabilities)
    probabilities[..., PATH] = answer == PATH if heat is None else heat
    return replace(
        shown,
        answer=answer,
        probabilities=probabilities,
        changed=np.zeros_like(shown.changed),
        violations=verdict.violations,
        accepted=verdict.accepted,
    )


def with_path(*, without=(), extra=()):
    answer = canonical_label(MAZE).copy()
    for cell in without:
        answer[cell] = FREE
    for cell in extra:
        answer[cell] = PATH
    return answer


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_walls_free_cells_and_ends(palette):
    painted = Painted(MAZE, palette=palette)
    assert painted.color((0, 0)) == palette.wall
    assert painted.color((9, 2)) == palette.heat_low
    assert painted.color(MAZE.start, 0.2, 0.5) == palette.start
    assert painted.color(MAZE.goal, 0.2, 0.2) == palette.goal
    # The start is round and the goal is square.
    assert painted.color(MAZE.start, 0.15, 0.15) == palette.heat_low


def test_heat_grows_with_the_path_probability():
    heat = np.zeros(MAZE.shape)
    heat[9, 1:4] = 0.2, 0.6, 1.0
    answer = MAZE.grid.copy()
    # Before there is any path, the working memory is shown instead.
    elsewhere = next(cell for cell in np.argwhere(canonical_label(MAZE) == PATH).tolist() if cell[0] < 8)
    answer[tuple(elsewhere)] = PATH
    painted = Painted(MAZE, refinement(answer, heat=heat))
    blues = [QColor(painted.color((9, column))).blue() for column in (4, 1, 2, 3)]
    assert blues == sorted(blues, reverse=True)
    assert len(set(blues)) == 4
    assert painted.color((9, 3)) == LIGHT.heat_high


def test_path_is_a_line_and_verified_in_its_own_colour():
    answer = with_path()
    assert Painted(MAZE, refinement(answer)).color((7, 4)) == LIGHT.verified
    shown = replace(refinement(answer), accepted=False)
    assert Painted(MAZE, shown).color((7, 4)) == LIGHT.path
    assert Painted(MAZE, shown).color((7, 4), 0.5, 0.1) == LIGHT.heat_high


def test_breaks_are_crossed_and_their_shape_tells_them():
    whole, broken = refinement(with_path()), refinement(with_path(without=[(7, 4)]))
    assert broken.violations[7, 3]
    painted = Painted(MAZE, broken)
    assert painted.color((7, 3)) == LIGHT.violation
    assert painted.color((7, 3), 0.3, 0.3) == LIGHT.violation
    assert painted.color((7, 3), 0.3, 0.7) == LIGHT.violation
    assert painted.color((7, 3), 0.5, 0.2) == Painted(MAZE, whole).color((7, 3), 0.5, 0.2)
    assert Painted(MAZE, broken, marks=False).color((7, 3), 0.3, 0.3) == LIGHT.heat_high


def test_an_end_that_the_path_has_not_reached_keeps_its_letter():
    answer = with_path()
    start = MAZE.start
    for cell in np.argwhere(answer == PATH).tolist():
        if abs(cell[0] - start[0]) + abs(cell[1] - start[1]) == 1:
            answer[tuple(cell)] = FREE
    shown = refinement(answer)
    assert shown.violations[start]
    assert Painted(MAZE, shown).cell(start) == Painted(MAZE).cell(start)


def test_before_a_path_the_working_memory_is_shown_unless_only_the_answer_is_wanted():
    moved = np.linspace(0.2, 1, MAZE.grid.size, dtype=np.float16).reshape(1, *MAZE.shape)
    shown = replace(refinement(MAZE.grid), z_movement=moved)
    assert Painted(MAZE, shown).image == Painted(MAZE, shown, overlay="z").image
    assert Painted(MAZE, shown, marks=False).image == Painted(MAZE, marks=False).image


def test_detours_are_dashed():
    # Two more ways round a block of cells: neither ends, but none is on a shortest path alone.
    maze = MazePuzzle(("S   G", "     ", "     ", "     ", "     "))
    answer = maze.grid.copy()
    for cell in ((1, 0), (1, 1), (1, 2), (1, 3), (1, 4)):
        answer[cell] = PATH
    verdict = maze.check(answer)
    shape = (*maze.shape, 6)
    shown = replace(
        maze_trace().refinements[-1],
        answer=answer,
        probabilities=np.zeros(shape, dtype=np.float32),
        changed=np.zeros(maze.shape, dtype=bool),
        violations=verdict.violations,
        accepted=verdict.accepted,
    )
    painted = Painted(maze, shown)
    line = [painted.color((1, 2), x / SIDE, 0.5) for x in range(SIDE)]
    assert LIGHT.violation in line
    assert LIGHT.heat_low in line
    assert LIGHT.path not in line


def test_path_in_a_wall_is_marked_in_the_corner():
    answer = with_path(extra=[(0, 0)])
    painted = Painted(MAZE, refinement(answer))
    assert painted.color((0, 0), 0.95, 0.08) == LIGHT.violation


def test_changed_cells_have_a_ring():
    shown = refinement(with_path())
    changed = shown.changed.copy()
    changed[9, 2] = True
    plain, ringed = Painted(MAZE, shown), Painted(MAZE, replace(shown, changed=changed))
    assert plain.cell((9, 2)) != ringed.cell((9, 2))
    assert ringed.color((9, 2), 5 / SIDE, 0.5) == LIGHT.changed
    assert plain.cell((9, 4)) == ringed.cell((9, 4))


def test_a_drafts_problem_is_marked():
    draft = Draft.of(MAZE, {(9, 2): 3})
    assert draft.problem is not None
    assert Painted(draft).color((9, 2), 0.97, 0.05) == LIGHT.violation


def test_runs_of_cells():
    where = np.array([[True, True, False, True], [False, False, False, False], [False, True, True, True]])
    assert runs_where(where) == [(0, 0, 2), (0, 3, 4), (2, 1, 4)]


@pytest.mark.parametrize("size", [3, 60, 200])
def test_small_boards_are_painted_too(size):
    image = QImage(size, size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for shown in maze_trace().refinements:
        paint_maze(painter, QRectF(0, 0, size, size), MAZE, shown, DARK, PaintOptions(selected=(1, 1), hovered=(2, 2)))
    painter.end()
