"""The puzzle boards: one shared grid, one subclass for each kind of puzzle."""
