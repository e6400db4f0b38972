"""Mazes in pictures: the page around them, their walls, the grid these stand on, and the marks in their cells."""
