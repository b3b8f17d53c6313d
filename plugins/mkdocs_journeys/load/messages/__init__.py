"""What is said of a mistake in a file, in words that an author knows, with the line to write."""
