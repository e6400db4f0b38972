"""How programs and people write mazes as text: blocks, lines, underscores and matrices, each in its own module."""
