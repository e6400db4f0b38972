"""The Tiny Recursive Model: network, tokens, checkpoints and devices."""
