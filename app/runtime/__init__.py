"""What keeps the program running: threads, garbage collection, one instance, unexpected errors."""
