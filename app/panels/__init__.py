"""The panels around the board, one module each: confidence plot, cell inspector, step list, explanation."""
