"""References and structure: things that nothing uses, ways that lead nowhere."""

from collections.abc import Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.insight.duplicates import LikelyDuplicate, likely_duplicates
from mkdocs_journeys.insight.lifecycles import OTHERS, lifecycle_of
from mkdocs_journeys.insight.scoring import ENDED
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.vocabulary import CATALOG_LISTS
from mkdocs_journeys.wording import listed

_WORDS = {"touchpoint": "the same touchpoint", "step": "steps of like names", "persona": "a persona in common"}


def catalog_entry_unused(atlas: Atlas, today: date) -> Iterator[Violation]:
    """Nothing uses this entry of the catalog.

    Why: a catalog that holds more than the journeys need is harder to choose from, and the next author takes
    the wrong touchpoint of two.

    To mend: use it, or remove it. A retired touchpoint may stay, as history. A stage that only `lifecycles` list, or a
    lane that only `map` lists, is not used.

    Bad:

        teams:
          - {id: growth, name: Growth}
          - {id: print, name: Print}    # no touchpoint, journey or pain names it

    Good:

        teams:
          - {id: growth, name: Growth}
    """
    in_fields = {("metric" if kind == "volume" else kind, target) for kind, target in atlas.named}
    in_figures = {("segment", one.segment) for rows in atlas.observations.values() for one in rows if one.segment}
    visited = {("stage", stage.stage) for journey in atlas.journeys.values() for stage in journey.stages}
    only_listed = {("stage", id) for lifecycle in atlas.catalog.lifecycles for id in lifecycle.stages} - visited
    used = (in_fields - only_listed) | in_figures | atlas.links
    for key, kind in CATALOG_LISTS.items():
        for at, item in walk.catalog_items(atlas, key):
            if (kind, item.id) not in used and getattr(item, "status", "") != "retired":
                yield at.missing(f"No file uses the {kind} '{item.id}'.", "Use it, or remove it from the catalog.")


def persona_without_journey(atlas: Atlas, today: date) -> Iterator[Violation]:
    """No journey is this persona's, and they act in no step.

    Why: somebody took the trouble to describe a customer, and no map shows what they go through.

    To mend: write their journey, name them under `actors` where they act, or remove the file.

    Bad:

        name: Inês, a guest    # and no journey names her

    Good:

        title: Answer one question as a guest
        personas: ines-invited-guest
    """
    for persona in atlas.personas.values():
        if persona.id not in atlas.journeys_of_persona:
            hint = "Write their journey, name them in `actors` where they act, or remove the file."
            yield Violation(persona.path, ("name",), f"No journey shows what {persona.name} goes through.", hint)


def evidence_unused(atlas: Atlas, today: date) -> Iterator[Violation]:
    """No claim rests on this study.

    Why: research that nothing refers to changes no decision, and those who read the maps never learn of it.

    To mend: name it under `evidence` at the steps, pains and personas that it is about.

    Bad:

        title: Twelve interviews about price    # evidence/interviews.yml, and no file names it

    Good:

        steps:
          - name: Compares the plans
            evidence: [interviews/fees-surprise]
    """
    used = walk.named_studies(atlas)
    for study in atlas.evidence.values():
        if study.id not in used:
            hint = "Name it under `evidence` of the steps, pains or personas that it is about."
            yield Violation(study.path, ("title",), "No claim rests on this study.", hint)


def opportunity_orphaned(atlas: Atlas, today: date) -> Iterator[Violation]:
    """An opportunity answers no pain and belongs to no journey.

    Why: nobody can tell which customer it helps, so it wins or loses by the loudest voice.

    To mend: name the pains that it answers, or the journeys that it is about.

    Bad:

        title: How might we show one price?
        status: framed

    Good:

        title: How might we show one price?
        status: framed
        pains: [hidden-fees]
    """
    named = {id for place in atlas.steps_having("opportunities") for id in place.step.opportunities}
    for at, item in walk.opportunities(atlas):
        if not (item.pains or item.journeys or item.id in named or item.status in ENDED):
            hint = "Name what it answers under `pains`, or its `journeys`."
            yield at.missing("This opportunity answers no pain and belongs to no journey.", hint)


