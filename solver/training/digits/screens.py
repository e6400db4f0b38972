"""Draws pictures of Sudokus as programs and web pages show them: page, buttons, lines, digits and pencil marks."""

from dataclasses import dataclass, replace
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Font = ImageFont.FreeTypeFont


@dataclass(frozen=True)
class Look:
    """How one program draws its Sudokus; lengths are pixels unless they say otherwise."""

    cell: float = 48
    page: Colour = (250, 250, 250)
    paper: Colour = (255, 255, 255)
    given_paper: Colour | None = None
    """Behind the cells with a digit; None for the same as the others."""
    box_paper: Colour | None = None
    """Behind every other box."""
    selected: Colour | None = None
    """Behind one cell, and paler behind its row and column."""
    ink: Colour = (20, 20, 20)
    entered: Colour | None = None
    """Of the digits that a player has entered."""
    mark_ink: Colour = (110, 110, 110)
    line: Colour = (170, 170, 170)
    thick: Colour = (30, 30, 30)
    line_width: int = 1
    thick_width: int = 3
    digit: float = 0.62
    """Font size as a share of the cell."""
    mark: float = 0.24
    marks: float = 0.0
    """How many of the empty cells have pencil marks."""
    margin: tuple[int, int, int, int] = (24, 24, 24, 24)
    """Of the page, left of the grid, above, right and below."""
    clutter: bool = False
    """Whether there are a title, buttons and other lines on the page."""
    scale: float = 1.0
    """The whole picture is scaled by this at the end."""
    jpeg: int = 0
    """Quality; 0 for no such noise."""


LIGHT = Look()
DARK = Look(
    page=(24, 26, 30),
    paper=(32, 34, 40),
    ink=(235, 235, 235),
    mark_ink=(150, 150, 150),
    line=(80, 84, 92),
    thick=(190, 190, 195),
)


