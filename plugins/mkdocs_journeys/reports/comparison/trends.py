"""Figures of both atlases as a whole, beside each other: what a gate on a trend looks at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.insight.coverage import unowned
from mkdocs_journeys.insight.emotion import known_emotions
from mkdocs_journeys.insight.selection import grouped, maintained_journeys, mean, present_journeys
from mkdocs_journeys.insight.ways import main_steps
from mkdocs_journeys.model import Journey
from mkdocs_journeys.reports.document import TrendItem

Scope = Literal["whole", "group", "journey"]
SCOPES: tuple[Scope, ...] = ("whole", "group", "journey")
Figure = Callable[[Atlas, Sequence[Journey]], float | None]
ALMOST_NOTHING = 1e-9
"""How much of a difference is a matter of how numbers are stored."""


class TrendGate(NamedTuple):
    """A figure that may get worse by a `tolerance`, and no more."""

    name: str
    tolerance: float = 0


def _emotion(atlas: Atlas, journeys: Sequence[Journey]) -> float | None:
    """The mean over the steps on the main ways of those journeys that customers go through today."""
    present = {journey.id for journey in present_journeys(atlas)}
    return mean([one for journey in journeys if journey.id in present for one in known_emotions(main_steps(journey))])


def _open_pains(atlas: Atlas, journeys: Sequence[Journey]) -> float:
    """How many open pains are felt in those journeys that customers go through today."""
    present = {journey.id for journey in present_journeys(atlas)}
    felt = [atlas.pains_of_journey.get(journey.id, ()) for journey in journeys if journey.id in present]
    return len({one.pain.id for pains in felt for one in pains if one.pain.is_open})


def _unowned(atlas: Atlas, journeys: Sequence[Journey]) -> float:
    """How many of the journeys and of their open pains no team owns; live touchpoints count for the whole atlas."""
    ids = {journey.id for journey in journeys}
    pains = {one.pain.id for id in ids for one in atlas.pains_of_journey.get(id, ())}
    is_whole = ids >= {journey.id for journey in maintained_journeys(atlas)}
    known = {"journey": ids, "pain": pains}
    return sum(one.id in known[one.kind] if one.kind in known else is_whole for one in unowned(atlas))


class _Kind(NamedTuple):
    """What a gate looks at: the figure, its name, and whether more of it is worse."""

    figure: Figure
    name: str
    more_is_worse: bool


TRENDS: Mapping[str, _Kind] = {
    "emotion-down": _Kind(_emotion, "mean emotion", more_is_worse=False),
    "open-pains-up": _Kind(_open_pains, "open pains", more_is_worse=True),
    "unowned-up": _Kind(_unowned, "things without an owner", more_is_worse=True),
}
"""The gates on trends."""


def trends_of(comparison: Comparison, gates: Iterable[TrendGate], scope: Scope) -> Iterator[TrendItem]:
    """The figure of each gate before and after, for the whole atlas or each group or journey that both sides have.

    The atlases have to be whole. Figures that stayed the same are left out, and so is what neither side knows.
    """
    before, after = _scopes(comparison.old, scope), _scopes(comparison.new, scope)
    was = _former_ids(comparison) if scope == "journey" else {}
    for gate in gates:
        figure = TRENDS[gate.name].figure
        for id, journeys in after.items():
            earlier = before.get(was.get(id, id))
            old = figure(comparison.old, earlier) if earlier is not None else None
            new = figure(comparison.new, journeys)
            if old is None or new is None or abs(new - old) <= ALMOST_NOTHING:
                continue
            worse = new - old if TRENDS[gate.name].more_is_worse else old - new
            yield TrendItem(
                gate=gate.name,  # type: ignore[arg-type]
                scope=scope,
                id=None if scope == "whole" else id,
                name=journeys[0].title if scope == "journey" else id,
                before=old,
                after=new,
                tolerance=gate.tolerance,
                failing=worse > gate.tolerance + ALMOST_NOTHING,
            )


def _scopes(atlas: Atlas, scope: Scope) -> Mapping[str, Sequence[Journey]]:
    """The journeys of each part of an atlas by its id: the whole is "", and so is the group of those in no folder."""
    journeys = list(atlas.journeys.values())
    if scope == "whole":
        return {"": journeys}
    return grouped(journeys, lambda journey: journey.id if scope == "journey" else journey.group)


def _former_ids(comparison: Comparison) -> Mapping[str, str]:
    pairs = ((comparison.matches.old_of.get(one), one) for one in comparison.after["journey"])
    return {new.id: old.id for old, new in pairs if old}


def where_of(trend: TrendItem) -> str:
    """Where a trend was seen: `All journeys`, `The group service`, or the title of a journey."""
    if trend.scope == "whole":
        return "All journeys"
    if trend.scope == "group":
        return f"The group {trend.name}" if trend.name else "The journeys of no group"
    return trend.name


def words_of(trend: TrendItem) -> str:
    """What a trend is, without its place: `mean emotion fell from 0.42 to 0.31`."""
    before, after = _told_apart(trend.before, trend.after)
    moved = "rose" if trend.after > trend.before else "fell"
    allowed = f"{trend.tolerance:g}" if trend.tolerance else ""
    return f"{TRENDS[trend.gate].name} {moved} from {before} to {after}{f' ({allowed} tolerated)' if allowed else ''}"


def _told_apart(one: float, other: float) -> tuple[str, str]:
    """Both numbers with as few decimals as tell them apart, two where they have any."""
    if one.is_integer() and other.is_integer():
        return f"{one:g}", f"{other:g}"
    digits = next((count for count in range(2, 9) if f"{one:.{count}f}" != f"{other:.{count}f}"), 9)
    return tuple(f"{value:.{digits}f}".replace("-", "−") for value in (one, other))  # type: ignore[return-value]
