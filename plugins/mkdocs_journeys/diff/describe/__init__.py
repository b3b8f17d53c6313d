"""Say in plain English what changed: a sentence for each difference."""
