"""Escape texts by authors for each output: Markdown, GitHub's workflow commands.

Terminals: `wording.terminal_safe`, XML: `wording.xml_legal`. JSON is written as ASCII, HTML is escaped by Jinja.
"""

import re

LONGEST = 200
EMPTY = "` `"
PIPE = "\N{FULLWIDTH VERTICAL LINE}"
"""In place of a bar: that would end the cell of a table, and `\\|` would show its backslash outside of one."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_HIDDEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_TICKS = re.compile("`+")
_PLAIN = re.compile(r"(?:[A-Za-z0-9 ,.:;()/'→+\N{MINUS SIGN}-]|#pain-|\(n = )*")
_LINKED = re.compile(r"www\.|//|:\w+:|\b[0-9a-f]{7,40}\b|(?-i:\b[A-Z]+-\d|GHSA-)", re.IGNORECASE)
"""What git hosts turn into links or pictures although it looks like plain words."""
_IN_COMMAND = re.compile("[%\r\n]")
_IN_PROPERTY = re.compile("[%\r\n:,]")


def markdown_code(text: str, limit: int = LONGEST) -> str:
    """Markdown: a code span on one line, safe in a table's cell; hidden characters as escapes such as `\\u200b`.

    Neither GitHub nor GitLab interprets anything in a code span: no mention, link, picture, entity or HTML. It ends
    only at as many backticks as it began with, and there are always more of these than the text has in a row.
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


def is_plain_markdown(text: str) -> bool:
    """Whether a text needs no escape in Markdown: no git host finds anything to format, link or mention in it."""
    return _PLAIN.fullmatch(text) is not None and not _LINKED.search(text)


def command_text(text: str) -> str:
    """GitHub: the message of a workflow command."""
    return _IN_COMMAND.sub(_percent_encoded, text)


def command_property(text: str) -> str:
    """GitHub: the value of a property of a workflow command."""
    return _IN_PROPERTY.sub(_percent_encoded, text)


def _percent_encoded(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"
