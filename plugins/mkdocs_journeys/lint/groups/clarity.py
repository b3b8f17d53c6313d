"""Clarity: maps that a reader understands at first sight."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.insight.lifecycles import lifecycle_of
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.insight.ways import main_steps
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation

MAX_STEPS = 12
_TOLD_OF = {
    "emotion": "feels something",
    "feelings": "feels something",
    "thinks": "thinks something",
    "says": "says something",
    "expects": "expects something",
}
"""Fields that may tell actors apart, and what they say of somebody."""


def stages_out_of_order(atlas: Atlas, today: date) -> Iterator[Violation]:
    """The stages of a journey do not follow the order of the catalog.

    Why: all maps of a lifecycle go left to right. A map that jumps back cannot be laid beside the others.

    To mend: put the stages in the catalog's order, and draw ways back with `leads_to`. The lifecycle is a
    circle: a journey may begin late and go on, once, with an early stage, as from renewal to decision. A stage that
    comes twice, the second time with an `id` of its own, counts where it comes first. With several `lifecycles` in
    the catalog, a journey is held to the order of its own.

    Bad:

        stages:
          - stage: onboarding
          - stage: awareness
          - stage: adoption

    Good:

        stages:
          - stage: awareness
          - stage: onboarding
          - stage: adoption
    """
    of_catalog = {id: number for number, id in enumerate(atlas.stages)}
    for at, journey in walk.journeys(atlas):
        lifecycle = lifecycle_of(atlas, journey)
        if atlas.catalog.lifecycles and lifecycle is None:
            continue
        order = {id: number for number, id in enumerate(dict.fromkeys(lifecycle.stages))} if lifecycle else of_catalog
        visited = list(dict.fromkeys([stage.stage for stage in journey.stages]))
        numbers = [order[id] for id in visited]
        back = [index for index, (one, other) in enumerate(pairwise(numbers), 1) if other < one]
        if len(back) > 1 or (back and numbers[-1] > numbers[0]):
            late, early = visited[back[0] - 1 : back[0] + 1]
            index = next(number for number, stage in enumerate(journey.stages) if stage.stage == early)
            where = f"the lifecycle '{lifecycle.id}'" if lifecycle else "the catalog"
            hint = "Put the stages in that order; draw ways back with `leads_to`."
            yield Violation(at.file, ("stages", index, "stage"), f"'{early}' comes before '{late}' in {where}.", hint)


def too_many_steps(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A stage has more than 12 steps on its main way.

    Why: nobody sees the shape of twenty columns. It is several journeys in one.

    To mend: give the stage a journey of its own with `part_of`, and keep its main steps here. Optional steps and
    those on the other one of two paths do not count: nobody goes through all of them.

    Bad:

        stages:
          - stage: onboarding
            steps: []    # with thirteen steps in it

    Good:

        title: The first week
        part_of: small-firm-end-to-end
    """
    for at, journey in walk.journeys(atlas):
        for number, stage in enumerate(journey.stages):
            steps = len(main_steps(journey, stage)) if len(stage.steps) > MAX_STEPS else 0
            if steps > MAX_STEPS:
                message = f"This stage has {steps} steps; up to {MAX_STEPS} can be taken in."
                hint = "Move the details to a journey of their own with `part_of`, and lead to it."
                yield Violation(at.file, ("stages", number, "stage"), message, hint)


def channel_contradicts(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step meets something physical through a digital channel.

    Why: a letter is not an e-mail. Either the step happens somewhere else, or the catalog is wrong.

    To mend: remove `channel`, which the touchpoint gives, or name the touchpoint where it really happens. The other
    way round is fine, and so are people: an app is used in the shop, and an adviser can be met on a screen.

    Bad:

        - name: Reads how much it will be
          touchpoint: yearly-bill    # a letter
          channel: email

    Good:

        - name: Reads how much it will be
          touchpoint: bill-by-mail
    """
    hint = "Remove `channel`, or name the touchpoint where this really happens."
    for place in walk.steps_having(atlas, "channel"):
        step = place.step
        usual = [atlas.channels[atlas.touchpoints[id].channel] for id in step.touchpoint]
        if not usual or any(channel.kind != "physical" for channel in usual):
            continue
        for number, channel in enumerate(map(atlas.channels.__getitem__, step.channel)):
            if channel.kind == "digital":
                message = f"'{channel.id}' is digital, but '{step.touchpoint[0]}' is physical ({usual[0].id})."
                at = walk.step_location(place)
                yield Violation(at.file, (*at.path, "channel", number), message, hint)


def emotion_of_stranger(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step says what somebody feels, thinks, says or expects who takes no part in the step or the journey.

    Why: the map draws a line for somebody whom nothing else on it mentions, and a slip in a name looks just like that.

    To mend: name the persona under `personas` of the journey or `actors` of the step, or correct the name. Whoever
    acts in another step takes part; so does whoever is told of more than once, by steps that name no actors.

    Bad:

        - name: Signs the contract
          actors: [maya]
          emotion: {maya: 1, tom: -1}    # and tom is none of the journey's personas

    Good:

        - name: Signs the contract
          actors: [maya, tom]
          emotion: {maya: 1, tom: -1}
    """
    for told in _told_of_others(atlas).values():
        journey = told[0][0].journey
        acting = {actor for step in journey.steps for actor in step.actors}
        times = Counter(persona for _, _, persona in told)
        strangers = {
            (place.number, persona): (place, field, persona)
            for place, field, persona in reversed(told)
            if persona not in acting and (place.step.actors or times[persona] == 1)
        }
        for place, field, persona in strangers.values():
            message = f"'{persona}' {_TOLD_OF[field]} here, but takes no part in this step or journey."
            actors = ", ".join([*(place.step.actors or journey.personas[:1]), persona])
            hint = f"Correct the name, or add them to the step: `actors: [{actors}]`."
            at = walk.step_location(place)
            yield Violation(at.file, (*at.path, field, persona), message, hint, key=True)


def step_name_repeated(atlas: Atlas, today: date) -> Iterator[Violation]:
    """Two steps of a journey have the same name, and the second has no id.

    Why: steps without an id are told apart by their names when two versions are compared, and by readers always.

    To mend: say what is different this time, or give the step an `id`. Steps of two different paths may have the same
    name: on each of them it comes once.

    Bad:

        - name: Waits
        - name: Asks again
        - name: Waits

    Good:

        - name: Waits two days
        - name: Asks again
        - name: Waits a week
    """
    hint = "Say what is different this time, or give it an `id`."
    for _, journey, names, _ in walk.step_columns(atlas):
        folded = [name.casefold() for name in names]
        if len(set(folded)) == len(folded):
            continue
        seen: defaultdict[str, set[str | None]] = defaultdict(set)
        times = Counter(folded)
        for place, name in zip(atlas.places[journey.id], folded, strict=True):
            if times[name] == 1:
                continue
            path, paths = place.step.path, seen[name]
            is_repeated = bool(paths) and (path is None or None in paths or path in paths)
            if is_repeated and place.step.id is None:
                message = "An earlier step of this journey has the same name."
                yield walk.step_location(place).violation("name", message, hint)
            paths.add(path)


def _told_of_others(atlas: Atlas) -> dict[str, list[tuple[StepLocation, str, str]]]:
    """Journey id to what its fields tell of single personas who are none of its own: the step, the field, the id."""
    told = [
        (place, field, persona)
        for place, field in atlas.told_apart
        for persona in (getattr(place.step, field) if place.journey.status != "retired" else ())
        if persona not in place.journey.personas
    ]
    return grouped(told, lambda one: one[0].journey.id)
