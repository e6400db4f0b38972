"""The panels around the board: confidence plot, cell inspector, step list and explanation."""
