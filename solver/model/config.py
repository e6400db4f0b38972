"""What a network is made of, as a checkpoint's `config.json` says it; free of torch, so that the window can read it."""

from dataclasses import MISSING, asdict, dataclass, fields
from string import digits
from typing import Any, Literal, get_args

from solver.messages import ExplainedError, Template

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

CHOICE = Template("config.choice", "{name} must be {choices:or}, not {value}")
RANGE = Template("config.range", "{name} must be from {least} to {most}, not {value}")
KERNEL = Template("config.kernel", "kernel_size must be an odd number from 1 to 31, not {value}")
HEADS = Template("config.heads", "hidden_size {size} is not a multiple of num_heads {heads}")
NO_LENGTH = Template("config.no_length", "the mlp mixer and learned positions need seq_len")
NO_MLP_SIZE = Template("config.no_mlp_size", "the mlp mixer needs mlp_intermediate_size")
NO_PREFIX = Template(
    "config.no_prefix", "the {mixer} mixer has no tokens before the cells, so puzzle_emb_len must be 0"
)
VIEWS = Template("config.views", "num_views is for the colour mixer only, and must be from 0 to 1024")
IDENTIFIERS = Template("config.identifiers", "num_puzzle_identifiers must be a multiple of num_views")
ONLY_COLOUR_MIXER = Template("config.only_colour_mixer", "colours belongs to the colour mixer, which needs it")
COLOURS = Template("config.colours", "colours must be different digits in ascending order, not {value}")
COLOUR_MIXER = Template(
    "config.colour_mixer", "the colour mixer is for ARC with 12 tokens, and its hidden_size must be a multiple of four"
)
COLOUR_EMBEDDING = Template(
    "config.colour_embedding", "puzzle_emb_ndim must be 11 times hidden_size for the colour mixer"
)
CANDIDATE_MIXER = Template("config.candidate_mixer", "the candidate mixer is for Sudoku with 81 cells and 11 tokens")
UNKNOWN_FIELD = Template("config.unknown_field", "there is an unknown field {name}")
WRONG_TYPE = Template("config.wrong_type", "{name} has the wrong type: {value}")
MISSING_FIELD = Template("config.missing_field", "the field {name} is missing")


class NetworkConfigError(ExplainedError):
    """A network that cannot be built; the message is a part of a sentence."""


@dataclass(frozen=True)
class NetworkConfig:
    """The sizes and choices of one `TinyRecursiveModel`; raises `NetworkConfigError` for any that cannot be built."""

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
                raise NetworkConfigError(CHOICE(name=name, choices=tuple(choices), value=str(getattr(self, name))))
        for name, largest in _LARGEST.items():
            if not 1 <= getattr(self, name) <= largest:
                raise NetworkConfigError(RANGE(name=name, least=1, most=largest, value=str(getattr(self, name))))
        for name in ("H_cycles", "L_cycles", "halt_max_steps"):
            if not 1 <= getattr(self, name) <= 1024:
                raise NetworkConfigError(RANGE(name=name, least=1, most=1024, value=str(getattr(self, name))))
        if self.kernel_size not in range(1, 32, 2):
            raise NetworkConfigError(KERNEL(value=str(self.kernel_size)))
        if self.hidden_size % self.num_heads:
            raise NetworkConfigError(HEADS(heads=self.num_heads, size=self.hidden_size))
        if (self.mixer == "mlp" or self.positions == "learned") and not self.seq_len:
            raise NetworkConfigError(NO_LENGTH())
        if self.mixer == "mlp" and self.mlp_intermediate_size < 1:
            raise NetworkConfigError(NO_MLP_SIZE())
        if self.puzzle_emb_len and self.mixer not in ("attention", "mlp"):
            raise NetworkConfigError(NO_PREFIX(mixer=self.mixer))
        if not 0 <= self.puzzle_emb_len <= 1024:
            raise NetworkConfigError(RANGE(name="puzzle_emb_len", least=0, most=1024, value=str(self.puzzle_emb_len)))
        if not 0 <= self.num_views <= 1024 or (self.num_views and self.mixer != "colour"):
            raise NetworkConfigError(VIEWS())
        if self.num_views and self.num_puzzle_identifiers % self.num_views:
            raise NetworkConfigError(IDENTIFIERS())
        if bool(self.colours) != (self.mixer == "colour"):
            raise NetworkConfigError(ONLY_COLOUR_MIXER())
        if "".join(sorted(set(self.colours) & set(digits))) != self.colours:
            raise NetworkConfigError(COLOURS(value=self.colours))
        if self.mixer == "colour" and (self.kind, self.vocab_size, self.hidden_size % 4) != ("arc", 12, 0):
            raise NetworkConfigError(COLOUR_MIXER())
        if self.mixer == "colour" and self.num_puzzle_identifiers and self.puzzle_emb_ndim != 11 * self.hidden_size:
            raise NetworkConfigError(COLOUR_EMBEDDING())
        if self.mixer == "candidate" and (self.kind, self.seq_len, self.vocab_size) != ("sudoku", 81, 11):
            raise NetworkConfigError(CANDIDATE_MIXER())

    @property
    def size_free(self) -> bool:
        """Whether it takes grids of any size."""
        return self.seq_len is None

    def to_json(self) -> dict[str, Any]:
        """Every field by name."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "NetworkConfig":
        """Read back what `to_json` wrote; `NetworkConfigError` names an unknown, missing or mistyped field."""
        data = {name: value for name, value in data.items() if (name, value) not in _RETIRED}
        known = {f.name: f for f in fields(cls)}
        unknown = sorted(set(data) - set(known))
        if unknown:
            raise NetworkConfigError(UNKNOWN_FIELD(name=unknown[0]))
        for name, value in data.items():
            wants_text = name in _CHOICES or name in ("kind", "colours")
            optional = name == "seq_len" and value is None
            if not optional and (isinstance(value, bool) or not isinstance(value, str if wants_text else int)):
                raise NetworkConfigError(WRONG_TYPE(name=name, value=str(value)))
        missing = [f.name for f in known.values() if f.default is MISSING and f.name not in data]
        if missing:
            raise NetworkConfigError(MISSING_FIELD(name=missing[0]))
        return cls(**data)
