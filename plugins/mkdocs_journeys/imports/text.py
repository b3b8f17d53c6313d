"""The bytes of a source to text, whatever encoding they have, and its texts to such as YAML can carry."""

import re

from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile.text import with_one_line_end

LARGEST = 50_000_000
"""How many bytes a source may have."""
NAMELESS = "(no name)"
"""What stands for a name that is empty."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def decoded(data: bytes, file: str) -> str | Problem:
    """The text of a source with `\\n` at the ends of its lines, or why it is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return with_one_line_end(data.decode(encoding, "replace"))
    if b"\0" in data[:4096]:
        return Problem("import", Position(file, 1, 1), "This file is no text.", "Name a file of the format's kind.")
    try:
        return with_one_line_end(data.decode("utf-8"))
    except UnicodeDecodeError:
        return with_one_line_end(data.decode("cp1252", "replace"))


def cleaned(text: str) -> str:
    """A text on one line without characters that YAML cannot carry; never empty."""
    return " ".join(_UNREADABLE.sub("\ufffd", text).split()) or NAMELESS
