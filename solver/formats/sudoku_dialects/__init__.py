"""What the Sudoku formats share: the ways in which people write cells, lines and grids. No format lives here."""
