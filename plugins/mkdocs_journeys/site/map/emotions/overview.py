"""The strip above a map that shows the whole of it: blocks of stages, the curve, a dot for each step that hurts."""

from collections.abc import Mapping, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import curves_of
from mkdocs_journeys.insight.ways import ways_of
from mkdocs_journeys.model import Journey, Pain
from mkdocs_journeys.site.charts.geometry import known_runs, polyline
from mkdocs_journeys.site.map.actors import Actor
from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

SHORTEST = 6
"""Journeys of fewer steps are seen whole without a strip."""
_NEUTRAL, _REACH, _FOOT = 9, 3.5, 18.5
"""The y of a neutral emotion, the units from one emotion to the next, the y of pains; a step is two units wide."""


class StageBlock(NamedTuple):
    """A stage in the strip: `id` gives its colour, `start` and `width` are in percent of the strip."""

    id: str
    name: str
    start: str
    width: str


class OverviewStrip(NamedTuple):
    """The strip. `curves` are the look of a person and the SVG path of her main way, `pains` a path of dots.

    `words` say the same to those who do not see it.
    """

    width: int
    stages: tuple[StageBlock, ...]
    curves: tuple[tuple[int, str], ...]
    pains: str
    words: str


def overview_of(
    atlas: Atlas,
    journey: Journey,
    acting: Sequence[Sequence[str]],
    open_pains: Set[str],
    people: Mapping[str, Actor],
) -> OverviewStrip | None:
    """The strip of a journey, None for a short one.

    `acting` are the actors of each step, `open_pains` ids; `people` is as of `people_of`.
    """
    steps = journey.steps
    if len(steps) < SHORTEST:
        return None
    felt = curves_of(journey.personas[0], acting, [step.emotion for step in steps])
    known = {id: values for id, values in felt.items() if any(value is not None for value in values)}
    ids = [{pain.id if isinstance(pain, Pain) else pain for pain in step.pains} for step in steps]
    sore = [index for index, own in enumerate(ids) if own & open_pains]
    return OverviewStrip(
        width=2 * len(steps),
        stages=_blocks(atlas, journey),
        curves=tuple((people[id].look if people else 0, _path(journey, values)) for id, values in known.items()),
        pains="".join(f"M{2 * index + 1} {_FOOT}h0" for index in sore),
        words=_words(journey, sore),
    )


def _blocks(atlas: Atlas, journey: Journey) -> tuple[StageBlock, ...]:
    steps = len(journey.steps)
    starts = accumulate((len(stage.steps) for stage in journey.stages), initial=0)
    return tuple(
        StageBlock(stage.stage, atlas.stage_name(stage), _percent(start, steps), _percent(len(stage.steps), steps))
        for start, stage in zip(starts, journey.stages, strict=False)
    )


def _path(journey: Journey, values: Sequence[float | None]) -> str:
    """The curve along the main way, with gaps where nothing is known."""
    main = ways_of(journey.steps, [value is not None for value in values]).main
    places = [None if (value := values[index]) is None else (2 * index + 1, value) for index in main]
    return "".join([_line(run) for run in known_runs(places)])


def _line(run: Sequence[tuple[int, float]]) -> str:
    """A path through places; a single one is a dash."""
    places = [(x, _NEUTRAL - _REACH * value) for x, value in run]
    return polyline(places) if len(places) > 1 else f"M{places[0][0] - 0.3:g} {places[0][1]:g}h.6"


def _percent(part: int, whole: int) -> str:
    return f"{part / whole * 100:.3g}"


def _words(journey: Journey, sore: Sequence[int]) -> str:
    extent = _(
        # Translators: such as "12 steps in 3 stages"
        "%(steps)s in %(stages)s",
        steps=ngettext("%(num)s step", "%(num)s steps", len(journey.steps)),
        stages=ngettext("%(num)s stage", "%(num)s stages", len(journey.stages)),
    )
    if not sore:
        return _("Overview: %(extent)s; no open pains.", extent=extent)
    return ngettext(
        "Overview: %(extent)s; open pains at step %(steps)s.",
        "Overview: %(extent)s; open pains at steps %(steps)s.",
        len(sore),
        extent=extent,
        steps=listed([str(index + 1) for index in sore]),
    )
