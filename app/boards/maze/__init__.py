"""The maze board: its widget, its edits and its painter."""
