"""Clarity: maps that a reader understands at first sight, from the customer's side."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation

MAX_NAME_LENGTH = 60
MAX_STEPS = 12
_PEOPLE = "users?|customers?|clients?|consumers?|visitors?|shoppers?|buyers?|prospects?|leads?|subscribers?"
_COMPANY_STARTS = re.compile(rf"^(?:(?:the |a |our |new )?(?:{_PEOPLE})\b(?!')|(?:we|our|us)\b)", re.I | re.M)
_COMPANY_WORDS = re.compile(
    r"\b(engagement|upsells?|upselling|cross-sell(?:s|ing)?|conversions?|funnel|lead nurturing|seamless(?:ly)?)\b",
    re.IGNORECASE,
)
_COMPANY_STEMS = ("engagement", "upsell", "cross-sell", "convers", "funnel", "nurtur", "seamless")
"""Every match of `_COMPANY_WORDS` contains one. None has an i, of which some forms do not fold to the same letter."""


def company_voice(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step or a title is written from the company's side.

    Why: "User completes onboarding" is what we want. "Gets the team to log in" is what somebody does. The first
    kind of map agrees with its authors, the second kind teaches them something.

    To mend: begin with the verb, as the customer would say it. The rule knows English words only: those that
    begin with user, customer, we or our, and words such as engagement, upsell or funnel.

    Bad:

        - name: User converts to a paid plan

    Good:

        - name: Pays with the company card
    """
    hint = "Begin with what the customer does, as they would say it."
    for at, journey, names, _ in walk.step_columns(atlas):
        if not _may_match([journey.title, *names]):
            continue
        words = _company_words(journey.title)
        if words:
            yield at.violation("title", f'The title speaks from the company\'s side: "{words}".', hint)
        for place, name in zip(atlas.places[journey.id], names, strict=True):
            words = _company_words(name)
            if words:
                message = f'This step speaks from the company\'s side: "{words}".'
                yield walk.step_location(place).violation("name", message, hint)


