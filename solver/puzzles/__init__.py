"""What a puzzle is: rules, validation, checking an answer, text formats, generators. NumPy only."""
