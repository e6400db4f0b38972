"""Generators of ARC tasks: the rules of training tasks, written again with what may vary in them left to chance."""
