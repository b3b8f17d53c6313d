"""The opportunities: ranked, placed by value and effort, and a page for each with its solutions and experiments."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.outcomes import outcome_of
from mkdocs_journeys.insight.scoring import (
    ENDED,
    Band,
    ScoredOpportunity,
    ranked_opportunities,
    ranked_pains,
    score_opportunity,
    scored_pains,
)
from mkdocs_journeys.insight.tracing.chain import ChainNode
from mkdocs_journeys.model import Cost, Opportunity, Solution
from mkdocs_journeys.model.base import Link
from mkdocs_journeys.model.scales import EFFORT, IMPACT
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.charts.matrix import opportunity_look, opportunity_matrix
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    PainCard,
    evidence_link,
    first_links,
    index_page,
    journey_link,
    outside_links,
    pager,
    pain_card,
    team_link,
    thing_link,
    thing_page,
)
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.evidence.experiments import ExperimentView, experiment_view
from mkdocs_journeys.site.pages.pains.score_breakdown import ScoreTerm, opportunity_breakdown
from mkdocs_journeys.site.pages.tracing.chain import chain_html, solution_anchor
from mkdocs_journeys.site.rendering.numbers import latest_figure
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

WORST = 5
"""How many unanswered pains the index names."""
MOST_DETAILED = 60
"""From here on a row of the table does without the breakdown of its score, which stands on its page."""
MOST = 30
"""How many journeys, pains or studies a page names."""


def opportunities_pages(site: SiteContext) -> Iterator[Page]:
    """The index and a page for each opportunity; nothing in an atlas without opportunities."""
    items = site.atlas.opportunities
    if not items:
        return
    description = ngettext("%(num)s opportunity, the best first", "%(num)s opportunities, the best first", len(items))
    yield index_page(site, "opportunities", _index_sections, description)
    for item in items.values():
        description = _("An opportunity, %(status)s", status=term(item.status))
        yield thing_page(site, ("opportunity", item.id), item.title, _sections, description, item.path)


class RankedOpportunityRow(NamedTuple):
    """An opportunity in the table. `look` is active, delivered, parked or rejected; `pains` are counted.

    `value_order` and `effort_order` count the words of their scales from 1, 0 where none is given.
    """

    title: str
    href: str
    status: str
    look: str
    score: float
    band: Band
    working: tuple[ScoreTerm, ...]
    value: str
    value_order: int
    effort: str
    effort_order: int
    cost: Cost | None
    owner: NamedLink | None
    pains: int
    badge: ChangeBadge | None


class SolutionView(NamedTuple):
    """One way to answer an opportunity, with the experiment that tried it."""

    anchor: str
    name: str
    status: str
    link: str
    experiment: ExperimentView | None


class OpportunityView(NamedTuple):
    """Everything that the file says. `look` is active, delivered, parked or rejected.

    `has_outcome`: something of it was delivered or decided, which the page of outcomes tells.
    """

    id: str
    has_outcome: bool
    title: str
    status: str
    look: str
    score: float
    band: Band
    working: tuple[ScoreTerm, ...]
    value: str
    effort: str
    cost: Cost | None
    reach: float | None
    believed: str
    owner: NamedLink | None
    description: Markup
    pains: tuple[PainCard, ...]
    more_pains: int
    journeys: FirstLinks
    metrics: FirstLinks
    evidence: FirstLinks
    links: tuple[NamedLink, ...]
    solutions: tuple[SolutionView, ...]


def _index_sections(context: PageContext) -> Iterator[Section]:
    items = context.atlas.cached(ranked_opportunities)
    detailed = len(items) <= MOST_DETAILED
    html = context.render(
        "opportunities.html.j2",
        rows=[_row(context, item, detailed=detailed) for item in items],
        active=sum(item.active for item in items),
        costs=any(item.opportunity.cost for item in items),
        matrix=opportunity_matrix(items, lambda id: context.to_thing("opportunity", id)),
        unanswered=_unanswered(context, items),
    )
    yield Section("opportunities", _("Opportunities"), 1, html, _("Opportunities by score, value and effort"))


def _unanswered(context: PageContext, items: Sequence[ScoredOpportunity]) -> dict[str, object]:
    """Open pains that no opportunity still to be won answers: how many of how many, and the worst."""
    answered = {pain for item in items if item.active for pain in item.opportunity.pains}
    pains = context.atlas.cached(ranked_pains)
    left = [pain for pain in pains if pain.pain.id not in answered]
    return {"count": len(left), "total": len(pains), "worst": [pain_card(context, pain) for pain in left[:WORST]]}


def _row(context: PageContext, scored: ScoredOpportunity, *, detailed: bool) -> RankedOpportunityRow:
    item, score = scored.opportunity, scored.score
    return RankedOpportunityRow(
        title=item.title,
        href=context.to_thing("opportunity", item.id),
        status=item.status,
        look=opportunity_look(scored),
        score=score.figure,
        band=score.band,
        working=opportunity_breakdown(score) if detailed else (),
        value=item.value or "",
        value_order=IMPACT[item.value] if item.value else 0,
        effort=item.effort or "",
        effort_order=EFFORT[item.effort] if item.effort else 0,
        cost=item.cost,
        owner=team_link(context, item.owner),
        pains=len(item.pains),
        badge=context.badge("opportunity", item.id),
    )


def _sections(context: PageContext, id: str) -> Iterator[Section]:
    item = context.atlas.opportunities[id]
    beside = pager(context, "opportunity", id, _by_rank)
    chain = chain_html(context, ChainNode("opportunity", id), asked=item.status not in ENDED)
    html = context.render("opportunity.html.j2", view=_opportunity_view(context, item), beside=beside, chain=chain)
    solutions = [
        text for one in item.solutions for text in (one.name, one.experiment.hypothesis if one.experiment else None)
    ]
    yield Section("opportunity", item.title, 1, html, words_of(*solutions, rich=item.description), headed=False)


def _by_rank(atlas: Atlas) -> list[Opportunity]:
    return [item.opportunity for item in ranked_opportunities(atlas)]


def _opportunity_view(context: PageContext, item: Opportunity) -> OpportunityView:
    atlas = context.atlas
    score = score_opportunity(item, atlas.catalog.scoring)
    pains = scored_pains((atlas.pains[id] for id in item.pains), atlas.catalog.scoring)
    felt_in = [place.journey.id for pain in item.pains for place in atlas.pains[pain].places]
    journeys = [atlas.journeys[id] for id in dict.fromkeys([*item.journeys, *felt_in])]
    return OpportunityView(
        id=item.id,
        has_outcome=outcome_of(atlas, item, {}) is not None,
        title=item.title,
        status=item.status,
        look=opportunity_look(ScoredOpportunity(item, score)),
        score=score.figure,
        band=score.band,
        working=opportunity_breakdown(score),
        value=item.value or "",
        effort=item.effort or "",
        cost=item.cost,
        reach=item.reach,
        believed=item.believed,
        owner=team_link(context, item.owner),
        description=context.rich(item.description),
        pains=tuple(pain_card(context, pain) for pain in pains[:MOST]),
        more_pains=max(0, len(pains) - MOST),
        journeys=first_links(journeys, MOST, partial(journey_link, context)),
        metrics=first_links(item.metrics, MOST, lambda id: thing_link(context, "metric", id, latest_figure(atlas, id))),
        evidence=first_links(item.evidence, MOST, partial(evidence_link, context)),
        links=outside_links((*_ticket(item), *item.links)),
        solutions=tuple(_solution_view(context, solution) for solution in item.solutions),
    )


def _ticket(item: Opportunity) -> Iterator[Link]:
    if item.issue:
        yield Link(title=_("Issue"), url=item.issue)


def _solution_view(context: PageContext, solution: Solution) -> SolutionView:
    experiment = experiment_view(context, solution.experiment) if solution.experiment else None
    return SolutionView(
        solution_anchor(solution.id), solution.name, solution.status or "", solution.link or "", experiment
    )
