"""Conditions of measure.yml as expressions."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import ibis
from ibis.expr import types as ir

from mkdocs_journeys.model.measuring.conditions import Conditions

ValueOf = Callable[[str], ir.StringValue | None]
"""From the name of a property to its value in a row as text; None where the source has no such property."""


def fitting(value_of: ValueOf, where: Mapping[str, Any], unless: Mapping[str, Any]) -> ir.BooleanValue:
    """Whether a row has all values of `where` and none of `unless`; KeyError with a name that the source lacks.

    A row without a value fits no condition; one with a list fits if any text in it does.
    """
    fits: ir.BooleanValue = ibis.literal(True)
    for name, values in where.items():
        fits = fits & _is_one_of(value_of, name, values)
    for name, values in unless.items():
        fits = fits & ~_is_one_of(value_of, name, values)
    return fits


def missing_properties(value_of: ValueOf, *conditions: Conditions) -> Iterator[str]:
    """The names in conditions that the source lacks."""
    for condition in conditions:
        yield from (name for name in condition if value_of(name) is None)


def _is_one_of(value_of: ValueOf, name: str, values: object) -> ir.BooleanValue:
    value = value_of(name)
    if value is None:
        raise KeyError(name)
    wanted = list(values) if isinstance(values, tuple) else [values]
    is_one = value.isin(wanted)
    holds = ibis.or_(*(value.contains(json.dumps(one, ensure_ascii=False)) for one in wanted))
    return ibis.ifelse(value.startswith("["), is_one | holds, is_one).fill_null(False)
