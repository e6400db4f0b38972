"""What a network is made of, as a checkpoint's `config.json` says it; free of torch, so that the window can read it."""

from dataclasses import MISSING, asdict, dataclass, fields
from string import digits
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Meta
from msgspec.inspect import IntType, LiteralType, UnionType, type_info

from solver.messages import ExplainedError, Message, Template

Architecture = Literal["trm", "hrm"]
Mixer = Literal["attention", "mlp", "convolution", "candidate", "units", "neighbours", "colour"]
Positions = Literal["rope", "learned", "none"]
Normaliser = Literal["softmax", "stablemax"]
QPool = Literal["first", "mean", "mean_max"]

Cycles = Annotated[int, Meta(ge=1, le=1024)]
Layers = Annotated[int, Meta(ge=1, le=16)]
Width = Annotated[int, Meta(ge=1, le=4096)]
InnerWidth = Annotated[int, Meta(ge=1, le=65536)]
RETIRED = (("relations", "sudoku"), ("offset_clip", 0), ("view_emb_len", 0))
"""Fields of mixers that are gone, as older files hold them for the mixers that stayed."""

CHOICE = Template("config.choice", "{name} must be {choices:or}, not {value}")
RANGE = Template("config.range", "{name} must be a whole number from {least} to {most}, not {value}")
WRONG_TYPE = Template("config.wrong_type", "{name} has the wrong type: {value}")
UNKNOWN_FIELD = Template("config.unknown_field", "there is an unknown field {name}")
MISSING_FIELD = Template("config.missing_field", "the field {name} is missing")
ONLY_FOR = Template("config.only_for", "{name} is not allowed in a network with the {mixer} mixer")
HEADS = Template("config.heads", "hidden_size {size} is not a multiple of num_heads {heads}")
ROTARY_HEADS = Template("config.rotary_heads", "with rope positions, hidden_size / num_heads must be an even number")
NO_LENGTH = Template("config.no_length", "the mlp mixer and learned positions need seq_len")
NO_MLP_SIZE = Template("config.no_mlp_size", "the mlp mixer needs mlp_intermediate_size")
SLOW_LAYERS = Template("config.slow_layers", "H_layers is for HRM only, which requires it")
KERNEL = Template("config.kernel", "kernel_size must be an odd number from 1 to 31, not {value}")
EMBEDDING = Template("config.embedding", "puzzle_emb_len, puzzle_emb_ndim and num_puzzle_identifiers do not match")
IDENTIFIERS = Template("config.identifiers", "num_puzzle_identifiers must be a multiple of num_views")
ONLY_COLOUR_MIXER = Template("config.only_colour_mixer", "colours is for the colour mixer only, which requires it")
COLOURS = Template("config.colours", "colours must be different digits in ascending order, not {value}")
COLOUR_MIXER = Template(
    "config.colour_mixer", "the colour mixer is for ARC with 12 tokens, and its hidden_size must be a multiple of four"
)
COLOUR_EMBEDDING = Template(
    "config.colour_embedding", "puzzle_emb_ndim must be 11 times hidden_size for the colour mixer"
)
SUDOKU_MIXER = Template("config.sudoku_mixer", "the {mixer} mixer is for Sudoku with 81 cells and 11 tokens")
HALVES = Template("config.halves", "the units mixer needs an even hidden_size and intermediate_size")

_DEFAULTS_OF_OTHERS: dict[str, tuple[Any, tuple[Mixer, ...]]] = {
    "positions": ("none", ("attention", "mlp")),
    "num_heads": (1, ("attention", "mlp")),
    "kernel_size": (3, ("convolution", "neighbours")),
    "mlp_intermediate_size": (0, ("mlp",)),
    "puzzle_emb_len": (0, ("attention", "mlp")),
    "num_puzzle_identifiers": (0, ("attention", "mlp", "colour")),
    "puzzle_emb_ndim": (0, ("attention", "mlp", "colour")),
    "num_views": (0, ("colour",)),
}
"""Fields that only some mixers use, and the value that they must have for all others."""


class NetworkConfigError(ExplainedError):
    """A network that cannot be built; the message is a part of a sentence."""


