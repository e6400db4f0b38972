"""The open puzzles: editing history, opening, saving, autosave, samples and generated puzzles."""
