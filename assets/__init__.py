"""Bundled data, read through importlib.resources: checkpoints, sample puzzles, icons."""
