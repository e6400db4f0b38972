"""Stepping through a trace: timeline, transport, confidence plot and cell inspector."""
