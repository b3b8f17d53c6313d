"""Describe the change of one field in a plain sentence."""

from collections.abc import Iterator, Sequence

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.describe.figures import corrected
from mkdocs_journeys.diff.differences import Difference
from mkdocs_journeys.diff.entities import Entity, Plain
from mkdocs_journeys.diff.fields import ONE_OR_SEVERAL, PER_ACTOR
from mkdocs_journeys.diff.labels import (
    FIELD_WORDS,
    emotion_words,
    entity_word,
    field_word,
    name_of_item,
    name_of_reference,
    short,
)
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity.direction import LENGTHS, direction_of
from mkdocs_journeys.model import JourneyStage, Step
from mkdocs_journeys.wording import counted

MOST_NAMED = 3
"""More items of a list that came, went or changed are counted and not named."""
FLAGS = {
    "moment_of_truth": (" is now a moment of truth", " is no longer a moment of truth"),
    "optional": (" is now optional", " is no longer optional"),
    "parallel": (
        " now happens at the same time as the step before it",
        " no longer happens at the same time as the step before it",
    ),
}
"""What is said of a step that gets or loses a switch."""

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
        yield from (": figure ", name, " changed from ", Quote(before[0]), " to ", Quote(after[0]))
    else:
        yield from (": figure ", name, " is still ", Quote(after[0]))
        gained, lost = _details(before, after, new, old), _details(after, before, old, new)
        yield from (", now with ", Quote(gained)) if gained else ()
        yield from (" in place of " if gained else ", now without ", Quote(lost)) if lost else ()


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
    yield from _field(difference)
    before, after = _items(difference.before), _items(difference.new)
    gained, lost = [one for one in after if one not in before], [one for one in before if one not in after]
    names = {name_of_item(one) for one in lost} & {name_of_item(one) for one in gained} - {None}
    groups = (
        (" gained ", [one for one in gained if name_of_item(one) not in names]),
        (" lost ", [one for one in lost if name_of_item(one) not in names]),
        (" changed ", [one for one in gained if name_of_item(one) in names]),
    )
    told = [(verb, items) for verb, items in groups if items]
    if not told:
        yield " in another order"
    for at, (verb, items) in enumerate(told):
        yield f"{' and' if at else ''}{verb}"
        yield from _named_items(items, difference.field, new, old)


def _items(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _named_items(items: Sequence[Plain], field: str | None, *atlases: Atlas) -> Words:
    shown = [short(name_of_item(item)) for item in items]
    if len(items) > MOST_NAMED or not all(shown):
        yield counted(len(items), "item")
        return
    for at, item in enumerate(shown):
        yield ", " if at else ""
        yield Quote(name_of_reference(field, str(item), *atlases))


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
    before, after = (
        name_of_reference(difference.field, said, atlas) if (said := short(value)) else said
        for value, atlas in ((difference.old, old), (difference.new, new))
    )
    if difference.old is None or difference.new is None:
        gone = difference.new is None
        value = before if gone else after
        if value is None:
            yield f" was {'removed' if gone else 'added'}"
        else:
            yield from (" is no longer " if gone else " is now ", Quote(value))
    elif before is None or after is None:
        yield " was rewritten"
    else:
        yield from _from_to(difference, before, after)


def _from_to(difference: Difference, before: str, after: str) -> Words:
    direction, is_length = direction_of(difference), difference.field in LENGTHS
    if is_length and direction == 0:
        yield from (" is now written as ", Quote(after), " instead of ", Quote(before))
        return
    verbs = {1: "grew", -1: "shrank"} if is_length else {1: "rose", -1: "fell"}
    yield from (f" {verbs.get(direction or 0, 'changed')} from ", Quote(before), " to ", Quote(after))
