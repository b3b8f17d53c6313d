"""Bytes to values, or to a refusal."""

from typing import Any

from mkdocs_journeys.yamlfile.characters import is_free_of_hidden, with_one_line_end
from mkdocs_journeys.yamlfile.everyday.blocks import blocks
from mkdocs_journeys.yamlfile.everyday.refusal import NotEveryday
from mkdocs_journeys.yamlfile.limits import DEFAULT_LIMITS

LARGEST = min(DEFAULT_LIMITS.values, DEFAULT_LIMITS.expanded, DEFAULT_LIMITS.text_characters) - 1
"""Bytes. No shorter file can hold too many values or too long a text, so nothing needs to be counted."""


def everyday(data: bytes) -> dict[str, Any] | None:
    """The values of a file, or None where only `yamlfile.read` may judge it. Never raises.

    The values equal those of `yamlfile.read`, which then has no problem to report.
    """
    text = everyday_text(data)
    if text is None:
        return None
    try:
        return blocks(text) or None
    except NotEveryday:
        return None


def everyday_text(data: bytes) -> str | None:
    """The text of a file whose characters and line ends hold no surprise; it ends with a line end."""
    if len(data) > LARGEST:
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    text = with_one_line_end(text)
    if not text.endswith("\n") or "\t" in text or not is_free_of_hidden(data):
        return None
    return text
