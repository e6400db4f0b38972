"""Solve Many: a list or folder of puzzles solved one after the other, and the table of results."""
