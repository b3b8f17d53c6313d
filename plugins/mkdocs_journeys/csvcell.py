"""Cells of comma-separated files that no spreadsheet takes for a formula."""

import re

_HIDDEN = "\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_FORMULA = rf"[{_HIDDEN}]*(?:[=+\-@\uff1d\uff0b\uff0d\uff20]|(?<=[\t\r\n]))"
_NEEDS_GUARD, _HAS_GUARD = re.compile(f"'*{_FORMULA}").match, re.compile(f"'+{_FORMULA}").match


def guarded(text: str) -> str:
    """A text as a cell: with a ' before it where it looks like a formula, or like such a text with its '."""
    return f"'{text}" if _NEEDS_GUARD(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` gave."""
    return cell[1:] if _HAS_GUARD(cell) else cell
