"""What a puzzle is: rules, validation, checking an answer, generators. NumPy only."""
