"""The page of opportunities and of what was tried."""
