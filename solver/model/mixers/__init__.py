"""Mixers, one module each: how the tokens of a grid exchange information."""
