"""The rows of the catalogue's tables: touchpoints, teams, channels and systems."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode

from mkdocs_journeys.atlas import StepLocation
from mkdocs_journeys.insight.emotion import emotion_counts, known_emotions
from mkdocs_journeys.insight.scoring import ScoredPain, scored_pains
from mkdocs_journeys.insight.selection import grouped, mean, open_pains_at
from mkdocs_journeys.insight.things.places import places_today
from mkdocs_journeys.insight.things.teams import TeamWork, work_by_team
from mkdocs_journeys.insight.things.touchpoints import Sentiment, TouchpointAudit, touchpoint_audit
from mkdocs_journeys.model import Team
from mkdocs_journeys.model.free_names import name_id
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    PainCard,
    first_links,
    free_link,
    journey_link,
    pain_card,
    team_link,
    thing_link,
)
from mkdocs_journeys.site.pages.pains.backlog import OPEN
from mkdocs_journeys.site.pages.things.facts import contact_link
from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.translation.messages import ngettext

MOST_OF_A_ROW = 10
"""How many journeys a row of a table names."""


class TouchpointRow(NamedTuple):
    """A line of the audit. `uses` counts steps of today's journeys, `planned` those of future ones.

    `counts` are the steps with a known emotion by its level, from very negative to very positive.
    """

    anchor: str
    href: str
    name: str
    description: str
    channel: NamedLink
    channel_kind: str
    team: NamedLink | None
    initiator: str
    status: str
    systems: tuple[NamedLink, ...]
    uses: int
    planned: int
    emotion: float | None
    counts: Sequence[int]
    mark: Sentiment | None
    open_pains: int
    worst: PainCard | None
    journeys: FirstLinks
    badge: ChangeBadge | None


class ChannelRow(NamedTuple):
    """A channel with the touchpoints on it and the steps of today's journeys; `counts` as for a touchpoint."""

    anchor: str
    href: str
    name: str
    kind: str
    touchpoints: tuple[NamedLink, ...]
    uses: int
    emotion: float | None
    counts: Sequence[int]
    badge: ChangeBadge | None


class SystemRow(NamedTuple):
    """A system with the touchpoints that it runs and the steps of today's journeys behind which it is."""

    anchor: str
    href: str
    name: str
    touchpoints: tuple[NamedLink, ...]
    uses: int
    emotion: float | None
    counts: Sequence[int]
    open_pains: int
    worst: PainCard | None


class TeamRow(NamedTuple):
    """A team with what it has to do; `steps` are of today. `all_critical` leads to its critical pains."""

    anchor: str
    href: str
    name: str
    contact: NamedLink | None
    codeowner: str
    steps: int
    owned: str
    critical: int
    all_critical: str
    open_pains: int
    worst: PainCard | None
    badge: ChangeBadge | None


def touchpoint_rows(context: PageContext) -> list[TouchpointRow]:
    """The touchpoints, those that feel worst first: of equal ones the most used. What is not known comes last."""
    audits = context.atlas.cached(touchpoint_audit)
    return [_touchpoint_row(context, audit) for audit in sorted(audits, key=_worst_first)]


def team_rows(context: PageContext) -> list[TeamRow]:
    """The teams, those with the most critical pains first, then those with the most open ones."""
    works = [(team, context.atlas.cached(work_by_team)[team.id]) for team in context.atlas.catalog.teams]
    found = [(_team_row(context, team, work), work) for team, work in works]
    return [row for row, _work in sorted(found, key=lambda one: (-one[0].critical, -one[0].open_pains))]


def channel_rows(context: PageContext) -> list[ChannelRow]:
    """The channels in the order of the catalog."""
    atlas = context.atlas
    today = atlas.cached(places_today, "channel")
    steps = {channel.id: [place.step for place in today.get(channel.id, ())] for channel in atlas.catalog.channels}
    touchpoints = grouped(atlas.catalog.touchpoints, lambda touchpoint: touchpoint.channel)
    return [
        ChannelRow(
            anchor=f"channel-{channel.id}",
            href=context.to_thing("channel", channel.id),
            name=channel.name,
            kind=channel.kind,
            touchpoints=tuple(thing_link(context, "touchpoint", one.id) for one in touchpoints[channel.id]),
            uses=len(steps[channel.id]),
            emotion=mean(felt := known_emotions(steps[channel.id])),
            counts=emotion_counts(felt),
            badge=context.badge("channel", channel.id),
        )
        for channel in atlas.catalog.channels
    ]


