"""What a network is made of, as a checkpoint's `config.json` says it; free of torch, so that the window can read it."""

from dataclasses import asdict, dataclass, fields
from string import digits
from typing import Any, Literal, get_args

Mixer = Literal["attention", "mlp", "convolution", "candidate", "colour"]
Positions = Literal["rope", "learned", "none"]
Normaliser = Literal["softmax", "stablemax"]
QPool = Literal["first", "mean", "mean_max"]

_CHOICES: dict[str, tuple[str, ...]] = {
    "mixer": get_args(Mixer),
    "positions": get_args(Positions),
    "normaliser": get_args(Normaliser),
    "q_pool": get_args(QPool),
}
_LARGEST = {
    "vocab_size": 1024,
    "hidden_size": 4096,
    "num_heads": 64,
    "layers": 16,
    "intermediate_size": 65536,
}
_RETIRED = (("relations", "sudoku"), ("offset_clip", 0), ("view_emb_len", 0))
"""Fields of mixers that are gone, as older files hold them for the mixers that stayed."""


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
    kernel_size: int = 3
    """`convolution` mixer."""
    seq_len: int | None = None
    """Cells of the one grid size it was built for; None where any size will do."""
    mlp_intermediate_size: int = 0
    """`mlp` mixer: width inside the SwiGLU over the cells."""
    puzzle_emb_len: int = 0
    """`attention` and `mlp` mixers: tokens before the cells that hold the puzzle identifier's embedding. The `colour`
    mixer has none: it adds a part of the embedding to each colour of every cell."""
    puzzle_emb_ndim: int = 0
    num_puzzle_identifiers: int = 0
    num_views: int = 0
    """`colour` mixer: 0, or how many views of each puzzle there are. Its identifiers, puzzle · views + view, then share
    its embedding, and each view has one of its own, shared by all puzzles and added to every cell."""
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
        if self.hidden_size % self.num_heads:
            raise ValueError(f"{self.num_heads} heads do not divide the hidden size {self.hidden_size}.")
        if (self.mixer == "mlp" or self.positions == "learned") and not self.seq_len:
            raise ValueError("A network with an mlp mixer or learned positions must say its seq_len.")
        if self.mixer == "mlp" and self.mlp_intermediate_size < 1:
            raise ValueError("A network with an mlp mixer must say its mlp_intermediate_size.")
        if self.puzzle_emb_len and self.mixer not in ("attention", "mlp"):
            raise ValueError(f"The {self.mixer} mixer has no tokens before the cells: puzzle_emb_len must be 0.")
        if not 0 <= self.puzzle_emb_len <= 1024:
            raise ValueError(f"puzzle_emb_len must lie between 0 and 1024, not {self.puzzle_emb_len!r}.")
        if not 0 <= self.num_views <= 1024 or (self.num_views and self.mixer != "colour"):
            raise ValueError("num_views is for the colour mixer, and must lie between 0 and 1024.")
        if self.num_views and self.num_puzzle_identifiers % self.num_views:
            raise ValueError("num_puzzle_identifiers must be a multiple of num_views.")
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
    def size_free(self) -> bool:
        """Whether it takes grids of any size."""
        return self.seq_len is None

    def to_json(self) -> dict[str, Any]:
        """Every field by name."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "NetworkConfig":
        """Read back what `to_json` wrote; `ValueError` names an unknown, missing or mistyped field."""
        data = {name: value for name, value in data.items() if (name, value) not in _RETIRED}
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
