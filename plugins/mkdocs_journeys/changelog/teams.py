"""Microsoft Teams: a message with one Adaptive Card, within the size that Teams takes."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_journeys.changelog.escape import teams_text
from mkdocs_journeys.changelog.figures import HeadlineFigure
from mkdocs_journeys.changelog.groups import MOST_LINES_OF_MESSAGES, NotesGroup, NotesLine
from mkdocs_journeys.changelog.notes import NET, WORDS, ReleaseNotes
from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.reports.summary import SIGNS
from mkdocs_journeys.wording import counted

VERSION = "1.4"
"""Of the schema: what all clients of Teams draw."""
LARGEST = 20_000
"""Bytes of a message: Teams says 28 KB, but counts what it makes of it, and has refused messages above 21 KB."""
SENTENCE, NAME, MOST_METRICS = 300, 120, 6
COLOURS = {Judgement.WORSE: "Attention", Judgement.BETTER: "Good", Judgement.REVIEW: "Warning"}

Element = dict[str, Any]


def format_notes(notes: ReleaseNotes) -> str:
    """The message as the JSON that a workflow of Teams takes; the card is its only attachment.

    Every text stands in a TextRun, in which nothing is formatted.
    """
    head, foot = list(_head(notes)), list(_foot(notes))
    room = LARGEST - len(_message([*head, _rest("x" * SENTENCE), *foot]))
    shown: list[Element] = []
    for group in notes.groups:
        element = _group(group.first(MOST_LINES_OF_MESSAGES))
        room -= len(_json(element)) + 1
        if room < 0:
            break
        shown.append(element)
    rest = [_rest(notes.rest(len(shown)))] if len(shown) < len(notes.groups) else []
    return (_message([*head, *shown, *rest, *foot]) + b"\n").decode()


def _message(body: list[Element]) -> bytes:
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": VERSION,
        "msteams": {"width": "Full"},
        "body": body,
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    return _json({"type": "message", "attachments": [attachment]})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _run(text: str, limit: int = SENTENCE, url: str = "", **look: Any) -> Element:
    link = {"selectAction": {"type": "Action.OpenUrl", "url": url}} if url else {}
    return {"type": "TextRun", "text": teams_text(text, limit), **look, **link}


def _block(runs: Iterable[Element], **more: Any) -> Element:
    return {"type": "RichTextBlock", "inlines": list(runs), **more}


def _head(notes: ReleaseNotes) -> Iterator[Element]:
    yield _block([_run(notes.heading, size="Large", weight="Bolder")])
    yield _block([_run(notes.period)])
    yield _block([_run(notes.summary, weight="Bolder")])
    if notes.events:
        yield _block([_run(f"{', '.join(notes.events)}.")])
    figures, more = notes.all_figures(MOST_METRICS)
    for at, figure in enumerate(figures):
        yield _block(_figure(figure), spacing="Small" if at else "Default")
    if more:
        yield _block([_run(f"and {counted(more, 'more metric')}")], spacing="Small")


def _figure(figure: HeadlineFigure) -> Iterator[Element]:
    yield _run(figure.label, NAME)
    yield _run(": ")
    yield _run(figure.then, NAME)
    yield _run(" → ")
    colour = {"color": COLOURS[figure.judgement]} if figure.judgement else {}
    yield _run(figure.now, NAME, weight="Bolder", **colour)
    if figure.target:
        yield _run(f" ({figure.aim})", NAME, isSubtle=True)


def _group(group: NotesGroup) -> Element:
    title = [_run(group.title, NAME, group.url, weight="Bolder", size="Medium")]
    felt = [_block([_run(group.judged_emotion)], spacing="None")] if group.judged_emotion else []
    rest = [_block([_run(group.rest)], spacing="Small")] if group.rest else []
    items = [_block(title), *felt, *map(_line, group.lines), *rest]
    return {"type": "Container", "separator": True, "items": items}


def _line(line: NotesLine) -> Element:
    """The sentence; its first name leads to what changed."""
    runs = [_run(f"{SIGNS[line.judgement]} {WORDS[line.judgement]}: ", color=COLOURS[line.judgement])]
    url = line.url
    for part in line.sentence:
        if isinstance(part, Quote):
            runs.append(_run(part.text, SENTENCE, url, weight="Bolder"))
            url = ""
        else:
            runs.append(_run(part))
    if line.where:
        runs.append(_run(f" · {line.where}", NAME, isSubtle=True))
    return _block(runs, spacing="Small")


def _rest(text: str) -> Element:
    return _block([_run(text, weight="Bolder")], separator=True)


def _foot(notes: ReleaseNotes) -> Iterator[Element]:
    look: Element = {"size": "Small", "isSubtle": True}
    if notes.thanks:
        yield _block([_run(notes.thanks, 2 * SENTENCE, **look)], separator=True)
    yield _block([_run(NET, 2 * SENTENCE, **look)])
