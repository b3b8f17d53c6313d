"""What is known of a thing itself, in short, by kind."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journeys.insight.things.places import places_today
from mkdocs_journeys.model import Channel, Segment, Stage, Team, Touchpoint
from mkdocs_journeys.model.free_names import FreeName, name_id
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, free_link, team_link, thing_link
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _

_MAIL = re.compile(r"[^@\s<>\x22]+@[^@\s<>\x22]+")


class ThingFact(NamedTuple):
    """A labelled list of values; those without an address are plain words, or names for machines: `code`."""

    label: str
    values: tuple[NamedLink, ...]
    code: bool = False


def touchpoint_facts(context: PageContext, one: Touchpoint) -> Iterator[ThingFact]:
    """Channel, team, who begins, state and systems of a touchpoint."""
    channel = context.atlas.channels[one.channel]
    yield ThingFact(_("Channel"), (thing_link(context, "channel", channel.id, term(channel.kind)),))
    yield ThingFact(_("Team"), (team_link(context, one.team) or NamedLink(_("nobody yet"), ""),))
    if one.initiator:
        yield _plain(_("Begun by"), term(one.initiator))
    yield _plain(_("Status"), term(one.status))
    if one.systems:
        yield ThingFact(_("Systems"), tuple(free_link(context, "system", name) for name in one.systems))


def channel_facts(context: PageContext, one: Channel) -> Iterator[ThingFact]:
    """The kind of a channel, and the touchpoints on it."""
    yield _plain(_("Kind"), term(one.kind))
    on_it = [place.id for place in context.atlas.catalog.touchpoints if place.channel == one.id]
    if on_it:
        yield ThingFact(_("Touchpoints"), tuple(thing_link(context, "touchpoint", id) for id in on_it))


def stage_facts(context: PageContext, one: Stage) -> Iterator[ThingFact]:
    """The lifecycles that a stage belongs to, where there are several."""
    names = [cycle.name for cycle in context.atlas.catalog.lifecycles if one.id in cycle.stages]
    if names:
        yield _plain(_("Lifecycle"), *names)


def team_facts(_context: PageContext, one: Team) -> Iterator[ThingFact]:
    """How to reach a team."""
    if one.contact:
        yield ThingFact(_("Contact"), (contact_link(one.contact),))
    if one.codeowner:
        yield ThingFact(_("Code owner"), (NamedLink(one.codeowner, ""),), code=True)


def contact_link(contact: str) -> NamedLink:
    """Where to reach a team: a link if that is a mail address, else plain words."""
    return NamedLink(contact, f"mailto:{contact}" if _MAIL.fullmatch(contact) else "")


def segment_facts(context: PageContext, one: Segment) -> Iterator[ThingFact]:
    """Who stands for a segment."""
    personas = [persona.id for persona in context.atlas.personas.values() if persona.segment == one.id]
    nobody = (NamedLink(_("Nobody stands for it yet"), ""),)
    yield ThingFact(_("Personas"), tuple(thing_link(context, "persona", id) for id in personas) or nobody)


def system_facts(context: PageContext, one: FreeName) -> Iterator[ThingFact]:
    """The touchpoints that a system runs, the teams behind these and behind its steps, and how else it is written."""
    atlas = context.atlas
    run = [place for place in atlas.catalog.touchpoints if one.id in map(name_id, place.systems)]
    at_steps = [
        team.id for place in atlas.cached(places_today, "system")[one.id] for team in atlas.teams_of(place.step)
    ]
    teams = dict.fromkeys([*(place.team for place in run if place.team), *at_steps])
    if run:
        yield ThingFact(_("Touchpoints"), tuple(thing_link(context, "touchpoint", place.id) for place in run))
    if teams:
        yield ThingFact(_("Teams"), tuple(thing_link(context, "team", id) for id in teams))
    yield from name_facts(context, one)


def name_facts(_context: PageContext, one: FreeName) -> Iterator[ThingFact]:
    """In which other ways files write a name."""
    if one.variants:
        yield _plain(_("Also written"), *one.variants)


def _plain(label: str, *words: str) -> ThingFact:
    return ThingFact(label, tuple(NamedLink(word, "") for word in words))
