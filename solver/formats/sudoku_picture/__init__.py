"""Pictures of Sudokus: screenshots of programs and web pages, whose digits a small network reads."""
