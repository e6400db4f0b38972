"""A whole trace as one JSON file, which Ponder opens again."""

import json
from pathlib import Path

from solver.files import write_text
from solver.trace import Trace
from solver.trace.trace_json import trace_to_json


def export_trace(path: Path, trace: Trace, *, state: bool = False) -> None:
    """Write `trace`; `state` adds the latents. Raises `OSError`, the old file then being as it was."""
    write_text(path, json.dumps(trace_to_json(trace, state=state), separators=(",", ":"), allow_nan=False) + "\n")
