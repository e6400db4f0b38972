"""What a network is made of, as a checkpoint's `config.json` says it; free of torch, so that the window can read it."""

from dataclasses import asdict, dataclass, fields
from string import digits
from typing import Any, Literal, get_args

Mixer = Literal["attention", "mlp", "relation", "convolution", "candidate", "hybrid", "colour"]
Positions = Literal["rope", "learned", "axial", "none"]
Normaliser = Literal["softmax", "stablemax"]
QPool = Literal["first", "mean", "mean_max"]
Relations = Literal["sudoku", "offset"]

_CHOICES: dict[str, tuple[str, ...]] = {
    "mixer": get_args(Mixer),
    "positions": get_args(Positions),
    "normaliser": get_args(Normaliser),
    "q_pool": get_args(QPool),
    "relations": get_args(Relations),
}
_LARGEST = {
    "vocab_size": 1024,
    "hidden_size": 4096,
    "num_heads": 64,
    "layers": 16,
    "intermediate_size": 65536,
}


@dataclass(frozen=True)
class NetworkConfig:
    """The sizes and choices of one `TinyRecursiveModel`; raises `ValueError` for any that cannot be built."""

    kind: str
    """The puzzle kind that it answers: sudoku, maze or arc."""
    mixer: Mixer
    vocab_size: int
    hidden_size: int
    intermediate_size: int
    """Width inside each SwiGLU."""
    layers: int = 2
    num_heads: int = 1
    H_cycles: int = 2
    """T in the paper: y updates in one supervision step."""
    L_cycles: int = 2
    """n in the paper: z updates before y is updated once."""
    halt_max_steps: int = 16
    """N_sup in the paper."""
    normaliser: Normaliser = "softmax"
    q_pool: QPool = "mean"
    positions: Positions = "none"
    relations: Relations = "sudoku"
    """Which relation of two cells the `relation` mixer knows."""
    offset_clip: int = 0
    """`offset` relations: how many cells away are still told apart."""
    kernel_size: int = 3
    """`convolution` and `hybrid` mixers."""
    seq_len: int | None = None
    """Cells of the one grid size it was built for; None where any size will do."""
    mlp_intermediate_size: int = 0
    """`mlp` mixer: width inside the SwiGLU over the cells."""
    puzzle_emb_len: int = 0
    """P: tokens put before the cells for the puzzle identifier's embedding; the `convolution` mixer, which has no place
    for them, adds the embedding to every cell instead, and the `colour` mixer a part of it to each colour of each."""
    puzzle_emb_ndim: int = 0
    num_puzzle_identifiers: int = 0
    num_views: int = 0
    """0, or how many views of each puzzle there are: its identifiers, puzzle · views + view, then share its embedding,
    and each view has one of its own, shared by all puzzles."""
    view_emb_len: int = 0
    """Tokens put before the cells for the view's embedding; the `colour` mixer adds it to every cell instead."""
    colours: str = ""
    """`colour` mixer: the digits of the colours that grids and answers may have, each once."""

    def __post_init__(self) -> None:
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name} must be one of {', '.join(choices)}, not {getattr(self, name)!r}.")
        for name, largest in _LARGEST.items():
            if not 1 <= getattr(self, name) <= largest:
                raise ValueError(f"{name} must lie between 1 and {largest}, not {getattr(self, name)!r}.")
        for name in ("H_cycles", "L_cycles", "halt_max_steps"):
            if not 1 <= getattr(self, name) <= 1024:
                raise ValueError(f"{name} must lie between 1 and 1024, not {getattr(self, name)!r}.")
        if self.kernel_size not in range(1, 32, 2):
            raise ValueError(f"kernel_size must be odd and lie between 1 and 31, not {self.kernel_size!r}.")
        if not 0 <= self.offset_clip <= 64:
            raise ValueError(f"offset_clip must lie between 0 and 64, not {self.offset_clip!r}.")
        if self.hidden_size % self.num_heads:
            raise ValueError(f"{self.num_heads} heads do not divide the hidden size {self.hidden_size}.")
        if (self.mixer == "mlp" or self.positions == "learned") and not self.seq_len:
            raise ValueError("A network with an mlp mixer or learned positions must say its seq_len.")
        if self.mixer == "mlp" and self.mlp_intermediate_size < 1:
            raise ValueError("A network with an mlp mixer must say its mlp_intermediate_size.")
        if self.mixer in ("convolution", "candidate", "colour") and (self.puzzle_emb_len or self.view_emb_len):
            raise ValueError(
                f"The {self.mixer} mixer has no place for tokens before the cells: "
                "puzzle_emb_len and view_emb_len must be 0."
            )
        if (self.mixer == "hybrid") != (self.positions == "axial"):
            raise ValueError("The hybrid mixer goes with axial positions, and they with it.")
        if self.positions == "axial" and self.hidden_size % (4 * self.num_heads):
            raise ValueError("With axial positions the size of a head must be divisible by four.")
        if not 0 <= self.num_views <= 1024 or not 0 <= self.view_emb_len <= 64:
            raise ValueError("num_views must lie between 0 and 1024, and view_emb_len between 0 and 64.")
        if self.mixer != "colour" and (
            bool(self.num_views) != bool(self.view_emb_len) or (self.num_views and not self.puzzle_emb_len)
        ):
            raise ValueError("Views need tokens before the cells: num_views, view_emb_len and puzzle_emb_len.")
        if self.num_views and self.num_puzzle_identifiers % self.num_views:
            raise ValueError("num_puzzle_identifiers must be a multiple of num_views.")
        if self.embeds_cells and self.puzzle_emb_ndim != self.hidden_size:
            raise ValueError("Embeddings that are added to the cells must be as wide as these: puzzle_emb_ndim.")
        if bool(self.colours) != (self.mixer == "colour"):
            raise ValueError("The colour mixer, and no other, must say its colours.")
        if "".join(sorted(set(self.colours) & set(digits))) != self.colours:
            raise ValueError(f"colours must be different digits in ascending order, not {self.colours!r}.")
        if self.mixer == "colour" and (self.kind, self.vocab_size, self.hidden_size % 4) != ("arc", 12, 0):
            raise ValueError("The colour mixer knows ARC alone: 12 tokens; and four must divide its hidden size.")
        if self.mixer == "colour" and self.num_puzzle_identifiers and self.puzzle_emb_ndim != 11 * self.hidden_size:
            raise ValueError("The colour mixer's puzzle_emb_ndim must be 11 times its hidden size.")
        if self.mixer == "candidate" and (self.kind, self.seq_len, self.vocab_size) != ("sudoku", 81, 11):
            raise ValueError("The candidate mixer knows Sudoku alone: 81 cells, 11 tokens.")

    @property
    def embeds_cells(self) -> bool:
        """Whether the puzzle identifier's embedding is added to every cell."""
        return self.mixer == "convolution" and self.num_puzzle_identifiers > 0

    @property
    def embeds_colours(self) -> bool:
        """Whether a part of the puzzle identifier's embedding is added to each colour of every cell."""
        return self.mixer == "colour" and self.num_puzzle_identifiers > 0

    @property
    def tokens_a_cell(self) -> int:
        """Vectors that each cell has."""
        return 9 if self.mixer == "candidate" else len(self.colours) or 1

    @property
    def prefix(self) -> int:
        """Tokens before the cells."""
        return self.puzzle_emb_len + self.view_emb_len

    @property
    def size_free(self) -> bool:
        """Whether it takes grids of any size."""
        return self.seq_len is None

    def to_json(self) -> dict[str, Any]:
        """Every field by name."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "NetworkConfig":
        """Read back what `to_json` wrote; `ValueError` names an unknown, missing or mistyped field."""
        known = {f.name: f for f in fields(cls)}
        unknown = sorted(set(data) - set(known))
        if unknown:
            raise ValueError(f"Unknown field {unknown[0]!r}.")
        for name, value in data.items():
            wants_text = name in _CHOICES or name in ("kind", "colours")
            optional = name == "seq_len" and value is None
            if not optional and (isinstance(value, bool) or not isinstance(value, str if wants_text else int)):
                raise ValueError(f"{name} has the wrong type: {value!r}.")
        try:
            return cls(**data)
        except TypeError as error:
            raise ValueError(f"A field is missing: {error}.") from None
