"""The Sudoku board: its widget and its painter."""
