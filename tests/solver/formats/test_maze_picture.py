import io
import math
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from solver.formats.content import Content
from solver.formats.maze_picture.cells import Areas, cells_of
from solver.formats.maze_picture.choosing import Reading, chosen
from solver.formats.maze_picture.colours import codes_of
from solver.formats.maze_picture.lattice import Axis
from solver.formats.maze_picture.marks import Mark, Paint
from solver.formats.maze_picture.strays import on_walls, strays
from solver.formats.maze_picture.suppositions import suppositions
from solver.formats.registry import read
from solver.puzzles.base import PuzzleError
from solver.puzzles.maze.generator import generate_mazes
from solver.puzzles.maze.puzzle import MazePuzzle
from tests.solver.formats.maze_drawings import STYLES, Style, drawn, opened


@pytest.mark.parametrize("style", STYLES, ids=[style.name for style in STYLES])
@pytest.mark.parametrize(("kind", "rows", "columns"), [("perfect", 13, 21), ("braided", 19, 17)])
def test_every_style_is_read_exactly(style, kind, rows, columns):
    for maze in generate_mazes(1, rows, kind, rows, columns):
        shown = opened(maze) if style.mark == "none" else maze
        [found] = read(Content(drawn(shown, style)))
        assert found.puzzle == shown
        assert bool(found.alternatives) == (style.mark == "none")


def test_the_largest_maze_is_read_and_a_larger_one_is_named():
    [maze] = generate_mazes(1, 3, "perfect", 101, 101)
    [found] = read(Content(drawn(maze, Style("thin", pitch=12, wall=2, mark="fill"))))
    assert found.puzzle == maze
    blocks = [[(row % 2 and column % 2) for column in range(203)] for row in range(203)]
    image = Image.new("1", (203, 203))
    image.putdata([255 * bool(cell) for row in blocks for cell in row])
    with pytest.raises(PuzzleError, match="203×203"):
        read(Content(as_file(image)))


def test_a_margin_is_no_way_round_outside():
    maze = MazePuzzle(("#######", "S     #", "##### #", "#     #", "# #####", "G     #", "#######"))
    for margin in (0, 8, 16, 30):
        [found] = read(Content(drawn(maze, Style("blocks", wall=8, mark="fill", margin=margin))))
        assert found.puzzle == maze


def test_a_maze_without_a_way_is_not_read_the_other_way_round():
    rows = ("#########", "#S      #", "#########", "#      G#", "#########")
    image = Image.new("RGB", (90, 50), "black")
    pen = ImageDraw.Draw(image)
    colours = {" ": "white", "S": (0, 200, 0), "G": (220, 0, 0)}
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell in colours:
                pen.rectangle((10 * c, 10 * r, 10 * c + 9, 10 * r + 9), fill=colours[cell])
    [found] = read(Content(as_file(image)))
    assert found.puzzle == MazePuzzle(rows)
    assert found.puzzle.no_answer is not None
    assert all(other.puzzle.no_answer is not None for other in found.alternatives)


@pytest.mark.parametrize("style", ["blocks", "thin"])
def test_a_drawn_maze_whose_goal_is_walled_off_is_read_as_it_is(style):
    for maze in generate_mazes(3, 11, "perfect", 13, 17, no_way=True):
        looks = {"blocks": Style("blocks", wall=8, mark="fill"), "thin": Style("thin", pitch=14, wall=3, mark="fill")}
        [found] = read(Content(drawn(maze, looks[style])))
        assert found.puzzle == maze


