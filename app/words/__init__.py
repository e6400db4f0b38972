"""All text for a person: messages, explanations, plurals, and the languages of the window."""
