"""Hand-offs as rows of a table, and one team between those before and behind it."""

from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_journeys.insight.things.handoffs import Handoff, TeamPair, team_pairs
from mkdocs_journeys.model import Team
from mkdocs_journeys.site.addresses import HANDOFFS_URI
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import MeanEmotion, feeling
from mkdocs_journeys.site.links import NamedLink, journey_link, step_link, thing_link
from mkdocs_journeys.translation.messages import ngettext


class HandoffLine(NamedTuple):
    """A change of team between two steps: the `team` on the other side, and what comes after it."""

    team: tuple[NamedLink, ...]
    before: NamedLink
    after: NamedLink
    journey: NamedLink
    felt: MeanEmotion
    pains: tuple[NamedLink, ...]


class FlowLine(NamedTuple):
    """All hand-offs between a team and another: `share` is how many there are, in percent of the most in a line."""

    team: NamedLink
    href: str
    share: str
    words: str
    felt: MeanEmotion


class TeamFlow(NamedTuple):
    """A team with those that hand over to it and those that take over from it, the most frequent first."""

    name: str
    before: tuple[FlowLine, ...]
    after: tuple[FlowLine, ...]


def handoff_row(context: PageContext, handoff: Handoff, teams: Iterable[Team]) -> HandoffLine:
    """The row of a hand-off."""
    return HandoffLine(
        team=tuple(thing_link(context, "team", team.id) for team in teams),
        before=step_link(context, handoff.before),
        after=step_link(context, handoff.after),
        journey=journey_link(context, handoff.after.journey),
        felt=feeling(handoff.emotion),
        pains=tuple(thing_link(context, "pain", located.pain.id) for located in handoff.pains),
    )


def pair_anchor(before: Team, after: Team) -> str:
    """The place on the page of hand-offs where those from one team to another stand."""
    return f"{before.id}--{after.id}"


def team_flow(context: PageContext, team: Team) -> TeamFlow:
    """A team between the teams before and behind it."""
    pairs = team_pairs(context.atlas).values()
    before = [pair for pair in pairs if pair.after.id == team.id]
    after = [pair for pair in pairs if pair.before.id == team.id]
    most = max((len(pair.handoffs) for pair in (*before, *after)), default=1)
    return TeamFlow(
        team.name,
        tuple(_line(context, pair, pair.before, most) for pair in sorted(before, key=_number)),
        tuple(_line(context, pair, pair.after, most) for pair in sorted(after, key=_number)),
    )


def _number(pair: TeamPair) -> int:
    return -len(pair.handoffs)


def _line(context: PageContext, pair: TeamPair, other: Team, most: int) -> FlowLine:
    number = len(pair.handoffs)
    return FlowLine(
        thing_link(context, "team", other.id),
        context.to(HANDOFFS_URI, pair_anchor(pair.before, pair.after)),
        str(round(100 * number / most)),
        ngettext("%(num)s hand-off", "%(num)s hand-offs", number),
        feeling(pair.emotion),
    )
