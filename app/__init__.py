"""Ponder's window: shows, edits and plays back; it computes no answer."""
