"""What git tells of the whole atlas: pages of what changed, a feed of it, and ways from addresses that things had."""
