"""The ARC board: its widget, its edits, its layout and its painters."""
