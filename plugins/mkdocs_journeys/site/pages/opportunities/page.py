"""The page of the opportunities: ranked, placed by value and effort, each with what is being tried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.insight.ranking import ScoredOpportunity, ranked, ranked_opportunities, scored
from mkdocs_journeys.insight.scoring import Band, Factor, Score
from mkdocs_journeys.model import Opportunity, Solution
from mkdocs_journeys.site.figures import latest_figure
from mkdocs_journeys.site.named import Named, PainCard, evidence_named, journey_named, pain_card, team_named
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.opportunities.experiment import ExperimentView, experiment_view
from mkdocs_journeys.site.pages.opportunities.matrix import look_of, matrix_of
from mkdocs_journeys.site.pages.pains.working import Term
from mkdocs_journeys.site.render import plural
from mkdocs_journeys.site.richtext import words_of
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "opportunities.html.j2"
WORST = 5
_BETWEEN = {"value-effort": (" ÷ ", " ÷ 4 × 100 × "), "rice": (" × ", " ÷ 4 × ", " ÷ ")}


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Open pains of which no opportunity still to be won takes care: how many of how many, and the worst."""

    count: int
    total: int
    worst: tuple[PainCard, ...]


@dataclass(frozen=True, slots=True)
class SolutionView:
    """One way to answer an opportunity, with the experiment that tried it."""

    name: str
    status: str
    link: str
    experiment: ExperimentView | None


@dataclass(frozen=True, slots=True)
class OpportunityView:
    """An opportunity by its rank from 1. `look` is active, delivered, parked or rejected."""

    rank: int
    path: str
    anchor: str
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
    journeys: tuple[Named, ...]
    metrics: tuple[Named, ...]
    evidence: tuple[Named, ...]
    solutions: tuple[SolutionView, ...]


def opportunities_pages(world: World) -> Iterator[Page]:
    """The one page of all opportunities; nothing where nobody framed any."""
    items = ranked_opportunities(world.atlas)
    if not items:
        return
    desk = world.at("opportunities.md")
    active = sum(item.active for item in items)
    yield Page(
        uri=desk.uri,
        title="Opportunities",
        draw=partial(_sections, desk, items, active),
        description=f"{plural(len(items), 'opportunity', 'opportunities')}, {active} still to be won.",
        in_nav=True,
        wide=True,
    )


def _sections(desk: Desk, items: Sequence[ScoredOpportunity], active: int) -> Iterator[Section]:
    views = [_view(desk, rank, item) for rank, item in enumerate(items, 1)]
    overview = desk.render(
        TEMPLATE,
        part="overview",
        views=views,
        active=active,
        matrix=matrix_of(items),
        unanswered=_unanswered(desk, items),
    )
    yield Section("opportunities", "Opportunities", 1, overview, "Opportunities by score, value and effort")
    for view, item in zip(views, items, strict=True):
        yield _section(desk, view, item.opportunity)


def _unanswered(desk: Desk, items: Sequence[ScoredOpportunity]) -> Unanswered:
    answered = {pain for item in items if item.active for pain in item.opportunity.pains}
    pains = ranked(desk.atlas)
    left = [pain for pain in pains if pain.pain.id not in answered]
    return Unanswered(len(left), len(pains), tuple(pain_card(desk, pain) for pain in left[:WORST]))


def working_of(score: Score) -> tuple[Term, ...]:
    """The terms of an opportunity's score in the order of the sum, the result after the last."""
    between = (*_BETWEEN[score.method], f" = {score.shown}")
    return tuple(
        Term(factor.name, _words(factor), factor.assumed, after)
        for factor, after in zip(score.factors, between, strict=True)
    )


def _words(factor: Factor) -> str:
    if factor.assumed:
        return f"not given, taken as {factor.number:g}"
    return f"{factor.word}" if factor.name == "reach" else f"{factor.word} {factor.number:g}"


def _section(desk: Desk, view: OpportunityView, item: Opportunity) -> Section:
    html = desk.render(TEMPLATE, part="one", view=view)
    solutions = [text for one in item.solutions for text in (one.name, _hypothesis(one))]
    words = words_of(*solutions, rich=item.description)
    return Section(view.anchor, item.title, 2, html, words, headed=False)


def _hypothesis(solution: Solution) -> str:
    return (solution.experiment and solution.experiment.hypothesis) or ""


def _view(desk: Desk, rank: int, scored_item: ScoredOpportunity) -> OpportunityView:
    atlas, item, score = desk.atlas, scored_item.opportunity, scored_item.score
    pains = scored((atlas.hurts[id] for id in item.pains), atlas.catalog.scoring)
    return OpportunityView(
        rank=rank,
        path=item.path,
        anchor=f"opportunity-{item.id}",
        title=item.title,
        status=item.status,
        look=look_of(scored_item),
        score=score.shown,
        band=score.band,
        working=working_of(score),
        value=item.value or "",
        effort=item.effort or "",
        reach=item.reach,
        believed=item.believed,
        owner=team_named(desk, item.owner),
        description=desk.rich(item.description),
        pains=tuple(pain_card(desk, pain) for pain in pains),
        journeys=_journeys(desk, item),
        metrics=tuple(_metric(desk, id) for id in item.metrics),
        evidence=tuple(evidence_named(desk, reference) for reference in item.evidence),
        solutions=tuple(_solution(desk, solution) for solution in item.solutions),
    )


def _journeys(desk: Desk, item: Opportunity) -> tuple[Named, ...]:
    """The journeys that the opportunity touches: those it names and those where its pains are felt."""
    felt = [place.journey.id for pain in item.pains for place in desk.atlas.hurts[pain].places]
    ids = dict.fromkeys([*item.journeys, *felt])
    return tuple(journey_named(desk, desk.atlas.journeys[id]) for id in ids)


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
