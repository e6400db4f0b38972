"""How a grid becomes tokens, and tokens become logits of the grid: one module a board."""
