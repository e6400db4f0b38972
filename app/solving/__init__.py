"""Solving off the GUI thread: the worker, and the control that feeds its refinements to the film."""
