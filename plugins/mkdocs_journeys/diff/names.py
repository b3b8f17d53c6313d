"""What people call the things that a field refers to by their ids."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.labels import LONGEST_VALUE

PLURALS = {
    "personas": "persona",
    "actors": "persona",
    "channels": "channel",
    "segments": "segment",
    "metrics": "metric",
    "pains": "pain",
    "opportunities": "opportunity",
    "journeys": "journey",
    "part_of": "journey",
    "baseline": "journey",
    "volume": "metric",
}
"""Fields whose name is not the kind of what they refer to."""


def name_of_reference(field: str | None, id: str, *atlases: Atlas) -> str:
    """The name behind an id that stands in a field, in the first atlas that knows it; else the id itself."""
    head = (field or "").split(".")[0]
    kind, target = ("journey", id.removeprefix("journey:")) if id.startswith("journey:") else (head, id)
    return next((name for atlas in atlases if (name := _name(PLURALS.get(kind, kind), target, atlas))), id)


def _name(kind: str, id: str, atlas: Atlas) -> str | None:
    named = {
        "persona": atlas.personas,
        "touchpoint": atlas.touchpoints,
        "channel": atlas.channels,
        "segment": atlas.segments,
        "metric": atlas.metrics,
        "stage": atlas.stages,
    }
    titled = {"journey": atlas.journeys, "opportunity": atlas.opportunities}
    if kind in named:
        return getattr(named[kind].get(id), "name", None)
    if kind in titled:
        return getattr(titled[kind].get(id), "title", None)
    if kind == "pain":
        return atlas.hurts[id].pain.title if id in atlas.hurts else None
    return _finding(id, atlas) if kind == "evidence" else None


def _finding(id: str, atlas: Atlas) -> str | None:
    """What a finding says, if it says it shortly, else the study that it comes from."""
    study = atlas.evidence.get(id.partition("/")[0])
    if study is None:
        return None
    text = next((one.text for one in study.findings if f"{study.id}/{one.id}" == id), "")
    return text if 0 < len(text) <= LONGEST_VALUE * 2 else study.title
