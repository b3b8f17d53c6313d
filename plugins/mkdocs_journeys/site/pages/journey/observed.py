"""What people were seen to do on a journey: their ways to the goal, and where they and the map do not agree."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mkdocs_journeys.insight.statistics.proportions import wilson_interval
from mkdocs_journeys.model import Journey
from mkdocs_journeys.model.measuring.observed import GOAL, ObservedWay
from mkdocs_journeys.site.addresses import step_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.figure_views import between
from mkdocs_journeys.site.links import NamedLink
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.rendering.numbers import day, measured, number
from mkdocs_journeys.translation.messages import gettext as _

TEMPLATE = "macros/observed.html.j2"
MOST = 5
"""How many rows each list has."""


class ObservedRow(NamedTuple):
    """Steps or an event, each a link or a mere name, and how many did that: `people` is "412 of 2,118"."""

    what: tuple[NamedLink, ...]
    people: str
    share: str
    length: int


class ObservedRows(NamedTuple):
    """The rows of most people; `more` counts the others."""

    rows: tuple[ObservedRow, ...]
    more: int


class ObservedJourneyView(NamedTuple):
    """What was seen up to a day; sentences without figures are empty."""

    reached: str
    in_order: str
    ways: ObservedRows
    back: ObservedRows
    unmapped: ObservedRows
    unreached: tuple[NamedLink, ...]


def observed_section(context: PageContext, journey: Journey) -> Iterator[Section]:
    """What people were seen to do, where a file tells of it."""
    every = context.atlas.observed.get(journey.id, ())
    if every:
        latest = max(row.date for row in every)
        view = _view(journey, [row for row in every if row.date == latest])
        html = context.macro(TEMPLATE, "observed", view)
        yield Section("seen", _("What people were seen to do"), 2, html, searched=False)


def _view(journey: Journey, rows: list[ObservedWay]) -> ObservedJourneyView:
    steps = {step.id: NamedLink(step.name, f"#{step_anchor(n)}") for n, step in enumerate(journey.steps, 1) if step.id}

    def link(name: str) -> NamedLink:
        return NamedLink(_("the goal"), "") if name == GOAL else steps.get(name, NamedLink(name, ""))

    def of_kind(kind: str, what: Callable[[ObservedWay], Iterable[str]], *, events: bool = False) -> ObservedRows:
        found = sorted((row for row in rows if row.kind == kind), key=lambda row: -row.people)
        named: Callable[[str], NamedLink] = (lambda name: NamedLink(name, "")) if events else link
        shown = tuple(_row(row, tuple(map(named, what(row)))) for row in found[:MOST])
        return ObservedRows(shown, len(found) - len(shown))

    return ObservedJourneyView(
        reached=_reached(rows),
        in_order=_in_order(rows),
        ways=of_kind("way", lambda row: row.names),
        back=of_kind("back", lambda row: (row.step, *row.names)),
        unmapped=of_kind("unmapped", lambda row: (row.path,), events=True),
        unreached=tuple(
            link(row.step) for row in rows if row.kind == "reached" and not row.people and row.step != GOAL
        ),
    )


def _row(row: ObservedWay, what: tuple[NamedLink, ...]) -> ObservedRow:
    share = row.people / row.of * 100 if row.of else 0.0
    people = _("%(part)s of %(whole)s", part=row.people, whole=row.of)
    return ObservedRow(what, people, measured(number(share), "%"), round(min(100.0, share)))


def _reached(rows: Iterable[ObservedWay]) -> str:
    for row in rows:
        if row.kind == "reached" and row.step == GOAL:
            return _(
                "Up to %(date)s, %(part)s of %(whole)s people came to the goal.",
                date=day(row.date),
                part=row.people,
                whole=row.of,
            )
    return ""


def _in_order(rows: Iterable[ObservedWay]) -> str:
    for row in rows:
        if row.kind == "in-order" and 0 <= row.people <= row.of and row.of:
            return _(
                "Of %(whole)s people who took several steps, %(part)s followed the order of the map: %(share)s, "
                "95%% interval %(interval)s.",
                whole=row.of,
                part=row.people,
                share=measured(number(row.people / row.of * 100), "%"),
                interval=between(wilson_interval(row.people, row.of).scaled(100)),
            )
    return ""
