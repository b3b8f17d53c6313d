"""Describe the change of one field in a plain sentence."""

import re
from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.describe.figures import corrected
from mkdocs_journeys.diff.describe.lists import told_list
from mkdocs_journeys.diff.describe.values import GROWS, RISES, direction_word, from_to
from mkdocs_journeys.diff.differences import Difference
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.diff.fields import ONE_OR_SEVERAL, PER_ACTOR
from mkdocs_journeys.diff.labels import (
    FIELD_WORDS,
    emotion_words,
    entity_word,
    field_word,
    name_of_reference,
)
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity.direction import LENGTHS, direction_of
from mkdocs_journeys.model import JourneyStage, Step
from mkdocs_journeys.wording import MINUS

FLAGS = {
    "moment_of_truth": (" is now a moment of truth", " is no longer a moment of truth"),
    "optional": (" is now optional", " is no longer optional"),
    "parallel": (
        " now happens at the same time as the step before it",
        " no longer happens at the same time as the step before it",
    ),
}
"""What is said of a step that gets or loses a switch."""

_NUMBER = re.compile(rf"{MINUS}?\d[\d,]*(?:\.\d+)?(?:e[+{MINUS}]\d+)?")

Words = Iterator[str | Quote]


def name_of(entity: Entity, atlas: Atlas) -> Quote:
    """What people call an entity."""
    if isinstance(entity.model, JourneyStage):
        known = atlas.stages.get(entity.model.stage)
        return Quote(entity.model.name or (known.name if known else entity.model.stage))
    if entity.kind == "figure":
        return Quote(f"{entity.name}, {entity.key}")
    return Quote(entity.name)


def named(entity: Entity, atlas: Atlas) -> Words:
    """The name of an entity, with its kind unless that is obvious."""
    yield name_of(entity, atlas)
    if entity.kind not in ("step", "journey"):
        yield f" ({entity_word(entity.kind)})"


def changed_field(difference: Difference, old: Atlas, new: Atlas) -> Words:
    """The sentence for a field that has another value than before, or that came or went."""
    field, is_step = difference.field or "", isinstance(difference.entity.model, Step)
    head, _, rest = field.partition(".")
    if head == "pains" and is_step:
        yield from _pain(difference, old, new)
        return
    yield from named(difference.entity, new)
    if rest and _is_per_actor(difference):
        yield from (" for ", Quote(name_of_reference("actors", rest, new, old)))
    if head == "emotion" and is_step:
        yield from _emotion(difference)
    elif field == "value" and difference.entity.kind == "figure":
        yield from corrected(difference, new)
    elif field in FLAGS:
        yield FLAGS[field][0 if difference.new else 1]
    elif field == "path":
        yield from _path(difference)
    elif field == "paths":
        yield from _id_of_path(difference)
    elif head == "paths":
        yield from _name_of_path(difference)
    elif head == "figures":
        yield from _figure(difference, old, new)
    elif isinstance(difference.old, list) or isinstance(difference.new, list):
        yield from _list(difference, old, new)
    elif field in ("owner", "team"):
        yield from _owner(difference, old, new)
    else:
        yield from _value(difference, old, new)


def _is_per_actor(difference: Difference) -> bool:
    return isinstance(difference.entity.model, Step) and (difference.field or "").partition(".")[0] in PER_ACTOR


def _emotion(difference: Difference) -> Words:
    if difference.old is None:
        yield f": the emotion is now known as {emotion_words(difference.new)[0]}"
    elif difference.new is None:
        yield f": the emotion is no longer known; it was {emotion_words(difference.old)[0]}"
    else:
        before, after = emotion_words(difference.old, difference.new)
        yield f" {'fell' if difference.new < difference.old else 'rose'} from {before} to {after}"


def _pain(difference: Difference, old: Atlas, new: Atlas) -> Words:
    verb = "is no longer felt" if difference.new is None else "is now felt also"
    pain = name_of_reference("pains", str(difference.new or difference.old), new, old)
    yield from (Quote(pain), f" (pain) {verb} at ", name_of(difference.entity, new))


def _path(difference: Difference) -> Words:
    before, after = _path_called(difference.old, difference.base), _path_called(difference.new, difference.head)
    if before and after:
        yield from (" moved from the path ", before, " to ", after)
    elif after:
        yield from (" is now on the path ", after)
    elif before:
        yield from (" is no longer on the path ", before)


