"""The endings of pictures, whatever they show."""

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff")
"""Those that `solver.formats.picture` decodes, the usual one first."""
