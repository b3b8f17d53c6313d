"""What handwritten pages show of the atlas: fenced blocks, and links by kind and id."""