def _path_called(id: str | None, step: Entity | None) -> Quote | None:
    journey = step.journey if step else None
    return Quote(journey.paths.get(id, id) if journey else id) if id else None


def _id_of_path(difference: Difference) -> Words:
    yield from (": the path ", _path_called(difference.new, difference.head) or "")
    yield f" has the id {difference.new} instead of {difference.old}"


def _name_of_path(difference: Difference) -> Words:
    if difference.old is None:
        yield from (": there is a new path ", Quote(difference.new))
    elif difference.new is None:
        yield from (": there is no path ", Quote(difference.old), " any more")
    else:
        yield from (": the path ", Quote(difference.old), " is now called ", Quote(difference.new))


def _figure(difference: Difference, old: Atlas, new: Atlas) -> Words:
    name = Quote((difference.field or "").partition(".")[2])
    before, after = difference.before, difference.new
    if before is None:
        yield from (": new figure ", name, ", ", Quote(after[0]))
    elif after is None:
        yield from (": figure ", name, " is gone; it was ", Quote(before[0]))
    elif before[0] != after[0]:
        verb = direction_word(_direction(before[0], after[0]), RISES)
        yield from (": figure ", name, f" {verb} from ", Quote(before[0]), " to ", Quote(after[0]))
    else:
        yield from (": figure ", name, " is still ", Quote(after[0]))
        gained, lost = _details(before, after, new, old), _details(after, before, old, new)
        yield from (", now with ", Quote(gained)) if gained else ()
        yield from (" in place of " if gained else ", now without ", Quote(lost)) if lost else ()


def _direction(before: str, after: str) -> int | None:
    """1 if a number in words rose, -1 if it fell; None where its unit is another one."""
    (was, unit), (now, other) = (_number(one) for one in (before, after))
    return (now > was) - (now < was) if unit == other else None


def _number(words: str) -> tuple[float, str]:
    """`€ −1,250.5` as a number and the rest."""
    found = _NUMBER.search(words)
    return (float(found[0].replace(",", "").replace(MINUS, "-")), _NUMBER.sub("", words, 1)) if found else (0.0, words)


def _details(less: list[str], more: list[str], *atlases: Atlas) -> str:
    """What one figure says and another does not, beside its value."""
    return ", ".join(name_of_reference("evidence", one, *atlases) for one in more[1:] if one not in less[1:])


def _owner(difference: Difference, old: Atlas, new: Atlas) -> Words:
    was, now = (
        None if id is None else name_of_reference("team", id, atlas)
        for id, atlas in ((difference.old, old), (difference.new, new))
    )
    role = "owner" if difference.field == "owner" else "team"
    if now is None:
        yield from (f" has lost its {role} ", Quote(was or ""))
        return
    yield from (f" now has the {role} ", Quote(now))
    if was is not None:
        yield from (" instead of ", Quote(was))


def _list(difference: Difference, old: Atlas, new: Atlas) -> Words:
    before, after = difference.before, difference.new
    if difference.field == "personas" and before[0] != after[0]:
        names = [
            name_of_reference("personas", ids[0], *atlases) for ids, *atlases in ((after, new), (before, new, old))
        ]
        yield from (": the main persona is now ", Quote(names[0]), " instead of ", Quote(names[1]))
        if set(before) == set(after):
            return
        yield "; personas"
    else:
        yield from _field(difference)
    yield from told_list(difference.field or "", before, after, old, new)


def _field(difference: Difference) -> Words:
    """The field; the part after a dot may be a key chosen by an author."""
    field = difference.field or ""
    head, _, rest = field.partition(".")
    several = head in ONE_OR_SEVERAL and (isinstance(difference.old, list) or isinstance(difference.new, list))
    if field in FIELD_WORDS:
        yield f": {field_word(field)}"
    elif head == "steps" and rest:
        yield from (": the event of the step ", Quote(rest))
    else:
        yield f": {field_word(head)}{'s' if several else ''}"
        if rest and not _is_per_actor(difference):
            yield from (" ", Quote(rest.replace("_", " ")))


def _value(difference: Difference, old: Atlas, new: Atlas) -> Words:
    yield from _field(difference)
    direction, is_length = direction_of(difference), difference.field in LENGTHS
    if is_length and direction == 0:
        yield from (" is now written as ", Quote(difference.new), " instead of ", Quote(difference.old))
        return
    verb = direction_word(direction, GROWS if is_length else RISES)
    yield from from_to(difference.field or "", difference.old, difference.new, old, new, verb=verb)
