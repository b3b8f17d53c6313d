"""What happened while the figures of a metric were counted: experiments on it, and pains that were resolved."""

from collections.abc import Iterator
from datetime import date
from string import ascii_uppercase
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Opportunity, Pain, Solution
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.site.pages.metrics.uses import MetricUses
from mkdocs_journeys.translation.messages import gettext as _

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
    """The latest events between these days, in order: of the journeys and opportunities that use the metric."""
    resolved = [
        (pain.resolved, pain.id)
        for pain in _pains(context.atlas, uses).values()
        if pain.resolved and first <= pain.resolved <= last
    ]
    return tuple(
        EventView(letter, on, _("pain resolved"), thing_link(context, "pain", id))
        for letter, (on, id) in zip(ascii_uppercase, sorted(resolved)[-MOST_EVENTS:], strict=False)
    )


def _pains(atlas: Atlas, uses: MetricUses) -> dict[str, Pain]:
    """The pains of the journeys and opportunities that use a metric, by id."""
    ids = dict.fromkeys(use.journey for use in uses.journeys)
    found = {one.pain.id: one.pain for id in ids for one in atlas.pains_of_journey.get(id, ())}
    return found | {id: atlas.pains[id].pain for id in _named(atlas, uses) if id in atlas.pains}


def _named(atlas: Atlas, uses: MetricUses) -> Iterator[str]:
    for id in uses.opportunities:
        yield from atlas.opportunities[id].pains
