"""Every maze in a text, in whatever dialect each is written."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from solver.formats.maze_dialects.blocks import read_blocks
from solver.formats.maze_dialects.glyphs import FREE, PATHS, WALLS, arms
from solver.formats.maze_dialects.line_walls import posts_apart, read_lines
from solver.formats.maze_dialects.matrices import rows_of_matrix
from solver.formats.maze_dialects.page import Line, groups_of, lines_of
from solver.formats.maze_dialects.places import Places, is_place, placed, places_in
from solver.formats.maze_dialects.rows import Row, rows_of
from solver.formats.maze_dialects.underscores import columns_apart, read_underscores
from solver.formats.maze_dialects.words import is_words, legend
from solver.formats.maze_ends import LETTERS, SWAP, Sketch, finished, without_margin
from solver.formats.read_puzzle import Alternative, ReadPuzzle
from solver.puzzles.base import IntGrid, PuzzleError, read_only
from solver.puzzles.maze.cells import LARGEST, PATH, SMALLEST
from solver.puzzles.maze.puzzle import TOO_LARGE, UNEVEN_ROW, MazePuzzle

_USUAL = frozenset(WALLS + FREE + PATHS + "SsGgEeABab0123@$_+-|=")
_SHARE = 0.9
"""Characters of a maze that are usual in mazes, unless two of its characters make up nearly all of it."""

MOST_LINES = 10 * LARGEST
"""Of one maze, however tall its cells are drawn."""


@dataclass(frozen=True)
class _Group:
    """The lines of one maze."""

    lines: list[Line]
    matrix: list[Row] | None = None

    @property
    def number(self) -> int:
        return self.lines[0].number

    def is_like(self, other: "_Group") -> bool:
        """Whether both are written with the same characters."""
        return [line.text for line in self.lines] == [line.text for line in other.lines]


def mazes_of(text: str) -> list[ReadPuzzle]:
    """Every maze in `text`, good or bad, in order; none if nothing in it looks like one."""
    groups, around = _groups(text)
    said = legend(around) if groups else {}
    places = places_in([line.text for line in around]) if len(groups) == 1 else None
    found: list[ReadPuzzle] = []
    last: _Group | None = None
    for group in groups:
        read = _read(group, said, places)
        # A second printing in other characters shows the way through the first.
        if last is not None and read.puzzle is not None and found[-1].puzzle == read.puzzle and not last.is_like(group):
            solution = found[-1].solution if read.solution is None else read.solution
            found[-1] = ReadPuzzle(read.puzzle, None, found[-1].line, solution, found[-1].alternatives)
        else:
            found.append(read)
        last = group
    return found


def holds_maze(text: str) -> bool:
    """Whether something in `text` looks like a maze, be it a good one or not."""
    return bool(_groups(text)[0])


def _groups(text: str) -> tuple[list[_Group], list[Line]]:
    """What looks like mazes, and the words between them."""
    mazes: list[_Group] = []
    around: list[Line] = []
    for group in _joined(groups_of(lines_of(text))):
        if len(group) > MOST_LINES:
            # Too large in any case; its beginning tells whether it looks like a maze.
            if _maze(group[:MOST_LINES]) is not None:
                mazes.append(_Group(group))
            continue
        if (
            "[" in group[0].text + group[-1].text
            and (matrix := rows_of_matrix([line for line in group if not is_place(line.text)])) is not None
        ):
            mazes.append(_Group(group, matrix))
            around += [line for line in group if is_place(line.text)]
            continue
        core, beside = _core(group)
        around += beside
        if core and (maze := _maze(core)) is not None:
            mazes.append(maze)
        else:
            around += core
    return mazes, around


def _core(group: list[Line]) -> tuple[list[Line], list[Line]]:
    """The rows of a group, and the words above and below them."""
    usual = Counter(character for line in group for character in set(line.text))
    first, end = 0, len(group)
    while first < end and is_words(group[first].text, usual):
        first += 1
    while end > first and is_words(group[end - 1].text, usual):
        end -= 1
    return group[first:end], group[:first] + group[end:]


def _maze(lines: list[Line]) -> _Group | None:
    """`lines` as a maze, if they look like one."""
    if (matrix := rows_of_matrix(lines)) is not None:
        return _Group(lines, matrix)
    if len(lines) < 2 or max(len(line.text) for line in lines) < 3:
        return None
    counts = Counter("".join(line.text for line in lines))
    size = sum(counts.values())
    digits = [digit for digit in "123456789" if counts[digit]]
    if len(digits) > 3:
        return None
    two = sum(number for _, number in counts.most_common(2))
    known = sum(number for character, number in counts.items() if character in _USUAL or arms(character))
    if two < 0.7 * size and known < _SHARE * size:
        return None
    lengths = Counter(len(line.text.rstrip()) for line in lines)
    ragged = len(lengths) > 2 + len(lines) / 2
    solid = [sign for sign, number in counts.items() if sign not in FREE + "0" and number >= max(5, 0.15 * size)]
    boxes = sum(number for character, number in counts.items() if arms(character)) > 0.1 * size
    field = counts["S"] == counts["G"] == 1 and set(counts) <= {*FREE, *PATHS, "S", "G"}
    if ragged or not (solid or boxes or field or (counts["0"] and counts["1"])):
        return None
    return _Group(lines)


def _read(group: _Group, said: dict[str, str], places: Places | None) -> ReadPuzzle:
    try:
        rows, sketch = _sketch(group, said)
        if places is not None and not sketch.starts and not sketch.goals and _are_blocks(group, rows):
            return _placed(group, sketch, places)
        sketch = without_margin(sketch)
    except PuzzleError as error:
        return ReadPuzzle(None, error if error.line else _at(error, group.number), group.number)
    try:
        maze = finished(sketch, LETTERS())
    except PuzzleError as error:
        return ReadPuzzle(None, _at(error, _line(error, rows, group.number, sketch)), group.number)
    others = (Alternative(maze.swapped, SWAP()),) if maze.swappable else ()
    return ReadPuzzle(maze.puzzle, None, group.number, _shown(maze.puzzle, sketch), others)


def _are_blocks(group: _Group, rows: list[Row]) -> bool:
    """Whether every character is one cell, so that row and column numbers are positions in the text."""
    return group.matrix is not None or (posts_apart(rows) is None and columns_apart(rows) is None)


def _placed(group: _Group, sketch: Sketch, places: Places) -> ReadPuzzle:
    """The maze with start and goal where the words say, and the other ways to count their cells."""
    mazes = [(finished(without_margin(each), LETTERS()).puzzle, why) for each, why in placed(sketch, places)]
    others = tuple(Alternative(maze, why) for maze, why in mazes[1:])
    return ReadPuzzle(mazes[0][0], None, group.number, _shown(mazes[0][0], sketch), others)


def _sketch(group: _Group, said: dict[str, str]) -> tuple[list[Row], Sketch]:
    if len(group.lines) > MOST_LINES:
        raise PuzzleError(TOO_LARGE(rows=len(group.lines), columns=len(group.lines[0].text), largest=LARGEST))
    if group.matrix is not None:
        rows = _equal(group.matrix)
        return rows, read_blocks(rows, said)
    rows = rows_of(group.lines)
    if (apart := posts_apart(rows)) is not None:
        return rows, read_lines(rows, apart)
    if (columns := columns_apart(rows)) is not None:
        return rows, read_underscores(rows, columns)
    return rows, read_blocks(rows, said)


def _equal(rows: list[Row]) -> list[Row]:
    """`rows` of a matrix, if all are as long as most; raises `PuzzleError` for the first that is not."""
    usual = Counter(map(len, rows)).most_common(1)[0][0]
    for row in rows:
        if len(row) != usual:
            raise PuzzleError(UNEVEN_ROW(count=len(row), usual=usual), line=row.number)
    return rows


def _shown(puzzle: MazePuzzle, sketch: Sketch) -> IntGrid | None:
    """[R, C] with the path that the text shows; None if it shows none."""
    if not sketch.path:
        return None
    grid = puzzle.grid.copy()
    for cell in sketch.path:
        if puzzle.free[cell]:
            grid[cell] = PATH
    return read_only(grid)


def _at(error: PuzzleError, line: int) -> PuzzleError:
    return PuzzleError(error.why, line=line, cells=error.cells)


def _line(error: PuzzleError, rows: list[Row], first: int, sketch: Sketch) -> int:
    """The line of the last cell that an error names; the maze's first where cells are not rows of the text."""
    if not error.cells or sketch.walls.shape[0] != len(rows):
        return first
    return rows[max(error.cells)[0]].number


