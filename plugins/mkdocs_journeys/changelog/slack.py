"""Slack: one message of Block Kit, within the limits of Slack."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_journeys.changelog.escape import quoted, slack_text
from mkdocs_journeys.changelog.figures import HeadlineFigure
from mkdocs_journeys.changelog.groups import MOST_LINES_OF_MESSAGES, NotesGroup, NotesLine
from mkdocs_journeys.changelog.notes import NET, WORDS, ReleaseNotes
from mkdocs_journeys.reports.summary import SIGNS
from mkdocs_journeys.wording import counted

MOST_BLOCKS = 50
LONGEST_TEXT = 3_000
LONGEST_HEADER = 150
LONGEST_MESSAGE = 12_000
"""Characters of all texts: a little above that Slack answers `msg_blocks_too_long`, which it documents nowhere."""
SENTENCE, NAME, MOST_METRICS = 300, 120, 6
RESERVED = 400
"""Characters for what says how many groups are left out."""

Block = dict[str, Any]


def format_notes(notes: ReleaseNotes) -> str:
    """The message as the JSON that Slack's API and its incoming webhooks take; `text` is for notifications."""
    head, foot = list(_head(notes)), list(_foot(notes))
    room = LONGEST_MESSAGE - RESERVED - sum(map(_size, (*head, *foot)))
    shown: list[Block] = []
    for group in notes.groups[: MOST_BLOCKS - len(head) - len(foot) - 1]:
        block = _section(_group(group.first(MOST_LINES_OF_MESSAGES)))
        room -= _size(block)
        if room < 0:
            break
        shown.append(block)
    rest = [_section([notes.rest(len(shown))])] if len(shown) < len(notes.groups) else []
    text = slack_text(f"{notes.heading}. {notes.summary}", SENTENCE)
    return json.dumps({"text": text, "blocks": [*head, *shown, *rest, *foot]}, indent=1) + "\n"


def _size(block: Block) -> int:
    return sum(len(one["text"]) for one in (block.get("text"), *block.get("elements", ())) if one)


def _section(lines: Iterable[str]) -> Block:
    return {"type": "section", "text": _mrkdwn(lines)}


def _mrkdwn(lines: Iterable[str]) -> Block:
    return {"type": "mrkdwn", "text": _fitting(lines), "verbatim": True}


def _fitting(lines: Iterable[str]) -> str:
    """The first lines that fit into a text."""
    found: list[str] = []
    for line in lines:
        if sum(map(len, found)) + len(found) + len(line) > LONGEST_TEXT:
            break
        found.append(line)
    return "\n".join(found)


def _head(notes: ReleaseNotes) -> Iterator[Block]:
    heading = slack_text(notes.heading, NAME)
    if len(heading) > LONGEST_HEADER:
        heading = slack_text("What changed for customers")
    yield {"type": "header", "text": {"type": "plain_text", "text": heading, "emoji": False}}
    events = [f"{', '.join(notes.events)}."] if notes.events else []
    yield _section([slack_text(notes.period, SENTENCE), f"*{notes.summary}*", *events])
    figures, more = notes.all_figures(MOST_METRICS)
    if figures:
        yield _section([*map(_figure, figures), *([f"and {counted(more, 'more metric')}"] if more else [])])


def _figure(figure: HeadlineFigure) -> str:
    sign = f" {SIGNS[figure.judgement]}" if figure.judgement else ""
    target = f" ({slack_text(figure.aim, NAME)})" if figure.target else ""
    label, then, now = (slack_text(text, NAME) for text in (figure.label, figure.then, figure.now))
    return f"{label}: {then} → *{now}*{sign}{target}"


def _group(group: NotesGroup) -> Iterator[str]:
    """The lines of a group; of those that would not fit, the rest tells the number."""
    while True:
        lines = list(_lines(group))
        if not group.lines or sum(map(len, lines)) + len(lines) <= LONGEST_TEXT:
            yield from lines
            return
        group = group.first(len(group.lines) - 1)


def _lines(group: NotesGroup) -> Iterator[str]:
    felt = f" · {group.judged_emotion}" if group.judged_emotion else ""
    yield f"*{_link(slack_text(group.title, NAME), group.url)}*{felt}"
    yield from map(_line, group.lines)
    if group.rest:
        yield f"• {group.rest}"


def _line(line: NotesLine) -> str:
    sentence = _link(slack_text(quoted(line.sentence), SENTENCE), line.url)
    where = f" · {slack_text(line.where, NAME)}" if line.where else ""
    return f"• {SIGNS[line.judgement]} {WORDS[line.judgement]}: {sentence}{where}"


def _link(text: str, url: str) -> str:
    return f"<{url.replace('&', '&amp;')}|{text}>" if url else text


def _foot(notes: ReleaseNotes) -> Iterator[Block]:
    yield {"type": "divider"}
    thanks = [slack_text(notes.thanks, 2 * SENTENCE)] if notes.thanks else []
    yield {"type": "context", "elements": [_mrkdwn([*thanks, NET])]}