def future_without_baseline(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A future journey does not say which journey of today it would replace.

    Why: without the journey of today beside it nobody can see what would change for the customer.

    To mend: name the current journey under `baseline`.

    Bad:

        state: future

    Good:

        state: future
        baseline: first-week
    """
    for at, journey in walk.journeys(atlas):
        if journey.state == "future" and journey.baseline is None:
            hint = "Name the current journey that this one would replace: `baseline: ID`."
            yield at.violation("state", "This future journey has no baseline.", hint)


def leads_nowhere(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step leads to itself, to its own journey, or to a journey that is retired.

    Why: a reader who follows the way gets nowhere, and from there nothing can be reached.

    To mend: name the step or the journey that really follows, or remove the line. A loop that is meant, such as a visit
    that comes again, says how often under `repeats`, and is let pass.

    Bad:

        - name: Pays
          id: pay
          leads_to: [pay]

    Good:

        - name: Pays
          id: pay
          leads_to: [journey:first-week]
    """
    hint = "Name the step or journey that really follows. A loop that is meant says how often, under `repeats`."
    for place in walk.steps_having(atlas, "leads_to"):
        for number, target in enumerate(place.step.leads_to):
            dead_end = _dead_end(atlas, place, target)
            if dead_end:
                at = walk.step_location(place)
                yield Violation(at.file, (*at.path, "leads_to", number), f"This leads {dead_end}.", hint)


def touchpoint_not_live(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A live journey of today goes through a touchpoint that is retired, or only planned.

    Why: the map says that customers meet something that is not there. Either the map or the catalog is wrong.

    To mend: correct the step's touchpoint, or the touchpoint's `status`.

    Bad:

        touchpoints:
          - {id: handbook, name: Handbook, channel: email, status: retired}    # and a live journey uses it

    Good:

        touchpoints:
          - {id: help-centre, name: Help centre, channel: web, status: live}
    """
    hint = "Correct the touchpoint here, or its status in the catalog."
    for touchpoint in atlas.catalog.touchpoints:
        if touchpoint.status == "live":
            continue
        for place in atlas.places_of_touchpoint.get(touchpoint.id, ()):
            if place.journey.status == "live" and place.journey.state == "current":
                message = f"The touchpoint '{touchpoint.id}' is {touchpoint.status}, but this journey is live."
                at, number = walk.step_location(place), place.step.touchpoint.index(touchpoint.id)
                yield Violation(at.file, (*at.path, "touchpoint", number), message, hint)


def pain_likely_duplicate(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A pain reads like another one.

    Why: two teams that describe one pain get half the score each, and mend it twice.

    To mend: `journeys merge pain OLD INTO` makes both one, which all steps and opportunities then name. Where they are
    two, say so: `# journeys: ignore pain-likely-duplicate` with the reason, above the title.

    Bad:

        pains:
          - id: price-at-the-end
            title: Only the checkout shows the full price    # hidden-fees says the same

    Good:

        pains:
          - hidden-fees
    """
    for pair in likely_duplicates(atlas):
        old, into = pair.old.pain, pair.into.pain
        message = f"'{old.id}' reads like '{into.id}' in {pair.into.home.journey.id}: {_in_common(pair)}."
        hint = f"If they are one pain: journeys merge pain {old.id} {into.id}"
        yield walk.pain_location(pair.old.home, old).violation("title", message, hint)


def _dead_end(atlas: Atlas, place: StepLocation, target: str) -> str | None:
    """Why a target of `leads_to` leads nowhere, as the end of a sentence; None if it is fine."""
    repeats = place.step.repeats is not None
    if target == place.step.id:
        return None if repeats else "from the step to itself"
    if not target.startswith("journey:"):
        return None
    other = atlas.journeys[target.removeprefix("journey:")]
    if other.id == place.journey.id:
        return None if repeats else "from the journey to itself"
    return f"to '{other.id}', which is retired" if other.status == "retired" else None


def journey_in_no_lifecycle(atlas: Atlas, today: date) -> Iterator[Violation]:
    """The catalog names lifecycles, and none of them has all stages of this journey.

    Why: heat maps, indexes and orders go by lifecycle. Such a journey stands apart from all of them, under "Other
    journeys".

    To mend: add the stage to a lifecycle, or name a lifecycle that has all of them. A journey that passes through two
    lifecycles on purpose may stay as it is.

    Bad:

        lifecycles:
          - {id: buyers, name: Buyers, stages: [decision, support]}    # and a journey of theirs ends with renewal

    Good:

        lifecycles:
          - {id: buyers, name: Buyers, stages: [decision, support, renewal]}
    """
    lifecycles = atlas.catalog.lifecycles
    for at, journey in walk.journeys(atlas) if lifecycles else ():
        if lifecycle_of(atlas, journey) is None:
            stages = [stage.stage for stage in journey.stages]
            nearest = max(lifecycles, key=lambda one: len(set(stages) & set(one.stages)))
            index = next(number for number, id in enumerate(stages) if id not in nearest.stages)
            message = f"No lifecycle has all stages of this journey: '{nearest.id}' is without '{stages[index]}'."
            hint = f"Add the stage to a lifecycle, or name another one. Until then it stands under {OTHERS}."
            yield Violation(at.file, ("stages", index, "stage"), message, hint)


def _in_common(pair: LikelyDuplicate) -> str:
    where = "of what is said" if pair.in_detail else "of their titles"
    words = f"{pair.common} of {pair.of} words {where}"
    return listed([words, *(_WORDS[one] for one in pair.shared)], "and")