def _joined(groups: list[list[Line]]) -> list[list[Line]]:
    """Groups in which an empty line that is a maze's free row no longer ends it, nor one after each row."""
    if len(groups) >= SMALLEST and all(len(group) == 1 for group in groups):
        lengths = Counter(len(group[0].text.rstrip()) for group in groups)
        apart = {b[0].number - a[0].number for a, b in pairwise(groups)}
        if len(lengths) <= 2 and apart == {2}:
            return [[group[0] for group in groups]]
    found: list[list[Line]] = []
    for group in groups:
        if found and _continues(found[-1], group):
            blank = Line("", group[0].number - 1)
            found[-1] = [*found[-1], blank, *group]
        else:
            found.append(group)
    return found


def _continues(above: list[Line], below: list[Line]) -> bool:
    """Whether the one empty line between two groups is a free row of one maze."""
    if below[0].number - above[-1].number != 2:
        return False
    edges = [line.text.strip() for line in (above[0], above[-1], below[0], below[-1])]
    if len({len(edge) for edge in edges}) != 1 or len(edges[0]) < SMALLEST:
        return False
    (wall, _), *_ = Counter(edges[0]).most_common(1)
    solid = [edge.count(wall) > 0.8 * len(edge) for edge in edges]
    if wall in FREE:
        return False
    small = len(above) < SMALLEST and len(below) < SMALLEST and not wall.isalnum()
    return solid[0] and solid[3] and (small or not (solid[1] and solid[2]))