def draw_screen(
    givens: str, font: Font, look: Look = LIGHT, *, entered: str = "0" * 81, marks_seed: int | None = None
) -> Image.Image:
    """The picture of a Sudoku whose 81 `givens` (0 blank) and the player's own digits are drawn as `look` says."""
    random = Random(marks_seed)
    left, top, right, bottom = look.margin
    side = round(9 * look.cell)
    picture = Image.new("RGB", (left + side + right, top + side + bottom), look.page)
    draw = ImageDraw.Draw(picture)
    if look.clutter:
        _draw_clutter(draw, font, look, side, random)
    draw.rectangle((left, top, left + side, top + side), look.paper)
    big = font.font_variant(size=max(round(look.digit * look.cell), 6))
    small = font.font_variant(size=max(round(look.mark * look.cell), 4))
    chosen = random.randrange(81)
    for index in range(81):
        row, column = divmod(index, 9)
        x0, y0 = left + round(column * look.cell), top + round(row * look.cell)
        x1, y1 = left + round((column + 1) * look.cell), top + round((row + 1) * look.cell)
        given, own = givens[index] not in "0.", entered[index] not in "0."
        paper = _paper(look, row, column, chosen, given=given)
        if paper is not None:
            draw.rectangle((x0, y0, x1 - 1, y1 - 1), paper)
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        if given or own:
            digit = givens[index] if given else entered[index]
            ink = look.ink if given or look.entered is None else look.entered
            _write(draw, middle, digit, big, ink)
        elif random.random() < look.marks:
            for mark in random.sample(range(9), random.randint(1, 5)):
                across, down = (mark % 3 - 1) * look.cell * 0.29, (mark // 3 - 1) * look.cell * 0.29
                _write(draw, (middle[0] + across, middle[1] + down), str(mark + 1), small, look.mark_ink)
    _draw_lines(draw, look, side)
    return _worn(picture, look)


def _paper(look: Look, row: int, column: int, chosen: int, *, given: bool) -> Colour | None:
    if look.selected is not None:
        chosen_row, chosen_column = divmod(chosen, 9)
        if (row, column) == (chosen_row, chosen_column):
            return look.selected
        if row == chosen_row or column == chosen_column:
            return _mixed(look.selected, look.paper)
    if given and look.given_paper is not None:
        return look.given_paper
    if look.box_paper is not None and (row // 3 + column // 3) % 2:
        return look.box_paper
    return None


def _mixed(one: Colour, other: Colour) -> Colour:
    return ((one[0] + other[0]) // 2, (one[1] + other[1]) // 2, (one[2] + other[2]) // 2)


def _write(draw: ImageDraw.ImageDraw, middle: tuple[float, float], text: str, font: Font, colour: Colour) -> None:
    """Centre `text` by its advance and the height of digits, as programs do, not by its own bounding box."""
    _, top, _, bottom = font.getbbox("0", anchor="ls")
    draw.text((middle[0], middle[1] - (top + bottom) / 2), text, colour, font, anchor="ms")


def _draw_lines(draw: ImageDraw.ImageDraw, look: Look, side: int) -> None:
    left, top = look.margin[:2]
    for thick in (False, True):
        for index in range(10):
            if (index % 3 == 0) != thick:
                continue
            width = look.thick_width if thick else look.line_width
            colour = look.thick if thick else look.line
            at = round(index * look.cell) - width // 2
            draw.rectangle((left + at, top, left + at + width - 1, top + side), colour)
            draw.rectangle((left, top + at, left + side, top + at + width - 1), colour)


def _draw_clutter(draw: ImageDraw.ImageDraw, font: Font, look: Look, side: int, random: Random) -> None:
    """A title, a bar, a box around the board, rows of buttons with the digits, and a list of words."""
    left, top, right, bottom = look.margin
    width, height = left + side + right, top + side + bottom
    text = font.font_variant(size=max(round(0.4 * look.cell), 8))
    if top > 40:
        draw.rectangle((0, 0, width, top // 2), _mixed(look.thick, look.page))
        draw.text((left, top // 6), "Sudoku 17  –  Hard  03:41", look.ink, text)
    gap = min(9, min(look.margin) // 2)
    draw.rectangle((left - gap, top - gap, left + side + gap, top + side + gap), outline=look.line)
    if bottom > look.cell * 1.4:
        for digit in range(9):
            x, y = left + round(digit * look.cell), top + side + round(0.3 * look.cell)
            draw.rectangle((x + 2, y, x + look.cell - 2, y + look.cell * 0.9), outline=look.line)
            _write(draw, (x + look.cell / 2, y + look.cell * 0.45), str(digit + 1), text, look.ink)
    if right > 120:
        for row in range(top, height - 30, round(look.cell * 0.8)):
            draw.text((left + side + 20, row), random.choice(("Undo", "Notes", "Hint 3", "Erase")), look.ink, text)
            draw.line((left + side + 14, row - 4, width - 8, row - 4), look.line)


def _worn(picture: Image.Image, look: Look) -> Image.Image:
    if look.scale != 1.0:
        size = (round(picture.width * look.scale), round(picture.height * look.scale))
        picture = picture.resize(size, Image.Resampling.BICUBIC)
    if look.jpeg:
        packed = BytesIO()
        picture.save(packed, "JPEG", quality=look.jpeg)
        picture = Image.open(packed).convert("RGB")
    return picture


def random_look(random: Random, *, dark: bool, cell: float, marks: bool) -> Look:
    """A look that some program could have."""
    shade = random.randint(-12, 12)
    look = replace(DARK if dark else LIGHT, cell=cell, marks=random.uniform(0.3, 1.0) if marks else 0.0)
    look = replace(
        look,
        page=_shifted(look.page, shade),
        digit=random.uniform(0.52, 0.78),
        mark=random.uniform(0.2, 0.29),
        line_width=random.choice((1, 1, 1, 2)),
        thick_width=random.choice((2, 2, 3, 4)),
        margin=(random.randint(8, 160), random.randint(8, 160), random.randint(8, 260), random.randint(8, 160)),
        clutter=random.random() < 0.6,
    )
    if random.random() < 0.35:
        look = replace(look, selected=(60, 90, 140) if dark else (187, 222, 251))
    if random.random() < 0.3:
        look = replace(look, given_paper=_shifted(look.paper, 14 if dark else -14))
    if random.random() < 0.2:
        look = replace(look, box_paper=_shifted(look.paper, 10 if dark else -12))
    if random.random() < 0.3:
        look = replace(
            look, ink=random.choice(((140, 190, 255), (255, 220, 160)) if dark else ((20, 40, 110), (70, 70, 70)))
        )
    if random.random() < 0.3:
        look = replace(look, line=_shifted(look.paper, 22 if dark else -26))
    if random.random() < 0.35:
        look = replace(look, scale=random.choice((0.8, 1.1, 1.25, 1.5, 1.75)))
    if random.random() < 0.3:
        look = replace(look, jpeg=random.randint(70, 92))
    return look


def _shifted(colour: Colour, by: int) -> Colour:
    red, green, blue = (min(max(channel + by, 0), 255) for channel in colour)
    return red, green, blue
