"""What hurts, what is done about it, and what all of it rests on: slides of cards below each other."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.colours import ACCENT, ACCENT_PALE, BAND, BAND_PALE, LINE, SOFT
from mkdocs_journeys.exports.slides.map import text_of
from mkdocs_journeys.exports.slides.page import INNER, MARGIN, SlideArea, SlidePage
from mkdocs_journeys.insight.coverage import journey_confidence
from mkdocs_journeys.insight.scoring import Band, ScoredPain, scored_pains
from mkdocs_journeys.model import Evidence, Journey, Opportunity
from mkdocs_journeys.model.references import references_of

ON_A_SLIDE, MOST_SLIDES = 4, 2
"""How many cards stand on a slide, and on how many slides."""
TOP, EACH = 1.4, 1.36


class SlideCard(NamedTuple):
    """A card: what stands large at its left, its title, what is said below, and the band of its colours."""

    mark: str
    title: str
    lines: Sequence[str]
    band: Band | None = None


def pain_slides(deck: Any, atlas: Atlas, journey: Journey) -> None:
    """Add the slides of the worst open pains."""
    pains = [one for one in atlas.pains_of_journey.get(journey.id, ()) if one.pain.is_open]
    scored = scored_pains(pains, atlas.catalog.scoring)
    cards = [
        SlideCard(str(one.score.shown), one.pain.title, list(_of_pain(one, journey)), one.score.band) for one in scored
    ]
    sources = [f"{one.pain.id}: {one.score.working}; {', '.join(one.pain.evidence) or 'no evidence'}" for one in scored]
    _cards(deck, journey, "What hurts most", cards, ["Scores and how they are worked out:", *sources])


def _of_pain(scored: ScoredPain, journey: Journey) -> Iterator[str]:
    pain = scored.pain
    words = [
        pain.severity,
        pain.frequency,
        f"{pain.impact} impact" if pain.impact else None,
        pain.status.replace("-", " "),
    ]
    steps = ", ".join(
        f"{place.number}. {place.step.name}" for place in scored.located.places if place.journey is journey
    )
    yield f"{', '.join(word for word in words if word)} – at {steps}"
    quotes = [quote for place in scored.located.places if place.journey is journey for quote in place.step.quotes]
    if quotes:
        yield f"“{text_of(quotes[0])}”"
    elif pain.cause:
        yield f"Why: {pain.cause}"


def opportunity_slides(deck: Any, atlas: Atlas, journey: Journey) -> None:
    """Add the slides of opportunities, with what was decided."""
    found = atlas.opportunities_of_journey.get(journey.id, ())
    cards = [SlideCard(one.status.replace("-", " "), one.title, list(_of_opportunity(atlas, one))) for one in found]
    sources = [f"{one.id}: {one.path}; {', '.join(one.evidence) or 'no evidence'}" for one in found]
    _cards(deck, journey, "What we do about it", cards, sources)


def _of_opportunity(atlas: Atlas, item: Opportunity) -> Iterator[str]:
    owner = f"Owner: {atlas.teams[item.owner].name}" if item.owner else "No owner yet"
    worth = [f"{name} {word}" for name, word in (("value", item.value), ("effort", item.effort)) if word]
    yield "; ".join([owner, *worth])
    for solution in item.solutions:
        tried = solution.experiment
        decision = f", decided: {tried.decision}" if tried and tried.decision else ""
        result = (
            f", {tried.baseline:g} → {tried.result:g}" if tried and None not in (tried.baseline, tried.result) else ""
        )
        status = f" ({solution.status.replace('-', ' ')})" if solution.status else ""
        yield f"{solution.name}{status}{result}{decision}"


def evidence_slides(deck: Any, atlas: Atlas, journey: Journey) -> None:
    """Add the slide of studies: how many people, when, and how sure the map is."""
    ids = dict.fromkeys(one.target.partition("/")[0] for one in references_of(journey) if one.kind == "evidence")
    studies = sorted((atlas.evidence[id] for id in ids), key=lambda one: one.date, reverse=True)
    cards = [
        SlideCard(f"n = {one.n:,}" if one.n else "n not known", one.title, list(_of_study(one))) for one in studies
    ]
    shares = journey_confidence(atlas, journey)
    percent = shares.percent("validated")
    title = "What it rests on" if percent is None else f"What it rests on: {percent:.0f} % is validated"
    _cards(deck, journey, title, cards, [f"{one.id}: {one.path}; {one.link or 'no link'}" for one in studies])


def _of_study(study: Evidence) -> Iterator[str]:
    kind = study.kind.replace("-", " ").capitalize() if study.kind else ""
    yield ", ".join(filter(None, (kind, study.date.isoformat(), study.method)))
    if study.expires:
        yield f"Runs out on {study.expires.isoformat()}"


def _cards(deck: Any, journey: Journey, title: str, cards: Sequence[SlideCard], sources: Sequence[str]) -> None:
    shown = cards[: ON_A_SLIDE * MOST_SLIDES]
    for start in range(0, len(shown), ON_A_SLIDE):
        some = shown[start : start + ON_A_SLIDE]
        is_last = start + ON_A_SLIDE >= len(shown)
        more = len(cards) - len(shown)
        left = f"{more} more in the atlas" if more and is_last else ""
        of = f"{start // ON_A_SLIDE + 1} of {-(-len(shown) // ON_A_SLIDE)}" if len(shown) > ON_A_SLIDE else ""
        page = SlidePage(deck, title, journey.title, " · ".join(filter(None, (left, of))))
        left_out: list[str] = []
        for number, card in enumerate(some):
            _card(page, card, TOP + number * EACH, left_out)
        page.notes([*sources, *left_out])


def _card(page: SlidePage, card: SlideCard, y: float, left_out: list[str]) -> None:
    height = EACH - 0.14
    strong, ground = (BAND[card.band], BAND_PALE[card.band]) if card.band else (ACCENT, ACCENT_PALE)
    page.box(SlideArea(MARGIN, y, INNER, height), "#ffffff", LINE)
    page.box(SlideArea(MARGIN + 0.15, y + 0.2, 1.3, height - 0.4), ground)
    badge = SlideArea(MARGIN + 0.2, y + 0.2, 1.2, height - 0.4)
    size = 28 if len(card.mark) < 4 else 14
    page.text(badge, [card.mark], size=size, smallest=10, bold=True, colour=strong, align="center", anchor="middle")
    x, width = MARGIN + 1.7, INNER - 1.9
    fits = page.text(SlideArea(x, y + 0.1, width, 0.42), [card.title], size=18, smallest=13, bold=True, anchor="middle")
    fits &= page.text(SlideArea(x, y + 0.54, width, height - 0.6), card.lines, size=13, smallest=10, colour=SOFT)
    if not fits:
        left_out += [card.title, *card.lines]
