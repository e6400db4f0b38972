"""Rules of ARC training tasks about marks that are drawn to, carried over to, or joined with something else."""

import numpy as np

from solver.training.arc_rules.rule import (
    Pair,
    Rule,
    Undrawable,
    between,
    chance,
    components,
    family,
    filled,
    free_place,
    noise,
    some_colours,
    turned,
)


@family("1f642eb9")
def seen_from_the_edge(random: np.random.Generator) -> Rule:
    """Marks at the edges colour the box's cell that they face (or the whole way to the box)."""
    body = between(random, 1, 9)
    ground = 0 if chance(random, 0.8) else some_colours(random, 1, but=(body,))[0]
    whole_way, moved, side = chance(random, 0.3), chance(random, 0.2), between(random, 8, 15)

    def pair(random: np.random.Generator) -> Pair:
        grid = filled(side, side, ground)
        top, left = between(random, 3, side - 5), between(random, 3, side - 5)
        bottom, right = between(random, top + 2, side - 3), between(random, left + 2, side - 3)
        grid[top:bottom, left:right] = body
        output, marks = grid.copy(), 0
        for turn in range(4):
            view, answer = np.rot90(grid, turn), np.rot90(output, turn)
            for column in np.flatnonzero((view == body).any(0)):
                if chance(random, 0.35):
                    (colour,) = some_colours(random, 1, but=(body, ground))
                    first = int(np.flatnonzero(view[:, column] == body)[0])
                    if answer[first, column] != body:
                        continue
                    view[0, column] = answer[0, column] = answer[first, column] = colour
                    if whole_way:
                        answer[:first, column] = colour
                    elif moved:
                        answer[0, column] = ground
                    marks += 1
        if marks < 2:
            raise Undrawable
        return grid, output

    return pair


@family("e21d9049")
def cross_goes_on(random: np.random.Generator) -> Rule:
    """The arms of a small cross are repeated, in their order of colours, all along its row and column."""
    upright_only, low = chance(random, 0.2), between(random, 8, 14)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, low, low + 5), between(random, low, low + 5)
        centre, *others = some_colours(random, between(random, 3, 5))
        arms = [[centre, *random.permutation(others)] for _ in range(2)]
        r, c = between(random, 4, rows - 5) if rows > 9 else 4, between(random, 4, columns - 5) if columns > 9 else 4
        given, output = filled(rows, columns), filled(rows, columns)
        for axis, (here, there, arm) in enumerate(((r, c, arms[0]), (c, r, arms[1]))):
            view, answer = (given.T, output.T) if axis else (given, output)
            if axis and upright_only:
                break
            back = between(random, 0, min(there, here, len(arm) - 1))
            places = np.arange(view.shape[1])
            row = np.array(arm)[(places - there) % len(arm)]
            answer[here] = row
            stop = there - back + len(arm)
            if stop > len(row):
                raise Undrawable
            view[here, there - back : stop] = row[there - back : stop]
        return given, output

    return pair


@family("67a423a3")
def crossing_ringed(random: np.random.Generator) -> Rule:
    """Where two lines of different colours cross, a ring (or spot) in a colour of its own is drawn."""
    ring = between(random, 1, 9)
    around, middle, radius = chance(random, 0.75), chance(random, 0.2), between(random, 1, 2)
    many, low = chance(random, 0.4), between(random, 4, 9)

    def pair(random: np.random.Generator) -> Pair:
        across, down = some_colours(random, 2, but=(0, ring))
        reach = radius if around else 0
        size = low + 2 * reach + (6 if many else 0)
        rows, columns = between(random, size, size + 4), between(random, size, size + 4)
        lines = [between(random, reach, rows - reach - 1)]
        columns_of = [between(random, reach, columns - reach - 1) for _ in range(between(random, 1, 2) if many else 1)]
        if len(columns_of) == 2 and abs(columns_of[0] - columns_of[1]) <= 2 * reach + 1:
            raise Undrawable
        given = filled(rows, columns)
        given[:, columns_of] = down
        given[lines] = across
        output = given.copy()
        for r in lines:
            for c in columns_of:
                output[r - reach : r + reach + 1, c - reach : c + reach + 1] = ring
                if around:
                    output[r, c] = 0 if middle else given[r, c]
        return given, output

    return pair


