"""metrics/ID.csv: from its text to the dated figures in it."""
