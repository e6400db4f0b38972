"""Which of the two builds this is: TORCH=cpu (the default; Metal on a Mac) or TORCH=cuda."""

import os

VARIANTS = ("cpu", "cuda")


def torch_variant() -> str:
    """`cpu` or `cuda`, from the environment's TORCH; anything else ends the program with a sentence."""
    variant = os.environ.get("TORCH", "cpu")
    if variant not in VARIANTS:
        raise SystemExit(f"TORCH is {variant!r}, but must be one of: {', '.join(VARIANTS)}.")
    return variant