def test_walls_that_are_no_grid_are_refused():
    image = Image.new("RGB", (400, 400), "white")
    pen = ImageDraw.Draw(image)
    for ring in range(20, 190, 20):
        for part in range(12):
            if (part + ring // 20) % 4:
                pen.arc(
                    (200 - ring, 200 - ring, 200 + ring, 200 + ring), 30 * part, 30 * part + 30, fill="black", width=2
                )
                x, y = math.cos(part * math.pi / 6), math.sin(part * math.pi / 6)
                pen.line((200 + ring * x, 200 + ring * y, 200 + (ring + 20) * x, 200 + (ring + 20) * y), "black", 2)
    with pytest.raises(PuzzleError, match="square grid"):
        read(Content(as_file(image)))


def as_file(image):
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


MAZE = MazePuzzle(
    (
        "###########",
        "#S  #     #",
        "### # ### #",
        "#   # #   #",
        "# ### # # #",
        "#     # # #",
        "# ##### ###",
        "# #   #   #",
        "# # # ### #",
        "#   #    G#",
        "###########",
    )
)


def test_the_bars_of_a_screenshot_are_no_part_of_the_page():
    page = picture_of(MAZE, Style("blocks", wall=8, mark="fill", margin=20))
    shot = Image.new("RGB", (page.width + 60, page.height + 70), (230, 230, 230))
    pen = ImageDraw.Draw(shot)
    pen.rectangle((0, 0, shot.width, 30), fill=(60, 64, 67))
    pen.text((8, 9), "Mazes - Browser", fill="white")
    shot.paste(page, (30, 50))
    assert the_maze(shot).puzzle == MAZE


@pytest.mark.parametrize("frame", ["black", (200, 60, 60), (150, 150, 150)])
@pytest.mark.parametrize("style", [Style("thin", mark="fill"), Style("blocks", wall=8, mark="fill")])
def test_a_frame_around_the_page_is_no_maze(frame, style):
    page = picture_of(MAZE, style)
    framed = Image.new("RGB", (page.width + 26, page.height + 26), "white")
    ImageDraw.Draw(framed).rectangle((4, 4, framed.width - 5, framed.height - 5), outline=frame, width=2)
    framed.paste(page, (13, 13))
    assert the_maze(framed).puzzle == MAZE


def test_discs_in_the_walls_colour_with_letters_are_marks():
    image = picture_of(MAZE, Style("thin", pitch=24, wall=2, mark="none", margin=20))
    pen = ImageDraw.Draw(image)
    for cell, letter in ((MAZE.start, "S"), (MAZE.goal, "E")):
        x, y = (20 + 24 * (place // 2) + 13 for place in cell[::-1])
        pen.ellipse((x - 9, y - 9, x + 9, y + 9), fill="black")
        pen.text((x, y), letter, fill="white", anchor="mm")
    found = the_maze(image)
    assert found.puzzle == MAZE
    assert [other.why.key for other in found.alternatives] == ["maze.swap_ends"]


@pytest.mark.parametrize(
    ("colours", "asks"),
    [
        (((0, 160, 60), (220, 40, 40)), False),
        (((190, 255, 190), (255, 190, 190)), False),
        (((0, 160, 60), (30, 144, 255)), False),
        (((30, 144, 255), (220, 40, 40)), True),
        (((121, 85, 72), (30, 144, 255)), True),
        (((255, 165, 0), (0, 200, 200)), True),
        (((128, 0, 128), (128, 0, 128)), True),
    ],
)
def test_what_no_colour_says_is_asked(colours, asks):
    image = picture_of(MAZE, Style("blocks", wall=8, mark="none", margin=0))
    for cell, colour in zip((MAZE.start, MAZE.goal), colours, strict=True):
        row, column = cell
        image.paste(colour, (8 * column, 8 * row, 8 * column + 8, 8 * row + 8))
    found = the_maze(image)
    readings = [found.puzzle, *(other.puzzle for other in found.alternatives)]
    assert MAZE in readings
    assert len(readings) == 1 + asks


@pytest.mark.parametrize("page", ["black", (60, 60, 60), "white"])
def test_a_light_border_on_a_dark_page_is_wall(page):
    style = Style("blocks", wall=8, wall_colour=(240, 240, 240), floor=(40, 44, 52), page=(40, 44, 52), mark="fill")
    card = picture_of(MAZE, style)
    image = Image.new("RGB", (card.width + 40, card.height + 40), page)
    image.paste(card, (20, 20))
    assert the_maze(image).puzzle == MAZE


def test_walls_of_the_pages_colour_have_a_border_all_the_same():
    for shown in (MAZE, opened(MAZE)):
        style = Style("blocks", wall=8, page=(0, 0, 0), mark="fill" if shown is MAZE else "none", margin=30)
        assert the_maze(picture_of(shown, style)).puzzle == shown


def test_a_floor_of_two_colours_is_not_read_as_wall():
    image = picture_of(MAZE, Style("blocks", pitch=32, wall=16, wall_colour=(0, 0, 80), mark="fill", margin=0))
    for row, line in enumerate(MAZE.rows):
        for column, cell in enumerate(line):
            if cell == " ":
                colour = (110, 90, 160) if row in (7, 8) and column in (3, 4, 5) else (180, 180, 255)
                image.paste(colour, (16 * column, 16 * row, 16 * column + 16, 16 * row + 16))
    try:
        found = the_maze(image)
    except PuzzleError:
        return
    assert found.puzzle == MAZE


def test_a_margin_of_one_cell_around_an_open_maze_offers_both_readings():
    maze = MazePuzzle(("S  #  ", "## # #", "   # #", " ##   ", "   ## ", "##   G"))
    image = picture_of(maze, Style("blocks", pitch=32, wall=16, mark="fill", margin=16))
    found = the_maze(image)
    assert maze in [found.puzzle, *(other.puzzle for other in found.alternatives)]


@pytest.mark.parametrize("colours", [("blue", "black"), ("black", "white"), ("white", "black")])
def test_a_room_without_inner_walls_is_read(colours):
    wall, floor = colours
    image = Image.new("RGB", (140, 140), wall)
    ImageDraw.Draw(image).rectangle((20, 20, 119, 119), fill=floor)
    for left, top in ((60, 0), (60, 120)):
        image.paste(floor, (left, top, left + 20, top + 20))
    assert the_maze(image).puzzle == MazePuzzle(("###S###", *["#     #"] * 5, "###G###"))


def test_marks_of_a_shade_of_the_walls_do_not_turn_walls_and_floor_around():
    """Pale discs on a dark floor look like bits of wall, so the drawn border seems to have no start and no goal."""
    maze = (
        "###############",
        "#     #       #",
        "#     ####### #",
        "#     #       #",
        "#     # #     #",
        "#       #     #",
    )
    rows = (*maze, maze[0][:1] * 15)
    image = Image.new("RGB", (300, 140), (0, 70, 0))
    pen = ImageDraw.Draw(image)

    def fill(row, column, colour, *, disc=False):
        x, y = 60 + 12 * column, 20 + 12 * row
        (pen.ellipse if disc else pen.rectangle)((x + disc, y + disc, x + 11 - disc, y + 11 - disc), fill=colour)

    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            if cell == "#":
                fill(row, column, (160, 160, 160))
    # A path of a third colour from one to the other.
    for row, column in [(r, 1) for r in range(2, 6)] + [(5, c) for c in range(2, 8)] + [(4, 7), (3, 7), (3, 8)]:
        fill(row, column, (186, 85, 211))
    for row, column in ((4, 7), (3, 7), (3, 8), (3, 9), (4, 9), (5, 9), (5, 10)):
        fill(row, column, (186, 85, 211))
    for row, column in ((1, 1), (5, 11)):
        fill(row, column, "white", disc=True)
    image = image.resize((225, 105), Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(1.1))
    try:
        found = the_maze(image)
    except PuzzleError:
        return
    assert [row.replace("S", " ").replace("G", " ") for row in found.puzzle.rows] == list(rows)


def test_cells_are_square_where_two_grids_fit():
    """Few walls stand upright, so a grid of wider cells fits their places about as well."""
    maze = MazePuzzle(
        ("###################", "# #    G          #", "# # ########### # #", "#          S    # #", "#" * 19)
    )
    style = Style("thin", pitch=12, wall=3, mark="fill", margin=0)
    assert the_maze(picture_of(maze, style)).puzzle == maze


@pytest.mark.parametrize("times", [2, 3, 5])
def test_a_grid_finer_than_the_lines_is_no_grid(times):
    """Only every second, third or fifth line of such a grid has any walls."""
    shown = np.asarray(picture_of(MAZE, Style("thin", pitch=30, wall=3, mark="none", margin=0)).convert("L"))
    mask = shown < 128
    areas = Areas((mask * 255).astype(np.uint8))

    def axis(length, parts):
        middles = np.linspace(1.5, length - 1.5, parts + 1)
        edges = np.stack((middles - 1.5, middles + 1.5), axis=1).ravel()
        return Axis(edges, (length - 3) / parts, True, 3.0)

    height, width = mask.shape
    found = cells_of(areas, axis(height, 5), axis(width, 5), 0.5)
    assert found is not None
    assert found.walls.shape == (11, 11)
    assert cells_of(areas, axis(height, 5 * times), axis(width, 5 * times), 0.5) is None


def picture_of(maze, style):
    return Image.open(io.BytesIO(drawn(maze, style))).convert("RGB")


def the_maze(image):
    [found] = read(Content(as_file(image)))
    assert found.error is None or found.puzzle is None
    if found.error is not None:
        raise found.error
    return found


def test_grid_lines_of_the_walls_colour_leave_a_double_border_whole():
    maze = MazePuzzle(("########", "#S  #  #", "# # # ##", "# #   ##", "# ### ##", "#    G##", "########", "########"))
    image = picture_of(maze, Style("blocks", pitch=32, wall=16, mark="fill", margin=20))
    pen = ImageDraw.Draw(image)
    for line in range(9):
        at = 20 + 16 * line
        pen.line((at, 20, at, 20 + 128), fill="black")
        pen.line((20, at, 20 + 128, at), fill="black")
    assert the_maze(image).puzzle == maze


def test_passages_twice_as_wide_as_walls_are_one_cell_wide():
    [maze] = generate_mazes(1, 5, "perfect", 13, 27)
    image = picture_of(maze, Style("thick", pitch=9, wall=3, mark="fill", margin=16))
    assert the_maze(image).puzzle == maze


def test_a_pale_goal_at_the_end_of_a_painted_path_is_a_mark():
    maze = MazePuzzle(("S  #  ", "## # #", "   # #", " ##   ", "   ## ", "##   G"))
    image = picture_of(maze, Style("blocks", pitch=32, wall=16, mark="none", margin=0))
    path = [(0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (3, 0), (4, 0), (4, 1), (4, 2), (5, 2), (5, 3), (5, 4)]
    for (row, column), colour in [
        *((cell, (255, 165, 0)) for cell in path),
        ((0, 0), (30, 200, 30)),
        ((5, 5), (255, 190, 190)),
    ]:
        image.paste(colour, (16 * column, 16 * row, 16 * column + 16, 16 * row + 16))
    found = the_maze(image)
    assert maze in [found.puzzle, *(other.puzzle for other in found.alternatives)]


def test_a_maze_at_the_edge_of_a_picture_with_a_caption_below_is_read():
    [maze] = generate_mazes(1, 8, "braided", 13, 21)
    image = picture_of(maze, Style("thin", pitch=18, wall=4, mark="fill", margin=0))
    page = Image.new("RGB", (image.width + 60, image.height + 30), "white")
    page.paste(image, (30, 0))
    ImageDraw.Draw(page).text((6, image.height + 8), "Figure 2. Find the way from S to G", fill=(40, 40, 40))
    assert the_maze(page).puzzle == maze


def test_walls_that_a_reading_overlooks_are_strays():
    walls = np.ones((5, 5), dtype=bool)
    walls[1:4, 1:4] = False
    axis = Axis(np.linspace(0, 50, 6), 10, False, 10)
    amount = np.repeat(np.repeat(walls, 10, axis=0), 10, axis=1).astype(np.uint8) * 255
    nothing = np.zeros_like(amount, dtype=bool)
    assert strays(amount, nothing, walls, [], axis, axis) == 0
    amount[24:26, 10:40] = 255
    assert strays(amount, nothing, walls, [], axis, axis) == pytest.approx(2 / 26)


def test_grey_grid_lines_in_a_jpeg_are_no_walls():
    [maze] = generate_mazes(1, 4, "perfect", 16, 20)
    image = picture_of(maze, Style("blocks", pitch=40, wall=20, mark="fill", margin=0))
    pen = ImageDraw.Draw(image)
    for at in range(0, max(image.size), 20):
        pen.line((at, 0, at, image.height), fill=(170, 170, 170))
        pen.line((0, at, image.width, at), fill=(170, 170, 170))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=75)
    [found] = read(Content(file.getvalue()))
    assert found.puzzle == maze


@pytest.mark.parametrize("bordered", [True, False])
@pytest.mark.parametrize(
    ("size", "side", "scale", "filtered"),
    [((37, 31), 9, 1.25, Image.Resampling.BILINEAR), ((17, 13), 14, 2.5, Image.Resampling.BICUBIC)],
)
@pytest.mark.parametrize(
    ("wall", "floor", "line"),
    [
        ((255, 255, 220), (0, 0, 80), (45, 45, 105)),
        ((150, 0, 0), (255, 255, 255), (128, 128, 128)),
    ],
)
def test_soft_grid_lines_of_an_enlarged_picture_are_no_walls(wall, floor, line, size, side, scale, filtered, bordered):
    [maze] = generate_mazes(1, 7, "perfect", *size)
    if not bordered:
        if wall[0] == 255:
            floor, wall = wall, floor
        maze = MazePuzzle(tuple(row[1:-1] for row in maze.rows[1:-1]))
    rows, columns = maze.shape
    image = Image.new("RGB", (side * columns + (not bordered), side * rows + (not bordered)), floor)
    for r, row in enumerate(maze.rows):
        for c, cell in enumerate(row):
            colour = {"#": wall, "S": (0, 200, 83), "G": (244, 67, 54)}.get(cell, floor)
            image.paste(colour, (side * c, side * r, side * c + side, side * r + side))
    pen = ImageDraw.Draw(image)
    for at in range(0, max(image.size), side):
        pen.line((at, 0, at, image.height), fill=line)
        pen.line((0, at, image.width, at), fill=line)
    if not bordered:
        page = Image.new("RGB", (image.width + 10, image.height + 10), "white")
        page.paste(image, (5, 5))
        image = page
    image = image.resize((round(image.width * scale), round(image.height * scale)), filtered)
    assert the_maze(image).puzzle == maze


def test_lines_between_all_cells_are_no_maze():
    image = Image.new("RGB", (201, 201), "white")
    pen = ImageDraw.Draw(image)
    for at in range(0, 201, 20):
        pen.line((at, 0, at, 200), fill="black", width=2)
        pen.line((0, at, 200, at), fill="black", width=2)
    for at, colour in ((1, (0, 200, 0)), (9, (220, 0, 0))):
        pen.rectangle((20 * at + 5, 20 * at + 5, 20 * at + 15, 20 * at + 15), fill=colour)
    with pytest.raises(PuzzleError, match="square grid"):
        the_maze(image)


def test_grid_lines_beside_a_free_column_are_no_walls():
    """In a column of cells of one colour no line between cells shows, and none is missing."""
    walls = np.random.default_rng(5).random((9, 25)) < 0.35
    walls[:, 6] = walls[4] = False
    image = Image.new("RGB", (25 * 16 + 33, 9 * 16 + 33), (128, 128, 128))
    pen = ImageDraw.Draw(image)
    for row in range(9):
        for column in range(25):
            fill = (90, 0, 0) if walls[row, column] else "white"
            at = (16 + 16 * column, 16 + 16 * row, 32 + 16 * column, 32 + 16 * row)
            pen.rectangle(at, fill=fill, outline=(225, 209, 209))
    for column, colour in ((1, (46, 204, 113)), (22, (200, 0, 0))):
        pen.ellipse((20 + 16 * column, 84, 28 + 16 * column, 92), fill=colour)
    image = image.resize((round(1.5 * image.width), round(1.5 * image.height)), Image.Resampling.BILINEAR)
    drawn_rows = ["".join("#" if wall else " " for wall in row) for row in walls]
    drawn_rows[4] = " S" + " " * 20 + "G  "
    assert the_maze(image).puzzle == MazePuzzle(tuple(drawn_rows))


def test_rings_in_what_could_be_walls_show_that_it_is_floor():
    rows = (
        "#########",
        "#     # #",
        "# ### # #",
        "#  G#   #",
        "####### #",
        "#     # #",
        "# ##### #",
        "#    S  #",
        "#########",
    )
    image = Image.new("RGB", (244, 244), "black")
    pen = ImageDraw.Draw(image)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            left, top = 50 + 16 * c, 50 + 16 * r
            if cell != "#":
                pen.rectangle((left, top, left + 15, top + 15), fill=(235, 245, 255))
            if cell in "SG":
                colour = (76, 175, 80) if cell == "S" else (255, 0, 0)
                pen.ellipse((left + 2, top + 2, left + 13, top + 13), outline=colour, width=2)
    [found] = read(Content(as_file(image)))
    assert found.puzzle.rows == rows


def test_marks_that_fill_several_cells_show_that_cells_are_larger():
    rows = (
        "#################",
        "#               #",
        "# ####### # ### #",
        "# #     # # #G# #",
        "# # # # ### # # #",
        "#  S#       #   #",
        "#################",
    )
    edges = np.cumsum([2] + [8, 16] * 8 + [8]).tolist()
    colours = {"#": "white", " ": "black", "S": (144, 238, 144), "G": (255, 190, 190)}
    image = Image.new("RGB", (edges[17] + 2, edges[7] + 2), "black")
    pen = ImageDraw.Draw(image)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            pen.rectangle((edges[c], edges[r], edges[c + 1] - 1, edges[r + 1] - 1), fill=colours[cell])
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    [found] = read(Content(file.getvalue()))
    assert found.puzzle.rows == rows


def test_nearly_equal_margins_are_tried_once():
    [maze] = generate_mazes(1, 3, "perfect", 15, 15)
    with Image.open(io.BytesIO(drawn(maze, Style("thin", pitch=16, wall=2, margin=24, page=(128, 128, 128))))) as image:
        soft = image.resize((image.width * 5 // 2,) * 2, Image.Resampling.BICUBIC)
    tried = list(suppositions(codes_of(np.asarray(soft))))
    for index, one in enumerate(tried):
        for other in tried[index + 1 :]:
            same = (one.from_edge, one.unframed) == (other.from_edge, other.unframed)
            same &= bool(np.abs(one.wall - other.wall).max() < 8 and np.abs(one.floor - other.floor).max() < 8)
            assert not (same and one.layer.box == other.layer.box)


def blocks_of(rows, side, margin, colours, *, mark="fill", caption="", soft=1):
    """The maze as blocks on a page; `colours` by cell, and of the page under “page”."""
    height, width = (side * len(rows) + 2 * margin, side * len(rows[0]) + 2 * margin)
    image = Image.new("RGB", (soft * width, soft * (height + (20 if caption else 0))), colours["page"])
    pen = ImageDraw.Draw(image)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            x, y, last = soft * (margin + side * c), soft * (margin + side * r), soft * side - 1
            pen.rectangle((x, y, x + last, y + last), fill=colours["#" if cell == "#" else " "])
            if cell in "SG":
                inset = {"fill": 0, "disc": last * 0.12, "dot": last * 0.36}[mark]
                shape = pen.rectangle if mark == "fill" else pen.ellipse
                shape((x + inset, y + inset, x + last - inset, y + last - inset), fill=colours[cell])
    if caption:
        pen.text((4, height), caption, fill=(90, 90, 90))
    return image.resize((width, image.height // soft), Image.Resampling.LANCZOS) if soft > 1 else image


GREEN_AND_RED = {"S": (0, 128, 0), "G": (237, 28, 36)}


def test_light_passages_along_a_border_of_the_pages_colour_are_passages():
    rows = ("#######", "#     #", "# ### #", "#   # #", "# # ###", "# # #G#", "# # # #", "#S#   #", "#######")
    dark = (90, 0, 0)
    image = blocks_of(rows, 26, 16, {"page": dark, "#": dark, " ": (245, 235, 215), **GREEN_AND_RED}, caption="41 x 41")
    [found] = read(Content(as_file(image)))
    assert found.puzzle.rows == rows


def test_the_soft_inner_edge_of_a_border_is_no_border_of_its_own():
    rows = ("#####", "#  G#", "# ###", "#   #", "### #", "#   #", "# # #", "#  S#", "### #", "#   #", "#####")
    colours = {"page": (255, 255, 255), " ": (255, 255, 255), "#": (60, 60, 60), "S": (0, 200, 200), "G": (128, 0, 128)}
    image = blocks_of(rows, 9, 50, colours, mark="disc", soft=4)
    [found] = read(Content(as_file(image)))
    assert found.puzzle.shape == (11, 5)
    assert rows in (found.puzzle.rows, found.alternatives[0].puzzle.rows)


def test_a_mark_with_wall_around_it_in_its_cell_stands_on_wall():
    edges = np.arange(0, 61, 20.0)
    axis = Axis(edges, 20, False, 20)
    ys, xs = np.mgrid[:60, :60]
    disc = (ys - 29.5) ** 2 + (xs - 29.5) ** 2 < 8**2
    paint = Paint((Mark((1, 1), np.array([255, 200, 200], dtype=np.float32)),), ())
    for around in (0, 255):
        assert on_walls(np.full((60, 60), around, np.uint8), disc, paint, axis, axis) == bool(around)
    # One that fills its cell says nothing about what is around it.
    filled = (np.abs(ys - 29.5) < 10) & (np.abs(xs - 29.5) < 10)
    assert not on_walls(np.full((60, 60), 255, np.uint8), filled, paint, axis, axis)


def test_a_caption_beside_a_maze_without_a_border_is_no_part_of_it():
    rows = ("#  # #  # ", "# ## # # #", "   ##S ## ", " #   ##   ", "##  #   ##", "G # # ##  ", "#   ## #  ")
    white = (255, 255, 255)
    colours = {"page": white, " ": white, "#": (0, 0, 0), "S": (30, 200, 30), "G": (255, 60, 60)}
    [found] = read(Content(as_file(blocks_of(rows, 12, 36, colours, mark="dot", caption="A maze"))))
    assert found.puzzle.rows == rows


def test_a_reading_with_neither_border_nor_marks_comes_after_one_with_marks():
    pixels = np.full((60, 60, 3), 255, dtype=np.uint8)
    pixels[10:50, 10:50] = 0
    pixels[20:40, 20:40] = 255
    supposed = replace(next(iter(suppositions(codes_of(pixels)))), wall=np.zeros(3, np.float32))
    bare = np.zeros((8, 8), dtype=bool)
    bare[2:6:2, ::2] = True
    # A third of its passages cannot be reached.
    parted = np.zeros((6, 6), dtype=bool)
    parted[:, 3] = True
    marks = [Mark((0, 0), np.array([0, 200, 0], np.float32)), Mark((5, 2), np.array([220, 0, 0], np.float32))]
    first = Reading(supposed, bare, Paint((), ()), ((0, 1), (7, 7)), 8.0, 9, lined=False)
    marked = Reading(supposed, parted, Paint(tuple(marks), ()), (), 8.0, 9, lined=False)
    assert chosen([first, marked]).finished.puzzle.shape == (6, 6)
