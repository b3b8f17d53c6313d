"""The personas: an index that introduces them, and a page for each."""
