"""Draws mazes as generators and people do, in six styles, for the tests of what reads them."""

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw

from solver.puzzles.maze.puzzle import PATH, MazePuzzle, canonical_label

BLACK, WHITE, GREEN, RED, BLUE = (0, 0, 0), (255, 255, 255), (0, 160, 60), (220, 40, 40), (150, 200, 255)
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Style:
    """How a maze is drawn."""

    name: str
    pitch: float = 16
    """Pixels of a passage and a wall together; of two blocks."""
    wall: float = 2
    wall_colour: Colour = BLACK
    floor: Colour = WHITE
    page: Colour = WHITE
    margin: int = 12
    mark: str = "disc"
    """“disc”, “square”, “fill”, or “none” for openings in the border."""
    path: bool = False
    caption: str = ""
    grid: Colour | None = None
    scale: float = 1
    resample: Image.Resampling = Image.Resampling.NEAREST
    file: str = "PNG"


STYLES = (
    Style("thin"),
    Style("thin openings", mark="none", margin=2),
    Style("thin blue", wall_colour=(30, 40, 90), floor=(255, 250, 230), page=(255, 250, 230), pitch=20),
    Style("thin jpeg", pitch=24, wall=3, mark="square", file="JPEG"),
    Style("thin path", pitch=18, path=True, caption="A maze"),
    Style("blocks", wall=8, mark="fill", margin=0),
    Style("blocks inverted", wall=8, wall_colour=WHITE, floor=BLACK, page=BLACK, mark="none", margin=10),
    Style("blocks soft", wall=8, mark="none", margin=0, scale=1.67, resample=Image.Resampling.BILINEAR),
    Style("blocks dark page", wall=8, page=(40, 44, 52), mark="fill", margin=15, file="GIF"),
    Style("blocks uneven", wall=8, mark="fill", scale=1.7),
    Style("grid lines", wall=12, pitch=24, wall_colour=(128, 128, 128), grid=(204, 204, 204), mark="fill", margin=0),
    Style("hedges", wall=8, wall_colour=(0, 90, 0), floor=(240, 255, 235), mark="none", file="WEBP"),
)


def drawn(maze: MazePuzzle, style: Style) -> bytes:
    """A picture file of a maze whose walls stand between cells with odd rows and columns."""
    rows, columns = maze.shape
    edges_down, edges_across = (_edges(count, style) for count in (rows, columns))
    size = (round(edges_across[-1] + style.margin), round(edges_down[-1] + style.margin + 24 * bool(style.caption)))
    image = Image.new("RGB", size, style.page)
    pen = ImageDraw.Draw(image)

    def box(row: int, column: int) -> tuple[int, int, int, int]:
        left, top = round(edges_across[column]), round(edges_down[row])
        return left, top, round(edges_across[column + 1]) - 1, round(edges_down[row + 1]) - 1

    path = canonical_label(maze) == PATH
    for row in range(rows):
        for column in range(columns):
            wall = maze.rows[row][column] == "#"
            colour = style.wall_colour if wall else BLUE if style.path and path[row, column] else style.floor
            pen.rectangle(box(row, column), fill=colour)
    if style.mark != "none":
        for cell, colour in ((maze.start, GREEN), (maze.goal, RED)):
            left, top, right, bottom = box(*cell)
            inset = 0 if style.mark == "fill" else (right - left) // 6
            shape = (left + inset, top + inset, right - inset, bottom - inset)
            (pen.ellipse if style.mark == "disc" else pen.rectangle)(shape, fill=colour)
    if style.grid is not None:
        for x in edges_across:
            pen.line((round(x), round(edges_down[0]), round(x), round(edges_down[-1])), fill=style.grid)
        for y in edges_down:
            pen.line((round(edges_across[0]), round(y), round(edges_across[-1]), round(y)), fill=style.grid)
    if style.caption:
        pen.text((style.margin, size[1] - 18), style.caption, fill=(90, 90, 90))
    if style.scale != 1:
        image = image.resize((round(size[0] * style.scale), round(size[1] * style.scale)), style.resample)
    file = io.BytesIO()
    image.save(file, style.file, quality=75)
    return file.getvalue()


def opened(maze: MazePuzzle) -> MazePuzzle:
    """The maze with its start and goal in the border: above its first passage and below its last."""
    rows = [list(row.replace("S", " ").replace("G", " ")) for row in maze.rows]
    rows[0][1], rows[-1][-2] = "S", "G"
    return MazePuzzle(tuple(map("".join, rows)))


def _edges(count: int, style: Style) -> list[float]:
    places = [float(style.margin)]
    for index in range(count):
        places.append(places[-1] + (style.wall if index % 2 == 0 else style.pitch - style.wall))
    return places
