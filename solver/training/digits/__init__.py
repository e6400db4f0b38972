"""The network that reads the digits of pictured Sudokus: its fonts, its training and its evaluation."""
