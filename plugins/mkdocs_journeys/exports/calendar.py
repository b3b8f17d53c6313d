"""A calendar of what is due, as iCalendar (RFC 5545): reviews, figures, and studies that run out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from zlib import crc32

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Journey
from mkdocs_journeys.model.references import references_of

LONGEST_LINE = 75
"""How many bytes a line may have; a longer one goes on in the next line, after a space."""
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")


class DueDay(NamedTuple):
    """Something that is due on a day. `since` is the day from which that follows, and `said` what explains it."""

    kind: str
    id: str
    day: date
    title: str
    since: date
    said: Sequence[str]


def calendar(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """The content of an .ics file, with an event of a whole day for each thing that is due."""
    name = _text(f"{atlas.catalog.name}: what is due")
    head = ("VERSION:2.0", "PRODID:-//mkdocs-journeys//reviews//EN", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{name}")
    of = f"{crc32(atlas.catalog.name.encode('utf-8', 'replace')):08x}"
    events = [line for one in sorted(due_days(atlas, journeys), key=lambda one: one.day) for line in _event(one, of)]
    lines = ["BEGIN:VCALENDAR", *head, *events, "END:VCALENDAR"]
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def due_days(atlas: Atlas, journeys: Sequence[Journey]) -> Iterator[DueDay]:
    """What is due of live journeys, and of what they name: personas, metrics, studies. All of it for all journeys.

    Journeys and personas that nobody ever reviewed have no day, and neither have metrics without a figure.
    """
    is_whole = len(journeys) == len(atlas.journeys)
    named = {(one.kind, one.target.partition("/")[0]) for journey in journeys for one in references_of(journey)}
    review = atlas.catalog.review

    def counts(kind: str, id: str) -> bool:
        return is_whole or (kind, id) in named

    def owner(team: str | None) -> str:
        return f"Owner: {atlas.teams[team].name}" if team else "Nobody owns it yet."

    for journey in journeys:
        if journey.status == "live" and journey.reviewed:
            said = _reviewed(journey.reviewed, review.max_age_days)
            title = f"Review the journey: {journey.title}"
            yield from _after("journey", journey.id, journey.reviewed, review.max_age_days, title,
                              [owner(journey.owner), said, journey.path])  # fmt: skip
    for persona in atlas.personas.values():
        if persona.reviewed and counts("persona", persona.id):
            said = _reviewed(persona.reviewed, review.max_age_days)
            title = f"Review the persona: {persona.name}"
            yield from _after("persona", persona.id, persona.reviewed, review.max_age_days, title,
                              [owner(persona.owner), said, persona.path])  # fmt: skip
    for metric in atlas.catalog.metrics:
        days = [one.date for one in atlas.observations.get(metric.id, ())]
        days += [one.date for one in atlas.withheld.get(metric.id, ())]
        if days and counts("metric", metric.id):
            said = f"The last figure is of {max(days)}; {review.max_figure_age_days} days are allowed."
            title = f"New figures: {metric.name}"
            yield from _after("metric", metric.id, max(days), review.max_figure_age_days, title,
                              [owner(metric.team), said])  # fmt: skip
    for study in atlas.evidence.values():
        if study.expires and counts("evidence", study.id):
            said = f"The study is of {study.date}; its authors trust it until this day."
            title = f"Runs out: {study.title}"
            yield DueDay("evidence", study.id, study.expires, title, study.date, [owner(study.owner), said, study.path])


def _reviewed(day: date, allowed: int) -> str:
    return f"The last review was on {day}; {allowed} days are allowed."


def _after(kind: str, id: str, since: date, days: int, title: str, said: Sequence[str]) -> Iterator[DueDay]:
    if since.toordinal() + days < date.max.toordinal():
        yield DueDay(kind, id, since + timedelta(days), title, since, said)


def _event(due: DueDay, of: str) -> Iterator[str]:
    """The lines of an event. It is stamped with the day that it follows from, so that nothing in it is the clock's."""
    yield "BEGIN:VEVENT"
    yield f"UID:{due.kind}-{due.id}-{of}@mkdocs-journeys"
    yield f"DTSTAMP:{due.since:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(due.day)}"
    if due.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(due.day + timedelta(1))}"
    yield f"SUMMARY:{_text(due.title)}"
    yield f"DESCRIPTION:{_text(chr(10).join(due.said))}"
    yield f"CATEGORIES:{_text(due.kind)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A text with what has a meaning in calendars escaped."""
    seen = _UNSEEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", seen).replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """A line in parts that are short enough, none of which begins inside of a letter."""
    data = line.encode()
    room, start = LONGEST_LINE, b""
    while len(data) > room:
        end = room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        yield start + data[:end]
        data, room, start = data[end:], LONGEST_LINE - 1, b" "
    yield start + data