@family("ecdecbb3")
def dots_tied_to_lines(random: np.random.Generator) -> Rule:
    """Each dot is tied to the lines that it faces; where they meet, the dot's colour is ringed by the line's."""
    dot, line = some_colours(random, 2)
    ringed, turn = chance(random, 0.7), turned(random)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 10, 17), between(random, 8, 17)
        given = filled(rows, columns)
        row = between(random, 3, rows - 4)
        lines = [row]
        if row + 6 < rows - 2 and chance(random, 0.4):
            lines.append(between(random, row + 6, rows - 3))
        given[lines] = line
        output = given.copy()
        last = -3
        for column in range(1, columns - 1):
            if column - last < 4 or chance(random, 0.5):
                continue
            r = between(random, 0, rows - 1)
            if min(abs(r - other) for other in lines) < 2:
                continue
            last = column
            given[r, column] = dot
            above, below = [x for x in lines if x < r], [x for x in lines if x > r]
            for end in above[-1:] + below[:1]:
                if ringed:
                    output[end - 1 : end + 2, column - 1 : column + 2] = line
            for end in above[-1:] + below[:1]:
                output[min(r, end) : max(r, end) + 1, column] = dot
        if last < 0:
            raise Undrawable
        return turn(given), turn(output)

    return pair


@family("ce9e57f2")
def half_of_each_bar(random: np.random.Generator) -> Rule:
    """The lower half (rounded down) of each bar, or its foot, or all but its head, is recoloured."""
    bar, other = some_colours(random, 2)
    ground = 0 if chance(random, 0.8) else some_colours(random, 1, but=(0, bar, other))[0]
    turn, part, step = turned(random), between(random, 0, 4), between(random, 1, 2)
    low = between(random, 5, 11)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 6, 11), between(random, low, low + 4)
        given = filled(rows, columns, ground)
        output = given.copy()
        for column in range(between(random, 0, 1), columns, step + 1):
            height = between(random, 1, rows - 1)
            cells = [height // 2, height // 2, (height + 1) // 2, 1, height - 1][part]
            given[rows - height :, column] = output[rows - height :, column] = bar
            output[rows - cells :, column] = other
        return turn(given), turn(output)

    return pair


@family("9dfd6313")
def mirrored_over_a_line(random: np.random.Generator) -> Rule:
    """Cells on one side of a line (the diagonal, or a middle row) go over to their mirror image's place."""
    axis = between(random, 1, 9)
    slant, kept, turn = chance(random, 0.65), chance(random, 0.3), turned(random)
    share = random.uniform(0.25, 0.55)

    def pair(random: np.random.Generator) -> Pair:
        side = between(random, 3, 9) if slant else 2 * between(random, 2, 5) + 1
        columns = side if slant else between(random, 3, 9)
        palette = some_colours(random, between(random, 1, 4), but=(0, axis))
        r, c = np.indices((side, columns))
        inside = r > c if slant else r > side // 2
        cells = np.where(inside & (random.random(r.shape) < share), noise(random, side, columns, palette), 0)
        line = filled(side, columns)
        line[r == c if slant else r == side // 2] = axis
        if not cells.any():
            raise Undrawable
        image = cells.T if slant else cells[::-1]
        return turn(cells + line), turn(image + line + (cells if kept else 0))

    return pair


@family("e8dc4411")
def shape_goes_on(random: np.random.Generator) -> Rule:
    """A shape is repeated, step by step, up to the edge in the direction of the cells of another colour next to it."""
    slant, keep_colour = chance(random, 0.6), chance(random, 0.2)

    def pair(random: np.random.Generator) -> Pair:
        ground, body, mark = some_colours(random, 3, but=())
        side, rows, columns = 3 if chance(random, 0.7) else 2, between(random, 10, 16), between(random, 10, 16)
        shape = random.random((side, side)) < 0.55
        if side == 3 and chance(random, 0.5):
            shape |= shape[::-1] | shape[:, ::-1]
        if not (shape.any(0).all() and shape.any(1).all() and shape[0].any() and shape[-1, -1]):
            raise Undrawable
        step = between(random, side - 1 if slant else side + 1, side + 1)
        if slant and step < side and (shape[-1, -1] & shape[0, 0]):
            step = side
        r, c = between(random, 0, 4), between(random, 0, 4)
        given, output = filled(rows, columns, ground), filled(rows, columns, ground)
        given[r : r + side, c : c + side][shape] = output[r : r + side, c : c + side][shape] = body
        for number in range(1, 16):
            down, right = r + number * step if slant else r, c + number * step
            if down >= rows or right >= columns:
                break
            window = output[down : down + side, right : right + side]
            window[shape[: window.shape[0], : window.shape[1]]] = body if keep_colour else mark
        near = r + step if slant else r
        view = given[near : near + side, c + step : c + step + side]
        view[shape[: view.shape[0], : view.shape[1]]] = mark
        if number < 3:
            raise Undrawable
        quarters = between(random, 0, 3)
        return np.rot90(given, quarters).copy(), np.rot90(output, quarters).copy()

    return pair


@family("d90796e8")
def meeting_cells(random: np.random.Generator) -> Rule:
    """Where cells of two given colours touch, one turns into a third colour and the other goes."""
    first, second, third, *rest = some_colours(random, 5)
    emptied, share = chance(random, 0.7), random.uniform(0.08, 0.2)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 3, 12), between(random, 3, 12)
        given = filled(rows, columns)
        output = given.copy()
        for _ in range(max(1, int(share * rows * columns / 2))):
            shape = (1, 2) if chance(random, 0.5) else (2, 1)
            place = free_place(random, given > 0, *shape)
            order = bool(chance(random, 0.5))
            given[place] = np.array([first, second][:: 1 if order else -1]).reshape(shape)
            new = np.array([third, 0 if emptied else third][:: 1 if order else -1]).reshape(shape)
            output[place] = new
            for _ in range(2):
                if chance(random, 0.7):
                    try:
                        spot = free_place(random, given > 0, 1, 1)
                    except Undrawable:
                        continue
                    given[spot] = output[spot] = int(random.choice([first, second, *rest]))
        if not (output == third).any():
            raise Undrawable
        return given, output

    return pair


@family("3618c87e")
def drops_to_the_base(random: np.random.Generator) -> Rule:
    """The bud on top of each stalk sinks to the stalk's foot, in the base row."""
    bud, stalk = some_colours(random, 2)
    base = stalk if chance(random, 0.6) else some_colours(random, 1, but=(0, bud, stalk))[0]
    swap, turn = chance(random, 0.7), turned(random)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 5, 11), between(random, 5, 14)
        given = filled(rows, columns)
        given[-1] = base
        output = given.copy()
        for column in range(columns):
            if chance(random, 0.35):
                height = between(random, 1, rows - 3)
                given[rows - 1 - height : -1, column] = output[rows - 1 - height : -1, column] = stalk
                given[rows - 2 - height, column] = bud
                output[-1 if swap else -2, column] = bud
        if not (given == bud).any():
            raise Undrawable
        return turn(given), turn(output)

    return pair


