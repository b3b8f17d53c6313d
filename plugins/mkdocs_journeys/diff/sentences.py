"""Each difference as one sentence in plain words, whatever its judgement."""

from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Found, Kind, Said, Words
from mkdocs_journeys.diff.judgement import LEVELS
from mkdocs_journeys.diff.labels import emotion_words, entity_word, field_word, short
from mkdocs_journeys.diff.names import name_of_reference
from mkdocs_journeys.diff.things import Thing
from mkdocs_journeys.model import Journey, JourneyStage, Pain, Step

TOP = "maps"
PAGES = {"journey": "journeys", "persona": "personas"}
ANCHORED = {"opportunity", "evidence", "finding", "metric", "catalog-stage", "touchpoint", "team", "channel", "segment"}


def sentence(found: Found, old: Atlas, new: Atlas) -> Words:
    """The sentence, without a full stop; texts of authors are marked."""
    tell = {Kind.ADDED: _added, Kind.REMOVED: _removed, Kind.MOVED: _moved, Kind.RENAMED: _renamed}
    if found.kind in tell:
        return tuple(tell[found.kind](found, old, new))
    return tuple(_changed(found, old, new))


def plain(words: Words) -> str:
    """The sentence as text: what authors wrote stands between asterisks, of which it holds none itself."""
    return "".join(f"*{_without_marks(word.text)}*" if isinstance(word, Said) else word for word in words)


def parts(sentence: str) -> Words:
    """The words of a sentence that `plain` wrote."""
    found = (Said(text) if at % 2 else text for at, text in enumerate(sentence.split("*")))
    return tuple(word for word in found if word)


def _without_marks(text: str) -> str:
    return " ".join(text.split()).replace("*", "\N{ASTERISK OPERATOR}")


def name_of(thing: Thing, atlas: Atlas) -> Said:
    """What people call a thing."""
    if isinstance(thing.model, JourneyStage):
        known = atlas.stages.get(thing.model.stage)
        return Said(thing.model.name or (known.name if known else thing.model.stage))
    if thing.entity == "figure":
        return Said(f"{thing.name}, {thing.key}")
    return Said(thing.name)


def _named(thing: Thing, atlas: Atlas) -> Iterator[str | Said]:
    """A thing with its kind where its name alone does not tell."""
    yield name_of(thing, atlas)
    if thing.entity not in ("step", "journey"):
        yield f" ({entity_word(thing.entity)})"


def _added(found: Found, _: Atlas, new: Atlas) -> Iterator[str | Said]:
    thing = found.thing
    if isinstance(thing.model, Pain):
        yield "New pain: "
        yield name_of(thing, new)
        levels = ", ".join(word for word in (thing.model.severity, thing.model.frequency) if word)
        yield f" ({levels})" if levels else ""
    else:
        yield f"New {entity_word(thing.entity)}: "
        yield name_of(thing, new)
        yield _size(thing)
    yield from _whereabouts(thing, new)


def _removed(found: Found, old: Atlas, _: Atlas) -> Iterator[str | Said]:
    thing = found.thing
    yield f"The {entity_word(thing.entity)} "
    yield name_of(thing, old)
    yield _size(thing)
    yield from _whereabouts(thing, old)
    yield " was removed"
    if isinstance(thing.model, Pain):
        yield " without being resolved" if thing.model.is_open else ""
    if thing.entity in PAGES:
        yield f": the address {PAGES[thing.entity]}/{thing.id} breaks"


def _size(thing: Thing) -> str:
    if not isinstance(thing.model, Journey | JourneyStage):
        return ""
    count = len(thing.model.steps)
    return f" with {count} step{'' if count == 1 else 's'}"


def _whereabouts(thing: Thing, atlas: Atlas) -> Iterator[str | Said]:
    if thing.parent and thing.entity not in ("experiment", "figure"):
        yield " at " if thing.parent.entity == "step" else " in "
        yield name_of(thing.parent, atlas)


def _moved(found: Found, old: Atlas, new: Atlas) -> Iterator[str | Said]:
    thing = found.thing
    yield from _named(thing, new)
    if found.field == "position":
        yield f" moved from place {found.old} to place {found.new}"
        return
    if found.field == "group":
        yield " moved from the group "
        yield Said(found.old or TOP)
        yield " to "
        yield Said(found.new or TOP)
        return
    ends = (_end(found.base, found.field, old), _end(found.head, found.field, new))
    yield f" moved from the {entity_word(found.field or '')} "
    yield ends[0]
    yield " to "
    yield ends[1]
    if thing.entity == "pain" and found.field == "journey":
        yield f": the address journeys/{found.old}#pain-{thing.id} breaks"


