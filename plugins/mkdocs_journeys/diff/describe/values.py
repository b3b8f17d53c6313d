"""Describe how one value became another: a number, a word, a reference, a text."""

from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.describe.rewording import LONGEST_PLACE, MOST_PLACES, cut_at_word, reworded
from mkdocs_journeys.diff.entities import Plain
from mkdocs_journeys.diff.labels import name_of_reference, short
from mkdocs_journeys.diff.sentences import Quote

RISES = {1: "rose", -1: "fell"}
GROWS = {1: "grew", -1: "shrank"}

Words = Iterator[str | Quote]


def from_to(field: str, was: Plain, now: Plain, old: Atlas, new: Atlas, *, verb: str = "changed") -> Words:
    """` rose from *1* to *2*`, ` is now *2*`, ` is no longer *1*`; of long texts, the words that are others."""
    before, after = (
        name_of_reference(field, said, atlas) if (said := short(value)) else said
        for value, atlas in ((was, old), (now, new))
    )
    if was is None or now is None:
        value = after if was is None else before
        if value is None:
            yield from (
                f" was {'added' if was is None else 'removed'}: ",
                Quote(cut_at_word(str(now or was), LONGEST_PLACE)),
            )
        else:
            yield from (" is now " if was is None else " is no longer ", Quote(value))
    elif before is not None and after is not None:
        yield from (f" {verb} from ", Quote(before), " to ", Quote(after))
    else:
        yield " was rewritten"
        yield from _reworded(str(was), str(now))


def _reworded(was: str, now: str) -> Words:
    """`: *…in one or two days…* → *…within one day…*; *…`."""
    places = reworded(was, now)
    for at, place in enumerate(places[:MOST_PLACES]):
        yield "; " if at else ": "
        yield from (Quote(place.was), " → ", Quote(place.now))
    if len(places) > MOST_PLACES:
        yield f"; and {len(places) - MOST_PLACES:,} more"


def direction_word(direction: int | None, words: dict[int, str]) -> str:
    """`rose`, `fell`, or `changed` where nobody can tell."""
    return words.get(direction or 0, "changed")
