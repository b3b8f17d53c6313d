"""What a change of a thing would reach, for whoever is about to change it: what stands there, and whom to tell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from mkdocs_journeys.insight.things.handoffs import Handoff
from mkdocs_journeys.insight.tracing.reach import Reach, places_reached, reach_of
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import FirstLinks, NamedLink, first_links, journey_link, step_link, thing_link
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

MOST = 12
"""How many things of a kind are named."""


class ReachedThings(NamedTuple):
    """The things of one kind that a change would reach."""

    title: str
    things: FirstLinks


def reach_section(context: PageContext, kind: str, id: str) -> Iterator[Section]:
    """All that stands where a thing occurs, folded, below the teams that should know; nothing for what occurs nowhere.

    Retired journeys are left out.
    """
    places = [place for place in places_reached(context.atlas, kind, id) if place.journey.status != "retired"]
    if places:
        found = reach_of(context.atlas, places)
        owners = [_owner(context, team, owned) for team, owned in found.owners.items()]
        html = context.macro("reach.html.j2", "reach", _in_short(found), owners, tuple(_lists(context, found)))
        yield Section("reach", _("What a change here would reach"), 2, html, searched=False)


def _owner(context: PageContext, team: str, owned: Mapping[str, int]) -> NamedLink:
    return thing_link(context, "team", team, listed([_COUNTED[kind](number) for kind, number in owned.items()]))


def _in_short(found: Reach) -> str:
    things: tuple[tuple[str, Sequence[object]], ...] = (
        ("journey", found.journeys),
        ("step", found.places),
        ("persona", found.personas),
        ("pain", found.pains),
        ("opportunity", found.opportunities),
        ("metric", found.metrics),
        ("evidence", found.studies),
        ("handoff", found.handoffs),
    )
    return listed([_COUNTED[kind](len(of_kind)) for kind, of_kind in things if of_kind])


def _lists(context: PageContext, found: Reach) -> Iterator[ReachedThings]:
    atlas = context.atlas

    def named(title: str, kind: str, ids: Sequence[str]) -> ReachedThings:
        return ReachedThings(title, first_links(ids, MOST, partial(thing_link, context, kind)))

    def handoff_link(one: Handoff) -> NamedLink:
        before, after = (listed([team.name for team in teams]) for teams in (one.from_teams, one.to_teams))
        name = _("%(before)s to %(after)s", before=before, after=after)
        return step_link(context, one.after, one.after.journey.title)._replace(name=name)

    journeys = [atlas.journeys[id] for id in found.journeys]
    steps = first_links(found.places, MOST, lambda place: step_link(context, place, place.journey.title))
    every = (
        ReachedThings(_("Journeys"), first_links(journeys, MOST, partial(journey_link, context))),
        ReachedThings(_("Steps"), steps),
        named(_("Personas"), "persona", found.personas),
        named(_("Pains"), "pain", found.pains),
        named(_("Opportunities"), "opportunity", found.opportunities),
        named(_("Metrics"), "metric", found.metrics),
        named(_("Studies"), "evidence", found.studies),
        ReachedThings(_("Hand-offs"), first_links(found.handoffs, MOST, handoff_link)),
    )
    return (one for one in every if one.things.shown)


_COUNTED: Mapping[str, Callable[[int], str]] = {
    "journey": lambda number: ngettext("%(num)s journey", "%(num)s journeys", number),
    "step": lambda number: ngettext("%(num)s step", "%(num)s steps", number),
    "persona": lambda number: ngettext("%(num)s persona", "%(num)s personas", number),
    "pain": lambda number: ngettext("%(num)s pain", "%(num)s pains", number),
    "opportunity": lambda number: ngettext("%(num)s opportunity", "%(num)s opportunities", number),
    "metric": lambda number: ngettext("%(num)s metric", "%(num)s metrics", number),
    "evidence": lambda number: ngettext("%(num)s study", "%(num)s studies", number),
    "handoff": lambda number: ngettext("%(num)s hand-off", "%(num)s hand-offs", number),
}
