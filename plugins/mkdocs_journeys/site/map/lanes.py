"""Which lanes a map has and what stands in each cell; a lane that is empty everywhere is left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.model import Journey, SourcedQuote, Step
from mkdocs_journeys.site.map.cells import (
    Card,
    Said,
    beliefs,
    goes_to,
    metric_figures,
    opportunity_cards,
    pain_cards,
    picture,
    touchpoint_chip,
)
from mkdocs_journeys.site.world import Desk


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the map: one cell per step; `kind` names the way its cells are drawn."""

    id: str
    title: str
    kind: str
    cells: tuple[Any, ...]
    hint: str = ""
    behind: bool = False


Cell = Callable[[Desk, Journey, Step], Any]


def _texts(name: str) -> Cell:
    return lambda desk, journey, step: getattr(step, name)


def _one(name: str) -> Cell:
    return lambda desk, journey, step: (text,) if (text := getattr(step, name)) else ()


def _said(desk: Desk, journey: Journey, step: Step) -> tuple[Said, ...]:
    return tuple(
        Said(quote.text, desk.to_thing("evidence", quote.evidence) if quote.evidence else None)
        if isinstance(quote, SourcedQuote)
        else Said(quote)
        for quote in step.says
    )


def _thought(desk: Desk, journey: Journey, step: Step) -> tuple[Said, ...]:
    return (Said(step.thinks),) if step.thinks else ()


def _gains(desk: Desk, journey: Journey, step: Step) -> tuple[Card, ...]:
    return tuple(Card(text) for text in step.gains)


def _ideas(desk: Desk, journey: Journey, step: Step) -> tuple[Card, ...]:
    return tuple(Card(text) for text in step.ideas)


def _time(desk: Desk, journey: Journey, step: Step) -> tuple[str, ...]:
    wait = (f"waits {step.wait}",) if step.wait else ()
    return ((step.duration,) if step.duration else ()) + wait


CUSTOMER_LANES: tuple[tuple[str, str, str, Cell], ...] = (
    ("thinks", "Thinks", "said", _thought),
    ("says", "Says", "said", _said),
    ("expects", "Expects", "texts", _one("expects")),
    ("pains", "Pains", "pains", pain_cards),
    ("gains", "Gains", "cards", _gains),
    ("ideas", "Ideas", "cards", _ideas),
    ("opportunities", "Opportunities", "cards", opportunity_cards),
    ("metrics", "Metrics", "metrics", metric_figures),
    ("time", "Time", "texts", _time),
    ("evidence", "Evidence", "beliefs", beliefs),
    ("pictures", "Pictures", "picture", picture),
    ("next", "Goes on to", "links", goes_to),
)
"""Below the curve: id, title, how cells are drawn, what a cell holds."""

BLUEPRINT_LANES: tuple[tuple[str, str, str, bool, Cell], ...] = (
    ("frontstage", "Frontstage", "what the customer sees us do", False, _texts("frontstage")),
    ("backstage", "Backstage", "what they do not see", True, _texts("backstage")),
    ("support", "Support processes", "what carries it", True, _texts("support")),
    ("systems", "Systems", "", True, _texts("systems")),
    ("policy", "Policy", "", True, _one("policy")),
)
"""The service blueprint: id, title, hint, whether behind the line of visibility, what a cell holds."""


def lanes_of(desk: Desk, journey: Journey) -> list[Lane]:
    """The lanes below the curve that hold anything, in their order."""
    return [lane for lane in _all_lanes(desk, journey) if any(lane.cells)]


def touchpoint_lane(desk: Desk, journey: Journey) -> Lane | None:
    """Where each step happens, None when no step says."""
    lane = Lane("touchpoint", "Touchpoint", "touchpoint", _cells(desk, journey, touchpoint_chip))
    return lane if any(lane.cells) else None


def _all_lanes(desk: Desk, journey: Journey) -> Iterator[Lane]:
    for id, title, kind, cell in CUSTOMER_LANES:
        yield Lane(id, title, kind, _cells(desk, journey, cell), _hint(desk, journey, id))
    for custom in desk.atlas.catalog.lanes:
        cells = tuple(step.lanes.get(custom.id, ()) for step in journey.steps)
        yield Lane(f"own-{custom.id}", custom.name, "texts", cells)
    for id, title, hint, behind, cell in BLUEPRINT_LANES:
        yield Lane(id, title, "texts", _cells(desk, journey, cell), hint, behind)


def _cells(desk: Desk, journey: Journey, cell: Cell) -> tuple[Any, ...]:
    return tuple(cell(desk, journey, step) for step in journey.steps)


def _hint(desk: Desk, journey: Journey, lane: str) -> str:
    if lane != "pains":
        return ""
    count = sum(hurt.pain.is_open for hurt in desk.atlas.hurts_of_journey.get(journey.id, ()))
    return f"{count} open"
