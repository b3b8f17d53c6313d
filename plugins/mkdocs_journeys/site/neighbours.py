"""The pages before and after the page of a thing, in the order of their index."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_journeys.site.named import Named

Beside = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a reader of one thing can go: back to the index of all, and to the things beside it."""

    index: Named
    before: Named | None
    after: Named | None


def in_a_row(ids: Iterable[str]) -> Mapping[str, Beside]:
    """Each id with the one before it and the one after it, None at the ends."""
    row = list(ids)
    return {id: (before, after) for before, id, after in zip([None, *row], row, [*row[1:], None], strict=False)}