@family("3906de3d")
def pegs_into_slots(random: np.random.Generator) -> Rule:
    """Pegs rise straight up until something stops them: into the slots of the block above."""
    block, peg = some_colours(random, 2)
    turn, low = turned(random), between(random, 8, 13)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 9, 14), between(random, low, low + 3)
        top, left, right = between(random, 3, 5), between(random, 0, 2), between(random, 0, 2)
        blocked, pegs = filled(rows, columns), filled(rows, columns)
        blocked[:top, left : columns - right] = block
        output = blocked.copy()
        last = -1
        for column in range(left + 1, columns - right - 1):
            if column - last < 2 or chance(random, 0.4):
                continue
            last = column
            depth = between(random, 0, top - 1)
            blocked[top - depth : top, column] = output[top - depth : top, column] = 0
            if chance(random, 0.8):
                length = between(random, 1, rows - top - 2)
                pegs[rows - length :, column] = peg
                output[top - depth : top - depth + length, column] = peg
        if not pegs.any():
            raise Undrawable
        return turn(blocked + pegs), turn(output)

    return pair


@family("98cf29f8")
def pulled_by_its_string(random: np.random.Generator) -> Rule:
    """A box on a string is pulled along the string, up to the box that the string comes from."""
    turn = turned(random)

    def pair(random: np.random.Generator) -> Pair:
        still, moving = some_colours(random, 2)
        rows, columns = between(random, 10, 18), between(random, 9, 18)
        given = filled(rows, columns)
        width, left = between(random, 3, columns - 4), between(random, 1, 3)
        top, string = between(random, 2, 4), between(random, 1, 5)
        start = between(random, 0, 2)
        given[start : start + top, left : min(columns, left + width)] = still
        output = given.copy()
        column = between(random, left, min(columns, left + width) - 1)
        wide, high = between(random, 2, 5), between(random, 2, 4)
        first = column - between(random, 0, wide - 1)
        edge = start + top
        if first < 0 or first + wide > columns or edge + string + high > rows:
            raise Undrawable
        given[edge : edge + string, column] = moving
        given[edge + string : edge + string + high, first : first + wide] = moving
        output[edge : edge + high, first : first + wide] = moving
        facing = between(random, 0, 3)
        return turn(np.rot90(given, facing)), turn(np.rot90(output, facing))

    return pair


