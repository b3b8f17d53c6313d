"""The page of a journey."""
