"""The command line: one module for each verb of `python -m solver`."""
