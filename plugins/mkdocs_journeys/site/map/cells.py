"""What stands in the cells of a map: small values, ready to be drawn."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.ranking import ScoredHurt
from mkdocs_journeys.model import Channel, Pain, SourcedQuote, Step, Touchpoint
from mkdocs_journeys.site.anchors import step_anchor
from mkdocs_journeys.site.figures import latest_figure
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
    """What the cells of a journey are made from: its page, its pains with their scores, its steps that have an id."""

    desk: Desk
    hurts: Mapping[str, ScoredHurt]
    numbers: Mapping[str, tuple[int, str]]


KIND_ICONS = {"digital": "screen", "physical": "store", "human": "person"}


def touchpoint_chip(sight: Sight, step: Step) -> Markup:
    """The touchpoint of a step, else its channel alone; empty where neither is given."""
    atlas = sight.desk.atlas
    touchpoint = atlas.touchpoints[step.touchpoint] if step.touchpoint else None
    of = step.channel or (touchpoint.channel if touchpoint else None)
    channel = atlas.channels.get(of) if of else None
    return sight.desk.same(_chip, touchpoint, channel)


def _chip(desk: Desk, touchpoint: Touchpoint | None, channel: Channel | None) -> Markup:
    icon = (channel.icon or KIND_ICONS[channel.kind]) if channel else "screen"
    by = channel.name if channel else ""
    if touchpoint:
        href = desk.to_thing("touchpoint", touchpoint.id)
        return desk.macro(CELLS, "chip", touchpoint.name, href, icon, by, touchpoint.status)
    return (
        desk.macro(CELLS, "chip", by, desk.to_thing("channel", channel.id), icon, by, "live") if channel else Markup()
    )


def quotes(sight: Sight, step: Step) -> tuple[Said, ...]:
    """What was said, each with where it is written down."""
    return tuple(
        Said(quote.text, sight.desk.to_thing("evidence", quote.evidence) if quote.evidence else None)
        if isinstance(quote, SourcedQuote)
        else Said(quote)
        for quote in step.says
    )


def thought(sight: Sight, step: Step) -> tuple[Said, ...]:
    """What goes through the customer's head."""
    return (Said(step.thinks),) if step.thinks else ()


def pain_cards(sight: Sight, step: Step) -> tuple[PainCard, ...]:
    """The pains felt at a step, with their scores."""
    return tuple(
        [
            pain_card(sight.desk, sight.hurts[item.id])
            if isinstance(item, Pain)
            else pain_card(sight.desk, sight.hurts[item], shared=True)
            for item in step.pains
        ]
    )


def gains(sight: Sight, step: Step) -> tuple[Card, ...]:
    """What is good about it."""
    return tuple(map(Card, step.gains))


def ideas(sight: Sight, step: Step) -> tuple[Card, ...]:
    """Opportunities that nobody has framed yet."""
    return tuple(map(Card, step.ideas))


def opportunity_cards(sight: Sight, step: Step) -> tuple[Card, ...]:
    """Framed opportunities: those that the step names, then those that answer its pains."""
    if not step.opportunities and not step.pains:
        return ()
    desk, atlas = sight.desk, sight.desk.atlas
    answers = atlas.opportunities_of_pain
    pains = [item.id if isinstance(item, Pain) else item for item in step.pains]
    through = [item.id for pain in pains for item in answers.get(pain, ())]
    found = [atlas.opportunities[id] for id in dict.fromkeys([*step.opportunities, *through])]
    return tuple(
        [Card(item.title, desk.to_thing("opportunity", item.id), item.status.replace("-", " ")) for item in found]
    )


def metric_figures(sight: Sight, step: Step) -> tuple[Card, ...]:
    """The metrics of a step with their latest figure."""
    desk, atlas = sight.desk, sight.desk.atlas
    return tuple(
        Card(atlas.metrics[id].name, desk.to_thing("metric", id), latest_figure(atlas, id)) for id in step.metrics
    )


def stay(sight: Sight, step: Step) -> tuple[str, ...]:
    """How long the step takes and how long the customer waits."""
    wait = (f"waits {step.wait}",) if step.wait else ()
    return (step.duration, *wait) if step.duration else wait


def beliefs(sight: Sight, step: Step) -> Belief | None:
    """How well the step is known; None when nothing is said of it."""
    if not step.evidence and step.confidence is None:
        return None
    desk, studies = sight.desk, sight.desk.atlas.evidence
    sources = [Card(studies[id.partition("/")[0]].title, desk.to_thing("evidence", id)) for id in step.evidence]
    return Belief(step.believed, tuple(sources))


def picture(sight: Sight, step: Step) -> Picture | None:
    """The picture of a step."""
    if step.image is None:
        return None
    src = sight.desk.to(f"assets/journeys/pictures/{step.image.src.removeprefix('assets/')}")
    return Picture(src, step.image.alt)


def goes_to(sight: Sight, step: Step) -> tuple[Card, ...]:
    """Where the step leads besides its right-hand neighbour."""
    return tuple(_next(sight, target) for target in step.leads_to)


def _next(sight: Sight, target: str) -> Card:
    kind, _, id = target.partition(":")
    if id:
        return Card(sight.desk.world.once(titles)[id], sight.desk.to_thing(kind, id), kind)
    number, name = sight.numbers[target]
    return Card(name, f"#{step_anchor(number)}", f"step {number}")
