"""The opportunities: ranked, placed by value and effort, and a page for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.insight.ranking import ScoredOpportunity, ranked_opportunities, ranked_pains
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.site.anchors import page_uri
from mkdocs_journeys.site.named import Named, PainCard, pain_card, team_named
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.opportunities.matrix import look_of, matrix_of
from mkdocs_journeys.site.pages.opportunities.one import opportunity_page, working_of
from mkdocs_journeys.site.pages.pains.working import Term
from mkdocs_journeys.site.world import Desk, World
from mkdocs_journeys.wording import counted

WORST = 5
MOST_DETAILED = 60
"""From here on a row of the table does without the working of its score, which stands on its page."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Open pains of which no opportunity still to be won takes care: how many of how many, and the worst."""

    count: int
    total: int
    worst: tuple[PainCard, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An opportunity in the table. `look` is active, delivered, parked or rejected; `pains` are counted."""

    title: str
    href: str
    status: str
    look: str
    score: int
    band: Band
    working: tuple[Term, ...]
    value: str
    effort: str
    owner: Named | None
    pains: int


def opportunities_pages(world: World) -> Iterator[Page]:
    """The index and a page for each opportunity; nothing where nobody framed any."""
    items = world.atlas.opportunities
    if not items:
        return
    desk = world.at("opportunities.md")
    yield Page(
        uri=desk.uri,
        title="Opportunities",
        draw=partial(_sections, desk),
        description=f"{counted(len(items), 'opportunity', 'opportunities')}, the best first",
        in_nav=True,
        wide=True,
    )
    for item in items.values():
        yield opportunity_page(world.at(page_uri("opportunities", item.id)), item)


def _sections(desk: Desk) -> Iterator[Section]:
    items = desk.world.once(ranked_opportunities)
    html = desk.render(
        "opportunities.html.j2",
        rows=_rows(desk, items),
        active=sum(item.active for item in items),
        matrix=matrix_of(items, lambda id: desk.to_thing("opportunity", id)),
        unanswered=_unanswered(desk, items),
    )
    yield Section("opportunities", "Opportunities", 1, html, "Opportunities by score, value and effort")


def _unanswered(desk: Desk, items: Sequence[ScoredOpportunity]) -> Unanswered:
    answered = {pain for item in items if item.active for pain in item.opportunity.pains}
    pains = desk.world.once(ranked_pains)
    left = [pain for pain in pains if pain.pain.id not in answered]
    return Unanswered(len(left), len(pains), tuple(pain_card(desk, pain) for pain in left[:WORST]))


def _rows(desk: Desk, items: Sequence[ScoredOpportunity]) -> list[Row]:
    detailed = len(items) <= MOST_DETAILED
    return [_row(desk, item, detailed=detailed) for item in items]


def _row(desk: Desk, scored: ScoredOpportunity, *, detailed: bool) -> Row:
    item, score = scored.opportunity, scored.score
    return Row(
        title=item.title,
        href=desk.to_thing("opportunity", item.id),
        status=item.status,
        look=look_of(scored),
        score=score.shown,
        band=score.band,
        working=working_of(score) if detailed else (),
        value=item.value or "",
        effort=item.effort or "",
        owner=team_named(desk, item.owner),
        pains=len(item.pains),
    )
