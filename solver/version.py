"""The one place that holds Ponder's version number."""

__version__ = "0.1.0"
