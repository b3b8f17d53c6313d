"""Which rows of an opened source count: conditions on properties, occurrences of events, segments."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import ibis
from ibis.expr.types import BooleanValue, NumericValue, StringValue

from mkdocs_journeys.measure.sources import Opened
from mkdocs_journeys.measure.sources.conditions import fitting as conditions_fitting
from mkdocs_journeys.model.measuring.conditions import EventWhere, event_of
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import suggest

WHOLE = ""
"""The name of the whole base among segments."""


class DefinitionError(Exception):
    """A definition that its source cannot serve: the path of the wrong value in it, a sentence and a hint."""

    def __init__(self, path: Path, message: str, hint: str) -> None:
        super().__init__(message)
        self.path, self.message, self.hint = path, message, hint


class Rows(NamedTuple):
    """The rows of a source that a definition looks at, all of them in `opened`.

    `counted` says which of them count; `segments` which belong to each segment, the whole base among them.
    """

    opened: Opened
    counted: BooleanValue
    segments: Mapping[str, BooleanValue]

    @property
    def table(self) -> ibis.Table:
        """All rows of the source, counted or not."""
        return self.opened.table

    def happening(self, occurrence: EventWhere | tuple[str, ...], path: Path) -> BooleanValue:
        """Whether a row is one that counts, and in which this occurs."""
        block = event_of(occurrence)
        inside = (*path, "where") if isinstance(occurrence, EventWhere) else path
        named = self.table.event.isin(block.event)
        return self.counted & named & fitting(self.opened, block.where, block.unless, inside[:-1])

    def amounts(self, path: Path) -> NumericValue:
        """The amount of each row. Raises DefinitionError where the source has none."""
        if "amount" not in self.table.columns:
            message = "This source does not say which column holds an amount."
            raise DefinitionError(path, message, "Write `columns: {amount: …}` in the source.")
        return self.table.amount

    def property_at(self, name: str, path: Path) -> StringValue:
        """The property of each row as text. Raises DefinitionError where there is none of this name."""
        return _property(self.opened, name, path)


def fitting(opened: Opened, where: Mapping[str, Any], unless: Mapping[str, Any], path: Path) -> BooleanValue:
    """Whether a row fits all conditions; one without the property fits no `where` and every `unless`."""
    for key, conditions in (("where", where), ("unless", unless)):
        for name in conditions:
            _property(opened, name, (*path, key, name))
    return conditions_fitting(opened.property_of, where, unless)


def _property(opened: Opened, name: str, path: Path) -> StringValue:
    found = opened.property_of(name)
    if found is None:
        near = suggest(name, opened.raw_columns)
        hint = f"Did you mean '{near}'?" if near else "Look into the first rows of the source for its name."
        raise DefinitionError(path, f"The rows of this source have no property '{name[:60]}'.", hint)
    return found
