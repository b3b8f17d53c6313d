"""Format what `journeys check` and `journeys diff` found: a module for each format.

A format has `format_check` for the outcome of a check, `format_diff` for the document of a comparison, or both.
"""
