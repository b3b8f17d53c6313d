"""Describe a difference in one plain sentence, independent of its judgement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.differences import ChangeKind, Difference
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.diff.labels import emotion_words, entity_word, field_word, name_of_reference, short
from mkdocs_journeys.diff.severity import direction_of
from mkdocs_journeys.model import Journey, JourneyStage, Pain, Step
from mkdocs_journeys.vocabulary import PAGE_FOLDERS
from mkdocs_journeys.wording import counted

TOP_GROUP = "maps"
WITH_ADDRESS = {"journey", "persona"}
"""Kinds of entities for which the broken address is named."""
ANCHORED = {"opportunity", "evidence", "finding", "metric", "catalog-stage", "touchpoint", "team", "channel", "segment"}


@dataclass(frozen=True, slots=True)
class Quote:
    """A text by an author inside a sentence of ours: not trusted, so each output escapes it."""

    text: str


Sentence = tuple[str | Quote, ...]
"""A sentence in parts: texts of ours and quotes."""


def sentence_of(difference: Difference, old: Atlas, new: Atlas) -> Sentence:
    """The sentence for a difference, without a full stop."""
    describe = {
        ChangeKind.ADDED: _added,
        ChangeKind.REMOVED: _removed,
        ChangeKind.CHANGED: _changed,
        ChangeKind.MOVED: _moved,
        ChangeKind.RENAMED: _renamed,
    }
    return tuple(describe[difference.kind](difference, old, new))


def plain_text(sentence: Iterable[str | Quote]) -> str:
    """A sentence as text: quotes stand between asterisks, and contain none."""
    return "".join(f"*{_without_asterisks(part.text)}*" if isinstance(part, Quote) else part for part in sentence)


def parse_sentence(text: str) -> Sentence:
    """The inverse of `plain_text`; any text is a sentence, so that of a forged report is one, too."""
    return tuple(Quote(part) if at % 2 else part for at, part in enumerate(text.split("*")) if part or at % 2)


def normalized(sentence: Iterable[str | Quote]) -> Sentence:
    """The sentence as `plain_text` writes it without loss: quotes on one line; our texts neither empty nor adjacent."""
    parts: list[str | Quote] = []
    for part in sentence:
        if isinstance(part, Quote):
            parts.append(Quote(_without_asterisks(part.text)))
        elif parts and isinstance(parts[-1], str):
            parts[-1] += part
        elif part:
            parts.append(part)
    return tuple(parts)


def _without_asterisks(text: str) -> str:
    return " ".join(text.split()).replace("*", "\N{ASTERISK OPERATOR}")


def name_of(entity: Entity, atlas: Atlas) -> Quote:
    """What people call an entity."""
    if isinstance(entity.model, JourneyStage):
        known = atlas.stages.get(entity.model.stage)
        return Quote(entity.model.name or (known.name if known else entity.model.stage))
    if entity.kind == "figure":
        return Quote(f"{entity.name}, {entity.key}")
    return Quote(entity.name)


def _named(entity: Entity, atlas: Atlas) -> Iterator[str | Quote]:
    """The name of an entity, with its kind unless that is obvious."""
    yield name_of(entity, atlas)
    if entity.kind not in ("step", "journey"):
        yield f" ({entity_word(entity.kind)})"


def _added(difference: Difference, _: Atlas, new: Atlas) -> Iterator[str | Quote]:
    entity = difference.entity
    yield from (f"New {entity_word(entity.kind)}: ", name_of(entity, new))
    if isinstance(entity.model, Pain):
        levels = ", ".join(word for word in (entity.model.severity, entity.model.frequency) if word)
        yield f" ({levels})" if levels else ""
    else:
        yield _size(entity)
    yield from _whereabouts(entity, new)


def _removed(difference: Difference, old: Atlas, _: Atlas) -> Iterator[str | Quote]:
    entity = difference.entity
    yield from (f"The {entity_word(entity.kind)} ", name_of(entity, old), _size(entity))
    yield from _whereabouts(entity, old)
    yield " was removed"
    if isinstance(entity.model, Pain):
        yield " without being resolved" if entity.model.is_open else ""
    if entity.kind in WITH_ADDRESS:
        yield f": the address {PAGE_FOLDERS[entity.kind]}/{entity.id} breaks"


def _size(entity: Entity) -> str:
    if not isinstance(entity.model, Journey | JourneyStage):
        return ""
    return f" with {counted(len(entity.model.steps), 'step')}"


def _whereabouts(entity: Entity, atlas: Atlas) -> Iterator[str | Quote]:
    if entity.parent and entity.kind not in ("experiment", "figure"):
        yield from (" at " if entity.parent.kind == "step" else " in ", name_of(entity.parent, atlas))


def _moved(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    entity = difference.entity
    yield from _named(entity, new)
    if difference.field == "position":
        yield f" moved from place {difference.old} to place {difference.new}"
        return
    if difference.field == "group":
        before, after = Quote(difference.old or TOP_GROUP), Quote(difference.new or TOP_GROUP)
    else:
        before = _ancestor(difference.base, difference.field, old)
        after = _ancestor(difference.head, difference.field, new)
    yield from (f" moved from the {entity_word(difference.field or '')} ", before, " to ", after)
    if entity.kind == "pain" and difference.field == "journey":
        yield f": the address journeys/{difference.old}#pain-{entity.id} breaks"


def _ancestor(entity: Entity | None, kind: str | None, atlas: Atlas) -> Quote:
    """The name of the nearest entity of a kind: the entity itself or one around it."""
    while entity and entity.kind != kind:
        entity = entity.parent
    return name_of(entity, atlas) if entity else Quote("")


def _renamed(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    entity = difference.entity
    if difference.field != "id":
        yield from (f"The {entity_word(entity.kind)} ", Quote(str(difference.old)))
        yield from (" is now called ", Quote(str(difference.new)))
        return
    yield from _named(entity, new)
    yield f" has the id {difference.new} instead of {difference.old}"
    if entity.kind in WITH_ADDRESS:
        yield f": the address {PAGE_FOLDERS[entity.kind]}/{difference.old} breaks"
    elif entity.kind == "pain" or entity.kind in ANCHORED:
        yield ": links to the old id break"


def _changed(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    field = difference.field or ""
    head = field.split(".")[0]
    if isinstance(difference.entity.model, Step) and head == "emotion":
        yield from _emotion(difference, new, old)
    elif field == "moment_of_truth":
        yield name_of(difference.entity, new)
        yield " is now a moment of truth" if difference.new else " is no longer a moment of truth"
    elif isinstance(difference.entity.model, Step) and head == "pains":
        pain = str(difference.new or difference.old)
        located = new.pains.get(pain) or old.pains.get(pain)
        verb = "is no longer felt" if difference.new is None else "is now felt also"
        yield from (Quote(located.pain.title if located else pain), f" (pain) {verb} at ")
        yield name_of(difference.entity, new)
    elif field in ("owner", "team"):
        yield from _owner(difference, old, new)
    elif isinstance(difference.old or difference.new, list):
        yield from _list(difference, old, new)
    else:
        yield from _value(difference, old, new)


def _emotion(difference: Difference, new: Atlas, old: Atlas) -> Iterator[str | Quote]:
    yield name_of(difference.entity, new)
    persona = (difference.field or "").partition(".")[2]
    if persona:
        known = new.personas.get(persona) or old.personas.get(persona)
        yield from (" for ", Quote(known.name if known else persona))
    if difference.old is None:
        yield f": the emotion is now known as {emotion_words(difference.new)}"
    elif difference.new is None:
        yield f": the emotion is no longer known; it was {emotion_words(difference.old)}"
    else:
        verb = "fell" if difference.new < difference.old else "rose"
        yield f" {verb} from {emotion_words(difference.old)} to {emotion_words(difference.new)}"


def _owner(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    yield from _named(difference.entity, new)
    before, after = old.teams.get(difference.old or ""), new.teams.get(difference.new or "")
    was, now = before.name if before else difference.old, after.name if after else difference.new
    role = "owner" if difference.field == "owner" else "team"
    if now is None:
        yield from (f" has lost its {role} ", Quote(was))
        return
    yield from (f" now has the {role} ", Quote(now))
    if was is not None:
        yield from (" instead of ", Quote(was))


def _list(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    yield from _named(difference.entity, new)
    yield from _field(difference)
    before, after = difference.before or [], difference.new or []
    gained, lost = [one for one in after if one not in before], [one for one in before if one not in after]
    if not gained and not lost:
        yield " in another order"
    for verb, items in ((" gained ", gained), (" and lost " if gained else " lost ", lost)):
        if not items:
            continue
        yield verb
        shown = [short(item) for item in items]
        if len(items) <= 3 and all(shown):
            for at, item in enumerate(shown):
                yield ", " if at else ""
                yield Quote(name_of_reference(difference.field, str(item), new, old))
        else:
            yield counted(len(items), "item")


def _field(difference: Difference) -> Iterator[str | Quote]:
    """The field; the part after a dot may be a key chosen by an author."""
    head, _, rest = (difference.field or "").partition(".")
    yield f": {field_word(head)}"
    if rest:
        yield from (" ", Quote(rest.replace("_", " ")))


def _value(difference: Difference, old: Atlas, new: Atlas) -> Iterator[str | Quote]:
    yield from _named(difference.entity, new)
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
        verb = {1: "rose", -1: "fell"}.get(direction_of(difference) or 0, "changed")
        yield from (f" {verb} from ", Quote(before), " to ", Quote(after))
