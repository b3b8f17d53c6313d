"""The text of a buffer: places, what is being typed where, what is named, and what the format expects there."""
