"""Where on the site of today something stands that changed at some time."""

from collections.abc import Mapping

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.history.mainline.told import RecordedChange
from mkdocs_journeys.site.addresses import Address, Addresses, page_uri, stage_anchor, step_anchor

CATALOG = "catalog.md"


def address_of_change(atlas: Atlas, change: RecordedChange) -> Address | None:
    """The address of what changed, or of what it is part of; None where both are gone, or have no page."""
    kind, id = _linked(*change.root)
    addresses = atlas.cached(Addresses)
    if change.entity == "pain" and (pain := addresses["pain", change.id]):
        return pain
    if change.entity == "finding" and (finding := addresses["evidence", change.id]):
        return finding
    if kind == "journey" and id in atlas.journeys:
        return page_uri(kind, id), _anchors(atlas).get((change.entity, change.id), "")
    if kind == "lane":
        return CATALOG, ""
    return addresses[kind, id]


def _linked(kind: str, id: str) -> tuple[str, str]:
    """The kind and the id of an entity as links name it."""
    if kind == "figure":
        return "metric", id.partition("/")[0]
    return "stage" if kind == "catalog-stage" else kind, id


@once_per_atlas
def _anchors(atlas: Atlas) -> Mapping[tuple[str, str], str]:
    """The anchors of steps and stages by their entity, as comparisons name it."""
    found: dict[tuple[str, str], str] = {}
    for journey in atlas.journeys.values():
        number, seen = 0, dict[str, int]()
        for at, stage in enumerate(journey.stages, 1):
            found["stage", f"{journey.id}/{stage.key}"] = stage_anchor(at)
            for step in stage.steps:
                number += 1
                name = step.id or step.name
                seen[name] = seen.get(name, 0) + 1
                suffix = f" ({seen[name]})" if seen[name] > 1 else ""
                found["step", f"{journey.id}/{name}{suffix}"] = step_anchor(number)
    return found
