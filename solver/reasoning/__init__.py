"""Running a network on a puzzle: refinements, views, restarts, batches; fitting to ARC tasks and voting."""
