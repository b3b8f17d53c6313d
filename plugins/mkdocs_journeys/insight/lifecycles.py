"""The lifecycles of an atlas, each with its journeys in order."""

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.model import Journey, Stage
from mkdocs_journeys.model.catalog import Lifecycle
from mkdocs_journeys.translation.messages import message

OTHERS = message("Other journeys")
"""In English, what stands over journeys that belong to none of several lifecycles."""


class LifecycleJourneys(NamedTuple):
    """A lifecycle: its stages in order, and the journeys that belong to it, in its order, retired ones last.

    `id` and `name` are empty where the catalog names no lifecycles: then there is one, of all stages. Journeys that
    belong to none of several go along all stages of the catalog, too: without an `id`, as `OTHERS`.
    """

    id: str
    name: str
    stages: tuple[Stage, ...]
    journeys: tuple[Journey, ...]


@once_per_atlas
def journeys_by_lifecycle(atlas: Atlas) -> tuple[LifecycleJourneys, ...]:
    """The lifecycles that have a journey, in the catalog's order; then the journeys that belong to none."""
    every, lifecycles = list(atlas.journeys.values()), atlas.catalog.lifecycles
    if not lifecycles:
        return (LifecycleJourneys("", "", atlas.catalog.stages, _in_order(atlas, atlas.catalog.stages, every)),)
    members = grouped(every, lambda journey: one.id if (one := lifecycle_of(atlas, journey)) else "")
    named = [(one.id, one.name, tuple([atlas.stages[id] for id in dict.fromkeys(one.stages)])) for one in lifecycles]
    return tuple(
        LifecycleJourneys(id, name, stages, _in_order(atlas, stages, members[id]))
        for id, name, stages in (*named, ("", OTHERS, atlas.catalog.stages))
        if id in members
    )


def lifecycle_of(atlas: Atlas, journey: Journey) -> Lifecycle | None:
    """The first lifecycle of the catalog that has all stages of a journey."""
    stages = {stage.stage for stage in journey.stages}
    return next((cycle for cycle in atlas.catalog.lifecycles if stages <= set(cycle.stages)), None)


def lifecycle_order(atlas: Atlas) -> tuple[Journey, ...]:
    """Every journey, lifecycle by lifecycle, in the order of its stages; retired ones last."""
    return tuple(journey for cycle in journeys_by_lifecycle(atlas) for journey in cycle.journeys)


def lifecycle_numbers(atlas: Atlas) -> dict[str, int]:
    """Journey id to its index in the lifecycle order."""
    return {journey.id: number for number, journey in enumerate(lifecycle_order(atlas))}


def _in_order(atlas: Atlas, stages: Sequence[Stage], journeys: Sequence[Journey]) -> tuple[Journey, ...]:
    """By first stage, drafts last, then by file; a future journey after its baseline, retired ones at the end."""
    here = {journey.id: journey for journey in journeys}
    position = {stage.id: index for index, stage in enumerate(stages)}
    file_order = {id: index for index, id in enumerate(atlas.journeys)}

    def order(journey: Journey) -> tuple[int, bool, int, bool, int]:
        anchor = here.get(journey.baseline or "", journey)
        first = min(position[stage.stage] for stage in anchor.stages)
        return first, anchor.status == "draft", file_order[anchor.id], anchor is not journey, file_order[journey.id]

    retired = [one for one in journeys if one.status == "retired"]
    return (*sorted((one for one in journeys if one.status != "retired"), key=order), *retired)
