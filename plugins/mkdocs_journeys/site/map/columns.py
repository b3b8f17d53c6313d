"""The steps of a journey field by field: a map is read row by row, and a row shows one field of every step."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from mkdocs_journeys.model import Step

Columns = Mapping[str, tuple[Any, ...]]
"""Each field's values, step by step."""

_FIELDS = tuple(Step.model_fields)
_all_fields = itemgetter(*_FIELDS)


def columns_of(steps: Sequence[Step]) -> Columns:
    """All fields of all steps: to take steps apart once costs no more than to ask each for a few fields."""
    return dict(zip(_FIELDS, zip(*[_all_fields(vars(step)) for step in steps], strict=True), strict=True))
