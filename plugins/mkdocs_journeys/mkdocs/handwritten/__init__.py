"""Handwritten pages: what they show of the atlas, and where they speak of it."""
