"""Markdown: for a release, a wiki or a mail; and as a page for the docs folder of a site."""

import json
from collections.abc import Iterator

from mkdocs_journeys.changelog.escape import markdown_text, quoted
from mkdocs_journeys.changelog.figures import HeadlineFigure
from mkdocs_journeys.changelog.groups import MOST_GROUPS, NotesGroup, NotesLine
from mkdocs_journeys.changelog.notes import NET, WORDS, ReleaseNotes
from mkdocs_journeys.reports.summary import SIGNS
from mkdocs_journeys.wording import counted

SENTENCE = 600
"""Characters of a sentence."""


def format_notes(notes: ReleaseNotes) -> str:
    """The notes; whatever authors wrote is escaped."""
    return "\n\n".join((*_head(notes), *_headline(notes), *_groups(notes), *_foot(notes))) + "\n"


def format_page(notes: ReleaseNotes) -> str:
    """The notes as a page for MkDocs, with its title and description in front, which hold words of ours alone."""
    title = f"What changed until {notes.until.day}" if notes.until.day else "What changed"
    front = (f"title: {json.dumps(title)}", f"description: {json.dumps(notes.summary)}")
    return "\n".join(("---", *front, "---", "", format_notes(notes)))


def _head(notes: ReleaseNotes) -> Iterator[str]:
    yield f"# {markdown_text(notes.heading, SENTENCE)}"
    yield markdown_text(notes.period, SENTENCE)
    yield f"**{notes.summary}**"
    if notes.events:
        yield f"{', '.join(notes.events)}."


def _headline(notes: ReleaseNotes) -> Iterator[str]:
    if notes.figures:
        yield "## In figures"
        yield "\n".join(("| | then | now | change |", "|---|---|---|---|", *map(_row, notes.figures)))
    if notes.metrics:
        yield "## What was measured"
        rows = (f"{_row(one)} {markdown_text(', '.join(one.target))} |" for one in notes.metrics)
        yield "\n".join(("| | then | now | change | target |", "|---|---|---|---|---|", *rows))
    if notes.more_metrics:
        yield f"and {counted(notes.more_metrics, 'more metric')}"


def _row(figure: HeadlineFigure) -> str:
    sign = f"{SIGNS[figure.judgement]} {figure.judgement.value}" if figure.judgement else ""
    label, then, now = (markdown_text(text) for text in (figure.label, figure.then, figure.now))
    return f"| {label} | {then} | {now} | {sign} |"


def _groups(notes: ReleaseNotes) -> Iterator[str]:
    if notes.groups:
        yield f"## By {notes.by}"
    for group in notes.groups[:MOST_GROUPS]:
        yield f"### {_link(markdown_text(group.title), group.url)}"
        if group.judged_emotion:
            yield f"{group.judged_emotion}."
        yield "\n".join(_lines(group))
    if rest := notes.rest(MOST_GROUPS):
        yield f"**{rest}**"


def _lines(group: NotesGroup) -> Iterator[str]:
    yield from map(_line, group.lines)
    if group.rest:
        yield f"- {group.rest}"


def _line(line: NotesLine) -> str:
    sentence = _link(markdown_text(quoted(line.sentence), SENTENCE), line.url)
    where = f" · {markdown_text(line.where)}" if line.where else ""
    return f"- {SIGNS[line.judgement]} {WORDS[line.judgement]}: {sentence}{where}"


def _link(text: str, url: str) -> str:
    return f"[{text}]({url})" if url else text


def _foot(notes: ReleaseNotes) -> Iterator[str]:
    yield "---"
    if notes.thanks:
        yield markdown_text(notes.thanks, 10 * SENTENCE)
    yield f"*{NET}*"
