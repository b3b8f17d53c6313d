"""The journey map: what stands in each cell, and the emotion curve exactly above its steps."""
