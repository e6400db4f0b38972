"""The learning curve of a run as a PNG."""

import io
from typing import Any

from matplotlib.figure import Figure


def draw_curve(log: list[dict[str, Any]]) -> bytes:
    """A PNG of the loss and of the accuracies measured on frozen puzzles, over the optimiser steps of a log."""
    figure = Figure(figsize=(8, 6), layout="constrained")
    loss, accuracy = figure.subplots(2, 1, sharex=True)
    training = [line for line in log if "loss" in line]
    loss.plot([line["step"] for line in training], [line["loss"] for line in training], label="cells")
    loss.plot([line["step"] for line in training], [line["halting_loss"] for line in training], label="halting head")
    loss.set_ylabel("loss")
    loss.set_yscale("log")
    measured = [line for line in log if "validation" in line]
    for name in sorted({name for line in measured for name in line["validation"]}):
        lines = [line for line in measured if name in line["validation"]]
        values = [100 * line["validation"][name]["verified"] for line in lines]
        accuracy.plot([line["step"] for line in lines], values, marker="o", markersize=3, label=name)
    accuracy.set_ylabel("verified, %")
    accuracy.set_ylim(-2, 102)
    accuracy.set_xlabel("optimiser step")
    for axes in (loss, accuracy):
        axes.grid(alpha=0.3)
        if axes.lines:
            axes.legend()
    png = io.BytesIO()
    figure.savefig(png, format="png", dpi=110)
    return png.getvalue()
