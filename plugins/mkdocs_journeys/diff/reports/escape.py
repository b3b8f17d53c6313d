"""What an author typed, as a code span: no mention, link, picture, entity or HTML can come out of it."""

import re

LONGEST = 200
EMPTY = "` `"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_HIDDEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_TICKS = re.compile("`+")
_PLAIN = re.compile(r"(?:[A-Za-z0-9 ,.:;()/'→\N{MINUS SIGN}-]|#pain-)*")
_LINKED = re.compile(r"www\.|//|:\w+:|\b[0-9a-f]{7,40}\b|(?-i:\b[A-Z]+-\d|GHSA-)", re.IGNORECASE)
"""What git hosts turn into links or pictures although it looks like plain words."""


def code(text: str, limit: int = LONGEST) -> str:
    """One code span on one line that also fits into a table's cell; hidden characters show as `\\u200b`.

    A code span is the one thing in which neither GitHub nor GitLab looks for anything: it ends only at as many
    backticks as it began with, and there are always more of these than the text has in a row.
    """
    line = one_line(text, limit)
    if not line:
        return EMPTY
    ticks = "`" * (max((len(run) for run in _TICKS.findall(line)), default=0) + 1)
    room = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{ticks}{room}{line.replace('|', PIPE)}{room}{ticks}"


def one_line(text: str, limit: int = LONGEST) -> str:
    """The text on one line of at most `limit` characters, hidden ones as escapes. Not yet safe in Markdown."""
    line = _HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", _CONTROL.sub(" ", text))
    line = " ".join(line.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def is_plain(text: str) -> bool:
    """Whether these are words as ours are, in which no git host finds anything to format, to link or to mention."""
    return _PLAIN.fullmatch(text) is not None and not _LINKED.search(text)


PIPE = "\N{FULLWIDTH VERTICAL LINE}"
"""A bar would end the cell of a table, and `\\|` would show its backslash outside of one."""
