"""What changed between two atlases, judged and in words."""

from collections import Counter
from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Change, Found, Kind, fingerprint_of
from mkdocs_journeys.diff.detect import differences
from mkdocs_journeys.diff.judgement import Case, judged
from mkdocs_journeys.diff.owners import owners_of
from mkdocs_journeys.diff.sentences import plain, sentence
from mkdocs_journeys.diff.things import ENTITIES, Thing, position
from mkdocs_journeys.problem import Position


def changes(old: Atlas, new: Atlas) -> list[Change]:
    """Every change of meaning from one atlas to another, by journey and then by place.

    Comments, quoting and the order of keys mean nothing. Swapping the two gives the same changes mirrored.
    """
    return list(_judged(list(differences(old, new)), old, new))


def _judged(found: list[Found], old: Atlas, new: Atlas) -> Iterator[Change]:
    placed = sorted(((_places(one, old, new), one) for one in found), key=lambda item: _order(*item))
    in_file = Counter(file for one in found for file in _files(one))
    seen: Counter[str] = Counter()
    for (base, head), one in placed:
        alone = all(in_file[file] == 1 for file in _files(one))
        seen[repr(one.facts)] += 1
        words = sentence(one, old, new)
        journey = one.thing.journey
        yield Change(
            kind=one.kind,
            entity=one.thing.entity,
            id=one.thing.id,
            field=one.field,
            old=one.old,
            new=one.new,
            base=base,
            head=head,
            sentence=plain(words),
            judgement=judged(Case(one, alone, old, new)),
            fingerprint=fingerprint_of(one, seen[repr(one.facts)]),
            words=words,
            journey=journey.id if journey else None,
            group=journey.group if journey else "",
            owners=owners_of(one, old, new),
        )


def _places(found: Found, old: Atlas, new: Atlas) -> tuple[Position | None, Position | None]:
    field = found.field if found.kind in (Kind.CHANGED, Kind.RENAMED) else None
    return _place(old, found.base, field), _place(new, found.head, field)


def _place(atlas: Atlas, thing: Thing | None, field: str | None) -> Position | None:
    return position(atlas, thing, field) if thing else None


def _files(found: Found) -> set[str]:
    return {thing.file for thing in (found.base, found.head) if thing}


def _order(places: tuple[Position | None, Position | None], found: Found) -> tuple[object, ...]:
    base, head = places
    journey = found.thing.journey
    here = head or base
    return (journey is None, journey.id if journey else "", here, ENTITIES.index(found.thing.entity), repr(found.facts))
