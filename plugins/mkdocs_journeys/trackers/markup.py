"""The text of a ticket in the markup of a tracker. All words are an author's, and mean nothing there."""

import html
import re
from collections.abc import Callable, Sequence
from itertools import groupby

from mkdocs_journeys.imports.files import escaped_markdown
from mkdocs_journeys.trackers.body import IssueLine
from mkdocs_journeys.trackers.issue import TrackerIssue
from mkdocs_journeys.trackers.markers import hidden_marks, visible_marks

Markup = Callable[[TrackerIssue], str]
"""A ticket to its text, with our markers."""
_CALLS = re.compile(r"(?:[#!$%~&]|(?<!\w)@)(?=\w)|\bGH(?=-\d)")
"""What calls a person, or names a ticket, on a host that reads Markdown."""
_NOTHING = "&#8203;"
"""A space without width: what stands on both sides of it is two words to such a host."""
_ADDRESS = re.compile(r"[^\w.~:/?#@!$&'*+,;=%-]")
_WIKI = re.compile(
    r"[{}\[\]|]|(?<!\w)[*_+^~!-](?=\S)|\?(?=\?)|^[#*-](?=[#*-]* )|(?:(?<=^h[1-6])|(?<=^bq))\.(?= )"
    r"|[:;](?=[)(DP])|\((?=[/xyin*!?+-]+\))"
)
"""What begins something else than words in the markup of Jira."""
_WIKI_SLASH = "&#92;"


def markdown(issue: TrackerIssue) -> str:
    """The text for GitHub and GitLab, between comments."""
    above, below = hidden_marks(issue)
    return f"{above}\n{_markdown(issue.lines)}\n{below}"


def markdown_with_visible_marks(issue: TrackerIssue) -> str:
    """The text for Linear, which knows no comments."""
    above, below = visible_marks(issue)
    return f"{above}\n\n{_markdown(issue.lines)}\n\n{below}"


def wiki(issue: TrackerIssue) -> str:
    """The text for Jira, in its wiki markup."""
    above, below = visible_marks(issue)
    forms = {"heading": "h4. {}", "text": "{}", "item": "* {}", "quote": "bq. {}"}
    return f"{above}\n\n{_paragraphs(issue.lines, forms, _wiki_words)}\n\n{below}"


def html_text(issue: TrackerIssue) -> str:
    """The text for Azure Boards, as HTML."""
    parts: list[str] = []
    for kind, lines in groupby(issue.lines, key=lambda line: line.kind):
        words = [_html_words(line) for line in lines]
        if kind == "item":
            parts.append(f"<ul>{''.join(f'<li>{one}</li>' for one in words)}</ul>")
        else:
            tag = {"heading": "h4", "quote": "blockquote"}.get(kind, "p")
            parts += [f"<{tag}>{one}</{tag}>" for one in words]
    above, below = visible_marks(issue)
    return "".join([f"<p>{above}</p>", *parts, f"<p>{below}</p>"])


def _markdown(lines: Sequence[IssueLine]) -> str:
    forms = {"heading": "### {}", "text": "{}", "item": "- {}", "quote": "> {}"}
    return _paragraphs(lines, forms, _markdown_words)


def _paragraphs(lines: Sequence[IssueLine], forms: dict[str, str], words: Callable[[IssueLine], str]) -> str:
    """Items below each other, everything else with a blank line between."""
    parts: list[str] = []
    for kind, some in groupby(lines, key=lambda line: line.kind):
        written = [forms[kind].replace("{}", words(line)) for line in some]
        parts += ["\n".join(written)] if kind == "item" else written
    return "\n\n".join(parts)


def _markdown_words(line: IssueLine) -> str:
    """Words that call nobody, run no command of GitLab, and name no other ticket."""
    text = _CALLS.sub(lambda one: f"{one[0]}{_NOTHING}", escaped_markdown(line.text))
    text = f"\\{text}" if text.startswith("/") else text
    return f"[{text}]({_address(line.url)})" if line.url else text


def _wiki_words(line: IssueLine) -> str:
    parts = (_WIKI.sub(lambda one: f"\\{one[0]}", part) for part in line.text.split("\\"))
    text = _WIKI_SLASH.join(parts)
    return f"[{text}|{_address(line.url)}]" if line.url else text


def _html_words(line: IssueLine) -> str:
    text = html.escape(line.text)
    return f'<a href="{html.escape(_address(line.url))}">{text}</a>' if line.url else text


def _address(url: str) -> str:
    """An address without characters that could end it."""
    return _ADDRESS.sub(lambda one: "".join(f"%{byte:02X}" for byte in one[0].encode("utf-8", "replace")), url)
