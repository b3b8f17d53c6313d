"""The cells of a map as values, made from the fields of a journey's steps."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.model import Channel, Image, Pain, SourcedQuote, Step, Touchpoint
from mkdocs_journeys.model.journey import believed
from mkdocs_journeys.model.scales import Confidence
from mkdocs_journeys.site.addresses import step_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import PainCard, pain_card
from mkdocs_journeys.site.rendering.numbers import latest_figure

CELLS = "macros/cells.html.j2"
KIND_ICONS = {"digital": "screen", "physical": "store", "human": "person"}


class CellQuote(NamedTuple):
    """Words of the customer, with a link to their source."""

    text: str
    href: str | None = None


class Card(NamedTuple):
    """A short text, with an optional link and note."""

    text: str
    href: str | None = None
    note: str = ""


class Belief(NamedTuple):
    """How well a step is known: a word, and the studies behind it."""

    word: str
    sources: tuple[Card, ...]


class Picture(NamedTuple):
    """A picture of the step."""

    src: str
    alt: str


class MapContext(NamedTuple):
    """What the cells of a journey are made from: its page, its scored pains by id, its steps."""

    page: PageContext
    pains: Mapping[str, ScoredPain]
    steps: Sequence[Step]


def touchpoint_chips(map_context: MapContext) -> tuple[Markup, ...]:
    """A chip for the touchpoint of each step, else for its channel; empty for neither."""
    given = [(step.touchpoint, step.channel) for step in map_context.steps]
    chips = {pair: _chip_of(map_context.page, *pair) for pair in dict.fromkeys(given)}
    return tuple([chips[pair] for pair in given])


def _chip_of(context: PageContext, touchpoint_id: str | None, channel_id: str | None) -> Markup:
    atlas = context.atlas
    touchpoint = atlas.touchpoints[touchpoint_id] if touchpoint_id else None
    of = channel_id or (touchpoint.channel if touchpoint else None)
    return context.cached_fragment(_chip, touchpoint, atlas.channels.get(of) if of else None)


def _chip(context: PageContext, touchpoint: Touchpoint | None, channel: Channel | None) -> Markup:
    icon = (channel.icon or KIND_ICONS[channel.kind]) if channel else "screen"
    by = channel.name if channel else ""
    if touchpoint:
        href = context.to_thing("touchpoint", touchpoint.id)
        return context.macro(CELLS, "chip", touchpoint.name, href, icon, by, touchpoint.status)
    if channel:
        return context.macro(CELLS, "chip", by, context.to_thing("channel", channel.id), icon, by, "live")
    return Markup()


def quotes(map_context: MapContext, says: Iterable[SourcedQuote | str]) -> tuple[CellQuote, ...]:
    """Quotes with their sources."""
    return tuple(
        [
            CellQuote(quote.text, map_context.page.to_thing("evidence", quote.evidence) if quote.evidence else None)
            if isinstance(quote, SourcedQuote)
            else CellQuote(quote)
            for quote in says
        ]
    )


def pain_cards(map_context: MapContext, pains: Iterable[Pain | str]) -> tuple[PainCard, ...]:
    """The pains of a step as cards; those defined elsewhere are shared."""
    page, scored = map_context.page, map_context.pains
    found = [(scored[item.id], False) if isinstance(item, Pain) else (scored[item], True) for item in pains]
    return tuple([pain_card(page, item, shared=shared) for item, shared in found])


def cards(map_context: MapContext, texts: Iterable[str]) -> tuple[Card, ...]:
    """Plain texts as cards: gains and ideas."""
    return tuple(map(Card, texts))


def opportunity_cards(map_context: MapContext, named: Iterable[str], pains: Iterable[Pain | str]) -> tuple[Card, ...]:
    """The opportunities that the step names, then those that address its pains, each once."""
    context, atlas = map_context.page, map_context.page.atlas
    found = {id: atlas.opportunities[id] for id in named}
    for pain in pains:
        for item in atlas.opportunities_of_pain.get(pain.id if isinstance(pain, Pain) else pain, ()):
            found[item.id] = item
    addressed = [(item, context.to_thing("opportunity", item.id)) for item in found.values()]
    return tuple([Card(item.title, href, item.status.replace("-", " ")) for item, href in addressed])


def metric_figures(map_context: MapContext, metrics: Iterable[str]) -> tuple[Card, ...]:
    """The metrics of a step with their latest figures."""
    context, atlas = map_context.page, map_context.page.atlas
    return tuple(
        [Card(atlas.metrics[id].name, context.to_thing("metric", id), latest_figure(atlas, id)) for id in metrics]
    )


def stay(map_context: MapContext, duration: str | None, wait: str | None) -> tuple[str, ...]:
    """Duration and waiting time of a step, as far as they are known."""
    waits = (f"waits {wait}",) if wait else ()
    return (duration, *waits) if duration else waits


def belief(map_context: MapContext, evidence: Iterable[str], confidence: Confidence | None) -> Belief:
    """The confidence of a step and its studies."""
    context = map_context.page
    studies = [(context.atlas.evidence[reference.partition("/")[0]], reference) for reference in evidence]
    sources = tuple([Card(study.title, context.to_thing("evidence", reference)) for study, reference in studies])
    return Belief(believed(confidence, evidence), sources)


def picture(map_context: MapContext, image: Image) -> Picture:
    """The picture of a step."""
    return Picture(map_context.page.to(f"assets/journeys/pictures/{image.src.removeprefix('assets/')}"), image.alt)


def goes_to(map_context: MapContext, targets: Iterable[str]) -> tuple[Card, ...]:
    """The steps and journeys that a step leads to."""
    return tuple([_next(map_context, target) for target in targets])


def _next(map_context: MapContext, target: str) -> Card:
    kind, _, id = target.partition(":")
    if id:
        return Card(map_context.page.atlas.journeys[id].title, map_context.page.to_thing(kind, id), kind)
    number, step = next(one for one in enumerate(map_context.steps, 1) if one[1].id == target)
    return Card(step.name, f"#{step_anchor(number)}", f"step {number}")
