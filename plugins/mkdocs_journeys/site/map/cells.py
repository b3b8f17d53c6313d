"""The cells of a map as values, made from the fields of a journey's steps."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.model import Channel, Figure, Image, Pain, SourcedQuote, Step, Touchpoint
from mkdocs_journeys.model.duration import shown_duration
from mkdocs_journeys.model.free_names import name_id
from mkdocs_journeys.model.scales import Confidence
from mkdocs_journeys.model.step import Said, believed, by_actor
from mkdocs_journeys.site.addresses import step_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import PainCard, pain_card
from mkdocs_journeys.site.map.actors import Actor
from mkdocs_journeys.site.rendering.compat import safe
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import figure_in_words, latest_figure
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _

CELLS = "macros/cells.html.j2"
_LINK = Markup('<a href="{}">{}</a>')
KIND_ICONS = {"digital": "screen", "physical": "store", "human": "person"}


class CellQuote(NamedTuple):
    """Words of the customer: a link to their source, who said them where that is told, and a picture."""

    text: str
    href: str | None = None
    who: Actor | None = None
    image: "Picture | None" = None


class CellText(NamedTuple):
    """A short text, and whom it belongs to where that is told."""

    text: str
    who: Actor | None = None


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


QuotesOfStep = Mapping[str, tuple[SourcedQuote | str, ...]] | tuple[SourcedQuote | str, ...]


class MapContext(NamedTuple):
    """What the cells of a journey are made from: its page, its scored pains by id, its steps, who acts in each.

    `people` are those of the map by persona id, empty where only one acts.
    """

    page: PageContext
    pains: Mapping[str, ScoredPain]
    steps: Sequence[Step]
    actors: Sequence[tuple[str, ...]] = ()
    people: Mapping[str, Actor] = {}


def touchpoint_chips(map_context: MapContext) -> tuple[Markup, ...]:
    """A chip for each touchpoint of each step, else for each channel; empty for neither."""
    given = [(step.touchpoint, step.channel) for step in map_context.steps]
    chips = {pair: _chips_of(map_context.page, *pair) for pair in dict.fromkeys(given)}
    return tuple([chips[pair] for pair in given])


def _chips_of(context: PageContext, touchpoints: Sequence[str], channels: Sequence[str]) -> Markup:
    """The touchpoints, each with its channel: that of the step where both are one. Other channels have chips, too."""
    atlas = context.atlas
    own = atlas.channels[channels[0]] if len(channels) == len(touchpoints) == 1 else None
    places = [atlas.touchpoints[id] for id in dict.fromkeys(touchpoints)]
    chips = [context.cached_fragment(_chip, place, own or atlas.channels[place.channel]) for place in places]
    known = {place.channel for place in places}
    others = [atlas.channels[id] for id in dict.fromkeys(channels) if id not in known]
    chips += [context.cached_fragment(_chip, None, channel) for channel in others]
    return safe("".join(chips))


def _chip(context: PageContext, touchpoint: Touchpoint | None, channel: Channel) -> Markup:
    icon = (channel.icon or KIND_ICONS[channel.kind]) if channel else "screen"
    by = channel.name if channel else ""
    if touchpoint:
        href = context.to_thing("touchpoint", touchpoint.id)
        return context.macro(CELLS, "chip", touchpoint.name, href, icon, by, touchpoint.status)
    if channel:
        return context.macro(CELLS, "chip", by, context.to_thing("channel", channel.id), icon, by, "live")
    return Markup()


def named(
    map_context: MapContext, acting: Sequence[str], value: Mapping[str, Said] | Said
) -> list[tuple[Actor | None, Said]]:
    """What a field holds for each actor; what holds for all belongs to the one who acts in the step, if it is one."""
    people = map_context.people
    alone = acting[0] if len(acting) == 1 else ""
    return [(people.get(id or alone), said) for id, said in by_actor(value)]


def quotes(map_context: MapContext, acting: Sequence[str], says: QuotesOfStep) -> tuple[CellQuote, ...]:
    """Quotes with their sources."""
    return tuple([_quote(map_context, who, quote) for who, said in named(map_context, acting, says) for quote in said])


def _quote(map_context: MapContext, who: Actor | None, quote: SourcedQuote | str) -> CellQuote:
    if not isinstance(quote, SourcedQuote):
        return CellQuote(quote, None, who)
    source = map_context.page.to_thing("evidence", quote.evidence) if quote.evidence else None
    return CellQuote(quote.text, source, who, picture(map_context, quote.image) if quote.image else None)


def thoughts(map_context: MapContext, acting: Sequence[str], thinks: Mapping[str, str] | str) -> tuple[CellQuote, ...]:
    """What goes through the heads of the actors."""
    return tuple([CellQuote(text, None, who) for who, text in named(map_context, acting, thinks)])


def texts(map_context: MapContext, acting: Sequence[str], value: Mapping[str, str] | str) -> tuple[CellText, ...]:
    """A text, or one of each actor."""
    return tuple([CellText(text, who) for who, text in named(map_context, acting, value)])


def feelings(
    map_context: MapContext, acting: Sequence[str], value: Mapping[str, Sequence[str]] | Sequence[str]
) -> tuple[CellText, ...]:
    """The words for how it feels."""
    return tuple([CellText(separated(words), who) for who, words in named(map_context, acting, value)])


def pain_cards(map_context: MapContext, pains: Iterable[Pain | str]) -> tuple[PainCard, ...]:
    """The pains of a step as cards; those defined elsewhere are shared."""
    page, scored = map_context.page, map_context.pains
    found = [(scored[item.id], False) if isinstance(item, Pain) else (scored[item], True) for item in pains]
    return tuple([pain_card(page, item, shared=shared) for item, shared in found])


def cards(map_context: MapContext, texts: Iterable[str]) -> tuple[Card, ...]:
    """Plain texts as cards: gains and ideas."""
    return tuple(map(Card, texts))


def system_links(map_context: MapContext, names: Iterable[str]) -> tuple[Markup, ...]:
    """The systems of a step."""
    page = map_context.page
    return tuple([_LINK.format(page.to_thing("system", name_id(name)), name) for name in names])


def opportunity_cards(map_context: MapContext, named: Iterable[str], pains: Iterable[Pain | str]) -> tuple[Card, ...]:
    """The opportunities that the step names, then those that address its pains, each once."""
    context, atlas = map_context.page, map_context.page.atlas
    found = {id: atlas.opportunities[id] for id in named}
    for pain in pains:
        for item in atlas.opportunities_of_pain.get(pain.id if isinstance(pain, Pain) else pain, ()):
            found[item.id] = item
    addressed = [(item, context.to_thing("opportunity", item.id)) for item in found.values()]
    return tuple([Card(item.title, href, term(item.status)) for item, href in addressed])


def metric_figures(map_context: MapContext, metrics: Iterable[str], figures: Iterable[Figure]) -> tuple[Card, ...]:
    """The metrics of a step, or of a stage, with their latest figures, and its figures of no metric."""
    return figure_cards(map_context.page, metrics, figures)


def figure_cards(context: PageContext, metrics: Iterable[str], figures: Iterable[Figure]) -> tuple[Card, ...]:
    """A card for each metric with its latest figure, and for each figure of no metric with its source."""
    atlas = context.atlas
    measured = [
        Card(atlas.metrics[id].name, context.to_thing("metric", id), latest_figure(atlas, id)) for id in metrics
    ]
    counted = [
        Card(one.name, context.to_thing("evidence", one.evidence) if one.evidence else None, figure_in_words(one))
        for one in figures
    ]
    return (*measured, *counted)


def stay(map_context: MapContext, duration: str | None, wait: str | None) -> tuple[str, ...]:
    """Duration and waiting time of a step, as far as they are known."""
    waits = (_("waits %(time)s", time=shown_duration(wait)),) if wait else ()
    return (shown_duration(duration), *waits) if duration else waits


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
    kind, _colon, id = target.partition(":")
    if id:
        return Card(map_context.page.atlas.journeys[id].title, map_context.page.to_thing(kind, id), _("journey"))
    number, step = next(one for one in enumerate(map_context.steps, 1) if one[1].id == target)
    return Card(step.name, f"#{step_anchor(number)}", _("step %(number)s", number=number))