def name_too_long(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step's name is longer than 60 characters.

    Why: it is the label of a column. A long one makes every column of its row tall, and nobody reads it.

    To mend: keep the action, and move the rest to `thinks`, `expects` or `frontstage`.

    Bad:

        - name: Compares the three plans side by side and looks for the one that has single sign-on

    Good:

        - name: Compares the plans
          thinks: Which one has single sign-on?
    """
    hint = "Keep the action; move the rest to `thinks` or `expects`."
    for _, journey, names, _ in walk.step_columns(atlas):
        for number, length in enumerate(map(len, names)):
            if length > MAX_NAME_LENGTH:
                message = f"This name has {length} characters; a column has room for {MAX_NAME_LENGTH}."
                yield walk.step_location(atlas.places[journey.id][number]).violation("name", message, hint)


def stages_out_of_order(atlas: Atlas, today: date) -> Iterator[Violation]:
    """The stages of a journey do not follow the order of the catalog.

    Why: all maps share one lifecycle, left to right. A map that jumps back cannot be laid beside the others.

    To mend: put the stages in the catalog's order, and draw ways back with `leads_to`. The lifecycle is a
    circle: a journey may begin late and go on, once, with an early stage, as from renewal to decision.

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
    order = {id: number for number, id in enumerate(atlas.stages)}
    for at, journey in walk.journeys(atlas):
        numbers = [order[stage.stage] for stage in journey.stages]
        back = [index for index, (one, other) in enumerate(pairwise(numbers), 1) if other < one]
        if len(back) > 1 or (back and numbers[-1] > numbers[0]):
            index = back[0]
            early, late = journey.stages[index].stage, journey.stages[index - 1].stage
            message = f"'{early}' comes before '{late}' in the catalog."
            hint = "Put the stages in the catalog's order; draw ways back with `leads_to`."
            yield Violation(at.file, ("stages", index, "stage"), message, hint)


def too_many_steps(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A stage has more than 12 steps.

    Why: nobody sees the shape of twenty columns. It is several journeys in one.

    To mend: give the stage a journey of its own with `part_of`, and keep its main steps here.

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
            if len(stage.steps) > MAX_STEPS:
                message = f"This stage has {len(stage.steps)} steps; up to {MAX_STEPS} can be taken in."
                hint = "Move the details to a journey of their own with `part_of`, and lead to it."
                yield Violation(at.file, ("stages", number, "stage"), message, hint)


def channel_contradicts(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step's channel is of another kind than its touchpoint's.

    Why: a meeting is not an e-mail. Either the step happens somewhere else, or the catalog is wrong.

    To mend: remove `channel`, which the touchpoint gives, or name the touchpoint where it really happens. Another
    channel of the same kind is fine: the web page on the phone.

    Bad:

        - name: Watches the recording
          touchpoint: training-session    # a meeting
          channel: email

    Good:

        - name: Watches the recording
          touchpoint: help-centre
    """
    hint = "Remove `channel`, or name the touchpoint where this really happens."
    for place in walk.steps_having(atlas, "channel"):
        step = place.step
        usual = [atlas.channels[atlas.touchpoints[id].channel] for id in step.touchpoint]
        for channel in map(atlas.channels.__getitem__, step.channel if usual else ()):
            if channel.kind not in [one.kind for one in usual]:
                where = f"'{step.touchpoint[0]}' is {usual[0].kind} ({usual[0].id})"
                yield walk.step_location(place).violation(
                    "channel", f"'{channel.id}' is {channel.kind}, but {where}.", hint
                )


def emotion_of_stranger(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A step says how somebody feels who takes no part: neither an actor of the step nor a persona of the journey.

    Why: the map draws a line for somebody whom nothing else on it mentions, and a slip in a name looks just like that.

    To mend: name the persona under `personas` of the journey or `actors` of the step, or correct the name.

    Bad:

        - name: Signs the contract
          actors: [maya]
          emotion: {maya: 1, tom: -1}    # and tom is none of the journey's personas

    Good:

        - name: Signs the contract
          actors: [maya, tom]
          emotion: {maya: 1, tom: -1}
    """
    for _, journey, _, emotions in walk.step_columns(atlas):
        several = [(number, emotion) for number, emotion in enumerate(emotions) if isinstance(emotion, dict)]
        for number, emotion in several:
            place = atlas.places[journey.id][number]
            acting, leading = place.step.actors, journey.personas
            for persona in emotion:
                if persona not in acting and persona not in leading:
                    message = f"'{persona}' feels something here, but takes no part in this step or journey."
                    actors = ", ".join([*(acting or leading[:1]), persona])
                    hint = f"Correct the name, or add them to the step: `actors: [{actors}]`."
                    at = walk.step_location(place)
                    yield Violation(at.file, (*at.path, "emotion", persona), message, hint, key=True)


def step_name_repeated(atlas: Atlas, today: date) -> Iterator[Violation]:
    """Two steps of a journey have the same name, and the second has no id.

    Why: steps without an id are told apart by their names when two versions are compared, and by readers always.

    To mend: say what is different this time, or give the step an `id`.

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
        seen = set[str]()
        for place, name in zip(atlas.places[journey.id], folded, strict=True):
            if name in seen and place.step.id is None:
                message = "An earlier step of this journey has the same name."
                yield walk.step_location(place).violation("name", message, hint)
            seen.add(name)


def _may_match(texts: Sequence[str]) -> bool:
    """Prefilter for speed: False only if `_company_words` finds nothing in any of the texts."""
    joined = "\n".join(texts)
    folded = joined.casefold()
    return bool(_COMPANY_STARTS.search(joined)) or any(stem in folded for stem in _COMPANY_STEMS)


def _company_words(text: str) -> str | None:
    found = _COMPANY_STARTS.match(text) or _COMPANY_WORDS.search(text)
    return found.group().strip() if found else None
