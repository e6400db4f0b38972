"""Exports: boards, traces and plots written to files, and printing."""
