"""Move a step to another place in its journey or in another one, with its text and its comments."""

from typing import NamedTuple

from mkdocs_journeys.load import ParsedFile
from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import AtlasFiles, read_files
from mkdocs_journeys.refactor.mentions import mentions_of
from mkdocs_journeys.refactor.outcome import Refactoring, Refusal
from mkdocs_journeys.refactor.redirect import redirect_steps
from mkdocs_journeys.refactor.steps import PlacedStep, find_stage, find_step, placed_steps, stages_of, values_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.wording import listed
from mkdocs_journeys.yamlfile.editing.blocks import insertion, lines_of, piece_at, removal

_BARE_STAGE = frozenset(("stage", "id", "steps"))
"""Fields of a stage that say nothing without its steps."""


class StepPosition(NamedTuple):
    """Where a step goes: it becomes item `at` of the steps of a stage, both counted from 0."""

    parsed: ParsedFile
    stage: int
    at: int


def move_step(tree: Tree, step: str, *, before: str = "", after: str = "", to_stage: str = "") -> Refactoring | Refusal:
    """The edits that move a step, named JOURNEY/STEP, before or after another one, or to the end of a stage.

    Just one of the three places is given; without JOURNEY/ it is in the step's own journey. What leads to the step
    goes on doing so, or the move is refused.
    """
    files = read_files(tree)
    if isinstance(files, Refusal):
        return files
    one = find_step(files, step)
    if isinstance(one, Refusal):
        return one
    place = _place(files, one, before, after, to_stage)
    if isinstance(place, Refusal):
        return place
    draft = Draft(files)
    if refusal := _standing(one, place) or _emptied(draft, one) or _parted(files, one, place):
        return refusal
    _move(draft, one, place)
    return draft.finished()


def _place(files: AtlasFiles, one: PlacedStep, before: str, after: str, to_stage: str) -> StepPosition | Refusal:
    if to_stage:
        stage = find_stage(files, to_stage, one.parsed)
        if isinstance(stage, Refusal):
            return stage
        return StepPosition(stage.parsed, stage.at, stage.size)
    other = find_step(files, before or after, one.parsed)
    return other if isinstance(other, Refusal) else StepPosition(other.parsed, other.stage, other.at + bool(after))


def _standing(one: PlacedStep, place: StepPosition) -> Refusal | None:
    is_there = one.parsed is place.parsed and one.stage == place.stage and place.at in (one.at, one.at + 1)
    return Refusal(f"{one.name} stands there already.") if is_there else None


def _emptied(draft: Draft, one: PlacedStep) -> Refusal | None:
    """Why the step cannot leave its stage, if it is the only one in it: what the stage says would be lost."""
    stage = stages_of(one.parsed)[one.stage]
    if len(stage["steps"]) > 1:
        return None
    if len(stages_of(one.parsed)) == 1:
        return Refusal(f"{one.name} is the only step of {one.parsed.role.id}.", "A journey needs one.")
    layout = draft.layout(one.file)
    around, inside = piece_at(layout, one.path[:2]), piece_at(layout, one.path)
    says = [field for field in stage if field not in _BARE_STAGE]
    if around and inside:
        text = layout.source.text
        rest = text[around.start : inside.start] + text[inside.end : around.end]
        says += ["a comment"] if "#" in rest and not says else []
    if not says:
        return None
    message = f"{one.name} is the only step of the stage '{stage['stage']}', which says more: {listed(says, 'and')}."
    return Refusal(message, "A stage needs a step: move another one there first, or take the rest out.")


def _parted(files: AtlasFiles, one: PlacedStep, place: StepPosition) -> Refusal | None:
    """Why the step cannot go to another journey: a step is known in its own one only."""
    if one.parsed is place.parsed:
        return None
    here, there = one.parsed.role.id, place.parsed.role.id
    if one.id and one.id in (step.id for step in placed_steps(place.parsed)):
        hint = f"Rename one first: journeys rename step {here}/{one.id} NEW"
        return Refusal(f"{there} has a step '{one.id}' already.", hint)
    paths = place.parsed.defined.get("path", ())
    for mention in mentions_of(one.parsed):
        if mention.kind not in ("step", "path") or mention.defines:
            continue
        is_inside = mention.path[: len(one.path)] == one.path
        where = one.parsed.position(*mention.path)
        if is_inside and mention.kind == "path" and mention.own not in paths:
            message = f"{where}: {there} has no path '{mention.own}'."
            return Refusal(message, "Add it to the `paths` of that journey, or take it out of the step.")
        if is_inside and mention.kind == "step" and mention.own != one.id:
            message = f"{where}: {one.name} leads to '{mention.own}', which stays in {here}."
            return Refusal(message, f"Take that out first, or write `journey:{here}`.")
        if not is_inside and mention.kind == "step" and mention.own == one.id:
            message = f"{where}: a step that stays in {here} leads to {one.name}."
            return Refusal(message, f"Take that out first, or write `journey:{there}`.")
    return None


def _move(draft: Draft, one: PlacedStep, place: StepPosition) -> None:
    here, there, target = one.file, place.parsed.role.path, ("stages", place.stage, "steps")
    lines = lines_of(draft.layout(here), one.path)
    draft.edit(there, target, insertion(draft.layout(there), target, place.at, lines) if lines else None)
    is_last = len(stages_of(one.parsed)[one.stage]["steps"]) == 1
    gone = one.path[:2] if is_last else one.path
    draft.edit(here, gone, removal(draft.layout(here), gone))
    if draft.failed:
        return
    steps, others = draft.value_at(here, one.path[:-1]), draft.value_at(there, target)
    others.insert(place.at, steps[one.at])
    del steps[one.at + (others is steps and place.at <= one.at)]
    if is_last:
        del draft.value_at(here, ("stages",))[one.stage]
    if one.id and one.parsed is not place.parsed:
        redirect_steps(draft, [one.id], one.parsed.role.id, place.parsed.role.id)
    _note_persona(draft, one, place)


def _note_persona(draft: Draft, one: PlacedStep, place: StepPosition) -> None:
    """Say so where a step without actors comes to mean another persona."""
    was, now = (_main_persona(parsed) for parsed in (one.parsed, place.parsed))
    if was != now and "actors" not in one.values and not isinstance(one.values.get("emotion"), dict):
        note = f"{one.name} was told of {was}, and is now told of {now}: if it is not, add `actors: [{was}]` to it."
        draft.notes.append(note)


def _main_persona(parsed: ParsedFile) -> str:
    personas = values_of(parsed).get("personas")
    return str(personas[0] if isinstance(personas, list) and personas else personas)
