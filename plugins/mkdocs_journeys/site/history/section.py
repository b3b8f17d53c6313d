"""The history section of a journey's page."""

from collections.abc import Iterator

from mkdocs_journeys.history import JourneyHistory
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.history.chart import charts_of
from mkdocs_journeys.site.history.view import entry_of
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.world import Desk

TEMPLATE = "history.html.j2"
OPEN = 3
"""Entries that are shown without being asked for."""


def history_section(desk: Desk, journey: Journey) -> Iterator[Section]:
    """What changed and when; nothing where git tells nothing of this journey."""
    settings = desk.world.settings
    record: JourneyHistory | None = desk.world.once(settings.history).get(journey.id)
    if record is None:
        return
    entries = [entry_of(desk, event) for event in record.events if event.changes]
    html = desk.render(
        TEMPLATE,
        charts=charts_of(record.events, settings.today),
        entries=entries[:OPEN],
        older=entries[OPEN:],
        cut=record.cut,
    )
    yield Section("history", "History", 2, html)
