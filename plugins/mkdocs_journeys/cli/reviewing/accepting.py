"""What acknowledged.yml says of a comparison: which changes count no more, and which entries are of no change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.model.settings.acknowledged import Acknowledgement
from mkdocs_journeys.problem import Position


def accepted_today(changes: Sequence[Change], today: date) -> list[Change]:
    """The changes, of which those that were accepted until an earlier day are accepted no more."""
    return [
        replace(one, acknowledged=None) if one.acknowledged and one.acknowledged.until < today else one
        for one in changes
    ]


def of_no_change(comparison: Comparison) -> Iterator[tuple[Position, str]]:
    """The entries that came with this comparison and acknowledge no change of it, by place and fingerprint.

    An entry of the base was of a change that was merged meanwhile, and is none here as a matter of course.
    """
    before = {one.change for one in _entries(comparison.old)}
    found = {change.fingerprint for change in comparison.changes}
    for number, one in enumerate(_entries(comparison.new)):
        if one.change not in before | found:
            yield position_of(comparison.new, number), one.change


def position_of(atlas: Atlas, number: int) -> Position:
    """Where an entry is written."""
    path = atlas.acknowledged.path if atlas.acknowledged else ""
    source = atlas.sources.get(path)
    return Position(path, *(source.locate(("changes", number, "change")) if source else (1, 1)))


def _entries(atlas: Atlas) -> Sequence[Acknowledgement]:
    return atlas.acknowledged.changes if atlas.acknowledged else ()
