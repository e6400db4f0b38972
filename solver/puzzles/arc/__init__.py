"""ARC: tasks, their grids on a canvas, symmetries and the benchmark's collections."""