def system_rows(context: PageContext) -> list[SystemRow]:
    """The systems, the most named first."""
    atlas = context.atlas
    run = [(name_id(name), place.id) for place in atlas.catalog.touchpoints for name in place.systems]
    touchpoints = grouped(dict.fromkeys(run), lambda pair: pair[0])
    rows = []
    for system in atlas.systems.values():
        places = atlas.cached(places_today, "system").get(system.id, ())
        felt, pains = known_emotions(place.step for place in places), _pains_at(context, places)
        rows.append(
            SystemRow(
                anchor=f"system-{system.id}",
                href=context.to_thing("system", system.id),
                name=system.name,
                touchpoints=tuple(thing_link(context, "touchpoint", id) for _system, id in touchpoints[system.id]),
                uses=len(places),
                emotion=mean(felt),
                counts=emotion_counts(felt),
                open_pains=len(pains),
                worst=pain_card(context, pains[0]) if pains else None,
            )
        )
    return rows


def _worst_first(audit: TouchpointAudit) -> tuple[bool, float, int]:
    return audit.emotion is None, audit.emotion or 0, -len(audit.places)


def _pains_at(context: PageContext, places: Iterable[StepLocation]) -> list[ScoredPain]:
    pains = {item.pain.id: item for place in places for item in open_pains_at(context.atlas, place.step)}
    return scored_pains(pains.values(), context.atlas.catalog.scoring)


def _touchpoint_row(context: PageContext, audit: TouchpointAudit) -> TouchpointRow:
    touchpoint = audit.touchpoint
    return TouchpointRow(
        anchor=f"touchpoint-{touchpoint.id}",
        href=context.to_thing("touchpoint", touchpoint.id),
        name=touchpoint.name,
        description=touchpoint.description or "",
        channel=thing_link(context, "channel", audit.channel.id),
        channel_kind=audit.channel.kind,
        team=team_link(context, touchpoint.team),
        initiator=touchpoint.initiator or "",
        status=touchpoint.status,
        systems=tuple(free_link(context, "system", name) for name in touchpoint.systems),
        uses=len(audit.places),
        planned=audit.planned_uses,
        emotion=audit.emotion,
        counts=emotion_counts(known_emotions(place.step for place in audit.places)),
        mark=audit.sentiment,
        open_pains=len(audit.pains),
        worst=pain_card(context, audit.pains[0]) if audit.pains else None,
        journeys=first_links(audit.journeys, MOST_OF_A_ROW, partial(journey_link, context)),
        badge=context.badge("touchpoint", touchpoint.id),
    )


def _team_row(context: PageContext, team: Team, work: TeamWork) -> TeamRow:
    journeys, touchpoints, metrics = len(work.journeys), len(work.touchpoints), len(work.metrics)
    owned = (
        ngettext("%(num)s journey", "%(num)s journeys", journeys) if journeys else "",
        ngettext("%(num)s touchpoint", "%(num)s touchpoints", touchpoints) if touchpoints else "",
        ngettext("%(num)s metric", "%(num)s metrics", metrics) if metrics else "",
    )
    critical = urlencode([("team", team.id), ("severity", "critical"), OPEN])
    return TeamRow(
        anchor=f"team-{team.id}",
        href=context.to_thing("team", team.id),
        name=team.name,
        contact=contact_link(team.contact) if team.contact else None,
        codeowner=team.codeowner or "",
        steps=work.steps,
        owned=listed([words for words in owned if words]),
        critical=sum(item.pain.severity == "critical" for item in work.pains),
        all_critical=f"{context.to('pains.md')}?{critical}#backlog",
        open_pains=len(work.pains),
        worst=pain_card(context, work.pains[0]) if work.pains else None,
        badge=context.badge("team", team.id),
    )
