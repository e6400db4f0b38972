"""Ponder's solver: puzzles, the Tiny Recursive Model, and its reasoning; runs without any window."""
