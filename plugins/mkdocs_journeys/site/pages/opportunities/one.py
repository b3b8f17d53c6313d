"""The page of one opportunity: what it answers, what it is worth, and what is being tried."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.ranking import ScoredOpportunity, ranked_opportunities, scored_pains
from mkdocs_journeys.insight.scoring import Band, Factor, Score, score_opportunity
from mkdocs_journeys.model import Opportunity, Solution
from mkdocs_journeys.site.figures import latest_figure
from mkdocs_journeys.site.named import Named, PainCard, Some, evidence_named, journey_named, pain_card, some, team_named
from mkdocs_journeys.site.neighbours import Beside, Neighbours, in_a_row
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.opportunities.experiment import ExperimentView, experiment_view
from mkdocs_journeys.site.pages.opportunities.matrix import look_of
from mkdocs_journeys.site.pages.pains.working import Term
from mkdocs_journeys.site.richtext import words_of
from mkdocs_journeys.site.world import Desk

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
    owner: Named | None
    description: Markup
    pains: tuple[PainCard, ...]
    more_pains: int
    journeys: Some
    metrics: Some
    evidence: Some
    solutions: tuple[SolutionView, ...]


def opportunity_page(desk: Desk, item: Opportunity) -> Page:
    """The page at `desk`."""
    return Page(
        uri=desk.uri,
        title=item.title,
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


def _sections(desk: Desk, id: str) -> Iterator[Section]:
    item = desk.atlas.opportunities[id]
    html = desk.render("opportunity.html.j2", view=_view(desk, item), beside=_beside(desk, id))
    solutions = [text for one in item.solutions for text in (one.name, _hypothesis(one))]
    words = words_of(*solutions, rich=item.description)
    yield Section("opportunity", item.title, 1, html, words, headed=False)


def _beside(desk: Desk, id: str) -> Neighbours:
    before, after = desk.world.once(_rows)[id]
    return Neighbours(Named("Opportunities", desk.to("opportunities.md")), _named(desk, before), _named(desk, after))


def _rows(atlas: Atlas) -> Mapping[str, Beside]:
    return in_a_row(item.opportunity.id for item in ranked_opportunities(atlas))


def _named(desk: Desk, id: str | None) -> Named | None:
    return Named(desk.atlas.opportunities[id].title, desk.to_thing("opportunity", id)) if id else None


def _words(factor: Factor) -> str:
    if factor.assumed:
        return f"not given, taken as {factor.number:g}"
    return f"{factor.word}" if factor.name == "reach" else f"{factor.word} {factor.number:g}"


def _hypothesis(solution: Solution) -> str:
    return (solution.experiment and solution.experiment.hypothesis) or ""


def _view(desk: Desk, item: Opportunity) -> OpportunityView:
    atlas = desk.atlas
    score = score_opportunity(item, atlas.catalog.scoring)
    pains = scored_pains((atlas.hurts[id] for id in item.pains), atlas.catalog.scoring)
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
        owner=team_named(desk, item.owner),
        description=desk.rich(item.description),
        pains=tuple(pain_card(desk, pain) for pain in pains[:MOST]),
        more_pains=max(0, len(pains) - MOST),
        journeys=_journeys(desk, item),
        metrics=some(item.metrics, MOST, lambda id: _metric(desk, id)),
        evidence=some(item.evidence, MOST, lambda reference: evidence_named(desk, reference)),
        solutions=tuple(_solution(desk, solution) for solution in item.solutions),
    )


def _journeys(desk: Desk, item: Opportunity) -> Some:
    """The journeys that the opportunity touches: those it names and those where its pains are felt."""
    felt = [place.journey.id for pain in item.pains for place in desk.atlas.hurts[pain].places]
    ids = dict.fromkeys([*item.journeys, *felt])
    return some(ids, MOST, lambda id: journey_named(desk, desk.atlas.journeys[id]))


def _metric(desk: Desk, id: str) -> Named:
    return Named(desk.atlas.metrics[id].name, desk.to_thing("metric", id), latest_figure(desk.atlas, id))


def _solution(desk: Desk, solution: Solution) -> SolutionView:
    tried = solution.experiment
    return SolutionView(
        name=solution.name,
        status=solution.status or "",
        link=solution.link or "",
        experiment=experiment_view(desk, tried) if tried else None,
    )
