"""What a solve recorded: refinements and traces, and their JSON. NumPy only, no torch."""

from solver.trace.trace import FloatArray, LatentState, Refinement, Trace, minimum_confidence

__all__ = ["FloatArray", "LatentState", "Refinement", "Trace", "minimum_confidence"]
