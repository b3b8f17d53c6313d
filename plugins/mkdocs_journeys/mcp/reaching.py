"""What a change of a thing would reach: where it is named, and who and what stands there."""

from collections.abc import Sequence

from mkdocs_journeys.atlas import StepLocation, actors_of
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.insight.tracing.reach import places_reached, reach_of
from mkdocs_journeys.mcp.answers import FoundThing, ReachAnswer, first_ids, left_out
from mkdocs_journeys.mcp.workspace import AtlasState, kind_of, place
from mkdocs_journeys.model import Pain
from mkdocs_journeys.refactor.mentions import mentions_of

MOST_PLACES = 20


def reach(state: AtlasState, kind: str, id: str) -> ReachAnswer:
    """Where a thing is named, and the journeys, people, teams, pains, opportunities and metrics that stand there."""
    atlas, thing = state.sound, state.thing(kind, id)
    named = list(_named(state, kind, id))
    found = reach_of(atlas, _places(state, kind, id))
    further = [one.id for one in atlas.journeys_of_persona.get(id, ())] if kind == "persona" else []
    # A change of a pain reaches what answers it, not all that stands beside it.
    answers = [one.id for one in atlas.opportunities_of_pain.get(id, ())] if kind == "pain" else []
    direct = (one for place in found.places for one in place.step.opportunities)
    return ReachAnswer(
        kind=kind,
        id=id,
        name=thing.name,
        where=state.where(thing),
        named=tuple(named[:MOST_PLACES]),
        more=left_out(len(named), MOST_PLACES),
        journeys=first_ids((*found.journeys, *further)),
        personas=first_ids(found.personas),
        teams=first_ids(found.teams),
        pains=first_ids(() if kind == "pain" else found.pains),
        opportunities=first_ids((*direct, *answers) if kind == "pain" else found.opportunities),
        metrics=first_ids(found.metrics),
        studies=first_ids(found.studies),
        tell=first_ids(found.owners),
    )


def _places(state: AtlasState, kind: str, id: str) -> Sequence[StepLocation]:
    """The steps that a thing is part of, or that are part of it."""
    atlas = state.sound
    everywhere = atlas.step_fields[0]
    match kind:
        case "journey":
            return atlas.places[id]
        case "step":
            step = state.thing(kind, id).model
            return [at for at in everywhere if at.step is step]
        case "pain":
            return atlas.pains[id].places
        case "opportunity":
            answered = set(atlas.opportunities[id].pains)
            return [at for at in everywhere if id in at.step.opportunities or answered & set(_pains_at(at))]
        case "persona":
            return [at for at in everywhere if id in actors_of(at.journey, at.step)]
        case "metric":
            return [at for at in everywhere if id in at.step.metrics]
        case "evidence" | "finding":
            return [at for at in everywhere if any(one == id or one.startswith(f"{id}/") for one in _evidence_at(at))]
        case "touchpoint" | "channel" | "team" | "stage" | "segment":
            return places_reached(atlas, kind, id)
    return []


def _pains_at(at: StepLocation) -> list[str]:
    return [pain.id if isinstance(pain, Pain) else pain for pain in at.step.pains]


def _evidence_at(at: StepLocation) -> list[str]:
    return [*at.step.evidence, *(one for pain in at.step.pains if isinstance(pain, Pain) for one in pain.evidence)]


def _named(state: AtlasState, kind: str, id: str) -> list[FoundThing]:
    """The fields of all files that name a thing, with the thing that each field belongs to."""
    found = []
    owners: dict[str, list[Entity]] = {}
    for of_kind in state.things.values():
        for one in of_kind.values():
            owners.setdefault(one.file, []).append(one)
    for parsed in state.parsed:
        for mention in mentions_of(parsed):
            if (mention.kind, mention.id) == (kind, id) and not mention.defines:
                around = [one for one in owners.get(parsed.role.path, ()) if mention.path[: len(one.path)] == one.path]
                owner = max(around, key=lambda one: len(one.path), default=None)
                where = place(parsed.position(*mention.path))
                field = str(mention.path[len(owner.path) if owner else 0])
                shown = kind_of(owner) if owner else "file"
                name = owner.name if owner else parsed.role.path
                own = owner.id if owner else parsed.role.id
                found.append(FoundThing(kind=shown, id=own, name=name, where=where, text=f"names it in {field}"))
    return found