def _end(thing: Thing | None, entity: str | None, atlas: Atlas) -> Said:
    """The thing of that kind which a thing lies in."""
    while thing and thing.entity != entity:
        thing = thing.parent
    return name_of(thing, atlas) if thing else Said("")


def _renamed(found: Found, old: Atlas, new: Atlas) -> Iterator[str | Said]:
    thing = found.thing
    if found.field != "id":
        yield f"The {entity_word(thing.entity)} "
        yield Said(str(found.old))
        yield " is now called "
        yield Said(str(found.new))
        return
    yield from _named(thing, new)
    yield f" has the id {found.new} instead of {found.old}"
    if thing.entity in PAGES:
        yield f": the address {PAGES[thing.entity]}/{found.old} breaks"
    elif thing.entity == "pain" or thing.entity in ANCHORED:
        yield ": links to the old id break"


def _changed(found: Found, old: Atlas, new: Atlas) -> Iterator[str | Said]:
    field = found.field or ""
    head = field.split(".")[0]
    if isinstance(found.thing.model, Step) and head == "emotion":
        yield from _emotion(found, new, old)
    elif field == "moment_of_truth":
        yield name_of(found.thing, new)
        yield " is now a moment of truth" if found.new else " is no longer a moment of truth"
    elif isinstance(found.thing.model, Step) and head == "pains":
        pain = str(found.new or found.old)
        hurt = new.hurts.get(pain) or old.hurts.get(pain)
        yield Said(hurt.pain.title if hurt else pain)
        yield " (pain) is no longer felt at " if found.new is None else " (pain) is now felt also at "
        yield name_of(found.thing, new)
    elif field in ("owner", "team"):
        yield from _owner(found, old, new)
    elif isinstance(found.old or found.new, list):
        yield from _list(found, old, new)
    else:
        yield from _value(found, old, new)


def _emotion(found: Found, new: Atlas, old: Atlas) -> Iterator[str | Said]:
    yield name_of(found.thing, new)
    persona = (found.field or "").partition(".")[2]
    if persona:
        known = new.personas.get(persona) or old.personas.get(persona)
        yield " for "
        yield Said(known.name if known else persona)
    if found.old is None:
        yield f": the emotion is now known as {emotion_words(found.new)}"
    elif found.new is None:
        yield f": the emotion is no longer known; it was {emotion_words(found.old)}"
    else:
        verb = "fell" if found.new < found.old else "rose"
        yield f" {verb} from {emotion_words(found.old)} to {emotion_words(found.new)}"


def _owner(found: Found, old: Atlas, new: Atlas) -> Iterator[str | Said]:
    yield from _named(found.thing, new)
    before, after = old.teams.get(found.old or ""), new.teams.get(found.new or "")
    was, now = before.name if before else found.old, after.name if after else found.new
    role = "owner" if found.field == "owner" else "team"
    if now is None:
        yield f" has lost its {role} "
        yield Said(was)
        return
    yield f" now has the {role} "
    yield Said(now)
    if was is not None:
        yield " instead of "
        yield Said(was)


def _list(found: Found, old: Atlas, new: Atlas) -> Iterator[str | Said]:
    yield from _named(found.thing, new)
    yield from _field(found)
    before, after = found.before or [], found.new or []
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
                yield Said(name_of_reference(found.field, str(item), new, old))
        else:
            yield f"{len(items)} item{'' if len(items) == 1 else 's'}"


def _field(found: Found) -> Iterator[str | Said]:
    """The field; what stands behind a dot may be a key that an author chose."""
    head, _, rest = (found.field or "").partition(".")
    yield f": {field_word(head)}"
    if rest:
        yield " "
        yield Said(rest.replace("_", " "))


def _value(found: Found, old: Atlas, new: Atlas) -> Iterator[str | Said]:
    yield from _named(found.thing, new)
    yield from _field(found)
    before, after = (
        name_of_reference(found.field, said, atlas) if (said := short(value)) else said
        for value, atlas in ((found.old, old), (found.new, new))
    )
    if found.old is None or found.new is None:
        gone = found.new is None
        value = before if gone else after
        if value is None:
            yield f" was {'removed' if gone else 'added'}"
            return
        yield " is no longer " if gone else " is now "
        yield Said(value)
    elif before is None or after is None:
        yield " was rewritten"
    else:
        yield f" {_verb(found)} from "
        yield Said(before)
        yield " to "
        yield Said(after)


def _verb(found: Found) -> str:
    levels = LEVELS.get(found.field or "")
    before, after = (levels.get(value) if levels else value for value in (found.old, found.new))
    if not isinstance(before, int | float) or not isinstance(after, int | float) or isinstance(before, bool):
        return "changed"
    return "rose" if after > before else "fell"
