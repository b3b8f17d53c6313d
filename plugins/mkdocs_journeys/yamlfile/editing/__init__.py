"""Edits of YAML files as text, so that comments and layout stay."""
