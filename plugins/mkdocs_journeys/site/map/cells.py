"""What stands in the cells of a map: small values, ready to be drawn."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.ranking import ScoredPain
from mkdocs_journeys.model import Channel, Evidence, Image, Opportunity, Pain, SourcedQuote, Touchpoint
from mkdocs_journeys.model.journey import believed
from mkdocs_journeys.model.scales import Confidence
from mkdocs_journeys.site.anchors import step_anchor
from mkdocs_journeys.site.figures import latest_figure
from mkdocs_journeys.site.map.columns import Columns
from mkdocs_journeys.site.named import PainCard, pain_card, titles
from mkdocs_journeys.site.world import Desk

CELLS = "macros/cells.html.j2"


class Said(NamedTuple):
    """Words of the customer, and the address of where they are written down."""

    text: str
    href: str | None = None


class Card(NamedTuple):
    """A short text on a card, perhaps with an address and a word below."""

    text: str
    href: str | None = None
    note: str = ""


class Belief(NamedTuple):
    """How well a step is known, and by which studies."""

    word: str
    sources: tuple[Card, ...]


class Picture(NamedTuple):
    """A picture of the step."""

    src: str
    alt: str


class Sight(NamedTuple):
    """What the cells of a journey are made from: its page, its pains with their scores, its steps field by field."""

    desk: Desk
    hurts: Mapping[str, ScoredPain]
    columns: Columns


KIND_ICONS = {"digital": "screen", "physical": "store", "human": "person"}


def touchpoint_chips(sight: Sight) -> tuple[Markup, ...]:
    """The touchpoint of each step, else its channel alone; empty where neither is given."""
    given = list(zip(sight.columns["touchpoint"], sight.columns["channel"], strict=True))
    chips = {pair: _chip_of(sight.desk, *pair) for pair in dict.fromkeys(given)}
    return tuple([chips[pair] for pair in given])


def _chip_of(desk: Desk, touchpoint_id: str | None, channel_id: str | None) -> Markup:
    atlas = desk.atlas
    touchpoint = atlas.touchpoints[touchpoint_id] if touchpoint_id else None
    of = channel_id or (touchpoint.channel if touchpoint else None)
    return desk.same(_chip, touchpoint, atlas.channels.get(of) if of else None)


def _chip(desk: Desk, touchpoint: Touchpoint | None, channel: Channel | None) -> Markup:
    icon = (channel.icon or KIND_ICONS[channel.kind]) if channel else "screen"
    by = channel.name if channel else ""
    if touchpoint:
        href = desk.to_thing("touchpoint", touchpoint.id)
        return desk.macro(CELLS, "chip", touchpoint.name, href, icon, by, touchpoint.status)
    return (
        desk.macro(CELLS, "chip", by, desk.to_thing("channel", channel.id), icon, by, "live") if channel else Markup()
    )


def quotes(sight: Sight, says: Iterable[SourcedQuote | str]) -> tuple[Said, ...]:
    """What was said, each with where it is written down."""
    return tuple(
        [
            Said(quote.text, sight.desk.to_thing("evidence", quote.evidence) if quote.evidence else None)
            if isinstance(quote, SourcedQuote)
            else Said(quote)
            for quote in says
        ]
    )


def thought(sight: Sight, thinks: str) -> tuple[Said, ...]:
    """What goes through the customer's head."""
    return (Said(thinks),)


def pain_cards(sight: Sight, pains: Iterable[Pain | str]) -> tuple[PainCard, ...]:
    """The pains felt at a step, with their scores."""
    return tuple(
        [
            pain_card(sight.desk, sight.hurts[item.id])
            if isinstance(item, Pain)
            else pain_card(sight.desk, sight.hurts[item], shared=True)
            for item in pains
        ]
    )


def cards(sight: Sight, texts: Iterable[str]) -> tuple[Card, ...]:
    """What is good about a step, and ideas that nobody has framed yet."""
    return tuple(map(Card, texts))


def opportunity_cards(sight: Sight, named: Iterable[str], pains: Iterable[Pain | str]) -> tuple[Card, ...]:
    """Framed opportunities: those that the step names, then those that answer its pains."""
    desk, atlas = sight.desk, sight.desk.atlas
    answers = atlas.opportunities_of_pain
    found = dict.fromkeys(named)
    for pain in pains:
        for item in answers.get(pain.id if isinstance(pain, Pain) else pain, ()):
            found[item.id] = None
    return tuple([desk.same(_opportunity, atlas.opportunities[id]) for id in found]) if found else ()


def _opportunity(desk: Desk, item: Opportunity) -> Card:
    return Card(item.title, desk.to_thing("opportunity", item.id), item.status.replace("-", " "))


def metric_figures(sight: Sight, metrics: Iterable[str]) -> tuple[Card, ...]:
    """The metrics of a step with their latest figure."""
    desk, atlas = sight.desk, sight.desk.atlas
    return tuple(
        [Card(atlas.metrics[id].name, desk.to_thing("metric", id), latest_figure(atlas, id)) for id in metrics]
    )


def stay(sight: Sight, duration: str | None, wait: str | None) -> tuple[str, ...]:
    """How long the step takes and how long the customer waits."""
    waits = (f"waits {wait}",) if wait else ()
    return (duration, *waits) if duration else waits


def belief(sight: Sight, evidence: Iterable[str], confidence: Confidence | None) -> Belief:
    """How well the step is known, and from where."""
    sources = tuple([_source(sight.desk, id) for id in evidence])
    return Belief(believed(confidence, evidence), sources)


def _source(desk: Desk, reference: str) -> Card:
    id, _, finding = reference.partition("/")
    study = desk.atlas.evidence[id]
    return Card(study.title, desk.to_thing("evidence", reference)) if finding else desk.same(_study, study)


def _study(desk: Desk, study: Evidence) -> Card:
    return Card(study.title, desk.to_thing("evidence", study.id))


def picture(sight: Sight, image: Image) -> Picture:
    """The picture of a step."""
    return Picture(sight.desk.to(f"assets/journeys/pictures/{image.src.removeprefix('assets/')}"), image.alt)


def goes_to(sight: Sight, targets: Iterable[str]) -> tuple[Card, ...]:
    """Where the step leads besides its right-hand neighbour."""
    return tuple([_next(sight, target) for target in targets])


def _next(sight: Sight, target: str) -> Card:
    kind, _, id = target.partition(":")
    if id:
        return Card(sight.desk.world.once(titles)[id], sight.desk.to_thing(kind, id), kind)
    at = sight.columns["id"].index(target)
    return Card(sight.columns["name"][at], f"#{step_anchor(at + 1)}", f"step {at + 1}")
