"""What search finds on pages of ours, and in which order."""
