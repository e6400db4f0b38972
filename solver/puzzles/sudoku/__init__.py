"""Sudoku: the validated puzzle, its units, symmetries, generator and exact search."""
