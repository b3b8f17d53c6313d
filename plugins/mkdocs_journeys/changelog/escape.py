"""Escape texts for the outputs of release notes: one function for each. HTML is escaped by Jinja.

Texts of authors and our own go the same way; only marks of the output itself do not go through these.
"""

import re

from mkdocs_journeys.diff.sentences import Sentence
from mkdocs_journeys.reports.escape import one_line

LONGEST = 200
JOINER = "\N{WORD JOINER}"
"""Breaks what a program would make a link or a mention of; readers do not see it."""
_MARKUP = re.compile(r"""[^\w\s,;.:'"%/?()+\x80-\U0010ffff-]|_|\+(?=\+)|(?<=\+)\+|(?<!\w)-|-(?!\w)""")
_TRIGGER = re.compile(
    r"(?<=[@#!%~$&^])(?=\w)|(?<=:)(?=[\w+-]+:)|(?<=/)(?=/)|(?<=(?i:www))(?=\.)"
    r"|(?<=[A-Z]-)(?=\d)|(?<=(?i:gh-))(?=\d)|(?<=(?i:ghsa-))|(?<=(?i:[\da-f]{6}))(?=(?i:[\da-f]))"
)
"""Where a joiner breaks a mention, a number of an issue, an emoji, an address, and the hash of a commit."""
_EXPANDED = re.compile(r"(?<=[{$])(?=\{)")
_SLACK = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LOOKALIKES = str.maketrans("*~`", "\N{ASTERISK OPERATOR}\N{TILDE OPERATOR}\N{MODIFIER LETTER GRAVE ACCENT}")
_EDGE_OF_ITALICS = re.compile(r"(?<![^\W_])_|_(?![^\W_])")


def markdown_text(text: str, limit: int = LONGEST) -> str:
    """Markdown: a text on one line in which no renderer finds markup, a link, a picture or a mention.

    Whatever could be markup is a numeric entity, for git hosts, for MkDocs with its extensions, and for plugins that
    run templates over pages. Mentions and links, which hosts find in the finished text, are broken by JOINER.
    """
    line = _TRIGGER.sub(JOINER, one_line(text, limit))
    return _MARKUP.sub(lambda found: f"&#{ord(found.group())};", line)


def slack_text(text: str, limit: int = LONGEST) -> str:
    """Slack: a text on one line in a text object with `verbatim`, in which only `&<>` and formatting mean something.

    Slack knows no escape for formatting: such characters give way to those that look alike.
    """
    line = _TRIGGER.sub(JOINER, one_line(text, limit)).translate(_LOOKALIKES)
    line = _EDGE_OF_ITALICS.sub("\N{FULLWIDTH LOW LINE}", line)
    return "".join(_SLACK.get(letter, letter) for letter in line)


def teams_text(text: str, limit: int = LONGEST) -> str:
    """Teams: a text on one line for a TextRun of an Adaptive Card, which knows no Markdown.

    Cards expand `{{DATE(…)}}` and hosts templates `${…}`: JOINER breaks both. A space at either end stays, as a run is
    often a part of a sentence.
    """
    line = _EXPANDED.sub(JOINER, one_line(text, limit))
    return f"{' ' * text[:1].isspace()}{line}{' ' * text[-1:].isspace()}" if line else " " * bool(text)


def quoted(sentence: Sentence) -> str:
    """A sentence as text, still to be escaped: what authors wrote stands in quotation marks."""
    return "".join(part if isinstance(part, str) else f"“{part.text}”" for part in sentence)
