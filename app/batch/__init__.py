"""Solving many puzzles one after the other, and the table of what became of them."""
