"""What stands in the cells of a map: small values, ready to be drawn."""

from dataclasses import dataclass

from mkdocs_journeys.insight.ranking import ScoredHurt
from mkdocs_journeys.insight.scoring import score_pain
from mkdocs_journeys.model import Journey, Pain, Step
from mkdocs_journeys.site.anchors import step_anchor
from mkdocs_journeys.site.figures import latest_figure
from mkdocs_journeys.site.named import PainCard, pain_card
from mkdocs_journeys.site.world import Desk


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the customer, and the address of where they are written down."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A short text on a card, perhaps with an address and a word below."""

    text: str
    href: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A touchpoint: `icon` is the channel's icon word, `channel` its name."""

    name: str
    href: str | None
    icon: str
    channel: str
    status: str


@dataclass(frozen=True, slots=True)
class Belief:
    """How well a step is known, and by which studies."""

    word: str
    sources: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the step."""

    src: str
    alt: str


KIND_ICONS = {"digital": "screen", "physical": "store", "human": "person"}


def touchpoint_chip(desk: Desk, journey: Journey, step: Step) -> Chip | None:
    """The touchpoint of a step, else its channel alone."""
    channel = desk.atlas.channel_of(step)
    icon = (channel.icon or KIND_ICONS[channel.kind]) if channel else "screen"
    if step.touchpoint:
        touchpoint = desk.atlas.touchpoints[step.touchpoint]
        href = desk.to_thing("touchpoint", touchpoint.id)
        return Chip(touchpoint.name, href, icon, channel.name if channel else "", touchpoint.status)
    if channel:
        return Chip(channel.name, desk.to_thing("channel", channel.id), icon, channel.name, "live")
    return None


def pain_cards(desk: Desk, journey: Journey, step: Step) -> tuple[PainCard, ...]:
    """The pains felt at a step, with their scores."""
    return tuple(_pain_card(desk, item) for item in step.pains)


def _pain_card(desk: Desk, item: Pain | str) -> PainCard:
    hurt = desk.atlas.hurts[item.id if isinstance(item, Pain) else item]
    score = score_pain(hurt.pain, desk.atlas.catalog.scoring)
    return pain_card(desk, ScoredHurt(hurt, score), shared=not isinstance(item, Pain))


def opportunity_cards(desk: Desk, journey: Journey, step: Step) -> tuple[Card, ...]:
    """Framed opportunities: those that the step names, then those that answer its pains."""
    pains = (item.id if isinstance(item, Pain) else item for item in step.pains)
    through = (o.id for pain in pains for o in desk.atlas.opportunities_of_pain.get(pain, ()))
    return tuple(
        Card(
            desk.atlas.opportunities[id].title,
            desk.to_thing("opportunity", id),
            item.status.replace("-", " "),
        )
        for id in dict.fromkeys([*step.opportunities, *through])
        if (item := desk.atlas.opportunities[id])
    )


def metric_figures(desk: Desk, journey: Journey, step: Step) -> tuple[Card, ...]:
    """The metrics of a step with their latest figure."""
    return tuple(
        Card(desk.atlas.metrics[id].name, desk.to_thing("metric", id), latest_figure(desk.atlas, id))
        for id in step.metrics
    )


def beliefs(desk: Desk, journey: Journey, step: Step) -> Belief | None:
    """How well the step is known; None when nothing is said of it."""
    if not step.evidence and step.confidence is None:
        return None
    sources = (
        Card(desk.atlas.evidence[id.partition("/")[0]].title, desk.to_thing("evidence", id)) for id in step.evidence
    )
    return Belief(step.believed, tuple(sources))


def picture(desk: Desk, journey: Journey, step: Step) -> Picture | None:
    """The picture of a step."""
    if step.image is None:
        return None
    return Picture(desk.to(f"assets/journeys/pictures/{step.image.src.removeprefix('assets/')}"), step.image.alt)


def goes_to(desk: Desk, journey: Journey, step: Step) -> tuple[Card, ...]:
    """Where the step leads besides its right-hand neighbour."""
    numbers = {other.id: (n, other.name) for n, other in enumerate(journey.steps, 1) if other.id}
    return tuple(_next(desk, target, numbers) for target in step.leads_to)


def _next(desk: Desk, target: str, numbers: dict[str, tuple[int, str]]) -> Card:
    if target.startswith("journey:"):
        id = target.removeprefix("journey:")
        return Card(desk.atlas.journeys[id].title, desk.to_thing("journey", id), "journey")
    number, name = numbers[target]
    return Card(name, f"#{step_anchor(number)}", f"step {number}")
