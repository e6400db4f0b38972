"""The palettes, every colour by its role: light, dark, high contrast, and one without red and green."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor

ARC_USUAL = (
    *("#000000", "#0074d9", "#ff4136", "#2ecc40", "#ffdc00"),
    *("#aaaaaa", "#f012be", "#ff851b", "#7fdbff", "#870c25"),
)
"""What everybody paints an ARC grid's 0 to 9 with."""
ARC_SAFE = (
    *("#000000", "#3935ea", "#b82200", "#057581", "#f1ff81"),
    *("#ababab", "#dd76e5", "#fe8621", "#9ceeff", "#542e1c"),
)
"""Such that the names still fit, and no kind of colour blindness brings any two as close as the usual red and green."""


@dataclass(frozen=True)
class Palette:
    """Every colour that Ponder paints with, as `#rrggbb`, named after its role and never after its hue.

    The signal colours are Okabe and Ito's, shifted for contrast: colour-blind eyes can tell them apart.
    """

    name: str
    dark: bool

    window: str
    surface: str
    """Behind boards, plots and text fields."""
    panel: str
    """Docks, tool bars, buttons."""
    outline: str
    text: str
    muted: str
    accent: str
    on_accent: str

    board: str
    board_given: str
    """Behind a cell that the puzzle itself gives."""
    line: str
    line_strong: str
    given: str
    predicted: str
    pencil: str
    own: str
    """A person's own entries."""
    changed: str
    """Mark of a cell decoded differently than one step before."""
    violation: str
    influence: str
    """Marks of what a cell's choice rests on."""
    selection: str
    peer: str
    """Behind the cells that share a unit with the selected one."""
    hover: str

    wall: str
    start: str
    goal: str
    path: str
    heat_low: str
    heat_high: str

    memory: str
    """How much the working memory moved, wherever that is painted, and nothing else."""

    verified: str
    confident: str
    failure: str

    plot_mean: str
    plot_minimum: str
    plot_halt: str
    plot_change: str
    plot_violations: str
    plot_cursor: str
    plot_grid: str

    arc: tuple[str, ...] = ARC_USUAL
    """An ARC grid's colours 0 to 9."""

    faintest: float = 0.32
    """Opacity of a digit that the model gives no confidence at all: faint, but legible."""
    movement: float = 0.55
    """Share of the memory's colour where it moved most, so that what is written over it can be read."""

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of `role`, `alpha` from 0 (clear) to 1."""
        color = QColor(getattr(self, role))
        color.setAlphaF(alpha)
        return color

    def heat(self, share: float) -> QColor:
        """From `heat_low` to `heat_high` as `share` goes from 0 to 1."""
        return mix(QColor(self.heat_low), QColor(self.heat_high), share)


LIGHT = Palette(
    name="light",
    dark=False,
    window="#f4f3ef",
    surface="#ffffff",
    panel="#faf9f6",
    outline="#d9d6cd",
    text="#23262d",
    muted="#666b76",
    accent="#2f5fb3",
    on_accent="#ffffff",
    board="#ffffff",
    board_given="#f3f1ea",
    line="#cfccc3",
    line_strong="#4b4f59",
    given="#1b1e24",
    predicted="#1f5fbf",
    pencil="#6d7280",
    own="#7a4a1f",
    changed="#d98a00",
    violation="#c8401a",
    influence="#0a7f9c",
    selection="#bcd3f5",
    peer="#e9f0fb",
    hover="#dfe8f7",
    wall="#3c414d",
    start="#68741a",
    goal="#a8457f",
    path="#1f5fbf",
    heat_low="#ffffff",
    heat_high="#a9c8f2",
    memory="#7d4fb8",
    verified="#00795a",
    confident="#96600a",
    failure="#b53a17",
    plot_mean="#1f5fbf",
    plot_minimum="#4a9fd8",
    plot_halt="#3a4150",
    plot_change="#7d4fb8",
    plot_violations="#c8401a",
    plot_cursor="#4b4f59",
    plot_grid="#e4e1d9",
)

DARK = Palette(
    name="dark",
    dark=True,
    window="#1b1e24",
    surface="#21252c",
    panel="#262a32",
    outline="#3a404b",
    text="#e6e8ec",
    muted="#9aa1ae",
    accent="#6ea3f2",
    on_accent="#10141b",
    board="#21252c",
    board_given="#2a2f38",
    line="#414854",
    line_strong="#9098a6",
    given="#f2f3f5",
    predicted="#7cb4ff",
    pencil="#8f97a5",
    own="#e3b184",
    changed="#f2b33d",
    violation="#ff7f57",
    influence="#5fd0e8",
    selection="#35507f",
    peer="#2b3341",
    hover="#313b4c",
    wall="#0c0e12",
    start="#c3d45a",
    goal="#ea8fc4",
    path="#7cb4ff",
    heat_low="#2a2f38",
    heat_high="#2c5791",
    memory="#bb98f5",
    verified="#4fd3a6",
    confident="#f2b33d",
    failure="#ff8f6b",
    plot_mean="#7cb4ff",
    plot_minimum="#56b4e9",
    plot_halt="#e6e8ec",
    plot_change="#bb98f5",
    plot_violations="#ff7f57",
    plot_cursor="#9098a6",
    plot_grid="#333944",
)

CONTRAST = Palette(
    name="contrast",
    dark=True,
    window="#000000",
    surface="#000000",
    panel="#2b2b2b",
    outline="#ffffff",
    text="#ffffff",
    muted="#b8b8b8",
    accent="#ffff00",
    on_accent="#000000",
    board="#000000",
    board_given="#333333",
    line="#a0a0a0",
    line_strong="#ffffff",
    given="#ffffff",
    predicted="#7fe3ff",
    pencil="#e0e0e0",
    own="#ffc48a",
    changed="#ffb000",
    violation="#ff8f75",
    influence="#ff5fff",
    selection="#00458f",
    peer="#1c2a3f",
    hover="#2f4a70",
    wall="#c8c8c8",
    start="#d9ff66",
    goal="#ff9be0",
    path="#7fe3ff",
    heat_low="#000000",
    heat_high="#00506b",
    memory="#d3a6ff",
    verified="#4dffb8",
    confident="#ffc94d",
    failure="#ff8f75",
    plot_mean="#7fe3ff",
    plot_minimum="#a9b8ff",
    plot_halt="#ffffff",
    plot_change="#d3a6ff",
    plot_violations="#ff8f75",
    plot_cursor="#ffffff",
    plot_grid="#606060",
    faintest=0.7,
    movement=0.36,
)

# Good news is blue and bad news orange: no kind of colour blindness brings these two together.
BLUE_ORANGE = replace(
    LIGHT,
    name="blue-orange",
    predicted="#3d3d99",
    changed="#b58900",
    violation="#b84a00",
    start="#1a1a1a",
    goal="#8a3c00",
    path="#3d3d99",
    heat_high="#bcb8e6",
    memory="#a060a0",
    verified="#005fa3",
    confident="#7a5c00",
    failure="#b84a00",
    arc=ARC_SAFE,
    plot_mean="#3d3d99",
    plot_minimum="#3b8fc9",
    plot_halt="#1a1a1a",
    plot_change="#a060a0",
    plot_violations="#b84a00",
    influence="#3a3a3a",
)


def mix(low: QColor, high: QColor, share: float) -> QColor:
    """The colour `share` (0 to 1) of the way from `low` to `high`."""
    share = min(max(share, 0.0), 1.0)
    return QColor.fromRgbF(
        low.redF() + (high.redF() - low.redF()) * share,
        low.greenF() + (high.greenF() - low.greenF()) * share,
        low.blueF() + (high.blueF() - low.blueF()) * share,
    )
