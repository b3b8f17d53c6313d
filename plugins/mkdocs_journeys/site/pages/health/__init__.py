"""The page that says what is to be mended."""
