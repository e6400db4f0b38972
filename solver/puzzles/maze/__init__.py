"""Mazes: the validated puzzle, its rules, distances and generator."""
