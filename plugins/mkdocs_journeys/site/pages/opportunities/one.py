"""The page of one opportunity: what it answers, what it is worth, and what is being tried."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.ranking import ScoredOpportunity, ranked_opportunities, scored
from mkdocs_journeys.insight.scoring import Band, Factor, Score, score_opportunity
from mkdocs_journeys.model import Opportunity, Solution
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    NeighbourIds,
    Pager,
    PainCard,
    evidence_link,
    first_links,
    journey_link,
    neighbours_of,
    pain_card,
    team_link,
)
from mkdocs_journeys.site.numbers import latest_figure
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.opportunities.experiment import ExperimentView, experiment_view
from mkdocs_journeys.site.pages.opportunities.matrix import look_of
from mkdocs_journeys.site.pages.pains.working import Term
from mkdocs_journeys.site.richtext import words_of

MOST = 30
"""How many journeys, pains or studies the page names."""
_BETWEEN = {"value-effort": (" ÷ ", " ÷ 4 × 100 × "), "rice": (" × ", " ÷ 4 × ", " ÷ ")}


@dataclass(frozen=True, slots=True)
class SolutionView:
    """One way to answer an opportunity, with the experiment that tried it."""

    name: str
    status: str
    link: str
    experiment: ExperimentView | None


@dataclass(frozen=True, slots=True)
class OpportunityView:
    """Everything that the file says. `look` is active, delivered, parked or rejected."""

    title: str
    status: str
    look: str
    score: int
    band: Band
    working: tuple[Term, ...]
    value: str
    effort: str
    reach: float | None
    believed: str
    owner: NamedLink | None
    description: Markup
    pains: tuple[PainCard, ...]
    more_pains: int
    journeys: FirstLinks
    metrics: FirstLinks
    evidence: FirstLinks
    solutions: tuple[SolutionView, ...]


def opportunity_page(desk: PageContext, item: Opportunity) -> Page:
    """The page at `desk`."""
    return Page(
        uri=desk.uri,
        title=item.title,
        kind="opportunities",
        thing=("opportunity", item.id),
        draw=partial(_sections, desk, item.id),
        description=f"An opportunity, {item.status.replace('-', ' ')}",
        source=item.path,
        wide=True,
    )


def working_of(score: Score) -> tuple[Term, ...]:
    """The terms of an opportunity's score in the order of the sum, the result after the last."""
    between = (*_BETWEEN[score.method], f" = {score.shown}")
    return tuple(
        Term(factor.name, _words(factor), factor.assumed, after)
        for factor, after in zip(score.factors, between, strict=True)
    )


def _sections(desk: PageContext, id: str) -> Iterator[Section]:
    item = desk.atlas.opportunities[id]
    html = desk.render("opportunity.html.j2", view=_view(desk, item), beside=_beside(desk, id))
    solutions = [text for one in item.solutions for text in (one.name, _hypothesis(one))]
    words = words_of(*solutions, rich=item.description)
    yield Section("opportunity", item.title, 1, html, words, headed=False)


def _beside(desk: PageContext, id: str) -> Pager:
    before, after = desk.site.cached(_rows)[id]
    return Pager(NamedLink("Opportunities", desk.to("opportunities.md")), _named(desk, before), _named(desk, after))


def _rows(atlas: Atlas) -> Mapping[str, NeighbourIds]:
    return neighbours_of(item.opportunity.id for item in ranked_opportunities(atlas))


def _named(desk: PageContext, id: str | None) -> NamedLink | None:
    return NamedLink(desk.atlas.opportunities[id].title, desk.to_thing("opportunity", id)) if id else None


def _words(factor: Factor) -> str:
    if factor.assumed:
        return f"not given, taken as {factor.number:g}"
    return f"{factor.word}" if factor.name == "reach" else f"{factor.word} {factor.number:g}"


def _hypothesis(solution: Solution) -> str:
    return (solution.experiment and solution.experiment.hypothesis) or ""


def _view(desk: PageContext, item: Opportunity) -> OpportunityView:
    atlas = desk.atlas
    score = score_opportunity(item, atlas.catalog.scoring)
    pains = scored((atlas.hurts[id] for id in item.pains), atlas.catalog.scoring)
    return OpportunityView(
        title=item.title,
        status=item.status,
        look=look_of(ScoredOpportunity(item, score)),
        score=score.shown,
        band=score.band,
        working=working_of(score),
        value=item.value or "",
        effort=item.effort or "",
        reach=item.reach,
        believed=item.believed,
        owner=team_link(desk, item.owner),
        description=desk.rich(item.description),
        pains=tuple(pain_card(desk, pain) for pain in pains[:MOST]),
        more_pains=max(0, len(pains) - MOST),
        journeys=_journeys(desk, item),
        metrics=first_links(item.metrics, MOST, lambda id: _metric(desk, id)),
        evidence=first_links(item.evidence, MOST, lambda reference: evidence_link(desk, reference)),
        solutions=tuple(_solution(desk, solution) for solution in item.solutions),
    )


def _journeys(desk: PageContext, item: Opportunity) -> FirstLinks:
    """The journeys that the opportunity touches: those it names and those where its pains are felt."""
    felt = [place.journey.id for pain in item.pains for place in desk.atlas.hurts[pain].places]
    ids = dict.fromkeys([*item.journeys, *felt])
    return first_links(ids, MOST, lambda id: journey_link(desk, desk.atlas.journeys[id]))


def _metric(desk: PageContext, id: str) -> NamedLink:
    return NamedLink(desk.atlas.metrics[id].name, desk.to_thing("metric", id), latest_figure(desk.atlas, id))


def _solution(desk: PageContext, solution: Solution) -> SolutionView:
    tried = solution.experiment
    return SolutionView(
        name=solution.name,
        status=solution.status or "",
        link=solution.link or "",
        experiment=experiment_view(desk, tried) if tried else None,
    )