@family("f1cefba8")
def bumps_show_through(random: np.random.Generator) -> Rule:
    """Bumps of the core into its frame go; lines are drawn from them: through the core, and on outside the frame."""
    fixed = some_colours(random, 2) if chance(random, 0.4) else None
    outside = chance(random, 0.8)

    def pair(random: np.random.Generator) -> Pair:
        frame, core = fixed or some_colours(random, 2)
        rows, columns = between(random, 14, 19), between(random, 14, 19)
        top, left = between(random, 1, 3), between(random, 1, 3)
        bottom, right = rows - between(random, 1, 3), columns - between(random, 1, 3)
        given = filled(rows, columns)
        given[top:bottom, left:right] = frame
        given[top + 2 : bottom - 2, left + 2 : right - 2] = core
        output = given.copy()
        lines: list[tuple[bool, int]] = []
        for across, low, high in ((False, left + 3, right - 4), (True, top + 3, bottom - 4)):
            for place in {between(random, low, high) for _ in range(between(random, 0 if lines else 1, 2))}:
                lines.append((across, place))
        for across, place in lines:
            view, answer = (given.T, output.T) if across else (given, output)
            near, far = (left, right) if across else (top, bottom)
            view[near + 1 if chance(random, 0.5) else far - 2, place] = core
            answer[near + 2 : far - 2, place] = frame
            if outside:
                answer[:near, place] = answer[far:, place] = core
        return given, output

    return pair


@family("b527c5c6")
def beams(random: np.random.Generator) -> Rule:
    """From the mark in a bar's side a beam leaves, flanked by the bar's colour: the thicker the bar the wider."""
    body, mark = some_colours(random, 2)
    flanked = chance(random, 0.8)

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 10, 18), between(random, 10, 18)
        given, output = filled(rows, columns), filled(rows, columns)
        thick, long = between(random, 1, 3), between(random, 5, 7)
        reach = thick - 1 if flanked else 0
        r, c = between(random, 0, rows - long), between(random, 0, columns - thick - 2)
        place = between(random, r + reach, r + long - 1 - reach)
        output[place - reach : place + reach + 1, c + thick - 1 :] = body
        output[r : r + long, c : c + thick] = given[r : r + long, c : c + thick] = body
        output[place, c + thick - 1 :] = given[place, c + thick - 1] = mark
        quarters = between(random, 0, 3)
        return np.rot90(given, quarters).copy(), np.rot90(output, quarters).copy()

    return pair


@family("b527c5c6")
def pointed_at(random: np.random.Generator) -> Rule:
    """Each box's odd cell shoots off a line, away from the box, to the edge."""
    fixed = some_colours(random, 2) if chance(random, 0.5) else None

    def pair(random: np.random.Generator) -> Pair:
        rows, columns = between(random, 9, 17), between(random, 9, 17)
        given = filled(rows, columns)
        output, ways = given.copy(), list[int]()
        body, mark = fixed or some_colours(random, 2)
        for _ in range(between(random, 1, 3)):
            shape = np.ones((between(random, 3, 4), between(random, 3, 4)), dtype=bool)
            place = free_place(random, output > 0, *shape.shape, gap=1)
            turn = between(random, 0, 3)
            given[place][shape] = output[place][shape] = body
            view, answer = np.rot90(given, turn), np.rot90(output, turn)
            whole = np.zeros((rows, columns), dtype=bool)
            whole[place] = shape
            seen = np.rot90(whole, turn)
            column = int(random.choice(np.flatnonzero(seen.any(0))[1:-1]))
            row = int(np.flatnonzero(seen[:, column])[0])
            if answer[:row, column].any() or row == 0:
                raise Undrawable
            view[row, column] = answer[row, column] = mark
            answer[:row, column] = mark
            ways.append(turn)
        if len(list(components(given > 0))) != len(ways):
            raise Undrawable
        return given, output

    return pair
