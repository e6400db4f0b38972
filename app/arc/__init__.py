"""ARC in the window: fitting a network to a task, its answers, and the task browser."""
