"""The bars of teams over the columns of a map, and the hand-offs between them."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from mkdocs_journeys.insight.things.handoffs import Handoff, handoffs_of
from mkdocs_journeys.model import Journey, Team
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.translation.messages import ngettext

TEAM_COLOURS = 8
"""Teams have them in the order of the catalogue."""


class TeamName(NamedTuple):
    """A team of a bar."""

    name: str
    href: str
    colour: int


class TeamBar(NamedTuple):
    """A run of steps of the same teams; `handoff` names both sides of a hand-off at its start."""

    span: int
    teams: tuple[TeamName, ...]
    handoff: str


def team_bars(context: PageContext, journey: Journey) -> tuple[TeamBar, ...]:
    """The bars of a journey, where a bar ends with each change of teams and each hand-off; empty without any team."""
    atlas = context.atlas
    teams = [[team.id for team in atlas.teams_of(step)] for step in journey.steps]
    if not any(teams):
        return ()
    named = context.cached_fragment(_team_names, atlas.teams)
    handed = {one.after.number - 1: _in_words(one) for one in handoffs_of(atlas, journey)}
    changes = [at for at, (before, here) in enumerate(pairwise(teams), 1) if before != here or at in handed]
    return tuple(
        TeamBar(end - start, tuple([named[id] for id in teams[start]]), handed.get(start, ""))
        for start, end in pairwise([0, *changes, len(teams)])
    )


def _team_names(context: PageContext, teams: Mapping[str, Team]) -> dict[str, TeamName]:
    return {
        id: TeamName(team.name, context.to_thing("team", id), number % TEAM_COLOURS)
        for number, (id, team) in enumerate(teams.items())
    }


def _in_words(handoff: Handoff) -> str:
    """`Sales and Care hand over to Billing`."""
    team, to = (listed([team.name for team in side]) for side in (handoff.from_teams, handoff.to_teams))
    return ngettext(
        "%(team)s hands over to %(to)s", "%(team)s hand over to %(to)s", len(handoff.from_teams), team=team, to=to
    )
