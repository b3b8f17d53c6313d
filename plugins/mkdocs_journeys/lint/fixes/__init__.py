"""Automatic fixes: edits at places of a file, so that comments and layout survive."""
