"""Describe a list that gained, lost or changed items, and what is another in an item."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.describe.rewording import cut_at_word
from mkdocs_journeys.diff.describe.values import from_to
from mkdocs_journeys.diff.entities import Plain
from mkdocs_journeys.diff.labels import field_word, name_of_item, name_of_reference
from mkdocs_journeys.diff.sentences import Quote

MOST_NAMED = 3
"""More items of a list that came, went or changed are counted."""
LONGEST_ITEM = 120
"""Characters of an item that are shown."""

Words = Iterator[str | Quote]


class _ItemPair(NamedTuple):
    """An item of a list as it was and as it is; None on the side that lacks it."""

    was: Plain
    now: Plain


def told_list(field: str, before: Plain, after: Plain, old: Atlas, new: Atlas) -> Words:
    """` gained *The photo* and changed *The plan* (url from *a* to *b*)`."""
    pairs = _pairs(_items(before), _items(after))
    groups = (
        (" gained ", [pair for pair in pairs if pair.was is None]),
        (" lost ", [pair for pair in pairs if pair.now is None]),
        (" changed ", [pair for pair in pairs if pair.was is not None and pair.now is not None]),
    )
    told = [(verb, items) for verb, items in groups if items]
    if not told:
        yield " in another order"
    for at, (verb, items) in enumerate(told):
        yield f"{' and' if at else ''}{verb}"
        yield from _named(items, field, old, new)


def _items(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _pairs(before: Sequence[Plain], after: Sequence[Plain]) -> list[_ItemPair]:
    """Items that differ, those of one name as pairs in their order."""
    mine, theirs = (
        _by_name([one for one in before if one not in after]),
        _by_name([one for one in after if one not in before]),
    )
    names = dict.fromkeys([*theirs, *mine])
    return [_ItemPair(*pair) for name in names for pair in zip_longest(mine.get(name, ()), theirs.get(name, ()))]


def _by_name(items: Sequence[Plain]) -> dict[str, list[Plain]]:
    found: defaultdict[str, list[Plain]] = defaultdict(list)
    for item in items:
        found[str(name_of_item(item) or "")].append(item)
    return found


def _named(items: Sequence[_ItemPair], field: str, old: Atlas, new: Atlas) -> Words:
    for at, pair in enumerate(items[:MOST_NAMED]):
        yield ", " if at else ""
        item = pair.was if pair.now is None else pair.now
        name = str(name_of_item(item) or _summary(item))
        yield Quote(cut_at_word(name_of_reference(field, name, new, old), LONGEST_ITEM))
        if pair.was is not None and pair.now is not None:
            yield from _changes(_fields(pair.was), _fields(pair.now), old, new)
    if len(items) > MOST_NAMED:
        yield f" and {len(items) - MOST_NAMED:,} more"


def _changes(was: Mapping[str, Plain], now: Mapping[str, Plain], old: Atlas, new: Atlas) -> Words:
    """` (url from *a* to *b*, image src is now *c*)`: the keys of an item that are others than before."""
    keys = [key for key in dict.fromkeys([*was, *now]) if was.get(key) != now.get(key)]
    for at, key in enumerate(keys):
        head, _, rest = key.partition(".")
        yield f"{', ' if at else ' ('}{field_word(head)}"
        yield from (" ", Quote(rest)) if rest else ()
        if isinstance(was.get(key), list) or isinstance(now.get(key), list):
            yield from told_list(key, was.get(key), now.get(key), old, new)
        else:
            yield from from_to(key, was.get(key), now.get(key), old, new)
    yield ")" if keys else ""


def _fields(item: Plain, prefix: str = "") -> dict[str, Plain]:
    """The fields of an item by their dotted names, without the one that names it."""
    if not isinstance(item, dict):
        return {}
    name = None if prefix else name_of_item(item)
    found: dict[str, Plain] = {}
    for key, value in item.items():
        if isinstance(value, dict):
            found |= _fields(value, f"{prefix}{key}.")
        elif value != name:
            found[f"{prefix}{key}"] = value
    return found


def _summary(item: Plain) -> str:
    """A block that has no name, by all that it says."""
    fields = _fields(item) if isinstance(item, dict) else {"": item}
    return ", ".join(f"{key} {value}".strip() for key, value in fields.items())
