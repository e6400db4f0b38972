"""The registry of mixers and boards, and how a configuration becomes a model; a new mixer is added here."""

from solver.model.blocks import Block, Network
from solver.model.boards.board import Board
from solver.model.boards.candidates import CandidatesBoard, PairedCandidatesBoard
from solver.model.boards.cells import CellsBoard
from solver.model.boards.colours import ColoursBoard
from solver.model.config import Mixer as MixerName
from solver.model.config import NetworkConfig
from solver.model.hrm import HierarchicalReasoningModel
from solver.model.layers import SwiGLU, rms_norm
from solver.model.mixers.attention import AttentionMixer
from solver.model.mixers.candidate import CandidateMixer
from solver.model.mixers.colour import ColourMixer
from solver.model.mixers.convolution import ConvolutionMixer
from solver.model.mixers.mixer import Mixer
from solver.model.mixers.mlp import MlpMixer
from solver.model.mixers.neighbours import NeighboursMixer
from solver.model.mixers.units import UnitsMixer
from solver.model.paired import PairedSwiGLU, halves_norm
from solver.model.recursive import RecursiveModel
from solver.model.trm import TinyRecursiveModel

PARTS: dict[MixerName, tuple[type[Board], type[Mixer]]] = {
    "attention": (CellsBoard, AttentionMixer),
    "mlp": (CellsBoard, MlpMixer),
    "convolution": (CellsBoard, ConvolutionMixer),
    "neighbours": (CellsBoard, NeighboursMixer),
    "candidate": (CandidatesBoard, CandidateMixer),
    "units": (PairedCandidatesBoard, UnitsMixer),
    "colour": (ColoursBoard, ColourMixer),
}
"""The board that each mixer plays on."""


def build_model(config: NetworkConfig) -> RecursiveModel:
    """A model with random weights."""
    board, mixer = PARTS[config.mixer]

    # Features in two halves must stay so all the way through a block.
    paired = board is PairedCandidatesBoard
    mlp, norm = (PairedSwiGLU, halves_norm) if paired else (SwiGLU, rms_norm)

    def network(layers: int) -> Network:
        size, inner = config.hidden_size, config.intermediate_size
        return Network(Block(mixer(config), mlp(size, inner), norm) for _ in range(layers))

    if config.architecture == "hrm":
        return HierarchicalReasoningModel(config, board(config), network(config.layers), network(config.H_layers))
    return TinyRecursiveModel(config, board(config), network(config.layers))
