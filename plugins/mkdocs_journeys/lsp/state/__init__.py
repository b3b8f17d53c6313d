"""What the server knows: buffers, the atlases around them, and the thread that keeps both up to date."""
