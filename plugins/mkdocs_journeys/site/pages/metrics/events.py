"""What happened while the figures of a metric were counted: experiments on it, pains resolved, solutions delivered."""

from collections.abc import Iterable, Iterator
from datetime import date
from string import ascii_uppercase
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Opportunity, Pain, Solution
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.site.pages.metrics.uses import MetricUses
from mkdocs_journeys.translation.messages import gettext as _

DatedEvent = tuple[date, str, NamedLink]
"""A day, what happened, and to what; the link leads nowhere where there is no page of it."""
MOST_EVENTS = 12
"""How many events are drawn, the latest ones."""


class TrialView(NamedTuple):
    """An experiment on a metric, numbered from 1 as on the chart; `ended` is None while it still runs."""

    number: int
    started: date
    ended: date | None
    name: str
    href: str
    decision: str


class EventView(NamedTuple):
    """An event with its letter on the chart, and what happened."""

    letter: str
    on: date
    what: str
    thing: NamedLink


def trials_on(context: PageContext, uses: MetricUses) -> tuple[TrialView, ...]:
    """The experiments that have begun, the earliest first."""
    begun: list[tuple[date, date | None, str, Opportunity, Solution]] = []
    for id, index in uses.trials:
        item = context.atlas.opportunities[id]
        solution = item.solutions[index]
        if (tried := solution.experiment) and tried.started and tried.started <= context.site.settings.today:
            begun.append((tried.started, tried.ended, tried.decision or "", item, solution))
    begun.sort(key=lambda one: one[0])
    return tuple(
        TrialView(number, started, ended, solution.name, context.to_thing("opportunity", item.id), decision)
        for number, (started, ended, decision, item, solution) in enumerate(begun, 1)
    )


def events_on(context: PageContext, uses: MetricUses, first: date, last: date) -> tuple[EventView, ...]:
    """The latest events between these days, in order: of the journeys and opportunities that use the metric.

    Releases are shown where these leave room.
    """
    own = _between([*_resolved(context, uses), *_delivered(context, uses)], first, last)[-MOST_EVENTS:]
    releases = _between(_released(context), first, last)[len(own) - MOST_EVENTS :] if len(own) < MOST_EVENTS else []
    found = _between([*own, *releases], first, last)
    return tuple(EventView(letter, *event) for letter, event in zip(ascii_uppercase, found, strict=False))


def _between(events: Iterable[DatedEvent], first: date, last: date) -> list[DatedEvent]:
    """Those of the events that lie between two days, by day."""
    return sorted((one for one in events if first <= one[0] <= last), key=lambda one: (one[0], one[1], one[2].name))


def _released(context: PageContext) -> Iterator[DatedEvent]:
    for release in context.atlas.cached(context.site.settings.releases):
        yield release.on, _("release"), NamedLink(release.name, "")


def _resolved(context: PageContext, uses: MetricUses) -> Iterator[DatedEvent]:
    for pain in _pains(context.atlas, uses).values():
        if pain.resolved:
            yield pain.resolved, _("pain resolved"), thing_link(context, "pain", pain.id)


def _delivered(context: PageContext, uses: MetricUses) -> Iterator[DatedEvent]:
    """Solutions; an opportunity only where none of its solutions has a day of its own."""
    days = context.atlas.cached(context.site.settings.deliveries)
    for id in uses.opportunities:
        solutions = [one for one in context.atlas.opportunities[id].solutions if (id, one.id) in days]
        for one in solutions:
            link = NamedLink(one.name, context.to_thing("opportunity", id))
            yield days[id, one.id], _("solution delivered"), link
        if not solutions and (id, "") in days:
            yield days[id, ""], _("opportunity delivered"), thing_link(context, "opportunity", id)


def _pains(atlas: Atlas, uses: MetricUses) -> dict[str, Pain]:
    """The pains of the journeys and opportunities that use a metric, by id."""
    ids = dict.fromkeys(use.journey for use in uses.journeys)
    found = {one.pain.id: one.pain for id in ids for one in atlas.pains_of_journey.get(id, ())}
    return found | {id: atlas.pains[id].pain for id in _named(atlas, uses) if id in atlas.pains}


def _named(atlas: Atlas, uses: MetricUses) -> Iterator[str]:
    for id in uses.opportunities:
        yield from atlas.opportunities[id].pains
