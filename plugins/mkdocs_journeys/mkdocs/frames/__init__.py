"""What stands around the content of a page: the frame of the theme, styles and scripts."""
