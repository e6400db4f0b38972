"""Reading and writing puzzles: text, images, arrays and JSON. NumPy only, no torch."""
