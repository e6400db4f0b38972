"""What may be wall and what floor in a picture: suppositions from its margins, its borders and its colours."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import cached_property

import numpy as np

from solver.formats.maze_picture.colours import (
    ALIKE,
    Codes,
    Counts,
    counts_of,
    distances,
    dominant,
    dominant_of,
    luminance,
    mixing,
)
from solver.formats.maze_picture.grid_lines import without_grid_lines
from solver.formats.maze_picture.page import OTHER, UNIFORM, Layer, Shade, layers

FROM_EDGE = 0.4
"""Of a part's outermost pixels: so many of one colour may be a border of walls."""
OF_PAGE = 0.05
"""Of a part: so much of it must have the page's colour if its walls have."""
NEARLY = 1
"""Pixels by which the sides of two parts may differ that are taken for one."""
STRONGER = 0.15
"""Of a part: so much of it must have a colour that is taken for the walls' although the border's is paler."""


@dataclass(frozen=True, eq=False)
class Supposition:
    """A supposed colour of walls within a part of the picture."""

    codes: Codes
    counts: Counts
    wall: Shade
    floor: Shade
    layer: Layer
    from_edge: bool
    """Whether the walls' colour is the border's."""
    unframed: bool = False
    """Whether the walls' colour is the page's, so that their border does not show."""

    @property
    def dark(self) -> bool:
        """Whether walls are darker than the floor."""
        return luminance(self.wall) < luminance(self.floor)

    @property
    def flush(self) -> bool:
        """Whether the maze reaches the edges of this part."""
        return self.layer.edge.share < UNIFORM


@dataclass(frozen=True, eq=False)
class _Inside:
    """What is in a layer; counted once for all that may be supposed of it."""

    whole: Codes
    layer: Layer

    @cached_property
    def part(self) -> Codes:
        """Its pixels, without those of grid lines."""
        return without_grid_lines(self.whole)

    @cached_property
    def counts(self) -> Counts:
        """Of the colours in `part`."""
        return counts_of(self.part)

    def supposing(self, wall: Shade, floor: Shade, *, from_edge: bool, unframed: bool = False) -> Supposition:
        return Supposition(self.part, self.counts, wall, floor, self.layer, from_edge, unframed)


def suppositions(codes: Codes) -> Iterator[Supposition]:
    """The likeliest first: dark walls before light ones, and what is within a margin before the margin itself.

    Margins with soft edges are peeled off in several ways; nearly equal suppositions are yielded once.
    """
    seen: list[Supposition] = []
    for each in _all(codes):
        if not any(_same(each, other) for other in seen):
            seen.append(each)
            yield each


def _same(one: Supposition, other: Supposition) -> bool:
    boxes = zip(astuple(one.layer.box), astuple(other.layer.box), strict=True)
    kind = (one.from_edge, one.unframed, one.flush) == (other.from_edge, other.unframed, other.flush)
    return kind and all(abs(a - b) <= NEARLY for a, b in boxes) and _colours_alike(one, other)


def _all(codes: Codes) -> Iterator[Supposition]:
    peeled = [_Inside(layer.box.of(codes), layer) for layer in layers(codes)]
    edges = [each for inside in peeled if (each := _from_edge(inside)) is not None]
    edges.sort(key=lambda each: (not each.dark, -each.layer.depth))
    yield from edges
    for inside in reversed(peeled):
        for each in _from_colours(inside):
            if not any(_alike(each, other) for other in edges):
                yield each
    for inside in reversed(peeled):
        if (unframed := _unframed(inside)) is not None:
            yield unframed


def _unframed(inside: _Inside) -> Supposition | None:
    """Walls of the page's colour: what was peeled off is a margin and the border at once."""
    page = inside.layer.page
    if page is None:
        return None
    from_page = distances(page)
    floor = dominant_of(inside.counts, from_page <= 1.5 * ALIKE)
    if floor is None or inside.counts[from_page <= ALIKE].sum() < OF_PAGE * inside.part.size:
        return None
    return inside.supposing(page, floor.colour, from_edge=True, unframed=True)


def _from_edge(inside: _Inside) -> Supposition | None:
    layer = inside.layer
    if layer.edge.share < FROM_EDGE:
        return None
    part, counts = inside.part, inside.counts
    wall = layer.edge.colour
    if part.size != inside.whole.size:
        # The outermost pixels may have been grid lines.
        found = dominant(np.concatenate((part[0], part[-1], part[:, 0], part[:, -1])))
        if found is None:
            return None
        wall = found.colour
    floor = dominant_of(counts, distances(wall) <= 1.5 * ALIKE)
    if floor is None:
        return None
    if layer.page is not None and floor.share >= STRONGER and np.abs(floor.colour - layer.page).max() > 2 * OTHER:
        # A soft border may show nothing but mixtures of wall and page.
        amount, aside = mixing(floor.colour, layer.page)
        at = int(distances(wall).argmin())
        if 0.1 < amount[at] < 0.8 and aside[at] < ALIKE:
            return inside.supposing(floor.colour, layer.page, from_edge=True)
    darker = dominant_of(counts, distances(floor.colour) <= 1.5 * ALIKE)
    if darker is not None and darker.share >= STRONGER:
        amount, aside = mixing(darker.colour, floor.colour)
        at = int(distances(wall).argmin())
        if 0.3 < amount[at] < 0.9 and aside[at] < ALIKE:
            wall = darker.colour
    return inside.supposing(wall, floor.colour, from_edge=True)


def _from_colours(inside: _Inside) -> Iterator[Supposition]:
    """The darker and the lighter of the two commonest colours, each as wall."""
    first = dominant_of(inside.counts)
    second = dominant_of(inside.counts, distances(first.colour) <= 1.5 * ALIKE) if first is not None else None
    if first is None or second is None:
        return
    dark, light = sorted((first.colour, second.colour), key=luminance)
    page = inside.layer.page
    for wall, floor in ((dark, light), (light, dark)):
        # What was peeled off is no wall.
        if page is None or np.abs(wall - page).max() > OTHER:
            yield inside.supposing(wall, floor, from_edge=False)


def _alike(one: Supposition, other: Supposition) -> bool:
    return one.layer.box == other.layer.box and _colours_alike(one, other)


def _colours_alike(one: Supposition, other: Supposition) -> bool:
    pairs = ((one.wall, other.wall), (one.floor, other.floor))
    return all(np.abs(a - b).max() < 12 for a, b in pairs)
