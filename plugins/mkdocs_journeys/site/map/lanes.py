"""Which lanes a map has and what stands in each cell; a lane that is empty everywhere is left out."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from mkdocs_journeys.site.map import cells
from mkdocs_journeys.site.map.cells import Sight


class Lane(NamedTuple):
    """A row of the map: one cell per step; `kind` names the way its cells are drawn.

    `opens` says of each step whether a stage begins with it.
    """

    id: str
    title: str
    kind: str
    cells: tuple[Any, ...]
    opens: tuple[bool, ...]
    hint: str = ""
    behind: bool = False

    @property
    def columns(self) -> Iterator[tuple[bool, Any]]:
        """Each cell after whether a stage begins there."""
        return zip(self.opens, self.cells, strict=True)


Row = Callable[[Sight], tuple[Any, ...]]
"""What stands in a lane, step by step."""


def _texts(field: str) -> Row:
    return lambda sight: sight.columns[field]


def _one(field: str) -> Row:
    return lambda sight: tuple([(text,) if text else () for text in sight.columns[field]])


def _of(field: str, cell: Callable[[Sight, Any], Any]) -> Row:
    """Most steps leave most fields empty."""
    return lambda sight: tuple([cell(sight, held) if held else () for held in sight.columns[field]])


def _of_both(field: str, other: str, cell: Callable[[Sight, Any, Any], Any]) -> Row:
    """A cell that is made from two fields, either of which may be empty."""
    return lambda sight: tuple(
        [
            cell(sight, one, two) if one or two else ()
            for one, two in zip(sight.columns[field], sight.columns[other], strict=True)
        ]
    )


CUSTOMER_LANES: tuple[tuple[str, str, str, Row], ...] = (
    ("thinks", "Thinks", "said", _of("thinks", cells.thought)),
    ("says", "Says", "said", _of("says", cells.quotes)),
    ("expects", "Expects", "texts", _one("expects")),
    ("pains", "Pains", "pains", _of("pains", cells.pain_cards)),
    ("gains", "Gains", "cards", _of("gains", cells.cards)),
    ("ideas", "Ideas", "cards", _of("ideas", cells.cards)),
    ("opportunities", "Opportunities", "cards", _of_both("opportunities", "pains", cells.opportunity_cards)),
    ("metrics", "Metrics", "metrics", _of("metrics", cells.metric_figures)),
    ("time", "Time", "texts", _of_both("duration", "wait", cells.stay)),
    ("evidence", "Evidence", "beliefs", _of_both("evidence", "confidence", cells.belief)),
    ("pictures", "Pictures", "picture", _of("image", cells.picture)),
    ("next", "Goes on to", "links", _of("leads_to", cells.goes_to)),
)
"""Below the curve: id, title, how cells are drawn, what they hold."""

BLUEPRINT_LANES: tuple[tuple[str, str, str, bool, Row], ...] = (
    ("frontstage", "Frontstage", "what the customer sees us do", False, _texts("frontstage")),
    ("backstage", "Backstage", "what they do not see", True, _texts("backstage")),
    ("support", "Support processes", "what carries it", True, _texts("support")),
    ("systems", "Systems", "", True, _texts("systems")),
    ("policy", "Policy", "", True, _one("policy")),
)
"""The service blueprint: id, title, hint, whether behind the line of visibility, what its cells hold."""


def lanes_of(sight: Sight, opens: tuple[bool, ...]) -> list[Lane]:
    """The lanes below the curve that hold anything, in their order."""
    return [lane for lane in _all_lanes(sight, opens) if any(lane.cells)]


def touchpoint_lane(sight: Sight, opens: tuple[bool, ...]) -> Lane | None:
    """Where each step happens, None when no step says."""
    chips = cells.touchpoint_chips(sight)
    return Lane("touchpoint", "Touchpoint", "touchpoint", chips, opens) if any(chips) else None


def _all_lanes(sight: Sight, opens: tuple[bool, ...]) -> Iterator[Lane]:
    for id, title, kind, row in CUSTOMER_LANES:
        yield Lane(id, title, kind, row(sight), opens, _hint(sight) if id == "pains" else "")
    for custom in sight.desk.atlas.catalog.lanes:
        own = tuple([lanes.get(custom.id, ()) for lanes in sight.columns["lanes"]])
        yield Lane(f"own-{custom.id}", custom.name, "texts", own, opens)
    for id, title, hint, behind, row in BLUEPRINT_LANES:
        yield Lane(id, title, "texts", row(sight), opens, hint, behind)


def _hint(sight: Sight) -> str:
    return f"{sum(item.pain.is_open for item in sight.hurts.values())} open"
