"""The registry of mixers and boards, and the model that a configuration describes; a new mixer is added here."""

from solver.model.blocks import Block, Network
from solver.model.boards.board import Board
from solver.model.boards.candidates import CandidatesBoard
from solver.model.boards.cells import CellsBoard
from solver.model.boards.colours import ColoursBoard
from solver.model.config import Mixer as MixerName
from solver.model.config import NetworkConfig
from solver.model.hrm import HierarchicalReasoningModel
from solver.model.layers import SwiGLU
from solver.model.mixers.attention import AttentionMixer
from solver.model.mixers.candidate import CandidateMixer
from solver.model.mixers.colour import ColourMixer
from solver.model.mixers.convolution import ConvolutionMixer
from solver.model.mixers.mixer import Mixer
from solver.model.mixers.mlp import MlpMixer
from solver.model.recursive import RecursiveModel
from solver.model.trm import TinyRecursiveModel

PARTS: dict[MixerName, tuple[type[Board], type[Mixer]]] = {
    "attention": (CellsBoard, AttentionMixer),
    "mlp": (CellsBoard, MlpMixer),
    "convolution": (CellsBoard, ConvolutionMixer),
    "candidate": (CandidatesBoard, CandidateMixer),
    "colour": (ColoursBoard, ColourMixer),
}
"""The board that each mixer plays on."""


def build_model(config: NetworkConfig) -> RecursiveModel:
    """A model with random weights."""
    board, mixer = PARTS[config.mixer]

    def network(layers: int) -> Network:
        size, inner = config.hidden_size, config.intermediate_size
        return Network(Block(mixer(config), SwiGLU(size, inner)) for _ in range(layers))

    if config.architecture == "hrm":
        return HierarchicalReasoningModel(config, board(config), network(config.layers), network(config.H_layers))
    return TinyRecursiveModel(config, board(config), network(config.layers))
