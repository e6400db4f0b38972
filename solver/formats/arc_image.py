"""Pictures of ARC grids, of any cell size, with or without lines between the cells."""

from solver.formats.content import Content
from solver.formats.format import Format
from solver.formats.picture import ENDINGS
from solver.formats.picture_kinds import certainty, shown_in
from solver.formats.read_puzzle import ReadPuzzle
from solver.messages import Template
from solver.puzzles.arc.canvas import size
from solver.puzzles.arc.puzzle import ArcPuzzle
from solver.puzzles.base import PuzzleError

ONE_GRID = Template(
    "arc_picture.one_grid",
    "This picture shows one ARC grid of {rows}×{columns} cells, which is not a whole task. "
    "Open a task, choose an input or an output, and paste the picture there.",
)
NO_GRID = Template("arc_picture.no_grid", "There is no ARC grid in this picture, or there are several.")


def _sniff(content: Content) -> float:
    return certainty(content, ArcPuzzle.kind)


def _read(content: Content) -> list[ReadPuzzle]:
    picture = content.picture
    reading = None if picture is None else shown_in(picture).arc
    if reading is None:
        raise PuzzleError(NO_GRID())
    rows, columns = size(reading.grid)
    raise PuzzleError(ONE_GRID(rows=rows, columns=columns))


FORMAT = Format(
    key="arc-image",
    name="picture of an ARC grid",
    kind=ArcPuzzle.kind,
    endings=ENDINGS,
    sniff=_sniff,
    read=_read,
)
