"""Writing boards and traces to files."""
