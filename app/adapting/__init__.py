"""ARC tasks are answered by a network fitted to them: the worker's part, and the panel that shows it."""
