"""How the tokens of a grid hear of each other: one module a mixer."""
