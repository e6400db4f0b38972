"""Pictures of ARC grids, of any cell size, with or without lines between the cells."""
