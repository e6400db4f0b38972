"""Running the network on a puzzle: refinements, views, batches."""