@dataclass(frozen=True)
class NetworkConfig:
    """The sizes and choices of one model; raises `NetworkConfigError` for those that don't go with each other.

    `from_json` also checks each field on its own: its type, and that it is not too large to be meant.
    """

    kind: str
    """The puzzle kind that it answers: sudoku, maze or arc."""
    mixer: Mixer
    vocab_size: Annotated[int, Meta(ge=1, le=1024)]
    hidden_size: Width
    intermediate_size: InnerWidth
    """Width inside each SwiGLU."""
    architecture: Architecture = "trm"
    layers: Layers = 2
    """Blocks of the network that refines z: `L_layers` in HRM, whose second network refines y."""
    H_layers: Annotated[int, Meta(ge=0, le=16)] = 0
    """HRM: blocks of the network that refines y."""
    num_heads: Annotated[int, Meta(ge=1, le=64)] = 1
    H_cycles: Cycles = 2
    """T in TRM's paper, N in HRM's: y updates in one supervision step."""
    L_cycles: Cycles = 2
    """n in TRM's paper, T in HRM's: z updates before y is updated once."""
    halt_max_steps: Cycles = 16
    """N_sup in the paper."""
    normaliser: Normaliser = "softmax"
    q_pool: QPool = "mean"
    positions: Positions = "none"
    """`attention` and `mlp` mixers."""
    kernel_size: Annotated[int, Meta(ge=1, le=31)] = 3
    """`convolution` and `neighbours` mixers."""
    seq_len: Width | None = None
    """Cells of the one grid size it was built for; None where any size will do."""
    mlp_intermediate_size: Annotated[int, Meta(ge=0, le=65536)] = 0
    """`mlp` mixer: width inside the SwiGLU over the cells."""
    puzzle_emb_len: Annotated[int, Meta(ge=0, le=1024)] = 0
    """`attention` and `mlp` mixers: tokens before the cells that hold the puzzle identifier's embedding. The `colour`
    mixer has none: it adds a part of the embedding to each colour of every cell."""
    puzzle_emb_ndim: Annotated[int, Meta(ge=0, le=1 << 20)] = 0
    num_puzzle_identifiers: Annotated[int, Meta(ge=0, le=1 << 24)] = 0
    num_views: Annotated[int, Meta(ge=0, le=1024)] = 0
    """`colour` mixer: 0, or how many views of each puzzle there are. Its identifiers, puzzle · views + view, then share
    its embedding, and each view has one of its own, shared by all puzzles and added to every cell."""
    colours: str = ""
    """`colour` mixer: the digits of the colours that grids and answers may have, each once."""

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem is not None:
            raise NetworkConfigError(problem)

    def _problem(self) -> Message | None:
        """What does not go with what, if anything."""
        mixer = self.mixer
        for name, (default, mixers) in _DEFAULTS_OF_OTHERS.items():
            if mixer not in mixers and getattr(self, name) != default:
                return ONLY_FOR(name=name, mixer=mixer)
        wrong = {
            HEADS(heads=self.num_heads, size=self.hidden_size): self.hidden_size % self.num_heads,
            ROTARY_HEADS(): self.positions == "rope" and self.hidden_size // self.num_heads % 2,
            NO_LENGTH(): (mixer == "mlp" or self.positions == "learned") and not self.seq_len,
            NO_MLP_SIZE(): mixer == "mlp" and not self.mlp_intermediate_size,
            SLOW_LAYERS(): (self.architecture == "hrm") != bool(self.H_layers),
            KERNEL(value=self.kernel_size): self.kernel_size % 2 == 0,
            EMBEDDING(): mixer != "colour" and not self._embeds_alike(),
            ONLY_COLOUR_MIXER(): bool(self.colours) != (mixer == "colour"),
            COLOURS(value=self.colours): "".join(sorted(set(self.colours) & set(digits))) != self.colours,
            COLOUR_MIXER(): mixer == "colour" and (self.kind, self.vocab_size, self.hidden_size % 4) != ("arc", 12, 0),
            COLOUR_EMBEDDING(): mixer == "colour"
            and self.num_puzzle_identifiers
            and self.puzzle_emb_ndim != 11 * self.hidden_size,
            IDENTIFIERS(): self.num_views and self.num_puzzle_identifiers % self.num_views,
            SUDOKU_MIXER(mixer=mixer): mixer in ("candidate", "units")
            and (self.kind, self.seq_len, self.vocab_size) != ("sudoku", 81, 11),
            HALVES(): mixer == "units" and (self.hidden_size % 2 or self.intermediate_size % 2),
        }
        return next((problem for problem, found in wrong.items() if found), None)

    def _embeds_alike(self) -> bool:
        """Whether the tokens before the cells have room for the puzzle's embedding, and there is one if any."""
        if not self.puzzle_emb_len:
            return not self.puzzle_emb_ndim and not self.num_puzzle_identifiers
        return self.num_puzzle_identifiers > 0 and 0 < self.puzzle_emb_ndim <= self.puzzle_emb_len * self.hidden_size

    @property
    def size_free(self) -> bool:
        """Whether it takes grids of any size."""
        return self.seq_len is None

    def to_json(self) -> dict[str, Any]:
        """Every field by name."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "NetworkConfig":
        """Read back what `to_json` wrote; `NetworkConfigError` names an unknown, missing or wrong field."""
        data = {name: value for name, value in data.items() if (name, value) not in RETIRED}
        known = {f.name: f for f in fields(cls)}
        for name in sorted(set(data) - set(known)):
            raise NetworkConfigError(UNKNOWN_FIELD(name=name))
        for name, f in known.items():
            if name not in data and f.default is MISSING:
                raise NetworkConfigError(MISSING_FIELD(name=name))
        values = {name: _checked(name, value) for name, value in data.items()}
        return cls(**values)


_TYPES = get_type_hints(NetworkConfig, include_extras=True)


def _checked(name: str, value: object) -> Any:
    """A field's value; raises `NetworkConfigError` unless it has the field's type and lies within its bounds."""
    try:
        return msgspec.convert(value, _TYPES[name])
    except msgspec.ValidationError:
        raise NetworkConfigError(_expected(name, str(value))) from None


def _expected(name: str, value: str) -> Message:
    """What the field must be, and is not."""
    wanted = type_info(_TYPES[name])
    if isinstance(wanted, UnionType):
        wanted = wanted.types[0]
    match wanted:
        case LiteralType():
            return CHOICE(name=name, choices=get_args(_TYPES[name]), value=value)
        case IntType(ge=int(least), le=int(most)):
            return RANGE(name=name, least=least, most=most, value=value)
        case _:
            return WRONG_TYPE(name=name, value=value)
